import { Hourglass, ThumbsDown, ThumbsUp, MoveHorizontal } from 'lucide-react'
import type { Thumb } from '@plenary/shared/thumb'
import { THUMBS, thumbsOpen } from '@plenary/shared/thumb'
import { readTimer } from '../look/clock.ts'
import { useAsked } from '../look/useAsked.ts'
import { useClient, useNow, useRefusal, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { GoOn } from './GoOn.tsx'
import list from '../look/List.module.css'
import styles from './KeepGoing.module.css'

const words = discuss
const ICONS = { up: ThumbsUp, side: MoveHorizontal, down: ThumbsDown }

interface KeepGoingProps {
  name: string
  /** Whether the chair's "go on" and "next" stand here; a console has them beside it. */
  leadsHere?: boolean
}

/** When the time of a topic is up: everybody's thumb, and the chair's "go on" or "next". Nothing moves by itself. */
export function KeepGoing({ name, leadsHere = true }: KeepGoingProps) {
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
      {open && <Asked leadsHere={leadsHere} />}
    </section>
  )
}

function Asked({ leadsHere }: { leadsHere: boolean }) {
  const leads = useRefusal('lead') === null
  const thumbs = useRefusal('thumb') === null
  const { live, solo } = useView().facts
  const { thumb } = live
  return (
    <>
      {solo === true ? null : thumbs ? (
        <OwnThumb />
      ) : (
        <p className={`figures ${list.quiet}`}>{sayThumbs(thumb)}</p>
      )}
      {leads && leadsHere && <GoOn />}
    </>
  )
}

/** How many thumbs there are of each kind. */
export function sayThumbs(thumb: Record<Thumb, number> | undefined): string {
  return THUMBS.map((which) => `${words.thumbs[which]} ${thumb?.[which] ?? 0}`).join(' · ')
}

/** One's own thumb; the counts are everybody's, and nobody sees whose. */
function OwnThumb() {
  const client = useClient()
  const { facts, mine } = useView()
  const counts = facts.live.thumb
  const given = counts === undefined ? 0 : counts.up + counts.side + counts.down
  const [own, ask] = useAsked<Thumb | null>(mine.thumb ?? null, (thumb) =>
    client.ask({ type: 'thumb', thumb }),
  )
  const press = (which: Thumb) => ask(own === which ? null : which)
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
            aria-pressed={own === which}
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
