import { Suspense, useRef, useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { StoreApi } from 'zustand'
import { NAME_MAX } from '@plenary/shared/kinds'
import { CardText } from '../look/CardText.tsx'
import { groupName } from '../look/group-name.ts'
import { useClient, useEntry, useRefusal } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { GroupMenu } from './card-parts.ts'
import { seenAt, useInHand } from './useInHand.ts'
import type { Spots } from './useSpots.ts'
import { hullOf } from './wall-geometry.ts'
import type { InHand } from './wall-hands.ts'
import columns from './Columns.module.css'
import styles from './Wall.module.css'

export interface WallGroupProps {
  id: string
  section: string
  cards: readonly string[]
  spots: Spots
  store: StoreApi<InHand>
}

/** The box around the notes of a group, under their name; its head carries all of them. */
export function WallGroup({ id, section, cards, spots, store }: WallGroupProps) {
  const client = useClient()
  const entry = useEntry(id)
  const mayMove = useRefusal('move') === null
  const hand = useInHand(store, (one) => cards.includes(one))
  const [is, setIs] = useState<'read' | 'menu' | 'rename'>('read')
  const opener = useRef<HTMLButtonElement>(null)
  const name = groupName(client, id)
  const hull = hullOf(cards.flatMap((card) => seenAt(card, spots, hand) ?? []))
  return (
    <section className={styles.hull} style={hull} aria-label={words.label(name, cards.length)}>
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
    </section>
  )
}
