import type { ReactNode } from 'react'
import { useState } from 'react'
import { UserPlus } from 'lucide-react'
import { refusalFor } from '@plenary/shared/permission'
import { DueField } from '../finish/DueField.tsx'
import { OwnerField } from '../finish/OwnerField.tsx'
import { Ticket, TicketField } from '../finish/TicketField.tsx'
import { Avatar } from '../look/Avatar.tsx'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { sayDay } from '../look/day.ts'
import { someoneOf } from '../look/room.ts'
import { useClient, useEntry, useRefusal, useView } from '../sync/hooks.ts'
import { finish } from '../words/finish.ts'
import { report as words } from '../words/report.ts'
import type { ReportView } from './report-schema.ts'
import styles from './Document.module.css'

type ActionView = ReportView['actions'][number]

/** What was taken on. What is missing is the way to fill it in: at once while the session runs, else after "Reopen". */
export function ActionsPart({ actions }: { actions: readonly ActionView[] }) {
  const [asks, setAsks] = useState(false)
  if (actions.length === 0) return <p className={styles.quiet}>{words.noActions}</p>
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.ticket}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <ActionLine key={action.id} action={action} onFill={() => setAsks(true)} />
          ))}
        </tbody>
      </table>
      {asks && <Reopen onClose={() => setAsks(false)} />}
    </>
  )
}

function ActionLine({ action, onFill }: { action: ActionView; onFill: () => void }) {
  const { you, setting } = useView()
  const entry = useEntry(action.id)
  const mayFill = entry !== null && refusalFor(you, 'add action', setting) === null
  return (
    <tr>
      <td data-label={words.what}>
        <span className={styles.whole} dir="auto">
          {action.what}
          <About action={action} />
        </span>
      </td>
      {mayFill ? (
        <>
          <td data-label={words.who}>
            <OwnerField entry={entry} />
          </td>
          <td data-label={words.due}>
            <DueField entry={entry} />
          </td>
          <td data-label={words.ticket}>
            <TicketField entry={entry} />
          </td>
        </>
      ) : (
        <>
          <td data-label={words.who}>
            <Owner action={action} onFill={onFill} />
          </td>
          <td data-label={words.due} className={styles.kept}>
            {action.due === null ? (
              <Missing word={words.pickDate} none={words.noDate} onFill={onFill} />
            ) : (
              sayDay(action.due)
            )}
          </td>
          <td data-label={words.ticket}>
            {action.ticket === null ? (
              <Missing word={finish.addTicket} none="–" onFill={onFill} />
            ) : (
              <Ticket ticket={action.ticket} />
            )}
          </td>
        </>
      )}
    </tr>
  )
}

function About({ action: { from, status } }: { action: ActionView }) {
  const said = [
    ...(from === null ? [] : [finish.from(from)]),
    ...(status === 'done' || status === 'dropped' ? [words.is[status]] : []),
    ...(status === 'offered' ? [finish.notHere] : []),
  ]
  return said.length === 0 ? null : <span className={styles.about}>{said.join(' · ')}</span>
}

function Owner({ action, onFill }: { action: ActionView; onFill: () => void }) {
  const client = useClient()
  const view = useView()
  if (action.owner === null)
    return (
      <Missing
        word={words.noOwner}
        none={words.noOwner}
        onFill={onFill}
        icon={<UserPlus size={16} strokeWidth={1.75} aria-hidden="true" />}
        loud
      />
    )
  const person = someoneOf(view, client.entry(action.id)?.owner)
  return (
    <span className={styles.owner}>
      {person !== null && (
        <span aria-hidden="true" className={styles.face}>
          <Avatar person={person} size={24} />
        </span>
      )}
      {action.owner}
    </span>
  )
}

interface MissingProps {
  word: string
  /** For who cannot fill it in. */
  none: string
  icon?: ReactNode
  loud?: boolean
  onFill: () => void
}

function Missing({ word, none, icon, loud = false, onFill }: MissingProps) {
  const mayReopen = useRefusal('reopen') === null
  const look = `${styles.fill} ${loud ? styles.missing : styles.quiet}`
  return mayReopen ? (
    <button type="button" className={look} aria-haspopup="dialog" onClick={onFill}>
      {icon}
      {word}
    </button>
  ) : (
    <span className={look}>
      {icon}
      {none}
    </span>
  )
}

/** A closed session is not changed by accident. */
function Reopen({ onClose }: { onClose: () => void }) {
  const client = useClient()
  return (
    <Sheet title={words.reopenTitle} onClose={onClose}>
      <p>{words.reopenBody}</p>
      <Button
        kind="primary"
        large
        onClick={() => {
          void client.ask({ type: 'session.reopen' })
          onClose()
        }}
      >
        {words.reopen}
      </Button>
    </Sheet>
  )
}
