import type { KeyboardEvent, RefObject } from 'react'
import { useContext, useState } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { isToTalkAbout } from '@plenary/shared/entry'
import { groupOf } from '@plenary/shared/group'
import { leaveGroup } from '../look/groups.ts'
import { duplicate } from '../look/duplicate.ts'
import { linksOf } from '../look/links.ts'
import { MovedBy } from '../look/MovedBy.tsx'
import { markToTalk } from '../look/talk.ts'
import { shorten } from '../look/shorten.ts'
import { listsOf } from '../look/lists-of.ts'
import { useClient, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { groups } from '../words/groups.ts'
import { hands } from '../words/hands.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { states } from '../words/states.ts'
import { wall as wallWords } from '../words/wall.ts'
import { AsideItem, ShowItem } from './LeadItems.tsx'
import { GroupChoice } from './GroupChoice.tsx'
import { LaneItem } from './LaneItem.tsx'
import { Popover } from './Popover.tsx'
import { moveCard, orderIn, zoneOf } from './move-card.ts'
import type { CardRights } from './rights.ts'
import { WallContext } from './wall-context.ts'
import styles from './Menu.module.css'

const words = desk.board

export interface CardMenuProps {
  entry: Entry
  section: string
  rights: CardRights
  anchor: RefObject<HTMLElement | null>
  /** Opens at the choice of what to group it with. */
  groups?: boolean
  onEdit: () => void
  onClose: () => void
}

/** Everything a mouse can do with a card, as a list: the categories with their numbers first. */
export default function CardMenu({
  entry,
  section,
  rights,
  anchor,
  groups: atGroups = false,
  onEdit,
  onClose,
}: CardMenuProps) {
  const client = useClient()
  const { format } = useView()
  const leads = useRefusal('lead') === null
  const adds = useRefusal('add card') === null
  const [grouping, setGrouping] = useState(atGroups)
  const wall = useContext(WallContext)
  const lanes = useIds(section, 'lane')
  const { actions } = listsOf(format)
  const from = zoneOf(client, entry, section)
  const order = orderIn(client, from)
  const at = order.indexOf(entry.id)
  const moveTo = (parent: string, before: string | null) => {
    onClose()
    moveCard(client, entry, { parent, before }, section)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!rights.move || event.ctrlKey || event.metaKey || event.altKey) return
    const lane = /^[1-9]$/.test(event.key) ? lanes[Number(event.key) - 1] : undefined
    if (lane !== undefined) moveTo(lane, null)
  }
  if (grouping)
    return <GroupChoice entry={entry} section={section} anchor={anchor} onClose={onClose} />
  return (
    <Popover
      label={words.more(shorten(entry.text))}
      anchor={anchor}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      {rights.move && lanes.length > 0 && (
        <fieldset aria-label={words.moveTo(shorten(entry.text))}>
          {lanes.map((lane, index) => (
            <LaneItem
              key={lane}
              id={lane}
              index={index}
              here={lane === from}
              onChoose={() => moveTo(lane, null)}
            />
          ))}
          {from !== section && (
            <button type="button" className={styles.item} onClick={() => moveTo(section, null)}>
              <span className={styles.glyph} />
              {phoneSort.unplaced}
            </button>
          )}
          <hr className={styles.rule} />
        </fieldset>
      )}
      {rights.move && wall === null && at > 0 && (
        <button
          type="button"
          className={styles.item}
          onClick={() => moveTo(from, order[at - 1] ?? null)}
        >
          {words.up}
        </button>
      )}
      {rights.move && wall === null && at < order.length - 1 && (
        <button
          type="button"
          className={styles.item}
          onClick={() => moveTo(from, order[at + 2] ?? null)}
        >
          {words.down}
        </button>
      )}
      {rights.move && (
        <button type="button" className={styles.item} onClick={() => setGrouping(true)}>
          {groups.with}
        </button>
      )}
      {rights.move && wall !== null && (
        <>
          <button
            type="button"
            className={styles.item}
            onClick={() => {
              onClose()
              wall.connect(entry.id)
            }}
          >
            {wallWords.connect}
          </button>
          {linksOf(client, entry).map(({ id, other }) => (
            <button
              key={id}
              type="button"
              className={styles.item}
              onClick={() => {
                onClose()
                client.remove(id)
              }}
            >
              {wallWords.disconnect(shorten(other.text))}
            </button>
          ))}
        </>
      )}
      {rights.move && groupOf(client, entry) !== null && (
        <button
          type="button"
          className={styles.item}
          onClick={() => {
            onClose()
            leaveGroup(client, entry)
          }}
        >
          {groups.takeOut}
        </button>
      )}
      {rights.move && (
        <button
          type="button"
          className={styles.item}
          onClick={() => {
            onClose()
            markToTalk(client, entry)
          }}
        >
          {isToTalkAbout(entry) ? states.talkEnd : states.talkMark}
        </button>
      )}
      {leads && <ShowItem card={entry.id} onDone={onClose} />}
      {rights.edit && (
        <button type="button" className={styles.item} onClick={onEdit}>
          {words.edit}
        </button>
      )}
      {adds && (
        <button
          type="button"
          className={styles.item}
          aria-keyshortcuts="Control+D Meta+D"
          onClick={() => {
            onClose()
            void duplicate(client, [entry.id])
          }}
        >
          {hands.duplicate}
        </button>
      )}
      {rights.addAction && actions !== null && (
        <button
          type="button"
          className={styles.item}
          onClick={() => {
            onClose()
            client.add('action', actions, entry.text, { from: entry.id })
            client.notify({ is: 'info', message: words.madeAction })
          }}
        >
          {words.toAction}
        </button>
      )}
      {leads && <AsideItem card={entry.id} onDone={onClose} />}
      {rights.remove && (
        <button
          type="button"
          className={styles.item}
          onClick={() => {
            onClose()
            client.remove(entry.id)
          }}
        >
          {common.remove}
        </button>
      )}
      <MovedBy card={entry.id} className={styles.title} />
    </Popover>
  )
}
