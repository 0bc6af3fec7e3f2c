import { Suspense, useState } from 'react'
import { ArrowRight, Ellipsis, Pause, Play } from 'lucide-react'
import { TimeAsked } from '../chair/MoreTime.tsx'
import { CloseSheet } from '../finish/later.ts'
import { Button } from '../look/Button.tsx'
import { later } from '../look/later.ts'
import { Confirm } from '../look/Confirm.tsx'
import { formatClock } from '../look/clock.ts'
import { useNextStep } from '../look/useNextStep.ts'
import { useUnread } from '../look/useUnread.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { stepWords } from '../words/step.ts'
import { phoneChair } from '../words/phone-chair.ts'
import styles from './ChairBar.module.css'

const words = phoneChair
const ZeroChime = later(() => import('../chair/zero-chime.ts'))

/** What a facilitator always has in reach: the clock and Next. */
export default function ChairBar({ onMenu }: { onMenu: () => void }) {
  const view = useView()
  const { step, means, busy, unread, take } = useNextStep()
  // A question is about the step that was pressed, not about one that has come meanwhile.
  const [asks, setAsks] = useState<string | null>(null)
  if (asks !== null && asks !== means) setAsks(null)
  const asked = asks === means ? step : null
  const { facts, mine } = view
  const waiting = (mine.door?.length ?? 0) + Object.keys(facts.live.hands).length
  // The clock of a phase is set and waits: starting it comes first, and is what the eye should meet.
  const starts = facts.status === 'running' && facts.timer.is === 'idle' && facts.timer.left > 0
  const idle = busy || step?.commands.length === 0
  const go = () => {
    if (step === null || idle) return
    if (step.confirm === undefined && step.closes === undefined) void take(step.commands)
    else setAsks(means)
  }
  return (
    <section className={styles.bar} aria-label={words.bar}>
      <Suspense>
        <ZeroChime />
      </Suspense>
      <DoorAsks />
      <TimeAsked className={styles.asks} />
      <div className={styles.row}>
        <ClockButtons />
        {step !== null && (
          <Button
            {...unread}
            kind={starts ? 'line' : 'primary'}
            className={styles.next}
            busy={busy}
            aria-disabled={idle}
            aria-describedby="next-detail"
            onClick={go}
          >
            {step.label}
            <ArrowRight size={18} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        )}
        <Button
          kind="quiet"
          icon
          className={styles.more}
          aria-haspopup="dialog"
          aria-label={waiting === 0 ? words.more : words.moreWith(waiting)}
          onClick={onMenu}
        >
          <Ellipsis size={22} strokeWidth={2} aria-hidden="true" />
          {waiting > 0 && <span className={styles.count}>{waiting}</span>}
        </Button>
      </div>
      {step !== null && (
        <p id="next-detail" className={styles.detail}>
          {step.detail}
        </p>
      )}
      {asked?.closes !== undefined && (
        <Suspense>
          <CloseSheet onClose={() => setAsks(null)} />
        </Suspense>
      )}
      {asked?.confirm !== undefined && (
        <Confirm
          {...asked.confirm}
          onNo={() => setAsks(null)}
          onYes={() => {
            setAsks(null)
            void take(asked.commands)
          }}
        />
      )}
    </section>
  )
}

function ClockButtons() {
  const client = useClient()
  const { facts } = useView()
  if (facts.status !== 'running') return null
  const { timer } = facts
  if (timer.is === 'idle')
    return timer.left > 0 ? (
      <Button kind="primary" onClick={() => void client.ask({ type: 'timer.start' })}>
        {stepWords.startTimer(formatClock(timer.left))}
      </Button>
    ) : null
  const runs = timer.is === 'running'
  const Icon = runs ? Pause : Play
  return (
    <>
      <Button
        icon
        aria-label={runs ? words.pause : words.resume}
        onClick={() => void client.ask({ type: runs ? 'timer.pause' : 'timer.resume' })}
      >
        <Icon size={18} strokeWidth={2} aria-hidden="true" />
      </Button>
      <Button
        icon
        aria-label={words.plusOneLabel}
        onClick={() => void client.ask({ type: 'timer.add', minutes: 1 })}
      >
        {words.plusOne}
      </Button>
    </>
  )
}

/** Somebody waits at the door. */
function DoorAsks() {
  const client = useClient()
  const { mine } = useView()
  const door = mine.door ?? []
  const [first] = door
  const unread = useUnread(first?.request ?? null)
  const answer = (request: string, admit: boolean) =>
    void client.ask({ type: 'person.admit', request, admit })
  return (
    <output>
      {first !== undefined && (
        <span className={styles.asks} {...unread}>
          <span className={styles.who}>
            {first.back === null ? words.asks(first.name) : words.asksBack(first.name)}
            {door.length > 1 && <span>{words.others(door.length - 1)}</span>}
          </span>
          <Button
            kind="quiet"
            aria-label={words.refuseName(first.name)}
            onClick={() => answer(first.request, false)}
          >
            {words.refuse}
          </Button>
          <Button
            kind="strong"
            aria-label={words.admitName(first.name)}
            onClick={() => answer(first.request, true)}
          >
            {words.admit}
          </Button>
        </span>
      )}
    </output>
  )
}
