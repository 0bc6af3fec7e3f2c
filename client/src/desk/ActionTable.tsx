import { useRef, useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import { may } from '@plenary/shared/permission'
import { AboutAction } from '../finish/AboutAction.tsx'
import { DueField } from '../finish/DueField.tsx'
import { ownerName } from '../finish/owner.ts'
import { OwnerField } from '../finish/OwnerField.tsx'
import { Ticket, TicketField } from '../finish/TicketField.tsx'
import { useActionItems } from '../finish/useActionItems.ts'
import { CardText } from '../look/CardText.tsx'
import { sayDay } from '../look/day.ts'
import { shorten } from '../look/shorten.ts'
import { useEntry, useIds, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { finish } from '../words/finish.ts'
import { phoneActions } from '../words/phone-actions.ts'
import { discuss } from '../words/discuss.ts'
import { Popover } from './Popover.tsx'
import styles from './ActionTable.module.css'
import menu from './Menu.module.css'
import panel from './Panel.module.css'

const words = desk.actions

/** What will be done, by whom, until when, tracked where; what is missing is shown as the way to fill it in. */
export function ActionTable({ section }: { section: string }) {
  const actions = useIds(section, 'action')
  const box = useRef<HTMLDivElement>(null)
  // The row that had the focus is gone; the next one takes it.
  const onRemoved = (at: number) =>
    requestAnimationFrame(() => {
      const buttons = box.current?.querySelectorAll<HTMLElement>('[data-more]') ?? []
      ;(buttons[Math.min(at, buttons.length - 1)] ?? box.current)?.focus()
    })
  return (
    <div ref={box} className={styles.box} tabIndex={-1}>
      {actions.length === 0 ? (
        <p className={panel.quiet}>{discuss.emptyActions}</p>
      ) : (
        <table className={styles.table} aria-label={words.table}>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.due}</th>
              <th scope="col">{finish.ticket}</th>
              <th scope="col">
                <span className="unseen">{desk.console.more}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {actions.map((id, at) => (
              <ActionLine key={id} id={id} onRemoved={() => onRemoved(at)} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function ActionLine({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const view = useView()
  const entry = useEntry(id)
  const [editing, setEditing] = useState(false)
  const text = useRef<HTMLButtonElement>(null)
  if (entry === null || entry.removed) return null
  const { you, setting } = view
  const mayFields = may(you, 'add action', setting)
  const mayEdit = may(you, entry.by === you.id ? 'edit own' : 'add action', setting)
  const over = entry.status === 'done' || entry.status === 'dropped'
  return (
    <tr className={over ? styles.over : ''}>
      <td className={styles.what}>
        {editing ? (
          <CardText
            id={id}
            label={phoneActions.text}
            className={styles.text ?? ''}
            onDone={() => {
              setEditing(false)
              requestAnimationFrame(() => text.current?.focus())
            }}
          />
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
          <span className={styles.text} dir="auto">
            {entry.text}
          </span>
        )}
        <AboutAction entry={entry} />
      </td>
      {mayFields ? (
        <>
          <td>
            <OwnerField entry={entry} />
          </td>
          <td>
            <DueField entry={entry} />
          </td>
          <td>
            <TicketField entry={entry} />
          </td>
        </>
      ) : (
        <Said entry={entry} />
      )}
      <td className={styles.last}>
        <More entry={entry} onRemoved={onRemoved} />
      </td>
    </tr>
  )
}

/** The same to read, for who may not change it now. */
function Said({ entry }: { entry: Entry }) {
  const view = useView()
  const { owner = '', due = '', ticket = '' } = entry
  return (
    <>
      <td className={styles.said}>
        {owner === '' ? (
          <span className={styles.missing}>{phoneActions.noOwner}</span>
        ) : (
          ownerName(view, owner)
        )}
      </td>
      <td className={styles.said}>{due === '' ? phoneActions.noDue : sayDay(due)}</td>
      <td className={styles.said}>{ticket === '' ? '–' : <Ticket ticket={ticket} />}</td>
    </>
  )
}

function More({ entry, onRemoved }: { entry: Entry; onRemoved: () => void }) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const items = useActionItems(entry)
  if (items.length === 0) return null
  const label = finish.more(shorten(entry.text))
  return (
    <>
      <button
        ref={opener}
        data-more
        type="button"
        className={styles.more}
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={16} strokeWidth={2} aria-hidden="true" />
      </button>
      {open && (
        <Popover label={label} anchor={opener} onClose={() => setOpen(false)}>
          {items.map(({ label: said, act, removes }) => (
            <button
              key={said}
              type="button"
              className={menu.item}
              onClick={() => {
                setOpen(false)
                act()
                if (removes) onRemoved()
                // A row that moves is taken out of the page for a moment and loses the focus.
                else requestAnimationFrame(() => opener.current?.focus())
              }}
            >
              {said}
            </button>
          ))}
        </Popover>
      )}
    </>
  )
}
