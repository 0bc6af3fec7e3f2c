import { useMemo } from 'react'
import { parkingOf } from '@plenary/shared/judge'
import { Glyph } from '../look/Glyph.tsx'
import { Button } from '../look/Button.tsx'
import { listsOf } from '../phone/lists-of.ts'
import { ListComposer } from '../phone/ListComposer.tsx'
import { NoteList } from '../phone/NoteList.tsx'
import { Topics } from '../phone/Topics.tsx'
import { useClient, useEntry, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import { ActionTable } from './ActionTable.tsx'
import { Card } from './Card.tsx'
import { Frame } from './Frame.tsx'
import { RightsContext, useRights } from './rights.ts'
import styles from './Discuss.module.css'
import panel from './Panel.module.css'

const words = phone.discuss

/** The topic with its cards; what is noted and what will be done side by side. */
export default function Discuss() {
  const { facts, format } = useView()
  const { notes, actions } = listsOf(format)
  const now = facts.queue.find((topic) => topic.is === 'now')
  return (
    <Frame>
      <div className={panel.stack}>
        <div className={now === undefined ? panel.own : styles.top}>
          {now !== undefined && (
            <Topic key={now.target} target={now.target} minutes={now.minutes} />
          )}
          <div className={styles.queue}>
            <Topics />
          </div>
        </div>
        <div className={panel.pair}>
          {notes !== null && (
            <section className={panel.panel}>
              <h2 className={panel.title}>
                {notes === parkingOf(format) ? words.parking : words.notes}
              </h2>
              <NoteList section={notes} actions={actions} />
              <ListComposer kind="note" section={notes} from={now?.target} />
            </section>
          )}
          {actions !== null && (
            <section className={panel.panel}>
              <h2 className={panel.title}>{words.actions}</h2>
              <ActionTable section={actions} />
              <ListComposer kind="action" section={actions} from={now?.target} />
            </section>
          )}
        </div>
      </div>
    </Frame>
  )
}

function Topic({ target, minutes }: { target: string; minutes: number }) {
  const client = useClient()
  const leads = useRefusal('lead') === null
  // Moving belongs to sorting; here a card is read, corrected or made an action.
  const all = useRights()
  const rights = useMemo(() => ({ ...all, move: false }), [all])
  const entry = useEntry(target)
  const lanes = useIds(entry?.parent ?? '', 'lane')
  const cards = useIds(target, 'card')
  if (entry === null) return <p className={panel.quiet}>{desk.topics.noTopic}</p>
  const lane = entry.kind === 'lane' ? lanes.indexOf(entry.id) : -1
  return (
    <section className={styles.topic} aria-labelledby="topic">
      <div className={styles.head}>
        <p className="chip chip-accent figures">{desk.topics.now(minutes)}</p>
        {leads && (
          <Button kind="soft" onClick={() => void client.ask({ type: 'queue.extend', minutes: 5 })}>
            {words.extend}
          </Button>
        )}
      </div>
      <h2 id="topic" className={styles.title}>
        {lane >= 0 && <Glyph index={lane} size={17} />}
        {entry.text}
      </h2>
      {cards.length > 0 && (
        <RightsContext value={rights}>
          <ul className={styles.cards} aria-label={desk.topics.cardsOf(entry.text)}>
            {cards.map((card) => (
              <li key={card}>
                <Card id={card} section={entry.parent} lane={lane} place={entry.text} />
              </li>
            ))}
          </ul>
        </RightsContext>
      )}
    </section>
  )
}
