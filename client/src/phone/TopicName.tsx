import { Glyph } from '../look/Glyph.tsx'
import { useEntry, useIds } from '../sync/hooks.ts'
import styles from './Discuss.module.css'

/** A topic by its words; a category with its sign. */
export function TopicName({ id }: { id: string }) {
  const entry = useEntry(id)
  const lanes = useIds(entry?.parent ?? '', 'lane')
  const lane = entry?.kind === 'lane' ? lanes.indexOf(id) : -1
  return (
    <span className={styles.name}>
      {lane >= 0 && <Glyph index={lane} size={15} />}
      <span>{entry?.text}</span>
    </span>
  )
}
