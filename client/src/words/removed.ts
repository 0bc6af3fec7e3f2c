/** Words of what was taken away and can be brought back, and of the way back. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const removed = translated('removed', {
  card: 'Card removed',
  lane: 'Category removed. Its cards are still to place.',
  group: 'Group removed',
  action: 'Action removed',
  note: 'Note removed',
  link: 'Connection removed',
  field: 'Text removed',
  undoLast: 'Undo my last change',
  undone: (what: string | null) => (what === null ? 'Taken back.' : `Taken back: ${what}`),
  nothing: 'There is nothing of yours to take back.',
  redoLast: 'Do it again',
  redone: (what: string | null) => (what === null ? 'Done again.' : `Done again: ${what}`),
  nothingAgain: 'There is nothing to do again.',
  edited: 'Words changed',
  since: (name: string | undefined) =>
    `${name ?? common.someone} changed it since, so it stays as it is.`,
  movedSince: (name: string | undefined) =>
    `${name ?? common.someone} moved it since, so it stays there.`,
  rewordedSince: 'Somebody changed the same words since, so they stay.',
  removedSince: 'It was removed since, so it stays as it is.',
  gone: 'It is not here any more.',
  laneHolds: 'The category holds cards by now, so it stays.',
  laneBack: 'The category is back already.',
  dotStays: 'The vote is over, so your dots stay as they are.',
})
