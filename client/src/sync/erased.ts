/** Which of this page's own words somebody else's change has taken out of the document. */
// oxlint-disable no-underscore-dangle -- Yjs marks its internals so
import * as Y from 'yjs'

/** Calls back with the entry and the own clock of each piece: letters of its text, or all of it. */
export function eachErased(change: Y.Transaction, gone: (id: string, clock: number) => void): void {
  const { clientID } = change.doc
  if (change.local || !change.deleteSet.clients.has(clientID)) return
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || struct.id.client !== clientID) return
    // A value that another one took the place of is no word.
    if (struct.parentSub !== null && parentOf(struct) !== null) return
    let item = struct
    for (let above = parentOf(item); above !== null; above = parentOf(item)) item = above
    if (item.parentSub !== null) gone(item.parentSub, struct.id.clock)
  })
}

function parentOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null
}
