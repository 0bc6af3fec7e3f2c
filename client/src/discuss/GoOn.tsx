import { useState } from 'react'
import { ArrowRight } from 'lucide-react'
import type { Command, CommandOf } from '@plenary/shared/command'
import type { Source } from '@plenary/shared/sources'
import { sourcesOf } from '@plenary/shared/sources'
import { accountOf } from '../look/account.ts'
import { Button } from '../look/Button.tsx'
import { topicText } from '../look/topic-text.ts'
import { useUnread } from '../look/useUnread.ts'
import { useClient, useNow, useView } from '../sync/hooks.ts'
import { discuss as words } from '../words/discuss.ts'
import { formatTime } from '../words/figure.ts'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'
import styles from './GoOn.module.css'

/** What is offered to add. Minutes. */
const MORE = [1, 2, 3, 5, 10] as const
const MORE_USUAL = 3

/**
 * For who leads, once the time of a topic is up: more minutes and where they come from, or the next topic.
 * `beside`: Next stands above it already.
 */
export function GoOn({ beside = false }: { beside?: boolean }) {
  const client = useClient()
  const view = useView()
  const now = useNow(1_000)
  const [minutes, setMinutes] = useState<number>(MORE_USUAL)
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { queue } = view.facts
  // More minutes and another topic change what both buttons mean.
  const unread = useUnread(JSON.stringify(queue))
  const sources = sourcesOf(accountOf(view, now), minutes)
  const source = sources.find((one) => keyOf(one) === chosen) ?? sources[0]
  if (source === undefined) return null
  const next = queue.find((topic) => topic.is === 'waiting')
  const topicNow = queue.find((topic) => topic.is === 'now')
  const on = topicNow && { target: topicNow.target, minutes: topicNow.minutes }
  const ask = async (command: Command) => {
    if (busy) return
    setBusy(true)
    await client.ask(command)
    setBusy(false)
  }
  const nameOf = (one: Source): string => {
    switch (one.is) {
      case 'spare':
        return words.spare
      case 'topic':
        return shorten(topicText(client, one.target), 24)
      case 'phase':
        return one.title
      case 'end':
        return words.fromTheEnd
    }
  }
  return (
    <div className={`${styles.goOn} ${beside ? styles.beside : ''}`}>
      <div className={styles.pick}>
        <label>
          <span className="label">{words.more}</span>
          <select
            className="field"
            value={minutes}
            onChange={(event) => setMinutes(Number(event.target.value))}
          >
            {MORE.map((value) => (
              <option key={value} value={value}>
                {words.plus(value)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.from}>
          <span className="label">{words.from}</span>
          <select
            className="field"
            value={keyOf(source)}
            onChange={(event) => setChosen(event.target.value)}
          >
            {sources.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={`figures ${list.quiet}`}>
        {source.is === 'end'
          ? words.endMoves(formatTime(source.ends))
          : source.is === 'spare'
            ? words.spareGives(source.before, source.after)
            : words.takenFrom(nameOf(source), source.before, source.after)}
      </p>
      <div className={list.pair} {...unread}>
        <Button
          kind="line"
          busy={busy}
          onClick={() => void ask({ ...commandFor(source, minutes), ...(on && { on }) })}
        >
          {words.goOn(minutes)}
        </Button>
        {!(beside && next !== undefined) && (
          <Button
            kind="primary"
            busy={busy}
            onClick={() =>
              void ask(
                next === undefined
                  ? { type: 'queue.next' }
                  : { type: 'queue.start', target: next.target, next: true },
              )
            }
          >
            {next === undefined ? words.lastDone : words.nextTopic}
            <ArrowRight size={17} strokeWidth={2} aria-hidden="true" />
          </Button>
        )}
      </div>
    </div>
  )
}

function keyOf(source: Source): string {
  switch (source.is) {
    case 'topic':
      return `topic ${source.target}`
    case 'phase':
      return `phase ${source.phase}`
    case 'spare':
    case 'end':
      return source.is
  }
}

function commandFor(source: Source, minutes: number): CommandOf<'queue.extend'> {
  switch (source.is) {
    case 'topic':
      return { type: 'queue.extend', minutes, from: source.target }
    case 'phase':
      return { type: 'queue.extend', minutes, phase: source.phase }
    case 'spare':
    case 'end':
      return { type: 'queue.extend', minutes }
  }
}
