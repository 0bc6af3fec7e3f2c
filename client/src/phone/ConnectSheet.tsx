import type { Entry } from '@plenary/shared/entry'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { connect, linkable } from '../look/links.ts'
import { useClient } from '../sync/hooks.ts'
import { wall as words } from '../words/wall.ts'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'
import styles from './GroupSheet.module.css'

/** What a card of a wall can be connected to. */
export function ConnectSheet({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const client = useClient()
  const cards = linkable(client, entry)
  return (
    <Sheet title={words.connectTitle(shorten(entry.text))} onClose={onClose}>
      {cards.length === 0 && <p className={list.quiet}>{words.connectNone}</p>}
      <ul className={list.list}>
        {cards.map((card) => (
          <li key={card.id}>
            <Button
              large
              onClick={() => {
                onClose()
                connect(client, entry, card)
              }}
            >
              <span className={styles.name}>{shorten(card.text, 80)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
