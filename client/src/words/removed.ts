/** Words of what was taken away and can be brought back, and of the way back. */
import { translated } from './catalogue.ts'
import { common } from './common.ts'

export const removed = translated('removed', {
  card: 'Card removed',
  lane: 'Category removed. Its cards are still to place.',
  group: 'Group removed',
  action: 'Action removed',
  note: 'Note removed',
  field: 'Text removed',
  undoLast: 'Undo my last change',
  undone: (what: string | null) => (what === null ? 'Taken back.' : `Taken back: ${what}`),
  nothing: 'There is nothing of yours to take back.',
  since: (name: string | undefined) =>
    `${name ?? common.someone} changed it since, so it stays as it is.`,
})
