import { useState } from 'react'
import { ArrowRight, Hourglass, ThumbsDown, ThumbsUp, MoveHorizontal } from 'lucide-react'
import type { Thumb } from '@plenary/shared/thumb'
import { THUMBS, thumbsOpen } from '@plenary/shared/thumb'
import { gives } from '@plenary/shared/queue'
import { Button } from '../look/Button.tsx'
import { topicText } from '../look/topic-text.ts'
import { readTimer } from '../look/clock.ts'
import { useClient, useNow, useRefusal, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { shorten } from './shorten.ts'
import list from './List.module.css'
import styles from './Discuss.module.css'

const words = discuss
const ICONS = { up: ThumbsUp, side: MoveHorizontal, down: ThumbsDown }
/** What is offered to add. Minutes. */
const MORE = [1, 2, 3, 5, 10] as const
const MORE_USUAL = 3

/** When the time of a topic is up: everybody's thumb, and the chair's "go on" or "next". Nothing moves by itself. */
export function KeepGoing({ name }: { name: string }) {
  const view = useView()
  const now = useNow(1_000)
  const reading = readTimer(view.facts.timer, now)
  const open = thumbsOpen(view.facts.queue, reading.is === 'over' ? -reading.over : reading.left)
  return (
    <section
      className={open ? styles.zero : styles.quietly}
      aria-label={open ? words.keepGoing : undefined}
    >
      <output>
        {open && (
          <span className={styles.asked}>
            <Hourglass size={18} strokeWidth={1.75} aria-hidden="true" />
            {words.timeIsUp(name)}
          </span>
        )}
      </output>
      {open && <Asked />}
    </section>
  )
}

function Asked() {
  const leads = useRefusal('lead') === null
  const thumbs = useRefusal('thumb') === null
  const { live, solo } = useView().facts
  const { thumb } = live
  return (
    <>
      {solo === true ? null : thumbs ? (
        <OwnThumb />
      ) : (
        <p className={`figures ${list.quiet}`}>
          {THUMBS.map((which) => `${words.thumbs[which]} ${thumb?.[which] ?? 0}`).join(' · ')}
        </p>
      )}
      {leads && <GoOn />}
    </>
  )
}

/** One's own thumb; the counts are everybody's, and nobody sees whose. */
function OwnThumb() {
  const client = useClient()
  const { facts, mine } = useView()
  const counts = facts.live.thumb
  const given = counts === undefined ? 0 : counts.up + counts.side + counts.down
  const press = (which: Thumb) =>
    void client.ask({ type: 'thumb', thumb: mine.thumb === which ? null : which })
  return (
    <fieldset className={styles.thumbs}>
      <legend className={`figures ${list.quiet}`}>
        {words.keepGoing} {words.thumbsIn(given, counts?.of ?? facts.live.ready?.of ?? 0)}
      </legend>
      {THUMBS.map((which) => {
        const Icon = ICONS[which]
        return (
          <button
            key={which}
            type="button"
            className={styles.thumb}
            aria-pressed={mine.thumb === which}
            onClick={() => press(which)}
          >
            <span className={styles.count}>
              <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
              <b className="figures">{counts?.[which] ?? 0}</b>
            </span>
            <span>{words.thumbs[which]}</span>
          </button>
        )
      })}
    </fieldset>
  )
}

/** More minutes and where they come from, or the next topic. */
function GoOn() {
  const client = useClient()
  const { facts } = useView()
  const [minutes, setMinutes] = useState<number>(MORE_USUAL)
  const [chosen, setChosen] = useState<string | null>(null)
  const { queue } = facts
  const givers = queue.filter((topic) => gives(queue, topic.target, minutes))
  // The last that waits gives first: it is the one that matters least.
  const usual = givers.at(-1)?.target ?? ''
  const from = chosen === '' || givers.some((topic) => topic.target === chosen) ? chosen : null
  const giver = from ?? usual
  const waits = queue.some((topic) => topic.is === 'waiting')
  const boxes = givers.find((topic) => topic.target === giver)?.minutes
  const nameOf = (target: string) => shorten(topicText(client, target), 24)
  return (
    <div className={styles.goOn}>
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
            value={giver}
            onChange={(event) => setChosen(event.target.value)}
          >
            {givers.map((topic) => (
              <option key={topic.target} value={topic.target}>
                {nameOf(topic.target)}
              </option>
            ))}
            <option value="">{words.fromTheEnd}</option>
          </select>
        </label>
      </div>
      <p className={`figures ${list.quiet}`}>
        {boxes === undefined
          ? words.endsLater(minutes)
          : words.takenFrom(nameOf(giver), boxes, boxes - minutes)}
      </p>
      <div className={list.pair}>
        <Button
          kind="line"
          onClick={() =>
            void client.ask({
              type: 'queue.extend',
              minutes,
              ...(giver === '' ? {} : { from: giver }),
            })
          }
        >
          {words.goOn(minutes)}
        </Button>
        <Button kind="primary" onClick={() => void client.ask({ type: 'queue.next' })}>
          {waits ? words.nextTopic : words.lastDone}
          <ArrowRight size={17} strokeWidth={2} aria-hidden="true" />
        </Button>
      </div>
    </div>
  )
}
