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
 * taking the end after the first. A key that would grow too long starts again after the left neighbour.
 */
export function keyBetween(left: string | null, right: string | null): string {
  try {
    const key = generateKeyBetween(left, right !== null && left !== null && right <= left ? null : right)
    return key.length <= ORDER_KEY_MAX ? key : generateKeyBetween(left, null)
  } catch {
    // A neighbour's key was not made by this library: stand at the end rather than nowhere.
    return generateKeyBetween(null, null)
  }
}

/** `count` keys in order, all after `left`. */
export function keysAfter(left: string | null, count: number): string[] {
  try {
    return generateNKeysBetween(left, null, count)
  } catch {
    return generateNKeysBetween(null, null, count)
  }
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
