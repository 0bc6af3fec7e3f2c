import type { RefObject } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { groupName } from '../look/group-name.ts'
import { choicesFor, groupWith, joinGroup } from '../look/groups.ts'
import { shorten } from '../look/shorten.ts'
import { useClient } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { Popover } from './Popover.tsx'
import styles from './Menu.module.css'

interface GroupChoiceProps {
  entry: Entry
  section: string
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** What a card can be grouped with: the groups there are first, then the other cards, those of its own place first. */
export function GroupChoice({ entry, section, anchor, onClose }: GroupChoiceProps) {
  const client = useClient()
  const { groups, cards } = choicesFor(client, entry, section)
  const choose = (then: () => void) => {
    onClose()
    then()
  }
  return (
    <Popover
      key="groups"
      label={words.withTitle(shorten(entry.text))}
      anchor={anchor}
      onClose={onClose}
    >
      <p className={styles.title}>{words.withTitle(shorten(entry.text))}</p>
      {groups.length + cards.length === 0 && <p className={styles.title}>{words.none}</p>}
      {groups.map(({ id, members, beside }) => (
        <button
          key={id}
          type="button"
          className={styles.item}
          onClick={() => choose(() => joinGroup(client, entry, id, beside))}
        >
          <b className={styles.name}>{groupName(client, id)}</b>
          <span className={`figures ${styles.count}`}>{words.cards(members)}</span>
        </button>
      ))}
      {cards.map((card) => (
        <button
          key={card.id}
          type="button"
          className={styles.item}
          onClick={() => choose(() => groupWith(client, entry, card, section))}
        >
          {shorten(card.text)}
        </button>
      ))}
    </Popover>
  )
}
