import type { StoreApi } from 'zustand'
import { groupName } from '../look/group-name.ts'
import { useClient, useEntry } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { GroupHead } from './GroupHead.tsx'
import type { GroupHeadProps } from './GroupHead.tsx'
import { seenAt, useInHand } from './useInHand.ts'
import type { Spots } from './useSpots.ts'
import { hullOf } from './wall-geometry.ts'
import type { InHand } from './wall-hands.ts'
import styles from './Wall.module.css'

interface WallGroupProps extends GroupHeadProps {
  spots: Spots
  store: StoreApi<InHand>
}

/** The box around the notes of a group, under their name; its head carries all of them. */
export function WallGroup({ spots, store, ...head }: WallGroupProps) {
  const { id, cards } = head
  const client = useClient()
  // Its name changes with its entry.
  useEntry(id)
  const hand = useInHand(store, (one) => cards.includes(one))
  const name = groupName(client, id)
  const hull = hullOf(cards.flatMap((card) => seenAt(card, spots, hand) ?? []))
  return (
    <section
      className={styles.hull}
      style={hull}
      data-group={id}
      aria-label={words.label(name, cards.length)}
    >
      <GroupHead {...head} />
    </section>
  )
}
