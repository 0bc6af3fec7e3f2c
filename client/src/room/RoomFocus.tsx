import type { ReactNode } from 'react'
import { sectionOf } from '@plenary/shared/format'
import { Glyph } from '../look/Glyph.tsx'
import { pollOf } from '../look/poll-round.ts'
import { paperColour } from '../look/paper.ts'
import { estimateRoundOf } from '../look/estimate-round.ts'
import { dotRoundOf } from '../look/rounds.ts'
import { standingsFor } from '../look/topics.ts'
import { TopicName } from '../discuss/TopicName.tsx'
import { useClient, useEntry, useIds, useUnplaced, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { figure } from '../words/figure.ts'
import { lead as words } from '../words/lead.ts'
import styles from './RoomScreen.module.css'

/** Most rows of a result that are still large enough to be read from the back of a room. */
const ROWS = 6

/** What the room looks at in this phase, without anybody's own. */
export function RoomFocus() {
  const view = useView()
  const { facts, format, phase } = view
  const now = facts.queue.find((topic) => topic.is === 'now')
  const votes = dotRoundOf(facts)
  if (phase === null) return <Line>{words.here(view.present.size)}</Line>
  if (facts.show !== null) return <Card id={facts.show} />
  if (votes?.round.is === 'open') return <Voted />
  switch (phase.activity) {
    case 'brief':
      return <Asked section={phase.section} />
    case 'write': {
      const n = facts.live.drafts?.n
      const { n: done = 0, of = 0 } = facts.live.ready ?? {}
      return (
        <>
          {n !== undefined && <Line>{common.cards(n)}</Line>}
          <p className={styles.small}>{words.done(done, of)}</p>
        </>
      )
    }
    case 'sort':
      return <Lanes section={phase.section} />
    case 'estimate':
      return estimateRoundOf(facts, phase.section)?.round.is === 'open' ? <Voted /> : <Standings />
    case 'vote':
      return <Standings />
    case 'discuss':
      return now === undefined ? <Standings /> : <Topic id={now.target} />
    case 'actions': {
      const actions = format.sections.find(({ kind }) => kind === 'actions')
      return actions === undefined ? null : <Actions section={actions.id} />
    }
  }
}

function Line({ children }: { children: ReactNode }) {
  return <p className={`figures ${styles.line}`}>{children}</p>
}

/** How many have given theirs; never who has not. */
function Voted() {
  const { n = 0, of = 0 } = useView().facts.live.voted ?? {}
  return <Line>{words.given(n, of)}</Line>
}

/** A question that everybody answers once; its answers when they are shown, and of how many. */
function Asked({ section }: { section: string }) {
  const found = pollOf(useView().facts, section)
  if (found === null) return null
  const { is, rules, result = {}, of } = found.round
  if (is === 'open') return <Voted />
  const n = Object.values(result).reduce((sum, one) => sum + one, 0)
  return (
    <>
      <ul className={styles.rows}>
        {rules.options.map(({ id, text }) => (
          <li key={id} className={styles.lane}>
            <span className={styles.grow}>{text}</span>
            <b className="figures">{result[id] ?? 0}</b>
          </li>
        ))}
      </ul>
      <p className={`figures ${styles.small}`}>{words.given(n, of ?? n)}</p>
    </>
  )
}

function Card({ id, lane = -1 }: { id: string; lane?: number }) {
  const entry = useEntry(id)
  if (entry === null || entry.removed) return null
  return (
    <p className={styles.card} style={{ backgroundColor: paperColour(lane) }}>
      {entry.text}
    </p>
  )
}

function Lanes({ section }: { section: string }) {
  const lanes = useIds(section, 'lane')
  const left = useUnplaced(section).length
  return (
    <>
      <ul className={styles.lanes}>
        {lanes.map((lane, index) => (
          <LaneCount key={lane} id={lane} index={index} />
        ))}
      </ul>
      {lanes.length > 0 && <p className={styles.small}>{words.toPlace(left)}</p>}
    </>
  )
}

function LaneCount({ id, index }: { id: string; index: number }) {
  const name = useEntry(id)?.text ?? ''
  const n = useIds(id, 'card').length
  return (
    <li className={styles.lane}>
      <Glyph index={index} size={26} />
      <span className={styles.grow}>{name}</span>
      <b className="figures">{n}</b>
    </li>
  )
}

/** The best of what everybody gave, once it may be seen. */
function Standings() {
  const client = useClient()
  const view = useView()
  const { phase } = view
  useUnplaced(phase?.section ?? '')
  const standings = standingsFor(view, phase, client)
  if (standings === null) return null
  const rows = standings.rows.filter(({ item }) => (item.score ?? 0) > 0).slice(0, ROWS)
  return (
    <ol className={styles.rows}>
      {rows.map(({ item, rank }) => (
        <li key={item.target} className={styles.lane}>
          <span className="figures">{rank}</span>
          <span className={styles.grow}>
            <TopicName id={item.target} />
          </span>
          <b className="figures">{figure(item.score ?? 0)}</b>
        </li>
      ))}
    </ol>
  )
}

/** The topic with its cards. */
function Topic({ id }: { id: string }) {
  const { format } = useView()
  const entry = useEntry(id)
  const lanes = useIds(entry?.parent ?? '', 'lane')
  const cards = useIds(id, 'card')
  if (entry === null) return null
  const lane = lanes.indexOf(id)
  const isCard = entry.kind === 'card' && sectionOf(format, entry.parent) !== null
  return (
    <section aria-label={words.topic}>
      {isCard ? (
        <Card id={id} />
      ) : (
        <h2 className={styles.topic}>
          {lane >= 0 && <Glyph index={lane} size={30} />}
          {entry.text}
        </h2>
      )}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card}>
            <Card id={card} lane={lane} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Actions({ section }: { section: string }) {
  const actions = useIds(section, 'action')
  return (
    <ul className={styles.rows}>
      {actions.map((id) => (
        <Action key={id} id={id} />
      ))}
    </ul>
  )
}

function Action({ id }: { id: string }) {
  const { facts } = useView()
  const entry = useEntry(id)
  if (entry === null) return null
  const owner = entry.owner ?? ''
  return (
    <li className={styles.lane}>
      <span className={styles.grow}>{entry.text}</span>
      <b>{facts.people[owner]?.name ?? (owner === '' ? '?' : owner)}</b>
    </li>
  )
}
