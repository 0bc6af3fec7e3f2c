/** "Keep going?": thumbs at zero, counted and never told whose. */
import type { Queue } from './queue.ts'
import type { Timer } from './timer.ts'
import { remaining } from './timer.ts'

export const THUMBS = ['up', 'side', 'down'] as const
export type Thumb = (typeof THUMBS)[number]

/** The server takes a thumb this long before zero: clocks differ, and a refused thumb helps nobody. Milliseconds. */
export const THUMB_EARLY = 2_000

/** Whether the room is asked: a topic is talked about and its time is up. */
export function thumbsOpen(
  { queue, timer }: { queue: Queue; timer: Timer },
  now: number,
  early = 0,
): boolean {
  return queue.some((topic) => topic.is === 'now') && remaining(timer, now) <= early
}
