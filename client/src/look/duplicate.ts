/** Cards made once more, each behind its own where it may stand there. */
import { addCards } from '../sync/many-cards.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { hands as words } from '../words/hands.ts'

/** Resolves to the ids of the new ones. Words that are set aside are nobody's to copy. */
export async function duplicate(
  client: SessionClient,
  cards: readonly string[],
): Promise<string[]> {
  const aside = client.view()?.facts.aside ?? {}
  const copies = cards.flatMap((id) => {
    const entry = client.entry(id)
    if (entry === null || entry.removed || Object.hasOwn(aside, id)) return []
    const lane = client.entry(entry.parent)
    const to = lane?.removed === true ? lane.parent : entry.parent
    return [{ text: entry.text, to, behind: id }]
  })
  if (copies.length === 0) return []
  return addCards(client, words.duplicated(copies.length), copies)
}
