import { useSyncExternalStore } from 'react'
import { useClient } from '../sync/hooks.ts'
import { states as words } from '../words/states.ts'
import { CardMarks } from './CardMarks.tsx'
import styles from './CardMarks.module.css'

/** Between the texts; no card holds it. */
const BREAK = '\0'

/** Cards that were written here while the connection was lost, and that only the server can put on the board. */
export function Unsent({ parent }: { parent: string }) {
  const client = useClient()
  const all = useSyncExternalStore(client.subscribe, () => client.unsent(parent).join(BREAK))
  if (all === '') return null
  return (
    <ul className={styles.unsent} aria-label={words.unsent}>
      {all.split(BREAK).map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- texts may be equal and never move
        <li key={index} className={styles.card} dir="auto">
          {text}
          <CardMarks waits />
        </li>
      ))}
    </ul>
  )
}
