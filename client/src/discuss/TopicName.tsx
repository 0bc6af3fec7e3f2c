import { Glyph } from '../look/Glyph.tsx'
import { topicText } from '../look/topic-text.ts'
import { useClient, useEntry, useIds } from '../sync/hooks.ts'
import styles from './Topics.module.css'

/** A topic by its words; a category with its sign. */
export function TopicName({ id }: { id: string }) {
  const client = useClient()
  const entry = useEntry(id)
  const lanes = useIds(entry?.parent ?? '', 'lane')
  const lane = entry?.kind === 'lane' ? lanes.indexOf(id) : -1
  return (
    <span className={styles.name}>
      {lane >= 0 && <Glyph index={lane} size={15} />}
      <span>{topicText(client, id)}</span>
    </span>
  )
}
