import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBoard, putEntry, textOf } from '@plenary/shared/board'
import { mergedText, spliced } from '@plenary/shared/splice'
import { editByAsking } from '@plenary/client/sync/asked-text'
import { createListeners } from '@plenary/client/sync/listeners'
import { editLive } from '@plenary/client/sync/text-edit'
import { wellFormed } from '@plenary/client/sync/well-formed'
import * as Y from 'yjs'
import { handClock } from '../kit/hand-clock.ts'

const CARD = 'card'

/** A person with a text field over a document; the wire to the others is turned by hand. */
function editor(doc: Y.Doc) {
  const swaps = createListeners()
  let current = doc
  const edit = editLive({ text: () => textOf(current, CARD), onSwap: swaps.add, max: 2_000 })
  const field = { value: edit.text(), caret: 0 }
  edit.watch((text, moveCaret) => {
    field.value = text
    field.caret = moveCaret(field.caret)
  })
  return {
    field,
    edit,
    /** Replaces the whole value at once, as an IME or a spelling correction does. */
    types(value: string, caret = value.length) {
      field.value = value
      field.caret = caret
      edit.set(value, caret)
    },
    swap(to: Y.Doc) {
      current = to
      swaps.call()
    },
  }
}

function board(text: string): Y.Doc {
  const doc = createBoard()
  doc.transact(() =>
    putEntry(doc, { do: 'put', id: CARD, kind: 'card', text, place: 'section/a0' }),
  )
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = createBoard()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
}

const letters = fc
  .array(fc.constantFrom('a', 'b', ' ', '😀', '😁'), { maxLength: 10 })
  .map((units) => units.join(''))

describe('a text edited in the document', () => {
  it('[C9] two fields show the same once both have heard of each other', () => {
    fc.assert(
      fc.property(
        letters,
        fc.array(fc.tuple(fc.constantFrom('ana', 'ben', 'wire'), letters, fc.nat(10))),
        (start, steps) => {
          const [one, other] = [board(start), board('')]
          const two = copyOf(one)
          other.destroy()
          const [ana, ben] = [editor(one), editor(two)]
          for (const [who, text, caret] of steps) {
            if (who === 'wire') exchange(one, two)
            else (who === 'ana' ? ana : ben).types(text, Math.min(caret, text.length))
          }
          exchange(one, two)
          expect(ana.field.value).toBe(ben.field.value)
          expect(ana.field.value).toBe(textOf(one, CARD)?.toString())
          expect(wellFormed(ana.field.value)).toBe(ana.field.value)
          expect(ana.edit.text()).toBe(ana.field.value)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('[C9] keeps the words of both who typed at once', () => {
    const one = board('The deploy failed')
    const two = copyOf(one)
    const [ana, ben] = [editor(one), editor(two)]
    ana.types('The first deploy failed', 9)
    ben.types('The deploy failed twice')
    exchange(one, two)
    expect(ana.field.value).toBe('The first deploy failed twice')
    expect(ben.field.value).toBe('The first deploy failed twice')
  })

  it('[C9] moves the caret along with what others write before it, and not with what comes behind', () => {
    const one = board('one two')
    const two = copyOf(one)
    const [ana, ben] = [editor(one), editor(two)]
    ana.types('one two', 4)
    ana.field.caret = 4
    ben.types('zero one two', 5)
    ben.types('zero one two three')
    exchange(one, two)
    expect(ana.field).toEqual({ value: 'zero one two three', caret: 9 })
  })

  it('[C9] a whole text in place of another is one splice: what others wrote beside it stays', () => {
    const one = board('ka')
    const two = copyOf(one)
    const [ana, ben] = [editor(one), editor(two)]
    ben.types('ka, said Ben')
    ana.types('か', 1)
    exchange(one, two)
    expect(ana.field.value).toBe('か, said Ben')
  })

  it('[C9] never writes half a pair, however the field was cut', () => {
    const one = board('😀')
    const ana = editor(one)
    ana.types('😀x'.slice(1))
    expect(textOf(one, CARD)?.toString()).toBe('\uFFFDx')
  })

  it('[C10] goes on in the document that takes the place of the first, with what was typed in between', () => {
    const one = board('one')
    const ana = editor(one)
    ana.types('one two')
    const later = createBoard()
    ana.swap(later)
    ana.types('one two three')
    Y.applyUpdate(later, Y.encodeStateAsUpdate(copyOf(one)))
    ana.swap(later)
    expect(textOf(later, CARD)?.toString()).toBe('one two three')
    expect(ana.field.value).toBe('one two three')
  })

  it('[C9] is silent and writes nothing once it is done', () => {
    const one = board('one')
    const two = copyOf(one)
    const [ana, ben] = [editor(one), editor(two)]
    ana.edit.done()
    ben.types('one two')
    exchange(one, two)
    expect(ana.field.value).toBe('one')
  })
})

/** A server that alone writes a text and merges what is asked, as `card.reword` does; it answers by hand. */
function server(text: string) {
  const changed = createListeners()
  const asked: { id: string; from: string; to: string; answer: (granted: boolean) => void }[] = []
  const state = { text, shown: null as string | null, over: false }
  return {
    state,
    asked,
    changed,
    writes: (now: string): void => {
      state.text = now
      changed.call()
    },
    parts: {
      read: () => state.text,
      watch: changed.add,
      show: (now: string | null) => void (state.shown = now),
      max: 2_000,
      changed: () => {},
      over: () => void (state.over = true),
      reword: (from: string, to: string, id: string) =>
        new Promise<boolean>((settle) => asked.push({ id, from, to, answer: settle })),
    },
    /** Grants the oldest request: the text first, then the answer, as on the wire. */
    grants: async (): Promise<void> => {
      const one = asked.shift()
      if (one === undefined) throw new Error('nothing was asked')
      state.text = mergedText(one.from, one.to, state.text).reduce(spliced, state.text)
      changed.call()
      one.answer(true)
      await Promise.resolve()
    },
    refuses: async (): Promise<void> => {
      asked.shift()?.answer(false)
      await Promise.resolve()
    },
  }
}

describe('a text edited by asking', () => {
  it('[C11] asks once for each pause in typing, with the text it was typed on', async () => {
    const clock = handClock()
    const { asked, parts, state, grants } = server('one')
    const edit = editByAsking({ ...parts, clock })
    edit.set('one t', 5)
    clock.advance(400)
    edit.set('one two', 7)
    expect(asked).toEqual([])
    clock.advance(600)
    expect(asked).toMatchObject([{ from: 'one', to: 'one two' }])
    expect(state.shown).toBe('one two')
    await grants()
    clock.advance(10_000)
    expect(asked).toEqual([])
    edit.done()
    expect(state).toEqual({ text: 'one two', shown: null, over: true })
  })

  it('[C11] what is typed while the answer is on its way is asked for after it, and doubled never', async () => {
    const clock = handClock()
    const { asked, parts, state, grants } = server('')
    const edit = editByAsking({ ...parts, clock })
    edit.set('first', 5)
    clock.advance(600)
    edit.set('first second', 12)
    clock.advance(600)
    expect(asked).toHaveLength(1)
    await grants()
    expect(asked).toMatchObject([{ from: 'first', to: 'first second' }])
    await grants()
    expect(state.text).toBe('first second')
    expect(edit.text()).toBe('first second')
  })

  it('[C11] words of others come in, before and after one’s own are sent', async () => {
    const clock = handClock()
    const { parts, state, writes, grants } = server('middle')
    const edit = editByAsking({ ...parts, clock })
    const field = { value: '', caret: 0 }
    edit.watch((text, moveCaret) => {
      field.value = text
      field.caret = moveCaret(field.caret)
    })
    edit.set('middle mine', 11)
    field.caret = 11
    writes('theirs middle')
    expect(field).toEqual({ value: 'theirs middle mine', caret: 18 })
    clock.advance(600)
    writes('and theirs middle')
    await grants()
    expect(state.text).toBe('and theirs middle mine')
    expect(edit.text()).toBe('and theirs middle mine')
  })

  it('[C11] a refusal leaves the words in the field and asks for the same no second time', async () => {
    const clock = handClock()
    const { asked, parts, refuses } = server('one')
    const edit = editByAsking({ ...parts, clock })
    edit.set('two', 3)
    clock.advance(600)
    await refuses()
    clock.advance(10_000)
    expect(asked).toEqual([])
    expect(edit.text()).toBe('two')
    edit.set('three', 5)
    clock.advance(600)
    expect(asked).toMatchObject([{ from: 'one', to: 'three' }])
  })

  it('[C11] done asks at once, and shows the own text until the answer', async () => {
    const clock = handClock()
    const { asked, parts, state, grants } = server('one')
    const edit = editByAsking({ ...parts, clock })
    edit.set('two', 3)
    edit.done()
    expect(asked).toMatchObject([{ from: 'one', to: 'two' }])
    expect(state).toEqual({ text: 'one', shown: 'two', over: false })
    await grants()
    expect(state).toEqual({ text: 'two', shown: null, over: true })
  })

  it('[C11] what is typed on top of a request waits on top of it, under the number it is asked for by', async () => {
    const clock = handClock()
    const { asked, parts, state, grants, refuses } = server('one')
    const edit = editByAsking({ ...parts, clock })
    expect(edit.pending()).toBeNull()
    edit.set('one t', 5)
    const first = edit.pending()
    expect(first).toMatchObject({ from: 'one', to: 'one t' })
    clock.advance(600)
    expect(asked).toMatchObject([{ id: first?.id }])
    expect(edit.pending()).toBeNull()
    edit.set('one two', 7)
    edit.flush()
    const more = edit.pending()
    expect(more).toMatchObject({ from: 'one t', to: 'one two' })
    expect(more?.id).not.toBe(first?.id)
    edit.done()
    expect(edit.pending()).toEqual(more)
    await grants()
    expect(asked).toMatchObject([more])
    expect(state.over).toBe(false)
    await refuses()
    expect(edit.pending()).toBeNull()
    expect(state.over).toBe(true)
  })

  it('[C11] any order of typing, writing and answering ends with one text for all', async () => {
    await fc.assert(
      fc.asyncProperty(
        letters,
        fc.array(fc.tuple(fc.constantFrom('type', 'write', 'pass', 'grant'), letters)),
        async (start, steps) => {
          const clock = handClock()
          const { asked, parts, state, writes, grants } = server(start)
          const edit = editByAsking({ ...parts, clock })
          for (const [what, text] of steps) {
            if (what === 'type') edit.set(`m${text}`, text.length + 1)
            else if (what === 'write') writes(`t${text}`)
            else if (what === 'pass') clock.advance(600)
            else if (asked.length > 0) await grants()
          }
          edit.flush()
          while (asked.length > 0) await grants()
          expect(edit.text()).toBe(state.text)
        },
      ),
      { numRuns: 300 },
    )
  })
})
