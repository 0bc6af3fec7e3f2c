/** Moving a card, with the way back. */
import type { Entry } from '@plenary/shared/entry'
import type { SessionClient } from '../sync/session-client.ts'
import { desk } from '../words/desk.ts'
import { phoneSort } from '../words/phone-sort.ts'
import type { Slot } from './drop.ts'
import { staysPut } from './drop.ts'

/** The cards that stand in one zone: a lane's, or those of a section that are in none. */
export function orderIn(client: SessionClient, parent: string): readonly string[] {
  return client.entry(parent) === null ? client.unplaced(parent) : client.ids(parent, 'card')
}

/** The zone a card stands in; a lane that is gone counts as its section. */
export function zoneOf(client: SessionClient, entry: Entry, section: string): string {
  const lane = client.entry(entry.parent)
  return lane !== null && !lane.removed ? lane.id : section
}

/** Writes once, and offers to undo while nobody has moved the card since. Nothing where it stays put. */
export function moveCard(client: SessionClient, entry: Entry, slot: Slot, section: string): void {
  const from = zoneOf(client, entry, section)
  const order = orderIn(client, from)
  if (staysPut(slot, { id: entry.id, parent: from }, order)) return
  const message =
    slot.parent === from
      ? desk.board.reordered
      : desk.board.moved(client.entry(slot.parent)?.text ?? phoneSort.unplaced)
  client.deed(message, () => {
    client.move(entry.id, slot.parent, slot.before)
    // Whoever takes one card elsewhere takes it out of its group.
    if (slot.parent !== from) client.setField(entry.id, 'group', '')
  })
}
