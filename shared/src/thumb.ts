/** "Keep going?": thumbs at zero, counted and never told whose. */
import type { Topic } from './queue.ts'

export const THUMBS = ['up', 'side', 'down'] as const
export type Thumb = (typeof THUMBS)[number]

/** The server takes a thumb this long before zero: clocks differ, and a refused thumb helps nobody. Milliseconds. */
export const THUMB_EARLY = 2_000

/** Whether the room is asked: a topic is talked about and its time is up. `left`: milliseconds, below zero when over. */
export function thumbsOpen(queue: readonly Pick<Topic, 'is'>[], left: number, early = 0): boolean {
  return left <= early && queue.some((topic) => topic.is === 'now')
}
