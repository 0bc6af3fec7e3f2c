/** Which texts are being edited here, each by the way that its entry asks for. */
import { readEntry, textOf } from '@plenary/shared/board'
import { KINDS } from '@plenary/shared/kinds'
import { mergedText, spliced } from '@plenary/shared/splice'
import { editByAsking } from './asked-text.ts'
import type { AskedEdit, AskedWords, Editing, TextEdit } from './editing.ts'
import type { Deed, Deeds } from './deeds.ts'
import { editLive } from './text-edit.ts'
import { loadRemoved } from './sentence.ts'

/** Starts editing the text of an entry; from here to `done` it is one deed. */
export function editText(editing: Editing, id: string): TextEdit {
  const { deeds } = editing
  const edit = open(editing, id)
  let shown = edit.text()
  /** The text as it would be without one's own words. */
  let without = shown
  edit.watch((text) => {
    without = mergedText(shown, text, without).reduce(spliced, without)
    shown = text
  })
  return {
    ...edit,
    set(text, caret) {
      edit.set(text, caret)
      shown = edit.text()
    },
    done() {
      // Without any words left an unsigned card keeps those it has.
      const to = shown.trim() === '' && isUnsigned(editing, id) ? textOnBoard(editing, id) : shown
      if (to !== null && to !== without) {
        const deed = deeds.deed(null, () => deeds.wrote({ id, field: 'text', from: without, to }))
        // What it is called is not needed before it is taken back.
        void loadRemoved().then(({ removed }) => deed !== null && (deed.what = removed.edited))
      }
      edit.done()
    },
  }
}

/** By the way that its kind and author ask for. */
function open(editing: Editing, id: string): TextEdit {
  const { doc, onSwap, projection } = editing
  const max = KINDS[projection.entry(id)?.kind ?? 'card'].textMax
  if (isUnsigned(editing, id)) {
    const live = askedFor(editing, id).find((edit) => edit.resume())
    return live ?? editAsked(editing, id)
  }
  return editLive({
    text: () => {
      const current = doc()
      return current === null ? null : textOf(current, id)
    },
    onSwap,
    max,
  })
}

/** A card that nobody has signed is written by the server alone, so that no client id signs it. */
function isUnsigned({ projection }: Editing, id: string): boolean {
  const entry = projection.entry(id)
  return entry?.kind === 'card' && entry.by === undefined
}

/** As the document has them, without what is on its way; null where the card is gone. */
function textOnBoard({ doc }: Editing, id: string): string | null {
  const current = doc()
  return current === null ? null : (readEntry(current, id)?.text ?? null)
}

/** Edits of a card of which something is open, or on its way to the server. The newest stands last. */
function askedFor({ asked }: Editing, id: string): AskedEdit[] {
  return Array.from(asked).flatMap(({ card, edit }) => (card === id ? edit : []))
}

/** Writes a card that nobody has signed, on top of what is on its way for it. */
export function rewriteAsked(editing: Editing, id: string, text: string): void {
  const live = askedFor(editing, id).at(-1)
  const edit = live ?? editAsked(editing, id)
  edit.rewrite(text)
  if (live === undefined) edit.done()
}

function editAsked(editing: Editing, id: string): AskedEdit {
  const { projection, commands, deeds, clock, asked, askedChanged } = editing
  const read = (): string | null => textOnBoard(editing, id)
  let last = read() ?? ''
  const edit = editByAsking({
    read: () => (last = read() ?? last),
    watch: (listener) => projection.subscribeEntry(id, listener),
    reword: (from, to, number) =>
      commands.ask({ type: 'card.reword', card: id, from, to }, { id: number }).then(({ ok }) => {
        if (!ok) deeds.drop(wroteLast(deeds, id, to))
        return ok
      }),
    show: (text) => projection.reword(id, text),
    changed: askedChanged,
    over: () => asked.delete(words),
    clock,
    max: KINDS.card.textMax,
  })
  const words: AskedWords = {
    card: id,
    edit,
    flush() {
      // What was refused is not asked again as it stands.
      if (edit.pending() !== null) edit.flush()
    },
    pending() {
      const more = edit.pending()
      if (more === null) return null
      const { id: number, from, to } = more
      return { id: number, command: { type: 'card.reword', card: id, from, to } }
    },
  }
  asked.add(words)
  return edit
}

/** The newest deed that has written these words: what was taken back last is newer than what can still be taken back. */
function wroteLast({ all, undone }: Deeds, id: string, to: string): Deed | undefined {
  return all
    .concat(undone)
    .findLast(({ steps }) =>
      steps.some(
        (step) => 'id' in step && step.id === id && step.field === 'text' && step.to === to,
      ),
    )
}
