import { useState } from 'react'
import { Presentation } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import type { Facts } from '@plenary/shared/facts'
import { Button } from '../look/Button.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { paperColour } from '../look/paper.ts'
import { topicText } from '../look/topic-text.ts'
import { useTopicCards } from '../look/useTopicCards.ts'
import { useClient, useEntry, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { KeepGoing } from '../discuss/KeepGoing.tsx'
import { TopicHead } from '../discuss/TopicHead.tsx'
import { listsOf } from '../look/lists-of.ts'
import { shorten } from '../look/shorten.ts'
import styles from './TopicNow.module.css'

/** What is talked about now, with its box of time and its cards. */
export function TopicNow({ topic }: { topic: Facts['queue'][number] }) {
  const client = useClient()
  const entry = useEntry(topic.target)
  const lanes = useIds(entry?.parent ?? '', 'lane')
  const cards = useTopicCards(topic.target)
  if (entry === null && cards.length === 0) return null
  const name = topicText(client, topic.target)
  const lane = entry?.kind === 'lane' ? lanes.indexOf(entry.id) : -1
  return (
    <section className={styles.now} aria-labelledby="topic">
      <TopicHead topic={topic} />
      <h2 id="topic" className={styles.title}>
        {lane >= 0 && <Glyph index={lane} size={17} />}
        <bdi>{name}</bdi>
      </h2>
      <KeepGoing name={shorten(name)} />
      {cards.length > 0 && (
        <ul className={styles.cards} aria-label={discuss.cardsOf(name)}>
          {cards.map((card) => (
            <li key={card}>
              <TopicCard id={card} lanes={lanes} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** One card of the topic; a tap opens what can be made of it. */
function TopicCard({ id, lanes }: { id: string; lanes: readonly string[] }) {
  const entry = useEntry(id)
  const { show } = useView().facts
  const [open, setOpen] = useState(false)
  if (entry === null) return null
  const shown = show === id
  return (
    <>
      <button
        type="button"
        className={`${styles.card} ${shown ? styles.shown : ''}`}
        style={{ backgroundColor: paperColour(lanes.indexOf(entry.parent)) }}
        aria-haspopup="dialog"
        aria-current={shown}
        onClick={() => setOpen(true)}
      >
        {entry.text}
        {shown && (
          <span className={styles.flag}>
            <Presentation size={14} strokeWidth={2} aria-hidden="true" />
            {discuss.shownCard}
          </span>
        )}
      </button>
      {open && <TopicCardSheet entry={entry} shown={shown} onClose={() => setOpen(false)} />}
    </>
  )
}

interface TopicCardSheetProps {
  entry: Entry
  shown: boolean
  onClose: () => void
}

function TopicCardSheet({ entry, shown, onClose }: TopicCardSheetProps) {
  const client = useClient()
  const leads = useRefusal('lead') === null
  const acts = useRefusal('add action') === null
  const { actions } = listsOf(useView().format)
  return (
    <Sheet title={shorten(entry.text)} onClose={onClose}>
      <p className={styles.whole}>{entry.text}</p>
      {leads && (
        <Button
          kind="primary"
          large
          onClick={() => {
            void client.ask({ type: 'card.show', card: shown ? null : entry.id })
            onClose()
          }}
        >
          {shown ? discuss.hide : discuss.show}
        </Button>
      )}
      {acts && actions !== null && (
        <Button
          large
          onClick={() => {
            client.add('action', actions, entry.text, { from: entry.id })
            client.notify({ is: 'info', message: discuss.madeAction })
            onClose()
          }}
        >
          {discuss.makeAction}
        </Button>
      )}
    </Sheet>
  )
}
