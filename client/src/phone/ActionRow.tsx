import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import { refusalFor } from '@plenary/shared/permission'
import { Button } from '../look/Button.tsx'
import { CardText } from '../look/CardText.tsx'
import { peopleIn } from '../look/room.ts'
import { useClient, useEntry, useView } from '../sync/hooks.ts'
import { phoneActions } from '../words/phone-actions.ts'
import { shorten } from './shorten.ts'
import styles from './Action.module.css'

const words = phoneActions

/** One action: what, who, until when. */
export function ActionRow({ id }: { id: string }) {
  const client = useClient()
  const { you, setting } = useView()
  const entry = useEntry(id)
  const [editing, setEditing] = useState(false)
  if (entry === null || entry.removed) return null
  const own = entry.by === you.id
  const may = refusalFor(you, 'add action', setting) === null
  const mayEdit = refusalFor(you, own ? 'edit own' : 'add action', setting) === null
  const mayRemove = refusalFor(you, own ? 'remove own' : 'remove others', setting) === null
  return (
    <div className={styles.action}>
      <div className={styles.head}>
        {editing ? (
          <div className={styles.text}>
            <CardText id={id} label={words.text} onDone={() => setEditing(false)} />
          </div>
        ) : mayEdit ? (
          <button type="button" className={styles.text} onClick={() => setEditing(true)} dir="auto">
            {entry.text}
          </button>
        ) : (
          <p className={styles.text} dir="auto">
            {entry.text}
          </p>
        )}
        {mayRemove && (
          <Button
            kind="quiet"
            icon
            aria-label={words.remove(shorten(entry.text))}
            onClick={() => client.remove(id)}
          >
            <Trash2 size={18} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        )}
      </div>
      {may ? <Fields entry={entry} /> : <Said entry={entry} />}
    </div>
  )
}

function Fields({ entry }: { entry: Entry }) {
  const client = useClient()
  const view = useView()
  const people = peopleIn(view)
  const owner = entry.owner ?? ''
  const known = owner === '' || people.some((person) => person.id === owner)
  return (
    <div className={styles.fields}>
      <label>
        <span className="label">{words.owner}</span>
        <select
          className="field"
          value={owner}
          onChange={(event) => client.setField(entry.id, 'owner', event.target.value)}
        >
          <option value="">{words.nobody}</option>
          {!known && <option value={owner}>{view.facts.people[owner]?.name ?? owner}</option>}
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">{words.due}</span>
        <input
          className="field"
          type="date"
          value={entry.due ?? ''}
          onChange={(event) => client.setField(entry.id, 'due', event.target.value)}
        />
      </label>
    </div>
  )
}

function Said({ entry }: { entry: Entry }) {
  const { facts } = useView()
  const owner = entry.owner === undefined ? null : (facts.people[entry.owner]?.name ?? entry.owner)
  return (
    <p className={styles.said}>
      {owner === null ? words.noOwner : words.ownerIs(owner)}
      {', '}
      {entry.due === undefined ? words.noDue : words.dueIs(entry.due)}
    </p>
  )
}
