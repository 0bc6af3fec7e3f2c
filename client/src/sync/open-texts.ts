/** Which texts are being edited here, each by the way that its entry asks for. */
import { readEntry, textOf } from '@plenary/shared/board'
import { KINDS } from '@plenary/shared/kinds'
import type * as Y from 'yjs'
import type { AskedEdit } from './asked-text.ts'
import { editByAsking } from './asked-text.ts'
import type { Clock } from './clock.ts'
import type { Commands } from './commands.ts'
import type { Projection } from './projection.ts'
import type { TextEdit } from './session-client.ts'
import { editLive } from './text-edit.ts'

export interface OpenTexts {
  edit: (id: string) => TextEdit
  /** Asks for every change now: the page may go. */
  flush: () => void
}

export interface OpenTextsParts {
  /** The document of the moment. */
  doc: () => Y.Doc | null
  /** Calls back when another document has taken its place. */
  onSwap: (listener: () => void) => () => void
  projection: Projection
  commands: Commands
  clock: Clock
}

export function createOpenTexts(parts: OpenTextsParts): OpenTexts {
  const { doc, onSwap, projection, commands, clock } = parts
  const asked = new Set<AskedEdit>()

  function readText(id: string): string | null {
    const current = doc()
    return current === null ? null : (readEntry(current, id)?.text ?? null)
  }

  function editAsked(id: string, max: number): TextEdit {
    let last = readText(id) ?? ''
    const edit = editByAsking({
      read: () => (last = readText(id) ?? last),
      watch: (listener) => projection.subscribeEntry(id, listener),
      reword: (from, to) =>
        commands.ask({ type: 'card.reword', card: id, from, to }).then(({ ok }) => ok),
      show: (text) => projection.reword(id, text),
      clock,
      max,
    })
    asked.add(edit)
    return {
      ...edit,
      done() {
        asked.delete(edit)
        edit.done()
      },
    }
  }

  return {
    edit(id) {
      const entry = projection.entry(id)
      const max = KINDS[entry?.kind ?? 'card'].textMax
      // A card that nobody has signed is written by the server alone, so that no client id signs it.
      if (entry?.kind === 'card' && entry.by === undefined) return editAsked(id, max)
      return editLive({
        text: () => {
          const current = doc()
          return current === null ? null : textOf(current, id)
        },
        onSwap,
        max,
      })
    },
    flush() {
      for (const edit of asked) edit.flush()
    },
  }
}
