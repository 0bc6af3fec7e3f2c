import { remember } from '@plenary/server/memory'
import type { Format } from '@plenary/shared/format'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { formatNamed } from '../kit/play.ts'
import { openWire, plainOf } from '../kit/wire.ts'
import type { Page, Wire } from '../kit/wire.ts'

const numbers = { page: fc.nat(2), a: fc.nat(9), b: fc.nat(9) }
const anEdit = fc.record({
  ...numbers,
  is: fc.constant('edit' as const),
  what: fc.constantFrom('add', 'move', 'group', 'type', 'erase', 'remove', 'note'),
})
const aCrank = fc.record({
  ...numbers,
  is: fc.constant('crank' as const),
  what: fc.constantFrom('up', 'down', 'repeat up', 'repeat down', 'drop', 'connect', 'settle'),
})
const aRule = fc.record({
  ...numbers,
  is: fc.constant('rule' as const),
  what: fc.constantFrom('phase', 'lock', 'wait'),
})
const step = fc.oneof(
  { weight: 4, arbitrary: anEdit },
  { weight: 4, arbitrary: aCrank },
  { weight: 1, arbitrary: aRule },
)
type StepOf<A> = A extends fc.Arbitrary<infer T> ? T : never

const WORDS = ['a', 'why ', '🙂', 'risk', 'é', 'longer words ']
let made = 0
const newId = (): string => `card${made++}`.padEnd(22, '-')

function entriesOf(page: Page): [string, Y.Map<unknown>][] {
  const all = [...page.doc.getMap('cards').entries()]
  const entries = all.filter((pair): pair is [string, Y.Map<unknown>] => pair[1] instanceof Y.Map)
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function add(page: Page, kind: 'card' | 'note', place: string, text: string): void {
  page.doc.transact(() => {
    const entry = new Y.Map<unknown>()
    entry.set('kind', kind)
    entry.set('text', new Y.Text(text))
    entry.set('place', place)
    entry.set('by', page.person)
    page.doc.getMap('cards').set(newId(), entry)
  })
}

/** What an honest client does to its own replica, whatever has happened meanwhile elsewhere. */
async function edit(
  wire: Wire,
  page: Page,
  { what, a, b }: StepOf<typeof anEdit>,
  section: string,
  named: boolean,
) {
  const entries = entriesOf(page).filter(([, entry]) => entry.get('kind') === 'card')
  const own = entriesOf(page).filter(([, entry]) => entry.get('by') === page.person)
  const [id, any] = entries[a % Math.max(1, entries.length)] ?? []
  const [, mine] = own[a % Math.max(1, own.length)] ?? []
  const text = mine?.get('text')
  switch (what) {
    case 'add':
      if (named) return add(page, 'card', `${section}/a${b}`, WORDS[a % WORDS.length] ?? 'x')
      await wire.command(page, { type: 'card.add', text: `said ${a}`, to: section })
      return
    case 'note':
      return add(page, 'note', `parking/a${b}`, 'a note')
    case 'move':
      return void any?.set('place', `${section}/a${b}`)
    case 'group':
      return void any?.set('group', b < 5 ? '' : `g${b}`)
    case 'type':
      if (text instanceof Y.Text) text.insert(b % (text.length + 1), WORDS[a % WORDS.length] ?? 'x')
      else if (!named && id !== undefined && any !== undefined) {
        const from = String(any.get('text'))
        await wire.command(page, { type: 'card.reword', card: id, from, to: `${from} more` })
      }
      return
    case 'erase':
      if (text instanceof Y.Text && text.length > 0) {
        const at = b % text.length
        text.delete(at, Math.min(1 + (a % 3), text.length - at))
      }
      return
    case 'remove':
      return void mine?.set('removed', b % 2 === 0)
  }
}

function crank(wire: Wire, page: Page, { what, a }: StepOf<typeof aCrank>): Promise<void> | void {
  switch (what) {
    case 'up':
    case 'down':
      return wire.carry(page, what, a + 1)
    case 'repeat up':
    case 'repeat down': {
      const queue = what === 'repeat up' ? page.up : page.down
      const [frame] = queue
      if (frame !== undefined) queue.unshift(frame)
      return
    }
    case 'drop':
      return wire.drop(page)
    case 'connect':
      return wire.connect(page)
    case 'settle':
      return wire.settle()
  }
}

async function rule(
  wire: Wire,
  fay: Page,
  { what, a, b }: StepOf<typeof aRule>,
  format: Format,
): Promise<void> {
  switch (what) {
    case 'phase': {
      const phase = format.phases[a % format.phases.length]?.id
      await wire.command(fay, { type: 'phase.go', phase })
      return
    }
    case 'lock':
      await wire.command(fay, { type: 'session.lock', cards: b < 5 })
      return
    case 'wait':
      wire.clock.advance(b * 400)
  }
}

async function turn(wire: Wire, one: StepOf<typeof step>, format: Format): Promise<void> {
  const [fay] = wire.pages
  const page = wire.pages[one.page]
  if (fay === undefined || page === undefined) throw new Error('three pages')
  const section = format.phases[0]?.section ?? ''
  switch (one.is) {
    case 'edit':
      return edit(wire, page, one, section, !format.anonymous)
    case 'crank':
      return crank(wire, page, one)
    case 'rule':
      return rule(wire, fay, one, format)
  }
}

/** Who was sent for a new seat takes one; what had not yet arrived is lost with the page. */
async function seatAnew(wire: Wire): Promise<void> {
  for (const page of wire.pages) {
    if (page.closes.at(-1) !== 4409) continue
    page.closes.push(0)
    await wire.reload(page)
  }
}

async function allEqual(wire: Wire): Promise<void> {
  await seatAnew(wire)
  await wire.quiet()
  await seatAnew(wire)
  await wire.quiet()
  const [fay] = wire.pages
  const board = await wire.ask({ is: 'board', token: fay?.token ?? '' })
  if (board.is !== 'board') throw new Error('no board')
  const whole = new Y.Doc()
  Y.applyUpdate(whole, board.update)
  const expected = plainOf(whole)
  for (const page of wire.pages) {
    expect(page.doc.store.pendingStructs).toBeNull()
    expect(plainOf(page.doc)).toEqual(expected)
    // Only "take a new seat" and "come back" happen to honest clients.
    expect(page.closes.filter((code) => ![0, 4409, 4503].includes(code))).toEqual([])
  }
  const replayed = remember(await wire.store.open('session'))
  expect(plainOf(replayed.doc)).toEqual(expected)
}

describe.each([
  ['named', formatNamed('two-pluses')],
  ['anonymous', formatNamed('pre-mortem')],
  ['with open phases', formatNamed('dot-vote')],
])('a %s session over a wire that loses, repeats and delays', (_what, format) => {
  it('[L2] everybody, the room and the replayed journal are equal in the end, nobody is rejected', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 90 }), async (steps) => {
        const wire = await openWire(format)
        await wire.join('Ann')
        await wire.join('Ben')
        const [fay] = wire.pages
        if (fay === undefined) throw new Error('no page')
        const phase = format.phases.find((one) => one.opens.includes('add'))?.id
        await wire.command(fay, { type: 'phase.go', phase })
        await wire.quiet()
        for (const one of steps) {
          await turn(wire, one, format)
          await seatAnew(wire)
        }
        await allEqual(wire)
        await wire.store.close()
      }),
      { numRuns: 40 },
    )
  })
})
