import { useIds, useEntry, useView } from '../sync/hooks.ts'
import type { Section } from '@plenary/shared/format'
import board from '../report/BoardView.module.css'

/** Actions and notes as they stood: what the board beside them does not show. */
export function Lists() {
  const { format } = useView()
  return format.sections.map((section) => <List key={section.id} section={section} />)
}

function List({ section: { id, title } }: { section: Section }) {
  const actions = useIds(id, 'action')
  const notes = useIds(id, 'note')
  const ids = [...actions, ...notes]
  if (ids.length === 0) return null
  return (
    <section className={board.frame} aria-label={title}>
      <h2 className={board.title}>{title}</h2>
      <ul className={board.papers}>
        {ids.map((one) => (
          <Line key={one} id={one} />
        ))}
      </ul>
    </section>
  )
}

function Line({ id }: { id: string }) {
  return (
    <li className={board.lane} dir="auto">
      {useEntry(id)?.text}
    </li>
  )
}
