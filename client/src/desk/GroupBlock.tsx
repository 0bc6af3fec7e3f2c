import type { ReactNode } from 'react'
import { groupName } from '../look/group-name.ts'
import { useClient, useEntry } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { GroupHead } from './GroupHead.tsx'
import type { GroupHeadProps } from './GroupHead.tsx'
import styles from './GroupBlock.module.css'

interface GroupBlockProps extends GroupHeadProps {
  /** The cards as they are drawn. */
  children: ReactNode
}

/** Cards that belong together, under their name. */
export function GroupBlock({ children, ...head }: GroupBlockProps) {
  const { id, cards } = head
  const client = useClient()
  // Its name changes with its entry.
  useEntry(id)
  const name = groupName(client, id)
  return (
    <section className={styles.group} data-group={id} aria-label={words.label(name, cards.length)}>
      <GroupHead {...head} byKeys />
      <ul className={styles.cards}>{children}</ul>
    </section>
  )
}
