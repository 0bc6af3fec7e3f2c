import { useRef, useState } from 'react'
import { UserPlus } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import { NAME_MAX } from '@plenary/shared/kinds'
import { peopleIn } from '../look/room.ts'
import { shorten } from '../look/shorten.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { finish as words } from '../words/finish.ts'
import { isHere, ownerName } from './owner.ts'
import styles from './Fields.module.css'

/** No id of a person and no name: the choice "Somebody else". */
const OTHER = ' '

/** Who takes an action on: a person of the session, a name, or nobody yet. */
export function OwnerField({ entry }: { entry: Entry }) {
  const client = useClient()
  const view = useView()
  const [naming, setNaming] = useState(false)
  const select = useRef<HTMLSelectElement>(null)
  const people = peopleIn(view)
  const owner = entry.owner ?? ''
  const label = words.ownerOf(shorten(entry.text))
  const set = (to: string) => {
    client.setField(entry.id, 'owner', to)
    // Nobody takes on for somebody else what they have not been asked.
    const asks = to !== '' && !isHere(view, to)
    if (asks && (entry.status ?? 'open') === 'open') client.setField(entry.id, 'status', 'offered')
    else if (!asks && entry.status === 'offered') client.setField(entry.id, 'status', 'open')
  }
  const named = (typed: string) => {
    const name = typed.trim()
    const known = people.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (name !== '') set(known?.id ?? name)
    setNaming(false)
    requestAnimationFrame(() => select.current?.focus())
  }
  if (naming)
    return (
      <input
        className={`field ${styles.field}`}
        aria-label={`${words.ownerName}, ${shorten(entry.text)}`}
        placeholder={words.ownerName}
        dir="auto"
        maxLength={NAME_MAX}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to type a name
        autoFocus
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') named(event.currentTarget.value)
          if (event.key !== 'Escape') return
          // Esc ends the naming, not the sheet around it.
          event.preventDefault()
          event.stopPropagation()
          named('')
        }}
        onBlur={(event) => named(event.target.value)}
      />
    )
  const known = owner === '' || people.some((person) => person.id === owner)
  return (
    <span className={styles.owner}>
      {owner === '' && (
        <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" className={styles.missing} />
      )}
      <select
        ref={select}
        className={`field ${styles.field} ${owner === '' ? styles.missing : ''}`}
        aria-label={label}
        value={owner}
        onChange={(event) => {
          if (event.target.value === OTHER) setNaming(true)
          else set(event.target.value)
        }}
      >
        <option value="">{words.nobody}</option>
        {!known && <option value={owner}>{ownerName(view, owner)}</option>}
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
        <option value={OTHER}>{words.somebodyElse}</option>
      </select>
    </span>
  )
}
