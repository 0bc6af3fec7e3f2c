import { useState } from 'react'
import { isToTalkAbout } from '@plenary/shared/entry'
import { refusalFor } from '@plenary/shared/permission'
import { CardMarks } from '../look/CardMarks.tsx'
import { CardText } from '../look/CardText.tsx'
import { someoneOf } from '../look/room.ts'
import { isLong } from '../look/long.ts'
import RichWords from '../look/RichWords.tsx'
import { useEntry, useView, useWaits } from '../sync/hooks.ts'
import { groups } from '../words/groups.ts'
import { phoneList } from '../words/phone-list.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { CardSheet } from './CardSheet.tsx'
import { Note } from '../look/Note.tsx'
import { shorten } from '../look/shorten.ts'

interface CardRowProps {
  id: string
  /** Its section, for moving it. */
  section: string
  /** Place of its lane, from 0; below 0 it is in none. */
  lane?: number
  /** Where there are lanes it may be moved between them. */
  sorts?: boolean
}

/** A card of the board, with what this person may do to it behind one button. */
export function CardRow({ id, section, lane = -1, sorts = false }: CardRowProps) {
  const view = useView()
  const entry = useEntry(id)
  const waits = useWaits(id)
  const [is, setIs] = useState<'read' | 'sheet' | 'edit'>('read')
  if (entry === null || entry.removed) return null
  const { you, setting, mine, facts } = view
  // Words that nobody sees are not edited here; their author has them in a place of their own.
  const aside = Object.hasOwn(facts.aside, id)
  const own = entry.by === you.id || mine.cards.includes(id)
  const may = {
    edit: !aside && refusalFor(you, own ? 'edit own' : 'edit others', setting) === null,
    move: sorts && refusalFor(you, 'move', setting) === null,
    remove: refusalFor(you, own ? 'remove own' : 'remove others', setting) === null,
  }
  const author = someoneOf(view, entry.by)
  const held = someoneOf(view, view.holders.get(id))
  const meta =
    held !== null
      ? phoneSort.inHand(held.name)
      : author !== null
        ? author.name
        : facts.anonymous
          ? undefined
          : phoneList.aloud
  if (is === 'edit')
    return (
      <Note lane={lane} look="raised">
        <CardText id={id} label={phoneList.text} onDone={() => setIs('read')} />
      </Note>
    )
  const any = may.edit || may.move || may.remove || you.role === 'facilitator'
  return (
    <>
      <Note
        lane={lane}
        meta={meta}
        marks={<CardMarks waits={waits} talk={isToTalkAbout(entry)} />}
        look={aside ? 'faceDown' : facts.show === id ? 'raised' : 'paper'}
        more={
          any
            ? { label: phoneList.more(shorten(entry.text)), open: () => setIs('sheet') }
            : undefined
        }
      >
        {aside ? groups.isAside : <RichWords text={entry.text} long={isLong(entry.text)} />}
      </Note>
      {is === 'sheet' && (
        <CardSheet
          entry={entry}
          section={section}
          may={may}
          onEdit={() => setIs('edit')}
          onClose={() => setIs('read')}
        />
      )}
    </>
  )
}
