import { Lock } from 'lucide-react'
import { useRefusal, useView } from '../sync/hooks.ts'
import { states as words } from '../words/states.ts'
import styles from './Locked.module.css'

/** Who locked the cards, and what can be done about it. */
export function Locked() {
  const { facts } = useView()
  // Whoever leads moves them all the same.
  const stops = useRefusal('move') === 'cards-locked'
  const { name = '' } = facts.people[facts.cardsLockedBy ?? ''] ?? {}
  return (
    <p className={styles.locked}>
      <Lock size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>
        <b>{words.locked(name)}.</b> {stops && words.lockedAsk}
      </span>
    </p>
  )
}
