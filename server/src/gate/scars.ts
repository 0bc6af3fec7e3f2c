/**
 * Counts stretches of deleted content that stand apart. Each stays in the document for good, and every client repeats
 * all of them whenever it connects: a board with too many could not be spoken of in one frame any more.
 */
import * as Y from 'yjs'
import type { Incoming } from './decode.ts'
import type { Range } from './scene.ts'
import { eachStruct } from './yjs-internals.ts'
import type { Store } from './yjs-internals.ts'

/** How many more there are once these live ranges are deleted; fewer where they close a gap between two. */
export function scarsOf(store: Store, ranges: readonly Range[]): number {
  let scars = 0
  let last: Range | null = null
  const sorted =
    ranges.length < 2 ? ranges : ranges.toSorted((a, b) => a.client - b.client || a.clock - b.clock)
  for (const range of sorted) {
    const { client, clock, length } = range
    const joins = last?.client === client && last.clock + last.length === clock
    if (!joins && !isGone(store, client, clock - 1)) scars++
    if (isGone(store, client, clock + length)) scars--
    last = range
  }
  return scars
}

/** How many there are in what an applied update has brought. */
export function scarsIn(store: Store, { fresh, writer, end }: Incoming): number {
  const first = fresh[0]
  if (first === undefined || writer === null) return 0
  let scars = 0
  let gone = isGone(store, writer, first.clock - 1)
  eachStruct(store, writer, first.clock, end, ({ deleted }) => {
    if (deleted && !gone) scars++
    gone = deleted
  })
  return scars
}

function isGone(store: Store, client: number, clock: number): boolean {
  if (clock < 0 || clock >= Y.getState(store, client)) return false
  return Y.getItem(store, Y.createID(client, clock)).deleted
}
