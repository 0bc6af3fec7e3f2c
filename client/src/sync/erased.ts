/** Which of this page's own words somebody else's change has taken out of the document. */
// oxlint-disable no-underscore-dangle -- Yjs marks its internals so
import * as Y from 'yjs'

/** Of one's own letters, so many stand there still where others have only tidied. */
const MOST = 0.8

/**
 * Calls back with the entry and the own clock of each piece: letters of its text, or all of it. `tidied`: whether letters
 * of others stand in its place, and most of one's own since a clock.
 */
export function eachErased(
  change: Y.Transaction,
  gone: (id: string, clock: number, tidied: (since: number) => boolean) => void,
): void {
  const { clientID } = change.doc
  if (change.local || !change.deleteSet.clients.has(clientID)) return
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || struct.id.client !== clientID) return
    // A value that another one took the place of is no word.
    if (struct.parentSub !== null && parentOf(struct) !== null) return
    let item = struct
    for (let above = parentOf(item); above !== null; above = parentOf(item)) item = above
    if (item.parentSub !== null)
      gone(item.parentSub, struct.id.clock, (since) => isTidied(change, struct, since))
  })
}

function isTidied({ doc, beforeState }: Y.Transaction, gone: Y.Item, since: number): boolean {
  let own = gone.length
  let stays = 0
  let isTheirs = false
  for (const way of ['left', 'right'] as const) {
    let isBeside = true
    for (let one = gone[way]; one !== null; one = one[way]) {
      const { id, length, deleted } = one
      const isOwn = id.client === doc.clientID
      const letters = isOwn ? Math.max(0, length - Math.max(0, since - id.clock)) : 0
      own += letters
      if (deleted) continue
      stays += letters
      isTheirs ||= isBeside && !isOwn && id.clock >= (beforeState.get(id.client) ?? 0)
      isBeside = false
    }
  }
  return isTheirs && stays >= own * MOST
}

function parentOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null
}
