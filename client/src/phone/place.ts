import type { Entry } from '@plenary/shared/entry'
import type { SessionClient } from '../sync/session-client.ts'
import { phoneSort } from '../words/phone-sort.ts'

/** Moves a card to the end of a lane, or back to "still to place", and offers the way back. */
export function place(client: SessionClient, entry: Entry, parent: string): void {
  if (entry.parent === parent) return
  const { id, parent: from } = entry
  const order = client.ids(from, 'card')
  const next = order[order.indexOf(id) + 1] ?? null
  client.move(id, parent, null)
  // Whoever takes one card elsewhere takes it out of its group.
  const { group = '' } = entry
  if (group !== '') client.setField(id, 'group', '')
  client.notify({
    is: 'info',
    message: phoneSort.moved(client.entry(parent)?.text ?? phoneSort.unplaced),
    undo: () => {
      const now = client.entry(id)
      if (now?.parent !== parent) {
        client.notify({ is: 'info', message: phoneSort.movedSince })
        return
      }
      const before = next !== null && client.entry(next)?.parent === from ? next : null
      client.move(id, from, before)
      if (group !== '') client.setField(id, 'group', group)
    },
  })
}
