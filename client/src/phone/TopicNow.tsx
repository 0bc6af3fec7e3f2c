import type { Facts } from '@plenary/shared/facts'
import { Button } from '../look/Button.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { paperColour } from '../look/paper.ts'
import { useClient, useEntry, useIds, useRefusal } from '../sync/hooks.ts'
import { phoneDiscuss } from '../words/phone-discuss.ts'
import estimate from './Estimate.module.css'
import styles from './Discuss.module.css'

/** What is talked about now; a category shows its cards. */
export function TopicNow({ topic }: { topic: Facts['queue'][number] }) {
  const client = useClient()
  const leads = useRefusal('lead') === null
  const entry = useEntry(topic.target)
  const lanes = useIds(entry?.parent ?? '', 'lane')
  const cards = useIds(topic.target, 'card')
  if (entry === null) return null
  const lane = entry.kind === 'lane' ? lanes.indexOf(entry.id) : -1
  return (
    <section className={styles.now}>
      <p className={styles.tag}>
        {phoneDiscuss.now}, {phoneDiscuss.minutes(topic.minutes)}
      </p>
      <h2 className={styles.title}>
        {lane >= 0 && <Glyph index={lane} size={17} />}
        {entry.text}
      </h2>
      {cards.length > 0 && (
        <ul className={estimate.cards} aria-label={phoneDiscuss.cards}>
          {cards.map((card) => (
            <TopicCard key={card} id={card} lane={lane} />
          ))}
        </ul>
      )}
      {leads && (
        <Button
          kind="soft"
          className={styles.extend}
          onClick={() => void client.ask({ type: 'queue.extend', minutes: 5 })}
        >
          {phoneDiscuss.extend}
        </Button>
      )}
    </section>
  )
}

function TopicCard({ id, lane }: { id: string; lane: number }) {
  const entry = useEntry(id)
  return (
    <li className={estimate.card} style={{ backgroundColor: paperColour(lane) }}>
      {entry?.text}
    </li>
  )
}
