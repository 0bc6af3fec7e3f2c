import { Suspense, useRef, useState } from 'react'
import { Ellipsis } from 'lucide-react'
import { NAME_MAX } from '@plenary/shared/kinds'
import { CardText } from '../look/CardText.tsx'
import { groupName } from '../look/group-name.ts'
import { useClient, useEntry, useRefusal } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { GroupMenu } from './card-parts.ts'
import columns from './Columns.module.css'
import styles from './GroupHead.module.css'

export interface GroupHeadProps {
  id: string
  section: string
  /** Its cards here, in their order. */
  cards: readonly string[]
  /** Its menu's button picks it up by M. */
  byKeys?: boolean
}

/** The name of a group: carried by it, and with what can be done with it. */
export function GroupHead({ id, section, cards, byKeys = false }: GroupHeadProps) {
  const client = useClient()
  const entry = useEntry(id)
  const mayMove = useRefusal('move') === null
  const [is, setIs] = useState<'read' | 'menu' | 'rename'>('read')
  const opener = useRef<HTMLButtonElement>(null)
  const name = groupName(client, id)
  return (
    <>
      <header className={styles.head} data-hull={mayMove && is !== 'rename' ? id : undefined}>
        {is === 'rename' ? (
          <CardText
            id={id}
            label={words.name}
            max={NAME_MAX}
            className={columns.rename ?? ''}
            onDone={() => {
              setIs('read')
              opener.current?.focus()
            }}
          />
        ) : (
          <h3 className={styles.name} dir="auto">
            {name}
          </h3>
        )}
        <span className={`figures ${styles.count}`} aria-hidden="true">
          {cards.length}
        </span>
        {mayMove && (
          <button
            ref={opener}
            type="button"
            className={columns.tool}
            aria-label={words.more(name)}
            aria-haspopup="dialog"
            aria-keyshortcuts={byKeys ? 'M' : undefined}
            onClick={() => setIs('menu')}
          >
            <Ellipsis size={16} strokeWidth={2} aria-hidden="true" />
          </button>
        )}
      </header>
      {is === 'menu' && (
        <Suspense>
          <GroupMenu
            group={id}
            section={section}
            cards={cards}
            anchor={opener}
            onRename={entry === null ? null : () => setIs('rename')}
            onClose={() => setIs((now) => (now === 'menu' ? 'read' : now))}
          />
        </Suspense>
      )}
    </>
  )
}
