/** Order keys: a place between two neighbours (fractional-indexing), and the sort by (key, id). */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { ORDER_KEY_MAX } from './kinds.ts'

export interface Ordered {
  id: string
  order: string
}

/** Two people who insert at the same spot make equal keys, so the id decides. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * A key strictly between two keys; null is the open end. Equal or reversed neighbours are stepped over by
 * taking the end after the first. A key that would grow too long starts again after the left neighbour. A
 * neighbour's key that is none of this library's counts as an open end. Always a key that the gate takes.
 */
export function keyBetween(left: string | null, right: string | null): string {
  const after = left !== null && isOrderKey(left) ? left : null
  const before = right !== null && isOrderKey(right) && (after ?? '') < right ? right : null
  const key = generateKeyBetween(after, before)
  if (isOrderKey(key)) return key
  const further = generateKeyBetween(after, null)
  // At the far end of all keys there is no room left; equal keys are sorted by id.
  return isOrderKey(further) ? further : (after ?? further)
}

/** `count` keys in order, all after `left`. */
export function keysAfter(left: string | null, count: number): string[] {
  const after = left !== null && isOrderKey(left) ? left : null
  const keys = generateNKeysBetween(after, null, count)
  return keys.map((key) => (isOrderKey(key) ? key : (after ?? key)))
}

/** Whether an order key is one that this library could have made. */
export function isOrderKey(key: string): boolean {
  if (key.length === 0 || key.length > ORDER_KEY_MAX || !/^[0-9A-Za-z]+$/.test(key)) return false
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}
