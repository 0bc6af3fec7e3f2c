import { Clock } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'

/** Asks for more time in private. A press is enough, and once in a phase. */
export function AskForTime() {
  const client = useClient()
  const { facts, mine, you } = useView()
  const refused = useRefusal('hand')
  if (refused !== null || facts.status !== 'running' || you.role === 'facilitator') return null
  return (
    <Button
      kind="quiet"
      aria-pressed={mine.asksTime}
      title={words.moreTimeHint}
      onClick={() => {
        if (!mine.asksTime) void client.ask({ type: 'more-time' })
      }}
    >
      <Clock size={17} strokeWidth={1.75} aria-hidden="true" />
      {mine.asksTime ? words.askedTime : words.moreTime}
    </Button>
  )
}

/** Minutes that are given with one press. */
const MORE = 2

/** For who leads: that somebody asks, never who. */
export function TimeAsked({ className = '' }: { className?: string | undefined }) {
  const client = useClient()
  const { mine } = useView()
  const n = mine.moreTime ?? 0
  return (
    <>
      <output className="unseen">{n > 0 && words.asksTime(n)}</output>
      {n > 0 && (
        <div className={className}>
          <span aria-hidden="true">{words.asksTime(n)}</span>
          <Button
            kind="soft"
            className="figures"
            aria-label={words.giveMore(MORE)}
            onClick={() => void client.ask({ type: 'timer.add', minutes: MORE })}
          >
            {words.plus(MORE)}
          </Button>
        </div>
      )}
    </>
  )
}
