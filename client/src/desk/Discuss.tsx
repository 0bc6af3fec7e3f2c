import { useMemo } from 'react'
import { parkingOf } from '@plenary/shared/judge'
import { Glyph } from '../look/Glyph.tsx'
import { topicText } from '../look/topic-text.ts'
import { useMedia } from '../look/useMedia.ts'
import { useTopicCards } from '../look/useTopicCards.ts'
import { DecisionComposer, DecisionList } from '../discuss/Decisions.tsx'
import { KeepGoing } from '../discuss/KeepGoing.tsx'
import { listsOf } from '../look/lists-of.ts'
import { ListComposer } from '../discuss/ListComposer.tsx'
import { NoteList } from '../discuss/NoteList.tsx'
import { Scribe } from '../discuss/Scribe.tsx'
import { TopicHead } from '../discuss/TopicHead.tsx'
import { Topics } from '../discuss/Topics.tsx'
import { shorten } from '../look/shorten.ts'
import type { Facts } from '@plenary/shared/facts'
import { useClient, useEntry, useIds, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { discuss } from '../words/discuss.ts'
import { ActionTable } from './ActionTable.tsx'
import { Card } from './Card.tsx'
import { Frame } from './Frame.tsx'
import { RightsContext, useRights } from './rights.ts'
import styles from './Discuss.module.css'
import panel from './Panel.module.css'

/** From here on the console stands beside the board and has what leads. */
const CONSOLE_BESIDE = '(min-width: 1100px)'

/** The topic with its cards and its time; what is noted, decided and done below. Who writes down has that first. */
export default function Discuss() {
  const { facts, you } = useView()
  const now = facts.queue.find((topic) => topic.is === 'now')
  const talk =
    now === undefined ? (
      <div className={styles.choosing}>
        <Topics />
      </div>
    ) : (
      <div className={styles.top}>
        <Topic key={now.target} topic={now} />
        <div className={styles.side}>
          <div className={styles.queue}>
            <Topics />
          </div>
          <Decisions topic={now.target} />
        </div>
      </div>
    )
  const outcome = <Outcome topic={now?.target} />
  return (
    <Frame>
      <div className={panel.stack}>
        {you.scribe === true ? (
          <>
            {outcome}
            {talk}
          </>
        ) : (
          <>
            {talk}
            {outcome}
          </>
        )}
      </div>
    </Frame>
  )
}

/** What comes of talking: notes on this topic, and everything that will be done. */
function Outcome({ topic }: { topic: string | undefined }) {
  const { format } = useView()
  const { notes, actions } = listsOf(format)
  const about = useEntry(topic ?? '')?.text
  const parking = notes === parkingOf(format)
  return (
    <div className={styles.outcome}>
      {notes !== null && (
        <section className={panel.panel}>
          <div className={styles.titled}>
            <h2 className={panel.title}>
              {parking
                ? discuss.parking
                : about === undefined
                  ? discuss.notes
                  : discuss.notesOn(shorten(about))}
            </h2>
            <Scribe />
          </div>
          <NoteList section={notes} actions={actions} topic={topic} />
          <ListComposer kind="note" section={notes} from={topic} />
        </section>
      )}
      <div className={panel.stack}>
        {topic === undefined && <Decisions topic={topic} />}
        {actions !== null && (
          <section className={panel.panel}>
            <h2 className={panel.title}>{discuss.actions}</h2>
            <ActionTable section={actions} />
            <ListComposer kind="action" section={actions} from={topic} />
          </section>
        )}
      </div>
    </div>
  )
}

function Decisions({ topic }: { topic: string | undefined }) {
  return (
    <section className={panel.panel}>
      <h2 className={panel.title}>{discuss.decisions}</h2>
      <DecisionList topic={topic} />
      <DecisionComposer topic={topic} />
    </section>
  )
}

function Topic({ topic }: { topic: Facts['queue'][number] }) {
  // Moving belongs to sorting; here a card is read, shown, corrected or made an action.
  const client = useClient()
  const all = useRights()
  const rights = useMemo(() => ({ ...all, move: false }), [all])
  const entry = useEntry(topic.target)
  const lanes = useIds(entry?.parent ?? '', 'lane')
  const cards = useTopicCards(topic.target)
  const console = useMedia(CONSOLE_BESIDE)
  if (entry === null && cards.length === 0)
    return <p className={panel.quiet}>{desk.topics.noTopic}</p>
  const name = topicText(client, topic.target)
  const lane = entry?.kind === 'lane' ? lanes.indexOf(entry.id) : -1
  return (
    <section className={styles.topic} aria-labelledby="topic">
      <div className={styles.head}>
        <TopicHead topic={topic} />
      </div>
      <h2 id="topic" className={styles.title}>
        {lane >= 0 && <Glyph index={lane} size={22} />}
        <bdi>{name}</bdi>
      </h2>
      {cards.length > 0 && (
        <RightsContext value={rights}>
          <ul className={styles.cards} aria-label={discuss.cardsOf(name)}>
            {cards.map((card) => (
              <TopicCard key={card} id={card} lanes={lanes} place={name} />
            ))}
          </ul>
        </RightsContext>
      )}
      <KeepGoing name={shorten(name)} leadsHere={!console} />
    </section>
  )
}

interface TopicCardProps {
  id: string
  lanes: readonly string[]
  place: string
}

function TopicCard({ id, lanes, place }: TopicCardProps) {
  const { show } = useView().facts
  const parent = useEntry(id)?.parent ?? ''
  return (
    <li className={show === id ? styles.shown : ''}>
      <Card
        id={id}
        section={lanes.length > 0 ? parent : ''}
        lane={lanes.indexOf(parent)}
        place={place}
      />
    </li>
  )
}
