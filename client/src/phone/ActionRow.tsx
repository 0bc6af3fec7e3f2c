import { useRef, useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import { refusalFor } from '@plenary/shared/permission'
import { AboutAction } from '../finish/AboutAction.tsx'
import { DueField } from '../finish/DueField.tsx'
import { ownerName } from '../finish/owner.ts'
import { OwnerField } from '../finish/OwnerField.tsx'
import { Ticket, TicketField } from '../finish/TicketField.tsx'
import { useActionItems } from '../finish/useActionItems.ts'
import { Button } from '../look/Button.tsx'
import { CardText } from '../look/CardText.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { sayDay } from '../look/day.ts'
import { useEntry, useView } from '../sync/hooks.ts'
import { finish } from '../words/finish.ts'
import { phoneActions } from '../words/phone-actions.ts'
import { shorten } from '../look/shorten.ts'
import styles from './Action.module.css'

const words = phoneActions

/** One action: what, who, until when, tracked where. */
export function ActionRow({ id }: { id: string }) {
  const { you, setting } = useView()
  const entry = useEntry(id)
  const [editing, setEditing] = useState(false)
  const text = useRef<HTMLButtonElement>(null)
  if (entry === null || entry.removed) return null
  const may = refusalFor(you, 'add action', setting) === null
  const own = entry.by === you.id
  const mayEdit = refusalFor(you, own ? 'edit own' : 'add action', setting) === null
  const over = entry.status === 'done' || entry.status === 'dropped'
  return (
    <div className={`${styles.action} ${over ? styles.over : ''}`}>
      <div className={styles.head}>
        {editing ? (
          <div className={styles.text}>
            <CardText
              id={id}
              label={words.text}
              onDone={() => {
                setEditing(false)
                requestAnimationFrame(() => text.current?.focus())
              }}
            />
          </div>
        ) : mayEdit ? (
          <button
            ref={text}
            type="button"
            className={styles.text}
            onClick={() => setEditing(true)}
            dir="auto"
          >
            {entry.text}
          </button>
        ) : (
          <p className={styles.text} dir="auto">
            {entry.text}
          </p>
        )}
        <More entry={entry} />
      </div>
      <AboutAction entry={entry} />
      {may ? (
        <div className={styles.fields}>
          {/* Each field names itself and the action; the words above it are for the eye. */}
          <div>
            <span className="label" aria-hidden="true">
              {finish.owner}
            </span>
            <OwnerField entry={entry} />
          </div>
          <div>
            <span className="label" aria-hidden="true">
              {finish.due}
            </span>
            <DueField entry={entry} />
          </div>
          <div className={styles.ticket}>
            <TicketField entry={entry} />
          </div>
        </div>
      ) : (
        <Said entry={entry} />
      )}
    </div>
  )
}

function More({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false)
  const items = useActionItems(entry)
  const label = finish.more(shorten(entry.text))
  if (items.length === 0) return null
  return (
    <>
      <Button
        kind="quiet"
        icon
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={20} strokeWidth={2} aria-hidden="true" />
      </Button>
      {open && (
        <Sheet title={shorten(entry.text)} onClose={() => setOpen(false)}>
          {items.map(({ label: said, act }) => (
            <Button
              key={said}
              large
              onClick={() => {
                setOpen(false)
                act()
              }}
            >
              {said}
            </Button>
          ))}
        </Sheet>
      )}
    </>
  )
}

function Said({ entry }: { entry: Entry }) {
  const view = useView()
  const { owner = '', due = '', ticket = '' } = entry
  return (
    <p className={styles.said}>
      {owner === '' ? words.noOwner : words.ownerIs(ownerName(view, owner))}
      {', '}
      {due === '' ? words.noDue : words.dueIs(sayDay(due))}
      {ticket !== '' && (
        <>
          {', '}
          <Ticket ticket={ticket} />
        </>
      )}
    </p>
  )
}
