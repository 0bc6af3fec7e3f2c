import { Lock } from 'lucide-react'
import { useView } from '../sync/hooks.ts'
import { states as words } from '../words/states.ts'
import styles from './Locked.module.css'

/** Who locked the cards, and what can be done about it. */
export function Locked() {
  const { facts } = useView()
  const { name = '' } = facts.people[facts.cardsLockedBy ?? ''] ?? {}
  return (
    <p className={styles.locked}>
      <Lock size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>
        <b>{words.locked(name)}.</b> {words.lockedAsk}
      </span>
    </p>
  )
}
