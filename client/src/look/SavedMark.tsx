import { Check, CloudUpload } from 'lucide-react'
import { useLink } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import styles from './SavedMark.module.css'

/** A small mark: "Saving" or "All saved". Nothing while there is no connection; the banner speaks then. */
export function SavedMark() {
  const link = useLink()
  if (link.is !== 'live') return null
  const saved = link.waiting === 0
  return (
    <span className={styles.mark}>
      {saved ? (
        <Check size={14} strokeWidth={2} aria-hidden="true" />
      ) : (
        <CloudUpload size={14} strokeWidth={2} aria-hidden="true" />
      )}
      <span className={styles.words}>{saved ? common.saved : common.saving}</span>
    </span>
  )
}
