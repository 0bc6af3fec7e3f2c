import { setAside } from '../look/set-aside.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import styles from './Menu.module.css'

interface LeadItemProps {
  card: string
  onDone: () => void
}

/** Puts one card on show for everybody, to be read out. */
export function ShowItem({ card, onDone }: LeadItemProps) {
  const client = useClient()
  const { facts } = useView()
  if (Object.hasOwn(facts.aside, card)) return null
  const shown = facts.show === card
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={shown}
      onClick={() => {
        onDone()
        void client.ask({ type: 'card.show', card: shown ? null : card })
      }}
    >
      {shown ? words.showEnd : words.show}
    </button>
  )
}

/** A hurtful card goes face down for all in one press, and comes back the same way. */
export function AsideItem({ card, onDone }: LeadItemProps) {
  const client = useClient()
  const { facts } = useView()
  const isAside = Object.hasOwn(facts.aside, card)
  return (
    <button
      type="button"
      className={styles.item}
      onClick={() => {
        onDone()
        setAside(client, card, isAside)
      }}
    >
      {isAside ? words.bringBack : words.aside}
    </button>
  )
}
