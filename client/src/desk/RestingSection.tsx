import type { Section } from '@plenary/shared/format'
import { listsOf } from '../look/lists-of.ts'
import { NoteList } from '../discuss/NoteList.tsx'
import { useView } from '../sync/hooks.ts'
import { ActionTable } from './ActionTable.tsx'
import { Columns } from './Columns.tsx'
import { Wall } from './wall-part.ts'
import styles from './Board.module.css'

/** A section that is not worked on at the moment, with what stands in it. */
export default function RestingSection({ section }: { section: Section }) {
  const { id, title } = section
  return (
    <section className={styles.resting} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`} className={styles.title} dir="auto">
        {title}
      </h2>
      <Content section={section} />
    </section>
  )
}

function Content({ section: { id, kind } }: { section: Section }) {
  const { format } = useView()
  switch (kind) {
    case 'columns':
      return <Columns section={id} />
    case 'wall':
      return <Wall section={id} />
    case 'actions':
      return <ActionTable section={id} />
    case 'notes':
      return <NoteList section={id} actions={listsOf(format).actions} />
    case 'matrix':
    case 'poll':
      return null
  }
}
