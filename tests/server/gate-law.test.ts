import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addEntry,
  allow,
  cardId,
  idOfKey,
  openBoard,
  openClient,
  plain,
  raw,
  textOf,
} from '../kit/gate-board.ts'
import type { RawItem } from '../kit/gate-board.ts'

const RUNS = Number(process.env['GATE_RUNS'] ?? 150)

const small = fc.nat({ max: 1_000 })

describe('the gate against mutated updates', () => {
  const A = cardId(1)

  it('[G11] nothing a client sends throws, deletes an entry or a key, or writes to session', () => {
    let rejected = 0
    let taken = 0
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(small, small, fc.array(fc.tuple(small, fc.nat({ max: 255 })), { maxLength: 4 })),
          { minLength: 1, maxLength: 25 },
        ),
        (attacks) => {
          const board = openBoard()
          const ana = openClient(board, 7)
          board.submit(
            ana.does((cards) => addEntry(cards, A, { by: 'ana' }, 'abcdef')),
            7,
          )
          board.doc.getMap('session').set('title', 'Retro')
          for (const [index, [deed, at, bytes]] of attacks.entries()) {
            const eve = openClient(board, 20 + index)
            const update = eve.does((cards) => {
              if (deed % 4 === 0) addEntry(cards, cardId(100 + at), {}, 'mine')
              if (deed % 4 !== 1) cards.get(A)?.set('place', `section/${at}`)
              if (deed % 4 !== 2) textOf(cards, A).insert(at % 5, 'eve')
              if (deed % 4 === 3) textOf(cards, A).delete(0, 2)
            })
            const forged = Uint8Array.from(update)
            for (const [where, byte] of bytes) forged[where % forged.length] = byte
            const outcome = board.submit(forged, eve.id, allow)
            if (outcome.is === 'rejected') rejected++
            if (outcome.is === 'taken') taken++
            const card = board.doc.getMap<Y.Map<unknown>>('cards').get(A)
            expect(card?.get('kind')).toBe('card')
            expect(card?.get('by')).toBe('ana')
            expect(typeof card?.get('place')).toBe('string')
            expect(card?.get('text')).toBeInstanceOf(Y.Text)
          }
          expect(board.doc.getMap('session').toJSON()).toEqual({ title: 'Retro' })
          const replayed = new Y.Doc()
          for (const update of board.emitted) Y.applyUpdate(replayed, update)
          const reloaded = new Y.Doc()
          Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(board.doc))
          expect(plain(replayed)).toEqual(plain(board.doc))
          expect(plain(reloaded)).toEqual(plain(board.doc))
        },
      ),
      { numRuns: RUNS },
    )
    expect(rejected).toBeGreaterThan(RUNS / 10)
    expect(taken).toBeGreaterThan(RUNS / 10)
  })
})

describe('the gate against forged structs', () => {
  const A = cardId(1)
  const KEYS = ['place', 'removed', 'group', 'kind'] as const
  const forged = fc.record({
    /** Positions in the list it goes to; crossed in one case of eight. */
    left: fc.nat({ max: 60 }),
    right: fc.nat({ max: 60 }),
    crossed: fc.nat({ max: 7 }),
    /** Of its neighbours, the left one, the right one or both are named. */
    named: fc.nat({ max: 2 }),
    key: fc.option(fc.nat({ max: 15 }), { freq: 2 }),
    content: fc.nat({ max: 19 }),
  })

  it('[G12] forged structs never throw, and live, replayed and reloaded boards agree', () => {
    let taken = 0
    let rejected = 0
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            structs: fc.array(forged, { minLength: 1, maxLength: 4 }),
            erased: fc.array(fc.nat({ max: 60 }), { maxLength: 2 }),
            honest: fc.nat({ max: 3 }),
            refused: fc.nat({ max: 5 }),
          }),
          { minLength: 1, maxLength: 40 },
        ),
        (updates) => {
          const board = openBoard()
          const ana = openClient(board, 7)
          board.submit(
            ana.does((cards) => addEntry(cards, A, { by: 'ana', group: 'g' }, 'abcdef')),
            7,
          )
          const live = new Y.Doc()
          Y.applyUpdate(live, Y.encodeStateAsUpdate(board.doc))
          board.doc.on('update', (update: Uint8Array) => Y.applyUpdate(live, update))
          for (const { structs, erased, honest, refused } of updates) {
            const clock = Y.getState(board.doc.store, 5)
            const text = unitIds(board.doc, A, null)
            const items = structs.map((one, n) => forge(board.doc, A, text, one, clock + n))
            const deletes = erased.map((at) => [...(text[at % text.length] ?? [7, 5]), 1] as const)
            const update = raw({ client: 5, clock, items, deletes })
            const judge = refused === 0 ? (): string => 'not-now' : allow
            const outcome = board.submit(update, 5, judge)
            if (outcome.is === 'taken') taken++
            if (outcome.is === 'rejected') rejected++
            Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(board.doc, Y.encodeStateVector(ana.doc)))
            const words = ana.does((cards) => {
              const mine = textOf(cards, A)
              if (honest > 0) mine.insert((honest * 3) % (mine.length + 1), 'A')
            })
            expect(board.submit(words, 7, allow).is).not.toBe('rejected')
            const card = board.doc.getMap<Y.Map<unknown>>('cards').get(A)
            expect(card?.get('kind')).toBe('card')
            expect(typeof card?.get('place')).toBe('string')
          }
          const reloaded = new Y.Doc()
          Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(board.doc))
          expect(plain(live)).toEqual(plain(board.doc))
          expect(plain(reloaded)).toEqual(plain(board.doc))
        },
      ),
      { numRuns: RUNS },
    )
    expect(taken).toBeGreaterThan(RUNS)
    expect(rejected).toBeGreaterThan(RUNS)
  })

  type Id = readonly [client: number, clock: number]

  function forge(
    doc: Y.Doc,
    id: string,
    text: readonly Id[],
    one: {
      left: number
      right: number
      crossed: number
      named: number
      key: number | null
      content: number
    },
    clock: number,
  ): RawItem {
    const key = one.key === null ? null : (KEYS[Math.min(3, one.key % 5)] ?? 'place')
    const own: Id[] = clock % 3 === 0 ? [[5, Math.max(0, clock - 1)]] : []
    const list = key === null ? [...text, ...own] : [...unitIds(doc, id, key), ...own]
    const [low, high] = [one.left, one.right].map((n) => n % Math.max(1, list.length))
    const from = Math.min(low ?? 0, high ?? 0)
    const to = Math.max(low ?? 0, high ?? 0)
    const left = list[one.crossed === 0 ? to : from]
    const right = list[one.crossed === 0 ? from : to]
    if (key !== null) {
      const content =
        one.content === 0
          ? new Y.ContentDeleted(1)
          : new Y.ContentAny([key === 'removed' ? true : 'e'.repeat(1 + (one.content % 3))])
      return left === undefined || one.named === 0
        ? { parent: idOfKey(doc, id), key, content }
        : { origin: left, content }
    }
    const content = one.content === 0 ? new Y.ContentDeleted(1) : new Y.ContentString('E')
    return {
      ...(one.named !== 1 && left !== undefined ? { origin: left } : {}),
      ...(one.named !== 0 && right !== undefined ? { rightOrigin: right } : {}),
      content,
    }
  }
})

/** The ids of all units of an entry's text, or of all values a key ever had, in order. */
function unitIds(
  doc: Y.Doc,
  id: string,
  key: string | null,
): (readonly [client: number, clock: number])[] {
  const entry = doc.getMap<Y.Map<unknown>>('cards').get(id)
  let item = key === null ? textOf(doc.getMap('cards'), id)._start : (entry?._map.get(key) ?? null)
  // A key names its rightmost item, a text its leftmost.
  while (item !== null && item.left !== null) item = item.left
  const ids: (readonly [number, number])[] = []
  for (; item !== null; item = item.right) {
    for (let n = 0; n < item.length; n++) ids.push([item.id.client, item.id.clock + n])
  }
  return ids
}
