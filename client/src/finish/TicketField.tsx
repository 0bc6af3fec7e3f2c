import { useRef, useState } from 'react'
import { Pencil } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import { Button } from '../look/Button.tsx'
import { shorten } from '../look/shorten.ts'
import { useClient } from '../sync/hooks.ts'
import { finish as words } from '../words/finish.ts'
import { ticketLink } from './ticket.ts'
import styles from './Fields.module.css'

/** Longest ticket, as the table of kinds has it. */
const TICKET_MAX = 200

/** Where the action is tracked: a number, or an address of the web. */
export function TicketField({ entry }: { entry: Entry }) {
  const client = useClient()
  const [typing, setTyping] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const ticket = entry.ticket ?? ''
  const about = shorten(entry.text)
  const done = (typed: string | null) => {
    if (typed !== null && typed.trim() !== ticket) client.setField(entry.id, 'ticket', typed.trim())
    setTyping(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (typing)
    return (
      <input
        className={`field ${styles.field}`}
        aria-label={words.ticketOf(about)}
        placeholder={words.ticketHint}
        defaultValue={ticket}
        dir="auto"
        maxLength={TICKET_MAX}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to type it
        autoFocus
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') done(event.currentTarget.value)
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          done(null)
        }}
        onBlur={(event) => done(event.target.value)}
      />
    )
  if (ticket === '')
    return (
      <Button
        ref={button}
        kind="quiet"
        className={styles.add ?? ''}
        aria-label={`${words.addTicket}, ${about}`}
        onClick={() => setTyping(true)}
      >
        {words.addTicket}
      </Button>
    )
  return (
    <span className={styles.ticket}>
      <Ticket ticket={ticket} />
      <Button
        ref={button}
        kind="quiet"
        icon
        aria-label={words.changeTicket(about)}
        onClick={() => setTyping(true)}
      >
        <Pencil size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </span>
  )
}

/** A ticket to read: a link where it is an address of the web, and nothing that could run. */
export function Ticket({ ticket }: { ticket: string }) {
  const link = ticketLink(ticket)
  if (link === null) return <bdi className={styles.id}>{ticket}</bdi>
  return (
    <a
      className={styles.link}
      href={link.href}
      title={link.href}
      target="_blank"
      rel="noopener noreferrer"
    >
      <bdi>{link.label}</bdi>
      <span className="unseen">, {words.opensElsewhere}</span>
    </a>
  )
}
