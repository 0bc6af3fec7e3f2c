import type { Entry } from '@plenary/shared/entry'
import type { SessionClient } from '../sync/session-client.ts'
import { phoneSort } from '../words/phone-sort.ts'

/** Moves a card to the end of a lane, or back to "still to place", and offers the way back. */
export function place(client: SessionClient, entry: Entry, parent: string): void {
  if (entry.parent === parent) return
  client.deed(phoneSort.moved(client.entry(parent)?.text ?? phoneSort.unplaced), () => {
    client.move(entry.id, parent, null)
    // Whoever takes one card elsewhere takes it out of its group.
    client.setField(entry.id, 'group', '')
  })
}
