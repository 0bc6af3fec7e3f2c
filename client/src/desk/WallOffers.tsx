import { useStore } from 'zustand'
import type { StoreApi } from 'zustand'
import type { ShownTarget } from '../look/useTargets.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { wall as words } from '../words/wall.ts'
import { groupTogether } from './group-together.ts'
import type { Spots } from './useSpots.ts'
import { around, clusters } from './wall-geometry.ts'
import type { InHand } from './wall-hands.ts'
import styles from './Wall.module.css'

interface WallOffersProps {
  section: string
  targets: readonly ShownTarget[]
  spots: Spots
  store: StoreApi<InHand>
}

/** Notes that lie close together may belong together: offered, never done by itself, and not while one is carried. */
export function WallOffers({ section, targets, spots, store }: WallOffersProps) {
  const client = useClient()
  const { aside } = useView().facts
  const carried = useStore(store, ({ ids }) => ids.length > 0)
  if (carried) return null
  const alone = targets.flatMap(({ id, grouped }) => {
    const spot = spots.get(id)
    return grouped || spot === undefined || Object.hasOwn(aside, id) ? [] : [{ id, spot }]
  })
  return clusters(alone.map(({ spot }) => spot)).map((cluster) => {
    const near = cluster.flatMap((at) => alone[at] ?? [])
    const { left, top, width } = around(near.map(({ spot }) => spot))
    return (
      <button
        key={near[0]?.id}
        type="button"
        className={styles.offer}
        style={{ left: left + width, top }}
        onClick={() =>
          groupTogether(
            client,
            near.flatMap(({ id }) => client.entry(id) ?? []),
            section,
          )
        }
      >
        {words.groupThese(near.length)}
      </button>
    )
  })
}
