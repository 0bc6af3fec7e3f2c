import type { ReactNode } from 'react'
import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import { NAME_MAX } from '@plenary/shared/kinds'
import { Button } from '../look/Button.tsx'
import { CardText } from '../look/CardText.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { groupName } from '../look/group-name.ts'
import { groupsIn, mergeGroups, moveGroup, takeApart } from '../look/groups.ts'
import { cardsIn } from '../look/topics.ts'
import { useClient, useEntry, useRefusal } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { LaneChoices } from './LaneChoices.tsx'
import list from '../look/List.module.css'
import styles from './GroupRow.module.css'

interface GroupRowProps {
  id: string
  section: string
  /** Its cards here, in their order. */
  cards: readonly string[]
  /** The cards as they are drawn. */
  children: ReactNode
}

/** Cards that belong together, under their name. */
export function GroupRow({ id, section, cards, children }: GroupRowProps) {
  const client = useClient()
  const entry = useEntry(id)
  const mayMove = useRefusal('move') === null
  const [is, setIs] = useState<'read' | 'sheet' | 'merge' | 'rename'>('read')
  const name = groupName(client, id)
  const close = () => setIs((now) => (now === 'rename' ? now : 'read'))
  return (
    <section className={styles.group} aria-label={words.label(name, cards.length)}>
      <header className={styles.head}>
        {is === 'rename' ? (
          <CardText
            id={id}
            label={words.name}
            max={NAME_MAX}
            className={styles.rename}
            onDone={() => setIs('read')}
          />
        ) : (
          <h3 className={styles.name} dir="auto">
            {name}
          </h3>
        )}
        <span className={`figures ${list.count}`} aria-hidden="true">
          {cards.length}
        </span>
        {mayMove && (
          <Button
            kind="quiet"
            icon
            aria-haspopup="dialog"
            aria-label={words.more(name)}
            onClick={() => setIs('sheet')}
          >
            <Ellipsis size={20} strokeWidth={2} aria-hidden="true" />
          </Button>
        )}
      </header>
      <ul className={styles.cards}>{children}</ul>
      {is === 'sheet' && (
        <GroupOptions
          id={id}
          section={section}
          cards={cards}
          onRename={entry === null ? null : () => setIs('rename')}
          onMerge={entry === null ? null : () => setIs('merge')}
          onClose={close}
        />
      )}
      {is === 'merge' && <MergeSheet id={id} section={section} onClose={close} />}
    </section>
  )
}

interface GroupOptionsProps {
  id: string
  section: string
  cards: readonly string[]
  /** null: a group without an entry has no name to change, and nothing to put together. */
  onRename: (() => void) | null
  onMerge: (() => void) | null
  onClose: () => void
}

function GroupOptions({ id, section, cards, onRename, onMerge, onClose }: GroupOptionsProps) {
  const client = useClient()
  const name = groupName(client, id)
  const from = client.entry(cards[0] ?? '')?.parent ?? section
  const others = groupsIn(client, section, cardsIn(client, section)).length > 1
  return (
    <Sheet title={name} onClose={onClose}>
      {client.ids(section, 'lane').length > 0 && (
        <LaneChoices
          section={section}
          label={words.moveTo(name)}
          chosen={from}
          unplaced
          onChoose={(parent) => {
            if (parent !== from)
              moveGroup(client, cards, parent, client.entry(parent)?.text ?? phoneSort.unplaced)
            onClose()
          }}
        />
      )}
      {onRename !== null && (
        <Button large onClick={onRename}>
          {words.rename}
        </Button>
      )}
      {onMerge !== null && others && (
        <Button large onClick={onMerge}>
          {words.merge}
        </Button>
      )}
      <Button
        large
        onClick={() => {
          takeApart(client, id, cards)
          onClose()
        }}
      >
        {words.apart}
      </Button>
    </Sheet>
  )
}

interface MergeSheetProps {
  id: string
  section: string
  onClose: () => void
}

function MergeSheet({ id, section, onClose }: MergeSheetProps) {
  const client = useClient()
  const others = groupsIn(client, section, cardsIn(client, section)).filter((one) => one !== id)
  return (
    <Sheet title={words.mergeTitle(groupName(client, id))} onClose={onClose}>
      {others.map((other) => (
        <Button
          key={other}
          large
          onClick={() => {
            void mergeGroups(client, id, other, section)
            onClose()
          }}
        >
          {groupName(client, other)}
        </Button>
      ))}
    </Sheet>
  )
}
