import type { MyDraft } from '@plenary/shared/mine'
import { phoneWrite } from '../words/phone-write.ts'
import { DraftRow } from './DraftRow.tsx'
import styles from '../look/List.module.css'

/** One's own drafts, in the order they were begun. */
export default function DraftList({ drafts }: { drafts: readonly MyDraft[] }) {
  return (
    <ul className={styles.list} aria-label={phoneWrite.mine}>
      {drafts.map((draft) => (
        <li key={draft.id}>
          <DraftRow draft={draft} />
        </li>
      ))}
    </ul>
  )
}
