/** Where Yjs will put new items of one list, found out without touching the list. */
import type * as Y from 'yjs'
import { originOf } from './decode.ts'
import type { Fresh } from './decode.ts'
import { ORDER_STEPS_MAX } from './limits.ts'
import { hard } from './reject.ts'
import { sameId } from './yjs-internals.ts'
import type { Id } from './yjs-internals.ts'

/** A run of units of one client in the list. */
export interface Part {
  readonly client: number
  readonly clock: number
  end: number
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  /** The new item it is of; null = the document has it. */
  readonly fresh: Fresh | null
  left: Part | null
  right: Part | null
}

/** A copy of a list: the text of an entry, or all values a key ever had. */
export interface Chain {
  start: Part | null
  last: Part | null
  /** Parts of each client in clock order. */
  readonly parts: Map<number, Part[]>
  /** Spent so far, see {@link ORDER_STEPS_MAX}. */
  steps: number
}

/** Copies the list that begins with an item. Its length is the number of items, not of units. */
export function chainFrom(first: Y.Item | null): Chain {
  const chain: Chain = { start: null, last: null, parts: new Map(), steps: 0 }
  for (let item = first; item !== null; item = item.right) {
    const { id, length, origin, rightOrigin } = item
    link(chain, chain.last, {
      client: id.client,
      clock: id.clock,
      end: id.clock + length,
      origin,
      rightOrigin,
      fresh: null,
      left: null,
      right: null,
    })
  }
  for (const parts of chain.parts.values()) parts.sort((a, b) => a.clock - b.clock)
  return chain
}

/**
 * Puts a new item into the chain exactly where Yjs will (`Item.integrate`). False when the item's right
 * origin does not lie to the right of its origin: replicas would then disagree about its position.
 * Throws `Reject` when finding out takes too long.
 */
export function integrate(chain: Chain, fresh: Fresh, item: Y.Item): boolean {
  const origin = originOf(fresh, item)
  const { rightOrigin } = item
  const before = origin === null ? null : endingAt(chain, origin)
  if (before !== null && rightOrigin !== null && holds(before, rightOrigin)) return false
  const after = rightOrigin === null ? null : startingAt(chain, rightOrigin)
  if (after !== null && !reaches(chain, before, after)) return false

  let left = before
  const conflicting = new Set<Part>()
  const passed = new Set<Part>()
  for (
    let other = before === null ? chain.start : before.right;
    other !== null && other !== after;
    other = other.right
  ) {
    spend(chain)
    passed.add(other)
    conflicting.add(other)
    if (sameId(origin, other.origin)) {
      if (other.client < fresh.client) {
        left = other
        conflicting.clear()
      } else if (sameId(rightOrigin, other.rightOrigin)) break
    } else {
      const parent = other.origin === null ? null : partAt(chain, other.origin)
      if (parent === null || !passed.has(parent)) break
      if (!conflicting.has(parent)) {
        left = other
        conflicting.clear()
      }
    }
  }
  const { client, clock, end } = fresh
  link(chain, left, {
    client,
    clock,
    end,
    origin,
    rightOrigin,
    fresh,
    left: null,
    right: null,
  })
  return true
}

function link(chain: Chain, left: Part | null, part: Part): void {
  const right = left === null ? chain.start : left.right
  part.left = left
  part.right = right
  if (left === null) chain.start = part
  else left.right = part
  if (right === null) chain.last = part
  else right.left = part
  const parts = chain.parts.get(part.client)
  if (parts === undefined) chain.parts.set(part.client, [part])
  else parts.push(part)
}

/** Whether `target` lies to the right of `left`, null being the beginning. */
function reaches(chain: Chain, left: Part | null, target: Part): boolean {
  let part = left === null ? chain.start : left.right
  for (; part !== null && part !== target; part = part.right) spend(chain)
  return part !== null
}

function spend(chain: Chain): void {
  if (++chain.steps > ORDER_STEPS_MAX) hard('order-too-long')
}

function holds(part: Part, id: Id): boolean {
  return part.client === id.client && id.clock >= part.clock && id.clock < part.end
}

function indexOf(parts: readonly Part[], clock: number): number {
  let low = 0
  let high = parts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const part = parts[middle]
    if (part === undefined) break
    if (clock < part.clock) high = middle - 1
    else if (clock >= part.end) low = middle + 1
    else return middle
  }
  throw new Error('gate: an origin is not in the list it was resolved to')
}

function partAt(chain: Chain, id: Id): Part | null {
  const parts = chain.parts.get(id.client) ?? []
  return parts[indexOf(parts, id.clock)] ?? null
}

function endingAt(chain: Chain, id: Id): Part | null {
  cut(chain, id.client, id.clock, id.clock + 1)
  return partAt(chain, id)
}

function startingAt(chain: Chain, id: Id): Part | null {
  cut(chain, id.client, id.clock, id.clock)
  return partAt(chain, id)
}

/** Splits the part that holds `clock` so that one begins at `at`; as Yjs does, the right half hangs on the left one. */
function cut(chain: Chain, client: number, clock: number, at: number): void {
  const parts = chain.parts.get(client) ?? []
  const index = indexOf(parts, clock)
  const part = parts[index]
  if (part === undefined || at <= part.clock || at >= part.end) return
  const half: Part = {
    client,
    clock: at,
    end: part.end,
    origin: { client, clock: at - 1 },
    rightOrigin: part.rightOrigin,
    fresh: part.fresh,
    left: part,
    right: part.right,
  }
  if (part.right === null) chain.last = half
  else part.right.left = half
  part.right = half
  part.end = at
  parts.splice(index + 1, 0, half)
}
