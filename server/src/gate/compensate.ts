/** Takes a refused change back in the transaction that applied it, so that nobody else ever receives its content. */
import type * as Y from 'yjs'
import type { Finding } from './changes.ts'
import type { Fresh } from './decode.ts'
import type { Restored } from './restored.ts'
import { eachStruct } from './yjs-internals.ts'

/** Undoes an applied change. An `erase` was left out of the update instead and needs nothing. */
export function compensate(finding: Finding, restored: Restored, tr: Y.Transaction): void {
  switch (finding.is) {
    case 'add':
      return deletePieces(finding.struct, tr)
    case 'set':
      // One that was overtaken does not hold the key.
      if (finding.overtaken !== null) return undefined
      return restored.putBack(finding.map, finding.change.field, {
        from: finding.change.from,
        over: finding.over,
      })
    case 'insert':
      for (const fresh of finding.strings) deletePieces(fresh, tr)
      return undefined
    case 'erase':
      return undefined
  }
}

/** Integration may have split the struct; whatever became of it goes. */
function deletePieces(fresh: Fresh, tr: Y.Transaction): void {
  eachStruct(tr.doc.store, fresh.client, fresh.clock, fresh.end, (struct) => {
    if (!struct.deleted && 'content' in struct) struct.delete(tr)
  })
}
