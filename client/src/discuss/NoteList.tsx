import { useState } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { parkingOf } from '@plenary/shared/judge'
import { refusalFor } from '@plenary/shared/permission'
import { Button } from '../look/Button.tsx'
import { CardText } from '../look/CardText.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { someoneOf } from '../look/room.ts'
import { useClient, useEntry, useIds, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { discuss } from '../words/discuss.ts'
import { phoneList } from '../words/phone-list.ts'
import { Note } from '../look/Note.tsx'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'

/** Notes are on plain paper. */
const PAPER = 4

interface NoteListProps {
  section: string
  /** Where a note may go on as an action. */
  actions: string | null
  /** The topic whose notes come first; the others are folded away. */
  topic?: string | undefined
}

/** Notes in the order they were taken. */
export function NoteList({ section, actions, topic }: NoteListProps) {
  const client = useClient()
  const notes = useIds(section, 'note')
  if (topic === undefined)
    return notes.length === 0 ? (
      <p className={list.quiet}>{discuss.emptyNotes}</p>
    ) : (
      <Notes notes={notes} actions={actions} />
    )
  // Where a note is from is said when it is added and never changes.
  const here = notes.filter((id) => client.entry(id)?.from === topic)
  const others = notes.filter((id) => !here.includes(id))
  return (
    <>
      {here.length === 0 ? (
        <p className={list.quiet}>{discuss.noNotesHere}</p>
      ) : (
        <Notes notes={here} actions={actions} />
      )}
      {others.length > 0 && (
        <details className={list.details}>
          <summary>{discuss.otherNotes(others.length)}</summary>
          <Notes notes={others} actions={actions} />
        </details>
      )}
    </>
  )
}

function Notes({ notes, actions }: { notes: readonly string[]; actions: string | null }) {
  return (
    <ul className={list.list}>
      {notes.map((id) => (
        <li key={id} data-entry={id}>
          <NoteRow id={id} actions={actions} />
        </li>
      ))}
    </ul>
  )
}

function NoteRow({ id, actions }: { id: string; actions: string | null }) {
  const view = useView()
  const entry = useEntry(id)
  const [is, setIs] = useState<'read' | 'sheet' | 'edit'>('read')
  if (entry === null || entry.removed) return null
  if (is === 'edit')
    return (
      <Note lane={PAPER} look="raised">
        <CardText id={id} label={phoneList.text} onDone={() => setIs('read')} />
      </Note>
    )
  const { you, setting } = view
  const may = view.facts.status === 'running' && you.role !== 'observer'
  const acts = actions !== null && refusalFor(you, 'add action', setting) === null
  return (
    <>
      <Note
        lane={PAPER}
        meta={someoneOf(view, entry.by)?.name}
        more={
          may
            ? { label: discuss.moreFor(shorten(entry.text)), open: () => setIs('sheet') }
            : undefined
        }
      >
        {entry.text}
      </Note>
      {is === 'sheet' && (
        <NoteSheet
          entry={entry}
          actions={acts ? actions : null}
          onEdit={() => setIs('edit')}
          onClose={() => setIs('read')}
        />
      )}
    </>
  )
}

interface NoteSheetProps {
  entry: Entry
  actions: string | null
  onEdit: () => void
  onClose: () => void
}

function NoteSheet({ entry, actions, onEdit, onClose }: NoteSheetProps) {
  const client = useClient()
  const { you, setting, format } = useView()
  const own = entry.by === you.id
  const shared = entry.parent === parkingOf(format) ? 'park' : 'add note'
  const mayEdit = refusalFor(you, own ? 'edit own' : shared, setting) === null
  const mayRemove = refusalFor(you, own ? 'remove own' : 'remove others', setting) === null
  return (
    <Sheet title={shorten(entry.text)} onClose={onClose}>
      {actions !== null && (
        <Button
          kind="primary"
          large
          onClick={() => {
            client.add('action', actions, entry.text, { from: entry.id })
            client.notify({ is: 'info', message: discuss.madeAction })
            onClose()
          }}
        >
          {discuss.makeAction}
        </Button>
      )}
      {mayEdit && (
        <Button large onClick={onEdit}>
          {phoneList.edit}
        </Button>
      )}
      {mayRemove && (
        <Button
          large
          onClick={() => {
            client.remove(entry.id)
            onClose()
          }}
        >
          {common.remove}
        </Button>
      )}
    </Sheet>
  )
}
