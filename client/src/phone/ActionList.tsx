import { useIds } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { ActionRow } from './ActionRow.tsx'
import list from '../look/List.module.css'

/** Actions in their order, each with owner and date. */
export function ActionList({ section }: { section: string }) {
  const actions = useIds(section, 'action')
  if (actions.length === 0) return <p className={list.quiet}>{discuss.emptyActions}</p>
  return (
    <ul className={list.list}>
      {actions.map((id) => (
        <li key={id} data-entry={id}>
          <ActionRow id={id} />
        </li>
      ))}
    </ul>
  )
}
