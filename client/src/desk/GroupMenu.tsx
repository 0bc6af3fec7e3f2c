import type { RefObject } from 'react'
import { useState } from 'react'
import { groupName } from '../look/group-name.ts'
import { groupsIn, mergeGroups, moveGroup, takeApart } from '../look/groups.ts'
import { cardsIn } from '../look/topics.ts'
import { useClient, useIds } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { LaneItem } from './LaneItem.tsx'
import { Popover } from './Popover.tsx'
import styles from './Menu.module.css'

export interface GroupMenuProps {
  group: string
  section: string
  cards: readonly string[]
  anchor: RefObject<HTMLElement | null>
  /** null: a group without an entry has no name to change. */
  onRename: (() => void) | null
  onClose: () => void
}

/** What can be done with a whole group. */
export default function GroupMenu({
  group,
  section,
  cards,
  anchor,
  onRename,
  onClose,
}: GroupMenuProps) {
  const client = useClient()
  const lanes = useIds(section, 'lane')
  const [merging, setMerging] = useState(false)
  const name = groupName(client, group)
  const from = client.entry(cards[0] ?? '')?.parent ?? section
  const others = groupsIn(client, section, cardsIn(client, section)).filter((one) => one !== group)
  const moveTo = (parent: string, lane: string) => {
    onClose()
    moveGroup(client, cards, parent, lane)
  }
  if (merging)
    return (
      <Popover key="merge" label={words.mergeTitle(name)} anchor={anchor} onClose={onClose}>
        <p className={styles.title}>{words.mergeTitle(name)}</p>
        {others.map((other) => (
          <button
            key={other}
            type="button"
            className={styles.item}
            onClick={() => {
              onClose()
              void mergeGroups(client, group, other, section)
            }}
          >
            {groupName(client, other)}
          </button>
        ))}
      </Popover>
    )
  return (
    <Popover key="menu" label={words.more(name)} anchor={anchor} onClose={onClose}>
      {lanes.length > 0 && (
        <fieldset aria-label={words.moveTo(name)}>
          {lanes.map((lane, index) => (
            <LaneItem
              key={lane}
              id={lane}
              index={index}
              here={lane === from}
              onChoose={() => moveTo(lane, client.entry(lane)?.text ?? '')}
            />
          ))}
          {from !== section && (
            <button
              type="button"
              className={styles.item}
              onClick={() => moveTo(section, phoneSort.unplaced)}
            >
              <span className={styles.glyph} />
              {phoneSort.unplaced}
            </button>
          )}
          <hr className={styles.rule} />
        </fieldset>
      )}
      {onRename !== null && (
        <button type="button" className={styles.item} onClick={onRename}>
          {words.rename}
        </button>
      )}
      {others.length > 0 && onRename !== null && (
        <button type="button" className={styles.item} onClick={() => setMerging(true)}>
          {words.merge}
        </button>
      )}
      <button
        type="button"
        className={styles.item}
        onClick={() => {
          onClose()
          takeApart(client, group, cards)
        }}
      >
        {words.apart}
      </button>
    </Popover>
  )
}
