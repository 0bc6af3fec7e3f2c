/** Somebody who means ill in a real room on a real store, beside two people who type: what the gate lets through is on disk. */
import { remember } from '@plenary/server/memory'
import { SYNC, writeSync } from '@plenary/shared/frame'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { forge, forgedStructs, mutated } from '../kit/attack-structs.ts'
import { addEntry, cardId, textOf } from '../kit/gate-board.ts'
import { formatNamed } from '../kit/play.ts'
import { openWire, plainOf } from '../kit/wire.ts'
import type { Page, Wire } from '../kit/wire.ts'

const RUNS = Number(process.env['ROOM_RUNS'] ?? 12)

const small = fc.nat({ max: 1_000 })
const spoil = fc.array(fc.tuple(small, fc.nat({ max: 255 }), fc.nat({ max: 3 })), { maxLength: 3 })
const step = fc.oneof(
  fc.record({ is: fc.constant('types' as const), who: small, a: small }),
  fc.record({ is: fc.constant('forges' as const), off: small, structs: forgedStructs }),
  fc.record({ is: fc.constant('spoils' as const), deed: small, a: small, spoil }),
  fc.record({ is: fc.constant('again' as const), a: small, spoil }),
  fc.constant({ is: 'settles' as const }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Eve {
  page: Page
  sent: Uint8Array[]
}

const cardsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('cards')

/** The words under these ids, and whose they are. */
function wordsOf(doc: Y.Doc, ids: readonly string[]): string[] {
  return ids.map((id) => {
    const card = cardsOf(doc).get(id)
    return [id, card?.get('kind'), card?.get('by'), card?.get('text')].map(String).join('|')
  })
}

/** Yjs takes another id, and says so, where a document hears of its own; hers writes nothing by itself. */
function deafen({ page }: Eve): void {
  page.doc.clientID = 1
}

/** In again on the same seat, on another one, or under another name, whatever the room still lets her. */
async function comeIn(wire: Wire, eve: Eve, count: () => number): Promise<void> {
  const code = eve.page.closes.at(-1)
  if (eve.page.connection !== null) return
  if (code === 4409) await wire.reload(eve.page)
  if (code === 4529) eve.page = await wire.join(`Eve ${count()}`)
  deafen(eve)
  wire.connect(eve.page)
  wire.carry(eve.page, 'up', Infinity)
  await wire.settle()
  wire.carry(eve.page, 'down', Infinity)
}

it('[G13] nothing she sends stops the room, changes the words of others, or is read otherwise after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 30, maxLength: 90, size: 'max' }),
      async (steps) => {
        const wire = await openWire(formatNamed('dot-vote'))
        const people = [await wire.join('Ann'), await wire.join('Ben')]
        const eve: Eve = { page: await wire.join('Eve'), sent: [] }
        const [fay] = wire.pages
        if (fay === undefined) throw new Error('no page')
        deafen(eve)
        await wire.command(fay, { type: 'phase.go', phase: 'propose' })
        await wire.quiet()
        const ids = people.map((page, n) => {
          const by = page.person
          page.doc.transact(() =>
            addEntry(cardsOf(page.doc), cardId(n), { by, place: 'ideas/a1' }, 'words 🙂'),
          )
          return cardId(n)
        })
        await wire.quiet()
        let count = 0
        for (const one of steps) await turn(wire, people, eve, one, () => ++count)
        const words = (): string[] => people.flatMap((page, n) => wordsOf(page.doc, [ids[n] ?? '']))
        const before = words()
        await wire.quiet()
        expect(words()).toEqual(before)
        expect(wire.gone()).toBe(false)
        expect(people.flatMap((page) => page.closes)).toEqual([])
        const board = await wire.ask({ is: 'board', token: fay.token })
        if (board.is !== 'board') throw new Error('no board')
        const whole = new Y.Doc()
        Y.applyUpdate(whole, board.update)
        expect(wordsOf(whole, ids)).toEqual(before)
        for (const page of [fay, ...people]) expect(plainOf(page.doc)).toEqual(plainOf(whole))
        expect(plainOf(remember(await wire.store.open('session')).doc)).toEqual(plainOf(whole))
        await wire.store.close()
      },
    ),
    { numRuns: RUNS },
  )
})

async function turn(
  wire: Wire,
  people: readonly Page[],
  eve: Eve,
  one: Step,
  count: () => number,
): Promise<void> {
  switch (one.is) {
    case 'types': {
      const at = one.who % people.length
      const page = people[at]
      if (page === undefined) return
      const text = textOf(cardsOf(page.doc), cardId(at))
      const where = one.a % (text.length + 1)
      if (one.a % 3 === 0) text.delete(where, Math.min(2, text.length - where))
      else text.insert(where, one.a % 3 === 1 ? 'and ' : '🙂')
      return wire.carry(page, 'up', Infinity)
    }
    case 'settles':
      await wire.settle()
      for (const page of wire.pages) wire.carry(page, 'down', Infinity)
      return comeIn(wire, eve, count)
    case 'forges': {
      const { doc } = eve.page
      const id = Number(eve.page.seat.split('.')[0])
      const clock = Y.getState(doc.store, id) + (one.off % 9 === 0 ? one.off % 4 : 0)
      return send(wire, eve, forge(doc, id, clock, one.structs))
    }
    case 'spoils':
      return send(wire, eve, mutated(wish(eve, one.deed, one.a, count), one.spoil, eve.sent))
    case 'again': {
      const old = eve.sent[one.a % Math.max(1, eve.sent.length)]
      if (old !== undefined) send(wire, eve, mutated(old, one.spoil, eve.sent))
    }
  }
}

function send(wire: Wire, { page, sent }: Eve, update: Uint8Array): void {
  sent.push(update)
  if (page.connection !== null) wire.room().post(page.connection, writeSync(SYNC.update, update))
}

/** What an honest program would send, from a copy of what she has been told. */
function wish({ page }: Eve, deed: number, a: number, count: () => number): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(page.doc))
  copy.clientID = Number(page.seat.split('.')[0])
  const before = Y.encodeStateVector(copy)
  copy.transact(() => {
    const cards = cardsOf(copy)
    const id = cardId(a % 2)
    if (deed % 4 === 0)
      addEntry(cards, cardId(100 + count()), { by: page.person, place: 'ideas/a2' }, 'mine')
    else if (deed % 4 === 1) cards.get(id)?.set('place', `ideas/a${1 + (a % 9)}`)
    else if (deed % 4 === 2) textOf(cards, id).insert(a % 5, 'EVE')
    else textOf(cards, id).delete(0, 2)
  })
  return Y.encodeStateAsUpdate(copy, before)
}
