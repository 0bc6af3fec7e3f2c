import type { Entry } from '@plenary/shared/entry'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { groupName } from '../look/group-name.ts'
import { choicesFor, groupWith, joinGroup } from '../look/groups.ts'
import { useClient } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'
import styles from './GroupSheet.module.css'

interface GroupSheetProps {
  entry: Entry
  section: string
  onClose: () => void
}

/** What a card can be grouped with: the groups there are first, then the other cards. */
export function GroupSheet({ entry, section, onClose }: GroupSheetProps) {
  const client = useClient()
  const { groups, cards } = choicesFor(client, entry, section)
  const choose = (then: () => void) => {
    onClose()
    then()
  }
  return (
    <Sheet title={words.withTitle(shorten(entry.text))} onClose={onClose}>
      {groups.length + cards.length === 0 && <p className={list.quiet}>{words.none}</p>}
      <ul className={list.list}>
        {groups.map(({ id, members, beside }) => (
          <li key={id}>
            <Button large onClick={() => choose(() => joinGroup(client, entry, id, beside))}>
              <b className={styles.name}>{groupName(client, id)}</b>
              <span className={`figures ${list.count}`}>{words.cards(members)}</span>
            </Button>
          </li>
        ))}
        {cards.map((card) => (
          <li key={card.id}>
            <Button large onClick={() => choose(() => groupWith(client, entry, card, section))}>
              <span className={styles.name}>{shorten(card.text, 80)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
