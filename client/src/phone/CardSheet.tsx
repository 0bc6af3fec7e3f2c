import { useState } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { isToTalkAbout } from '@plenary/shared/entry'
import { sectionOf } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { groupOf } from '@plenary/shared/group'
import { leaveGroup } from '../look/groups.ts'
import { duplicate } from '../look/duplicate.ts'
import { linksOf } from '../look/links.ts'
import { MovedBy } from '../look/MovedBy.tsx'
import { markToTalk } from '../look/talk.ts'
import { setAside } from '../look/set-aside.ts'
import { common } from '../words/common.ts'
import { groups } from '../words/groups.ts'
import { hands } from '../words/hands.ts'
import { phoneList } from '../words/phone-list.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { states } from '../words/states.ts'
import { wall } from '../words/wall.ts'
import { ConnectSheet } from './ConnectSheet.tsx'
import { GroupSheet } from './GroupSheet.tsx'
import { LaneChoices } from './LaneChoices.tsx'
import { place } from './place.ts'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'

interface CardSheetProps {
  entry: Entry
  section: string
  may: { edit: boolean; move: boolean; remove: boolean }
  onEdit: () => void
  onClose: () => void
}

/** What can be done with one card: move, group, edit, remove; and for who leads, read out and set aside. */
export function CardSheet({ entry, section, may, onEdit, onClose }: CardSheetProps) {
  const client = useClient()
  const lanes = useIds(section, 'lane')
  const { facts, format } = useView()
  const leads = useRefusal('lead') === null
  const adds = useRefusal('add card') === null
  const [grouping, setGrouping] = useState(false)
  const [connecting, setConnecting] = useState(false)
  const connects = may.move && sectionOf(format, section)?.kind === 'wall'
  const aside = Object.hasOwn(facts.aside, entry.id)
  if (connecting) return <ConnectSheet entry={entry} onClose={onClose} />
  if (grouping) return <GroupSheet entry={entry} section={section} onClose={onClose} />
  return (
    <Sheet title={aside ? groups.isAside : shorten(entry.text)} onClose={onClose}>
      {may.move && lanes.length > 0 && (
        <LaneChoices
          section={section}
          label={phoneSort.moveTitle(shorten(entry.text))}
          chosen={entry.parent}
          unplaced
          onChoose={(parent) => {
            place(client, entry, parent)
            onClose()
          }}
        />
      )}
      {may.move && !aside && (
        <Button large onClick={() => setGrouping(true)}>
          {groups.with}
        </Button>
      )}
      {connects && !aside && (
        <Button large onClick={() => setConnecting(true)}>
          {wall.connect}
        </Button>
      )}
      {connects &&
        linksOf(client, entry).map(({ id, other }) => (
          <Button
            key={id}
            large
            onClick={() => {
              client.remove(id)
              onClose()
            }}
          >
            {wall.disconnect(shorten(other.text))}
          </Button>
        ))}
      {may.move && groupOf(client, entry) !== null && (
        <Button
          large
          onClick={() => {
            leaveGroup(client, entry)
            onClose()
          }}
        >
          {groups.takeOut}
        </Button>
      )}
      {may.move && !aside && (
        <Button
          large
          onClick={() => {
            markToTalk(client, entry)
            onClose()
          }}
        >
          {isToTalkAbout(entry) ? states.talkEnd : states.talkMark}
        </Button>
      )}
      {leads && !aside && (
        <Button
          large
          onClick={() => {
            void client.ask({
              type: 'card.show',
              card: facts.show === entry.id ? null : entry.id,
            })
            onClose()
          }}
        >
          {facts.show === entry.id ? groups.showEnd : groups.show}
        </Button>
      )}
      {leads && (
        <Button
          large
          onClick={() => {
            setAside(client, entry.id, aside)
            onClose()
          }}
        >
          {aside ? groups.bringBack : groups.aside}
        </Button>
      )}
      {adds && !aside && (
        <Button
          large
          onClick={() => {
            void duplicate(client, [entry.id])
            onClose()
          }}
        >
          {hands.duplicate}
        </Button>
      )}
      {may.edit && (
        <Button large onClick={onEdit}>
          {phoneList.edit}
        </Button>
      )}
      {may.remove && (
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
      <MovedBy card={entry.id} className={list.quiet} />
    </Sheet>
  )
}
