import { useState } from 'react'
import { Trash2, UserPlus } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import { NAME_MAX } from '@plenary/shared/kinds'
import { may } from '@plenary/shared/permission'
import { CardText } from '../look/CardText.tsx'
import { peopleIn } from '../look/room.ts'
import { shorten } from '../phone/shorten.ts'
import { useClient, useEntry, useIds, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import styles from './ActionTable.module.css'
import panel from './Panel.module.css'

const words = desk.actions
/** No id of a person or name of an owner: the choice "Somebody else". */
const OTHER = ' '

/** What will be done, by whom, until when; what is missing is shown as the way to fill it in. */
export function ActionTable({ section }: { section: string }) {
  const actions = useIds(section, 'action')
  if (actions.length === 0) return <p className={panel.quiet}>{phone.discuss.emptyActions}</p>
  return (
    <div className={styles.box}>
      <table className={styles.table} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">
              <span className="unseen">{desk.board.more(words.table)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {actions.map((id) => (
            <ActionLine key={id} id={id} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ActionLine({ id }: { id: string }) {
  const client = useClient()
  const { you, setting } = useView()
  const entry = useEntry(id)
  const [editing, setEditing] = useState(false)
  if (entry === null || entry.removed) return null
  const own = entry.by === you.id
  const mayFields = may(you, 'add action', setting)
  const mayEdit = may(you, own ? 'edit own' : 'add action', setting)
  const mayRemove = may(you, own ? 'remove own' : 'remove others', setting)
  return (
    <tr>
      <td className={styles.what}>
        {editing ? (
          <CardText
            id={id}
            label={phone.actions.text}
            className={styles.text ?? ''}
            onDone={() => setEditing(false)}
          />
        ) : mayEdit ? (
          <button type="button" className={styles.text} onClick={() => setEditing(true)} dir="auto">
            {entry.text}
          </button>
        ) : (
          entry.text
        )}
      </td>
      <td>
        <Owner entry={entry} may={mayFields} />
      </td>
      <td>
        {mayFields ? (
          <input
            type="date"
            className={styles.field}
            aria-label={`${words.due}, ${shorten(entry.text)}`}
            value={entry.due ?? ''}
            onChange={(event) => client.setField(id, 'due', event.target.value)}
          />
        ) : (
          (entry.due ?? phone.actions.noDue)
        )}
      </td>
      <td>
        {mayRemove && (
          <button
            type="button"
            className={styles.remove}
            aria-label={words.removeLabel(shorten(entry.text))}
            onClick={() => client.remove(id)}
          >
            <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
      </td>
    </tr>
  )
}

function Owner({ entry, may: mayChange }: { entry: Entry; may: boolean }) {
  const client = useClient()
  const view = useView()
  const [naming, setNaming] = useState(false)
  const people = peopleIn(view)
  const owner = entry.owner ?? ''
  const name = view.facts.people[owner]?.name ?? owner
  if (!mayChange)
    return owner === '' ? <span className={styles.missing}>{phone.actions.noOwner}</span> : name
  if (naming)
    return (
      <input
        className={styles.field}
        dir="auto"
        aria-label={words.ownerName}
        placeholder={words.ownerName}
        maxLength={NAME_MAX}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to type a name
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
          if (event.key === 'Escape') setNaming(false)
        }}
        onBlur={(event) => {
          const typed = event.target.value.trim()
          if (typed !== '') client.setField(entry.id, 'owner', typed)
          setNaming(false)
        }}
      />
    )
  const known = owner === '' || people.some((person) => person.id === owner)
  return (
    <span className={styles.owner}>
      {owner === '' && (
        <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" className={styles.missing} />
      )}
      <select
        className={`${styles.field} ${owner === '' ? styles.missing : ''}`}
        aria-label={`${words.who}, ${shorten(entry.text)}`}
        value={owner}
        onChange={(event) => {
          if (event.target.value === OTHER) setNaming(true)
          else client.setField(entry.id, 'owner', event.target.value)
        }}
      >
        <option value="">{phone.actions.nobody}</option>
        {!known && <option value={owner}>{name}</option>}
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
        <option value={OTHER}>{words.otherOwner}</option>
      </select>
    </span>
  )
}
