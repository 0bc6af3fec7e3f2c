import { Suspense, useSyncExternalStore } from 'react'
import type { Section } from '@plenary/shared/format'
import { holdsCards } from '@plenary/shared/holds-cards'
import { Glyph } from '../look/Glyph.tsx'
import { later } from '../look/later.ts'
import { useMedia } from '../look/useMedia.ts'
import { paperColour } from '../look/paper.ts'
import { someoneOf } from '../look/room.ts'
import { cardsIn } from '../look/topics.ts'
import { useClient, useEntry, useIds, useUnplaced, useView } from '../sync/hooks.ts'
import { groups } from '../words/groups.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { report as words } from '../words/report.ts'
import styles from './BoardView.module.css'

const WallView = later(async () => ({ default: (await import('../desk/WallVote.tsx')).WallView }))

/** The board as it stands, to look at: every section with its cards where they were put. Untitled inside another page. */
export function BoardView({ titled = true }: { titled?: boolean }) {
  const { format } = useView()
  const sections = format.sections.filter(holdsCards)
  const frames = sections.map((section) => <Frame key={section.id} section={section} />)
  if (!titled) return <div className={`${styles.board} ${styles.inside}`}>{frames}</div>
  return (
    <main className={styles.board}>
      <h1 className="unseen" tabIndex={-1}>
        {words.board}
      </h1>
      {frames}
    </main>
  )
}

function Frame({ section: { id, title, kind } }: { section: Section }) {
  const client = useClient()
  const wide = useMedia('(min-width: 700px)')
  const lanes = useIds(id, 'lane')
  const unplaced = useUnplaced(id)
  const total = useSyncExternalStore(client.subscribe, () => cardsIn(client, id).length)
  return (
    <section className={styles.frame} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {total === 0 && <p className={styles.quiet}>{words.emptyBoard}</p>}
      {unplaced.length > 0 && kind === 'wall' && wide ? (
        <>
          <Suspense>
            <WallView section={id} title={title} />
          </Suspense>
          {/* Paper is not scrolled. */}
          <div className={styles.printed}>
            <Papers ids={unplaced} lane={-1} />
          </div>
        </>
      ) : unplaced.length > 0 ? (
        <div className={styles.lane}>
          {lanes.length > 0 && (
            <h3 className={styles.name}>
              {phoneSort.unplaced}
              <span className={`figures ${styles.count}`}>{unplaced.length}</span>
            </h3>
          )}
          <Papers ids={unplaced} lane={-1} />
        </div>
      ) : null}
      {lanes.length > 0 && (
        <div className={styles.lanes}>
          {lanes.map((lane, index) => (
            <Lane key={lane} id={lane} index={index} />
          ))}
        </div>
      )}
    </section>
  )
}

function Lane({ id, index }: { id: string; index: number }) {
  const name = useEntry(id)?.text ?? ''
  const cards = useIds(id, 'card')
  return (
    <div className={styles.lane}>
      <h3 className={styles.name}>
        <Glyph index={index} />
        {name}
        <span className={`figures ${styles.count}`}>{cards.length}</span>
      </h3>
      {cards.length === 0 ? (
        <p className={styles.quiet}>{words.noCards}</p>
      ) : (
        <Papers ids={cards} lane={index} />
      )}
    </div>
  )
}

function Papers({ ids, lane }: { ids: readonly string[]; lane: number }) {
  return (
    <ul className={styles.papers}>
      {ids.map((id) => (
        <Paper key={id} id={id} lane={lane} />
      ))}
    </ul>
  )
}

function Paper({ id, lane }: { id: string; lane: number }) {
  const view = useView()
  const entry = useEntry(id)
  if (entry === null || entry.removed) return null
  const author = view.facts.anonymous ? null : someoneOf(view, entry.by)
  return (
    <li className={styles.paper} style={{ backgroundColor: paperColour(lane) }} dir="auto">
      {Object.hasOwn(view.facts.aside, id) ? <em>{groups.isAside}</em> : entry.text}
      {author !== null && <span className={styles.by}>{author.name}</span>}
    </li>
  )
}
