/** Screens whose words for a screen reader are written down. */
import type { Width } from './screen.ts'

export const DEVICES = { desk: 1440, phone: 390 } as const satisfies Record<string, Width>
export type Device = keyof typeof DEVICES

/** Screens of the tour; whoever leads sees more of a section, and the console beside it. */
export const READ = [
  'home',
  'join',
  'lobby-leads',
  'lobby-waits',
  'scene-leads',
  'write-leads',
  'write',
  'sort-leads',
  'sort',
  'sort-read-out',
  'topics',
  'wall',
  'wall-vote',
  'vote',
  'tally',
  'estimate',
  'estimated',
  'discuss-leads',
  'discuss',
  'parking-sheet',
  'actions-leads',
  'actions',
  'closed',
  'report',
]

export function isRead(name: string, width: Width): boolean {
  return READ.includes(name) && Object.values<Width>(DEVICES).includes(width)
}
