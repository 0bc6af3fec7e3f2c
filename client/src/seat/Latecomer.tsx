import { useState } from 'react'
import { X } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { minutesOf, readTimer } from '../look/clock.ts'
import { cardsAndActions } from '../look/counts.ts'
import { leadName } from '../look/room.ts'
import { settled } from '../session/just-joined.ts'
import { useClient, useView } from '../sync/hooks.ts'
import type { SessionClient, View } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { seat } from '../words/seat.ts'
import styles from './Seat.module.css'

const words = seat.late

/** For whoever comes while a phase runs: where the room is, told once, until it is read or the room moves on. */
export default function Latecomer() {
  const client = useClient()
  const view = useView()
  // As it stood when they came: a sentence that changes would be said again.
  const [told] = useState(() => tell(view, client))
  const [came] = useState(view.phase?.id)
  const [read, setRead] = useState(false)
  const { phase, facts, sessionId } = view
  const close = () => {
    settled(sessionId)
    setRead(true)
  }
  if (read || phase === null || phase.id !== came || facts.status !== 'running') return null
  return (
    <section className={`${styles.strip} ${styles.late}`} aria-label={words.label}>
      <div className={styles.told}>
        <output className={styles.where}>{told.where}</output>
        <p>{phase.question}</p>
        <p className={styles.hint}>{told.rules}</p>
      </div>
      <Button kind="quiet" icon aria-label={common.close} onClick={close}>
        <X size={18} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </section>
  )
}

/** "You're in Sort, 8 minutes left. So far: 19 cards", and what holds for cards here. */
function tell(view: View, client: SessionClient): { where: string; rules: string } {
  const { facts, phase } = view
  const lead = leadName(view) || common.theFacilitator
  const hides = phase?.opens.includes('drafts') === true
  const where = [
    words.where(phase?.title ?? '', leftOf(view, client.now())),
    soFar(view, client, hides),
  ]
  const rules = [
    facts.anonymous ? words.nameless : words.named,
    hides && view.you.takesPart ? words.hidden(lead) : '',
  ]
  const said = (parts: string[]) => parts.filter((part) => part !== '').join(' ')
  return { where: said(where), rules: said(rules) }
}

/** null when no clock runs that this person sees. */
function leftOf({ facts }: View, now: number): number | null {
  const reading = readTimer(facts.timer, now)
  if (facts.timer.hidden === true || reading.is === 'idle') return null
  return reading.is === 'over' ? 0 : minutesOf(reading.left)
}

function soFar({ facts, format }: View, client: SessionClient, hides: boolean): string {
  const { cards: shown, actions } = cardsAndActions(client, format)
  const cards = hides ? Math.max(shown, facts.live.drafts?.n ?? 0) : shown
  const parts = [
    cards === 0 ? '' : common.cards(cards),
    actions === 0 ? '' : words.actions(actions),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : words.soFar(parts.join(', '))
}
