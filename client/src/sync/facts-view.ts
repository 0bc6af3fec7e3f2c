/** What everybody knows of the session, from whichever said it last: the first frame or the document. */
import { sessionOf } from '@plenary/shared/board'
import type { Facts } from '@plenary/shared/facts'
import { readFacts } from '@plenary/shared/facts'
import type * as Y from 'yjs'

export interface FactsView {
  attach: (doc: Y.Doc) => void
  detach: () => void
  /** The first frame of a connection carries them as plain JSON. */
  told: (facts: Readonly<Record<string, unknown>>) => void
  /** The same object until a fact changes; null until there are any. */
  facts: () => Facts | null
}

export function createFactsView(changed: () => void): FactsView {
  let facts: Facts | null = null
  let stale: Y.Map<unknown> | null = null
  let release: () => void = () => {}
  return {
    attach(doc) {
      release()
      const session = sessionOf(doc)
      const heard = () => {
        stale = session
        changed()
      }
      session.observeDeep(heard)
      release = () => session.unobserveDeep(heard)
      stale = session
    },
    detach() {
      release()
      release = () => {}
    },
    told(said) {
      stale = null
      facts = readFacts(said) ?? facts
    },
    facts() {
      if (stale !== null) {
        // A document that is still coming in has only some of them: then the old ones stay.
        facts = readFacts(stale.toJSON()) ?? facts
        stale = null
      }
      return facts
    },
  }
}
