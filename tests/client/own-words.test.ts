/** Words of one's own that were on their way when something came between: none is lost without a word, none is there twice. */
import { offerAgain } from '@plenary/client/sync/offer-again'
import { createOwnWords } from '@plenary/client/sync/own-words'
import { editText } from '@plenary/client/sync/open-texts'
import type { TextEdit } from '@plenary/client/sync/editing'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { createBoard, putEntry, readEntry } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import { must } from '@plenary/shared/must'
import { afterEach, describe, expect, it } from 'vitest'
import { openClientWire } from '../kit/client-wire.ts'
import type { ClientWire, HandPage } from '../kit/client-wire.ts'
import { formatNamed } from '../kit/play.ts'
import { until } from '../kit/until.ts'

const wires: ClientWire[] = []
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire.leave()
})

/** Fay leads, everybody may propose cards with names, and Ben is about to write. */
async function proposing(): Promise<{ wire: ClientWire; fay: HandPage; ben: HandPage }> {
  const wire = await openClientWire(formatNamed('dot-vote'))
  wires.push(wire)
  const fay = must(wire.pages[0], 'Fay')
  await wire.command(fay, { type: 'phase.go', phase: 'propose' })
  const ben = await wire.join('Ben')
  await wire.quiet()
  return { wire, fay, ben }
}

const told = (client: SessionClient) => client.notices().flatMap(({ text }) => text ?? [])
const texts = (client: SessionClient) =>
  client.unplaced('ideas').map((id) => client.entry(id)?.text ?? '')

/** Ben’s board is taken, and judged, and the line falls before he hears of it. */
async function isJudgedUnheard(wire: ClientWire, ben: HandPage): Promise<void> {
  wire.open(ben)
  // What the server asks for on a new socket, and no more.
  await wire.settle()
  wire.down(ben, Infinity)
  wire.up(ben, Infinity)
  await wire.settle()
  wire.cut(ben)
}

async function closeOf(wire: ClientWire, fay: HandPage): Promise<void> {
  await wire.command(fay, { type: 'session.close' })
  wire.clock.advance(10_000)
}

describe('words that the rules refuse while the connection goes', () => {
  it('[C70] of a card that came too late there is a notice, though nobody heard the refusal', async () => {
    const { wire, fay, ben } = await proposing()
    wire.cut(ben)
    const card = must(ben.client.add('card', 'ideas', 'Too late'), 'a card')
    await closeOf(wire, fay)
    await isJudgedUnheard(wire, ben)
    await wire.quiet()
    expect(ben.client.entry(card)).toBeNull()
    expect(told(ben.client)).toEqual(['Too late'])
  })

  it('[C70] of letters in a text that stays, the text is there to copy as it was left', async () => {
    const { wire, fay, ben } = await proposing()
    const card = must(ben.client.add('card', 'ideas', 'Known'), 'a card')
    await wire.quiet()
    wire.cut(ben)
    const edit = editText(ben.client.editing, card)
    edit.set('Known, and', 10)
    edit.set('Known, and more', 15)
    await closeOf(wire, fay)
    await isJudgedUnheard(wire, ben)
    wire.open(ben)
    // The board comes first; what is typed then is refused for itself.
    wire.up(ben, Infinity)
    await wire.settle()
    await wire.quiet()
    edit.done()
    expect(ben.client.entry(card)?.text).toBe('Known')
    expect(told(ben.client)).toEqual(['Known, and more'])
  })

  it('[C70] whoever heard the refusal is told once, though "saved" was lost', async () => {
    const { wire, fay, ben } = await proposing()
    wire.cut(ben)
    ben.client.add('card', 'ideas', 'Too late')
    await closeOf(wire, fay)
    wire.open(ben)
    await wire.settle()
    wire.down(ben, Infinity)
    wire.up(ben, Infinity)
    await wire.settle()
    for (let n = 0; n < 20 && told(ben.client).length === 0; n++) wire.down(ben, 1)
    expect(told(ben.client)).toEqual(['Too late'])
    wire.cut(ben)
    await wire.quiet()
    expect(ben.client.notices()).toHaveLength(1)
  })

  it('[C70] whoever heard of words in the place of others that both are refused is told once', async () => {
    const { wire, fay, ben } = await proposing()
    const card = must(ben.client.add('card', 'ideas', 'All is good'), 'a card')
    await wire.quiet()
    wire.cut(ben)
    const edit = editText(ben.client.editing, card)
    edit.set('All is great', 12)
    await closeOf(wire, fay)
    await wire.quiet()
    edit.done()
    expect(ben.client.entry(card)?.text).toBe('All is good')
    expect(told(ben.client)).toEqual(['All is great'])
  })

  it('[C70] a card that somebody took away meanwhile is among the removed ones, and no notice', async () => {
    const { wire, fay, ben } = await proposing()
    wire.cut(ben)
    const card = must(ben.client.add('card', 'ideas', 'Here'), 'a card')
    await isJudgedUnheard(wire, ben)
    wire.miss(ben)
    wire.down(fay, Infinity)
    fay.client.remove(card)
    await wire.quiet()
    expect(ben.client.entry(card)).toMatchObject({ text: 'Here', removed: true })
    expect(told(ben.client)).toEqual([])
  })

  it('[C70] words that somebody erased before one heard that they are saved are there to copy', async () => {
    const { wire, fay, ben } = await proposing()
    wire.cut(ben)
    const card = must(ben.client.add('card', 'ideas', 'Here'), 'a card')
    await isJudgedUnheard(wire, ben)
    wire.miss(ben)
    wire.down(fay, Infinity)
    const edit = editText(fay.client.editing, card)
    edit.set('There', 5)
    edit.done()
    await wire.quiet()
    expect(texts(ben.client)).toEqual(['There'])
    expect(told(ben.client)).toEqual(['Here'])
  })

  it('[C70] what somebody tidied, with most of it there, is nothing to be told of', async () => {
    const { wire, fay, ben } = await proposing()
    wire.cut(ben)
    const card = must(ben.client.add('card', 'ideas', 'Teh build is slow'), 'a card')
    await isJudgedUnheard(wire, ben)
    wire.miss(ben)
    wire.down(fay, Infinity)
    const edit = editText(fay.client.editing, card)
    edit.set('The build is slow', 3)
    edit.done()
    await wire.quiet()
    expect(texts(ben.client)).toEqual(['The build is slow'])
    expect(told(ben.client)).toEqual([])
  })

  it('[C70] a few letters that came too late are told of, however much of one’s own stays', async () => {
    const { wire, fay, ben } = await proposing()
    wire.cut(ben)
    const card = must(ben.client.add('card', 'ideas', 'A long thing to say'), 'a card')
    await isJudgedUnheard(wire, ben)
    const edit = editText(ben.client.editing, card)
    edit.set('A long thing to say, so', 23)
    await closeOf(wire, fay)
    await isJudgedUnheard(wire, ben)
    await wire.quiet()
    edit.done()
    expect(texts(ben.client)).toEqual(['A long thing to say'])
    expect(told(ben.client)).toEqual(['A long thing to say, so'])
  })

  it('[C70] nor is that less lost because others have tidied elsewhere in the text', async () => {
    const { wire, fay, ben } = await proposing()
    wire.cut(ben)
    const card = must(ben.client.add('card', 'ideas', 'A long thing to say about it'), 'a card')
    await isJudgedUnheard(wire, ben)
    wire.miss(ben)
    wire.down(fay, Infinity)
    const [mine, theirs] = [ben, fay].map(({ client }) => editText(client.editing, card))
    theirs?.set('One long thing to say about it', 3)
    wire.up(fay, Infinity)
    await wire.settle()
    mine?.set('A long thing to say about it, so', 32)
    await closeOf(wire, fay)
    await isJudgedUnheard(wire, ben)
    await wire.quiet()
    for (const edit of [mine, theirs]) edit?.done()
    expect(texts(ben.client)).toEqual(['One long thing to say about it'])
    expect(told(ben.client)).toEqual(['A long thing to say about it, so'])
  })

  it('[C70] what others write, move and erase while one types is nothing to be told of', async () => {
    const { wire, fay, ben } = await proposing()
    const card = must(ben.client.add('card', 'ideas', 'One two three'), 'a card')
    const other = must(fay.client.add('card', 'ideas', 'Another'), 'a card')
    await wire.quiet()
    const [mine, theirs] = [ben, fay].map(({ client }) => editText(client.editing, card))
    const type = (edit: TextEdit | undefined, text: string): void => edit?.set(text, text.length)
    type(mine, 'One 2 three')
    type(theirs, 'two three')
    ben.client.move(other, 'ideas', card)
    fay.client.move(other, 'ideas', null)
    await wire.quiet()
    type(theirs, 'three')
    type(mine, `${mine?.text() ?? ''}, four`)
    await wire.quiet()
    type(theirs, '')
    await wire.quiet()
    expect([told(ben.client), told(fay.client)]).toEqual([[], []])
    for (const edit of [mine, theirs]) edit?.done()
  })
})

describe('a new seat in the midst of typing', () => {
  async function typing(): Promise<{
    wire: ClientWire
    ben: HandPage
    card: string
    edit: TextEdit
  }> {
    const { wire, ben } = await proposing()
    const card = must(ben.client.add('card', 'ideas', 'x'), 'a card')
    await wire.quiet()
    const edit = editText(ben.client.editing, card)
    // Faster than the answers: when one comes, the next letter is on its way.
    for (const text of ['xa', 'xab', 'xabc']) {
      edit.set(text, text.length)
      wire.down(ben, Infinity)
      if (text === 'xabc') break
      wire.up(ben, Infinity)
      await wire.settle()
    }
    return { wire, ben, card, edit }
  }

  async function seatedAgain(wire: ClientWire, ben: HandPage): Promise<void> {
    await wire.evict(ben)
    await until('another seat', () => {
      wire.open(ben)
      return ben.sockets.at(-1)?.readyState === 1
    })
    await wire.quiet()
  }

  it('[C71] has the letters that were lost offered, and not those that the server has', async () => {
    const { wire, ben, card, edit } = await typing()
    await seatedAgain(wire, ben)
    edit.done()
    expect(ben.client.entry(card)?.text).toBe('xabc')
    expect(told(ben.client)).toEqual([])
  })

  it('[C71] nor those that it has without having said so', async () => {
    const { wire, ben, card, edit } = await typing()
    wire.up(ben, Infinity)
    await wire.settle()
    wire.cut(ben)
    edit.set('xabcd', 5)
    wire.open(ben)
    await wire.settle()
    await seatedAgain(wire, ben)
    edit.done()
    expect(ben.client.entry(card)?.text).toBe('xabcd')
    expect(told(ben.client)).toEqual([])
  })

  it('[C71] nor those of what was typed without a connection, which went out in between', async () => {
    const { wire, ben } = await proposing()
    const card = must(ben.client.add('card', 'ideas', 'x'), 'a card')
    await wire.quiet()
    wire.cut(ben)
    const edit = editText(ben.client.editing, card)
    for (const text of ['xa', 'xab']) edit.set(text, text.length)
    await isJudgedUnheard(wire, ben)
    for (const text of ['xabc', 'xabcd']) edit.set(text, text.length)
    wire.open(ben)
    await wire.settle()
    await seatedAgain(wire, ben)
    edit.done()
    expect(ben.client.entry(card)?.text).toBe('xabcd')
    expect(told(ben.client)).toEqual([])
  })

  it('[C71] nor of a card that was added a moment ago', async () => {
    const { wire, ben } = await proposing()
    const card = must(ben.client.add('card', 'ideas', ''), 'a card')
    const edit = editText(ben.client.editing, card)
    edit.set('a', 1)
    wire.up(ben, Infinity)
    await wire.settle()
    edit.set('ab', 2)
    await seatedAgain(wire, ben)
    edit.done()
    expect(ben.client.entry(card)?.text).toBe('ab')
    expect(told(ben.client)).toEqual([])
  })
})

it('[C71] a page that was killed in the midst of typing leaves what the next one needs to know', () => {
  const at = (text: string, place = 'ideas/a0', owner?: string): Entry => ({
    id: 'c',
    kind: 'card',
    text,
    parent: 'ideas',
    order: place.slice(-2),
    removed: false,
    ...(owner === undefined ? {} : { owner }),
  })
  const word = {
    id: 'c',
    before: at('x'),
    between: [at('xa'), at('xab', 'ideas/a1')],
    after: at('xabc', 'ideas/a2', 'ben'),
    kept: true,
  }
  const offered = (text: string, place: string): [unknown, number] => {
    const doc = createBoard()
    putEntry(doc, { do: 'put', id: 'c', kind: 'card', text, place, fields: {} })
    const left = offerAgain(doc, [word], true)
    return [readEntry(doc, 'c'), left.length]
  }
  expect(offered('xab', 'ideas/a1')).toEqual([word.after, 0])
  expect(offered('xabc', 'ideas/a0')).toEqual([word.after, 0])
  // Somebody else has moved it, and somebody else has written in it.
  expect(offered('xa', 'ideas/b0')).toEqual([{ ...word.after, order: 'b0' }, 0])
  expect(offered('xay', 'ideas/a1')).toEqual([{ ...word.after, text: 'xay' }, 1])
})

it('[C71] of one’s own changes that are not saved, the first and the last are known, and some between', () => {
  const words = createOwnWords(() => Infinity)
  const entry = (text: string): Entry => ({
    id: 'c',
    kind: 'card',
    text,
    parent: 'ideas',
    order: 'a0',
    removed: false,
  })
  const typed = (n: number): Entry => entry('x'.repeat(n))
  for (let n = 1; n <= 500; n++) words.changed('c', typed(n - 1), typed(n), n, n)
  const [word] = words.all()
  expect(word).toMatchObject({ before: { text: '' }, after: { text: 'x'.repeat(500) } })
  expect(word?.between?.length).toBeLessThan(50)
  words.saved(10)
  expect(words.all()).toMatchObject([{ before: { text: 'x'.repeat(10) } }])
  words.saved(499)
  expect(words.all()).toHaveLength(1)
  words.saved(500)
  expect(words.all()).toEqual([])
})

it('[C71] more of one’s own keys than are known between stand there once all the same', () => {
  const at = (text: string): Entry => ({
    id: 'c',
    kind: 'card',
    text,
    parent: 'ideas',
    order: 'a0',
    removed: false,
  })
  const offered = (before: string, after: string, now: string): string | undefined => {
    const doc = createBoard()
    putEntry(doc, { do: 'put', id: 'c', kind: 'card', text: now, place: 'ideas/a0', fields: {} })
    offerAgain(doc, [{ id: 'c', before: at(before), after: at(after) }], true)
    return readEntry(doc, 'c')?.text
  }
  expect(offered('On.', 'One two three.', 'One tw.')).toBe('One two three.')
  expect(offered('One two three.', 'On.', 'One tw.')).toBe('On.')
  expect(offered('It is good.', 'It is great.', 'It is gr.')).toBe('It is great.')
  // What somebody else wrote stays.
  expect(offered('One', 'One two', 'One three')).toBe('One three two')
})

it('[C71] what is typed without a connection is kept as it was left, and no key of it', () => {
  let out = 0
  const words = createOwnWords(() => out)
  const entry = (text: string): Entry => ({
    id: 'c',
    kind: 'card',
    text,
    parent: 'ideas',
    order: 'a0',
    removed: false,
  })
  const type = (from: number, to: number): void => {
    for (let n = from; n <= to; n++)
      words.changed('c', entry('x'.repeat(n - 1)), entry('x'.repeat(n)), n, n)
  }
  type(1, 10)
  expect(words.all()).toMatchObject([{ before: { text: '' }, between: [] }])
  out = 10
  type(11, 20)
  expect(words.all()).toMatchObject([{ between: [entry('x'.repeat(10))] }])
  words.erased('c', 4, () => false)
  expect(words.saved(9)).toEqual([])
  expect(words.saved(10)).toEqual(['x'.repeat(20)])
})
