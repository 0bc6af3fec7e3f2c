/** Words of what was taken away and can be brought back. */
import { translated } from './catalogue.ts'

export const removed = translated('removed', {
  card: 'Card removed',
  lane: 'Category removed. Its cards are still to place.',
  group: 'Group removed',
  action: 'Action removed',
  note: 'Note removed',
  field: 'Text removed',
})
