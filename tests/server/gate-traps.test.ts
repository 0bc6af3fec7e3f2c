/** Updates made to trap the gate, each by its structs: refused whole, or asked about as a gap, and nobody is harmed. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Judge, Outcome } from '@plenary/server/gate/gate'
import { SYNC_STEP_2_LIMITS } from '@plenary/server/gate/limits'
import {
  addEntry,
  allow,
  cardId,
  fingerprint,
  idOfKey,
  openBoard,
  openClient,
  plain,
  raw,
  SERVER_ID,
  textOf,
} from '../kit/gate-board.ts'
import type { Board, Client, RawItem, RawUpdate } from '../kit/gate-board.ts'

const A = cardId(1)
const B = cardId(2)
const EVE = 5

/** A board with card `A` by Ana (7), "abcdef", and one server fact; Eve has nothing written yet. */
function world(): { board: Board; ana: Client; eve: Client } {
  const board = openBoard()
  const ana = openClient(board, 7)
  board.submit(
    ana.does((cards) => addEntry(cards, A, { by: 'ana' }, 'abcdef')),
    7,
  )
  board.doc.getMap('session').set('title', 'Retro')
  return { board, ana, eve: openClient(board, EVE) }
}

const any = (...values: unknown[]): Y.ContentAny => new Y.ContentAny(values)
const string = (text: string): Y.ContentString => new Y.ContentString(text)
const items = (...list: (RawItem | Uint8Array)[]): RawUpdate => ({
  client: EVE,
  clock: 0,
  items: list,
})

/** Eve's update is refused whole, and leaves no trace anywhere. */
function expectRejected(board: Board, update: Uint8Array, code: string): void {
  const before = fingerprint(board)
  expect(board.submit(update, EVE)).toEqual({ is: 'rejected', code })
  expect(fingerprint(board)).toEqual(before)
}

function expectGap(board: Board, update: Uint8Array): void {
  const before = fingerprint(board)
  expect(board.submit(update, EVE)).toEqual({ is: 'gap' })
  expect(fingerprint(board)).toEqual(before)
}

/** Ana goes on as if nothing had been, and her replica, the server and a reloaded server agree. */
function expectUnharmed(board: Board, ana: Client): void {
  const update = ana.does((cards) => textOf(cards, A).insert(1, '+'))
  expect(board.submit(update, 7)).toMatchObject({ is: 'taken', refused: [], stripped: false })
  const reloaded = new Y.Doc()
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(board.doc))
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(board.doc), 'server')
  expect(plain(reloaded)).toEqual(plain(board.doc))
  expect(plain(ana.doc)).toEqual(plain(board.doc))
}

describe('ids and clocks', () => {
  it('[G20] a hundred compensations keep the client id of the server', () => {
    const { board, ana } = world()
    for (let n = 0; n < 100; n++) {
      const update = ana.does((cards) => cards.get(A)?.set('place', `section/${n}`))
      expect(board.submit(update, 7, () => 'not-now')).toMatchObject({ is: 'taken' })
      expect(board.doc.clientID).toBe(SERVER_ID)
    }
    expectUnharmed(board, ana)
  })

  it("[G21] a struct under another person's client id is rejected", () => {
    const { board, ana, eve } = world()
    eve.doc.clientID = 7
    expectRejected(
      board,
      eve.does((cards) => textOf(cards, A).insert(0, 'x')),
      'foreign-client-id',
    )
    expectUnharmed(board, ana)
  })

  it("[G21] a struct under the server's client id is rejected", () => {
    const { board, ana, eve } = world()
    eve.doc.clientID = SERVER_ID
    expectRejected(
      board,
      eve.does((cards) => textOf(cards, A).insert(0, 'x')),
      'foreign-client-id',
    )
    expectUnharmed(board, ana)
  })

  it('[G22] a clock gap is never kept', () => {
    const { board, ana, eve } = world()
    eve.does((cards) => textOf(cards, A).insert(0, 'lost'))
    const next = eve.does((cards) => textOf(cards, A).insert(0, 'next'))
    expectGap(board, next)
    const step2 = Y.encodeStateAsUpdate(eve.doc, Y.encodeStateVector(board.doc))
    expect(board.submit(step2, EVE)).toMatchObject({ is: 'taken' })
    expect(textOf(board.doc.getMap('cards'), A).toJSON()).toBe('nextlostabcdef')
    expectUnharmed(board, ana)
  })

  it('[G22] a clock gap is never kept, also where what comes next leans on nothing that was lost', () => {
    const { board, ana, eve } = world()
    const lost = eve.does((cards) => textOf(cards, A).insert(0, 'lost'))
    const next = eve.does((cards) => addEntry(cards, B, { by: 'eve' }, 'another card'))
    expectGap(board, next)
    expect(board.doc.store.pendingStructs).toBeNull()
    expect(board.doc.getMap('cards').has(B)).toBe(false)
    expect(board.submit(lost, EVE)).toMatchObject({ is: 'taken' })
    // What was lost brings nothing along that the gate had not judged.
    expect(board.doc.getMap('cards').has(B)).toBe(false)
    expect(board.submit(next, EVE)).toMatchObject({ is: 'taken' })
    expect(textOf(board.doc.getMap('cards'), B).toJSON()).toBe('another card')
    expectUnharmed(board, ana)
  })

  it('[G22] an origin that is not there is a gap', () => {
    const { board } = world()
    expectGap(board, raw(items({ origin: [7, 400], content: string('x') })))
    expectGap(board, raw(items({ parent: [7, 400], key: 'place', content: any('x') })))
    expectGap(board, raw(items({ origin: [99, 0], content: string('x') })))
  })

  it('[G23] a deletion of what is not written yet is rejected', () => {
    const { board, ana } = world()
    const deletes = [[SERVER_ID, 0, 1_000_000]] as const
    expectRejected(
      board,
      raw({ client: EVE, clock: 0, items: [], deletes }),
      'delete-of-the-future',
    )
    board.doc.getMap('session').set('title', 'still there')
    expect(board.doc.getMap('session').get('title')).toBe('still there')
    expectUnharmed(board, ana)
  })

  it('[G23] a deletion of own words that were lost is a gap', () => {
    const { board, eve } = world()
    eve.does((cards) => textOf(cards, A).insert(0, 'lost'))
    expectGap(
      board,
      eve.does((cards) => textOf(cards, A).delete(0, 2)),
    )
  })

  it('[G22] a struct does not wait for an item of somebody else', () => {
    const { board, ana } = world()
    const clock = Y.getState(board.doc.store, 7)
    expectGap(board, raw(items({ origin: [7, clock], content: string('eve') })))
    board.submit(
      ana.does((cards) => textOf(cards, A).insert(0, 'x')),
      7,
    )
    expect(textOf(board.doc.getMap('cards'), A).toJSON()).toBe('xabcdef')
    expectUnharmed(board, ana)
  })

  it('[G24] what would throw in the middle is rejected before the beginning', () => {
    const { board, ana } = world()
    const [client, clock] = idOfKey(board.doc, A)
    const good: RawItem = { parent: [client, clock], key: 'place', content: any('section/x') }
    expectRejected(
      board,
      raw(items(good, { origin: [EVE, 5], content: string('x') })),
      'self-reference',
    )
    expectRejected(
      board,
      raw(items(good, { parent: [EVE, 1], key: 'a', content: any('x') })),
      'self-reference',
    )
    const whole = raw({ ...items(good), deletes: [[7, 0, 1]] })
    for (let length = 0; length < whole.length; length++) {
      const before = fingerprint(board)
      const { is } = board.submit(whole.slice(0, length), EVE)
      expect(is).toBe('rejected')
      expect(fingerprint(board)).toEqual(before)
    }
    expectUnharmed(board, ana)
  })

  it('[G24] structs without length are rejected', () => {
    const { board, ana } = world()
    const [client, clock] = idOfKey(board.doc, A)
    const parent = [client, clock] as const
    for (const empty of [
      new Uint8Array([0, 0]),
      { parent, key: 'place', content: any() },
      { origin: [7, 8] as const, content: string('') },
      { parent, key: 'place', content: new Y.ContentDeleted(0) },
    ]) {
      expectRejected(board, raw(items(empty)), 'empty-struct')
    }
    expectUnharmed(board, ana)
  })

  it('[G24] tombstones of absurd length are rejected', () => {
    const { board } = world()
    expectRejected(
      board,
      raw(items(new Uint8Array([0, 0xff, 0xff, 0xff, 0xff, 0x7f]))),
      'clock-range',
    )
    expectRejected(
      board,
      raw(items(new Uint8Array([0, 0xff, 0xff, 0xff, 0x07]))),
      'tombstone-too-long',
    )
  })

  it('[G24] a promise of many structs costs nothing', () => {
    const { board } = world()
    const promise = new Uint8Array([1, 0xff, 0xff, 0xff, 0x7f, EVE, 0])
    expectRejected(board, promise, 'malformed')
  })
})

describe('places and contents', () => {
  it('[G25] a thousand junk roots define none', () => {
    const { board, ana } = world()
    const junk = Array.from({ length: 1_000 }, (_, n) => ({
      parent: `junk${n}`,
      key: 'a',
      content: any(1),
    }))
    expectRejected(board, raw(items(...junk)), 'unknown-root')
    expect([...board.doc.share.keys()]).toEqual(['cards', 'session'])
    expectUnharmed(board, ana)
  })

  it('[G25] other contents than plain text and plain values are rejected', () => {
    const { board } = world()
    const [client, clock] = idOfKey(board.doc, A, 'text')
    for (const content of [
      new Y.ContentEmbed({ a: 1 }),
      new Y.ContentFormat('bold', 'true'),
      new Y.ContentBinary(new Uint8Array(3)),
      new Y.ContentJSON([1]),
      new Y.ContentType(new Y.XmlText()),
    ]) {
      expectRejected(board, raw(items({ parent: [client, clock], content })), 'not-text')
    }
  })

  it('[G25] a value that carries a prototype is rejected', () => {
    const { board } = world()
    const value: unknown = JSON.parse('{"__proto__":{"admin":true}}')
    const parent = idOfKey(board.doc, A)
    expectRejected(board, raw(items({ parent, key: 'place', content: any(value) })), 'bad-value')
    expectRejected(
      board,
      raw(items({ parent, key: '__proto__', content: any('x') })),
      'unknown-field',
    )
  })

  it('[G25] keyed text and lists in maps are rejected', () => {
    const { board } = world()
    const map = idOfKey(board.doc, A)
    const text = idOfKey(board.doc, A, 'text')
    expectRejected(board, raw(items({ parent: map, content: any('x') })), 'sequence-in-map')
    expectRejected(
      board,
      raw(items({ parent: text, key: 'a', content: string('x') })),
      'key-in-text',
    )
    expectRejected(board, raw(items({ parent: 'cards', content: any('x') })), 'sequence-in-map')
  })

  it('[G25] a position without a parent on the wire is that of its neighbour', () => {
    const { board, ana } = world()
    for (const key of ['kind', 'by', 'text']) {
      const origin = idOfKey(board.doc, A, key)
      expectRejected(board, raw(items({ origin, content: any('eve') })), 'immutable')
    }
    const title: RawItem = { origin: [SERVER_ID, 0], content: any('eve') }
    expectRejected(board, raw(items(title)), 'server-only')
    const entry: RawItem = {
      origin: idOfKey(board.doc, A),
      content: new Y.ContentType(new Y.Map()),
    }
    expectRejected(board, raw(items(entry)), 'entry-overwritten')
    expectUnharmed(board, ana)
  })

  it('[G26] a right origin to the left of the origin is rejected', () => {
    const { board, ana } = world()
    const text = [7, Y.getState(board.doc.store, 7) - 6] as const
    const at = (n: number): readonly [number, number] => [text[0], text[1] + n]
    expect(textOf(board.doc.getMap('cards'), A).toJSON()).toBe('abcdef')
    const crossed: RawItem = { origin: at(4), rightOrigin: at(1), content: string('ZZ') }
    expectRejected(board, raw(items(crossed)), 'origin-order')
    // Over the neighbours of its own new items, too.
    const first: RawItem = { origin: at(1), rightOrigin: at(2), content: string('x') }
    const second: RawItem = { origin: [EVE, 0], rightOrigin: at(2), content: string('y') }
    const third: RawItem = { origin: [EVE, 1], rightOrigin: [EVE, 0], content: string('z') }
    expectRejected(board, raw(items(first, second, third)), 'origin-order')
    const keyed: RawItem = {
      rightOrigin: idOfKey(board.doc, A, 'place'),
      content: any('section/e'),
    }
    expectRejected(board, raw(items(keyed)), 'right-origin-in-map')
    expectUnharmed(board, ana)
  })
})

describe('cost', () => {
  it('[G26] positions that take millions of steps to find are rejected, not looked for', () => {
    const { board } = world()
    const parent = idOfKey(board.doc, A, 'text')
    // Each stands at the beginning, to the left of another unit: Yjs compares all with all.
    const pile = Array.from({ length: 7_000 }, (_, n): RawItem => ({
      rightOrigin: [EVE, n],
      content: string('x'),
    }))
    const first: RawItem = { parent, content: string('x'.repeat(7_000)) }
    const update = raw(items(first, ...pile))
    expect(board.submit(update, EVE, allow, SYNC_STEP_2_LIMITS)).toEqual({
      is: 'rejected',
      code: 'order-too-long',
    })
  })
})

describe('deletions in disguise', () => {
  it('[G27] a tombstone over a live value is rejected', () => {
    const { board, ana } = world()
    const gone = new Y.ContentDeleted(1)
    const parent = idOfKey(board.doc, A)
    const place = idOfKey(board.doc, A, 'place')
    expectRejected(board, raw(items({ origin: place, content: gone })), 'key-deleted')
    const text = idOfKey(board.doc, A, 'text')
    expectRejected(board, raw(items({ origin: text, content: gone })), 'immutable')
    expectRejected(board, raw(items({ origin: parent, content: gone })), 'entry-deleted')
    expectRejected(board, raw(items({ parent: 'cards', key: A, content: gone })), 'entry-deleted')
    // Written over a value that is no longer there it loses, and does no harm.
    board.submit(
      ana.does((cards) => cards.get(A)?.set('place', 'section/new')),
      7,
    )
    const late = raw(items({ origin: place, content: gone }))
    expect(board.submit(late, EVE)).toMatchObject({ is: 'taken', refused: [], stripped: false })
    expect(board.doc.getMap<Y.Map<unknown>>('cards').get(A)?.get('place')).toBe('section/new')
    expectUnharmed(board, ana)
  })

  it('[G27] a set that loses, with a deletion of the winner, is rejected', () => {
    const { board, ana } = world()
    const place = idOfKey(board.doc, A, 'place')
    board.submit(
      ana.does((cards) => cards.get(A)?.set('place', 'section/new')),
      7,
    )
    const winner = idOfKey(board.doc, A, 'place')
    const loser: RawItem = { origin: place, content: any('section/eve') }
    const deletes = [[winner[0], winner[1], 1]] as const
    expectRejected(board, raw({ ...items(loser), deletes }), 'key-deleted')
    const own = [[EVE, 0, 1]] as const
    const set: RawItem = { origin: winner, content: any('section/eve') }
    expectRejected(board, raw({ ...items(set), deletes: own }), 'key-deleted')
    expectUnharmed(board, ana)
  })
})

describe('refusals', () => {
  const PAIR = 'ab🙂cd'
  const no: Judge = () => 'not-now'

  /** The card with a letter of two halves, and where its text begins. */
  function withPair(): { board: Board; ana: Client; at: (n: number) => readonly [number, number] } {
    const { board, ana } = world()
    board.submit(
      ana.does((cards) => addEntry(cards, B, { by: 'ana' }, PAIR)),
      7,
    )
    const [client, clock] = idOfKey(board.doc, B, 'text')
    return { board, ana, at: (n) => [client, clock + 1 + n] }
  }

  it.each([
    ['a refused insert', string('x'), no],
    ['a tombstone', new Y.ContentDeleted(1), allow],
  ])('[G29] %s between the halves of a letter leaves it whole', (_name, content, judge) => {
    for (const [left, right] of [
      [2, 3],
      [2, null],
      [null, 3],
      [0, 3],
    ] as const) {
      const { board, ana, at } = withPair()
      const item: RawItem = {
        ...(left === null ? {} : { origin: at(left) }),
        ...(right === null ? {} : { rightOrigin: at(right) }),
        content,
      }
      const next: RawItem = { origin: [EVE, 0], content }
      expect(board.submit(raw(items(item, next)), EVE, judge)).toMatchObject({
        is: 'taken',
        stripped: true,
      })
      expect(textOf(board.doc.getMap('cards'), B).toJSON()).toBe(PAIR)
      // What leans on it later finds no place, and harms nothing either.
      const late = raw({
        client: EVE,
        clock: 2,
        items: [{ origin: [EVE, 1], content: string('y') }],
      })
      expect(board.submit(late, EVE)).toMatchObject({ is: 'taken' })
      for (const bytes of board.emitted) Y.applyUpdate(ana.doc, bytes, 'server')
      expect(textOf(board.doc.getMap('cards'), B).toJSON()).toBe(PAIR)
      expectUnharmed(board, ana)
    }
  })

  it('[G29] what has no place of its own cuts no letter beside it either', () => {
    const { board, ana, at } = withPair()
    const tombstone = new Uint8Array([0, 1])
    const lost: RawItem = { origin: at(2), rightOrigin: [EVE, 0], content: string('x') }
    const both = raw(items(tombstone, lost))
    expect(board.submit(both, EVE)).toMatchObject({ is: 'taken' })
    expect(textOf(board.doc.getMap('cards'), B).toJSON()).toBe(PAIR)
    const replayed = new Y.Doc()
    for (const bytes of board.emitted) Y.applyUpdate(replayed, bytes)
    expect(plain(replayed)).toEqual(plain(board.doc))
    expectUnharmed(board, ana)
  })

  it('[G29] beside a letter a refused insert is taken back as everywhere', () => {
    const { board, at } = withPair()
    const item: RawItem = { origin: at(1), rightOrigin: at(2), content: string('x') }
    expect(board.submit(raw(items(item)), EVE, no)).toMatchObject({ is: 'taken', stripped: false })
    expect(textOf(board.doc.getMap('cards'), B).toJSON()).toBe(PAIR)
  })

  it.each([1, 9_999])(
    '[G30] a set beside refused ones of client %i holds, whoever has the higher client id',
    (eveId) => {
      for (const field of ['place', 'group']) {
        const { board, ana } = world()
        const eve = openClient(board, eveId)
        const to = field === 'place' ? 'section/ana' : 'ana'
        const wanted = ana.does((cards) => cards.get(A)?.set(field, to))
        const again = ana.does((cards) => cards.get(A)?.set(field, `${to}2`))
        board.tick((tr) => {
          for (let n = 0; n < 3; n++) {
            const value = field === 'place' ? `section/${n}` : `eve${n}`
            const bad = eve.does((cards) => cards.get(A)?.set(field, value))
            expect(board.within(tr, bad, eveId, no)).toMatchObject({ is: 'taken' })
          }
          expect(board.within(tr, wanted, 7)).toMatchObject({ is: 'taken', refused: [] })
        })
        const cards = board.doc.getMap<Y.Map<unknown>>('cards')
        expect(cards.get(A)?.get(field)).toBe(to)
        expect(board.submit(again, 7)).toMatchObject({ is: 'taken' })
        expect(cards.get(A)?.get(field)).toBe(`${to}2`)
        for (const { doc } of [ana, eve]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc))
        expect(plain(eve.doc)).toEqual(plain(board.doc))
        expectUnharmed(board, ana)
      }
    },
  )

  it('[G30] a set that is refused itself is not written again', () => {
    const { board, ana } = world()
    const eve = openClient(board, 9_999)
    const wanted = ana.does((cards) => cards.get(A)?.set('place', 'section/ana'))
    const bad = eve.does((cards) => cards.get(A)?.set('place', 'section/eve'))
    board.submit(bad, 9_999, no)
    expect(board.submit(wanted, 7, no)).toMatchObject({ refused: [{ reason: 'not-now' }] })
    expect(board.doc.getMap<Y.Map<unknown>>('cards').get(A)?.get('place')).toBe('section/a')
    expectUnharmed(board, ana)
  })
})

describe('many small deletions', () => {
  it('[G31] of one frame are rejected before anything is applied', () => {
    const { board, ana } = world()
    const parent = idOfKey(board.doc, A, 'text')
    const deletes = Array.from({ length: 4_001 }, (_, n) => [EVE, 2 * n, 1] as const)
    const update = raw({ ...items({ parent, content: string('x'.repeat(9_000)) }), deletes })
    const before = fingerprint(board)
    expect(board.submit(update, EVE, allow, SYNC_STEP_2_LIMITS)).toEqual({
      is: 'rejected',
      code: 'too-many-cuts',
    })
    expect(fingerprint(board)).toEqual(before)
    expectUnharmed(board, ana)
  })

  it('[G32] are counted as long as they stand apart, and no longer', () => {
    const { board, ana } = world()
    const text = (work: (words: Y.Text) => void): Outcome =>
      board.submit(
        ana.does((cards) => work(textOf(cards, A))),
        7,
      )
    expect(text((words) => words.insert(0, 'x'.repeat(100)))).toMatchObject({ scars: 0 })
    const every = text((words) => {
      for (let n = 0; n < 50; n++) words.delete(n, 1)
    })
    expect(every).toMatchObject({ scars: 50 })
    expect(text((words) => words.delete(0, 50))).toMatchObject({ scars: 0 })
    expect(
      text((words) => {
        words.insert(0, 'abc')
        words.delete(1, 1)
      }),
    ).toMatchObject({ scars: 1 })
  })
})

describe('two parsers', () => {
  it('[G28] skips, sections that come twice and trailing bytes apply nothing unjudged', () => {
    const { board, ana } = world()
    const parent = idOfKey(board.doc, A)
    const good: RawItem = { parent, key: 'place', content: any('section/x') }
    expectGap(board, raw(items(new Uint8Array([10, 1]), good)))
    for (const info of [10 | 0x20, 10 | 0x40, 10 | 0x80]) {
      expectRejected(board, raw(items(new Uint8Array([info, 1]), good)), 'malformed')
    }
    const twice = raw(
      items(good),
      { client: 7, clock: 0, items: [new Uint8Array([0, 1])] },
      items(),
    )
    expect(board.submit(twice, EVE).is).toBe('taken')
    const other = { client: EVE, clock: 1, items: [good] }
    const between = { client: 7, clock: 0, items: [new Uint8Array([0, 1])] }
    expectRejected(board, raw(other, between, other), 'section-twice')
    const words = raw({ client: EVE, clock: 1, items: [{ origin: [7, 8], content: string('E') }] })
    const junk = raw({
      client: EVE,
      clock: 2,
      items: [{ parent: 'junk', key: 'a', content: any(1) }],
    })
    expect(board.submit(new Uint8Array([...words, ...junk]), EVE).is).toBe('taken')
    expect(board.doc.share.size).toBe(2)
    expect(board.emitted.at(-1)?.length).toBeLessThan(words.length + 8)
    expectUnharmed(board, ana)
  })

  it('[G28] bytes of the second encoding are not taken for the first', () => {
    const { board, eve } = world()
    eve.does((cards) => addEntry(cards, B, {}, 'x'))
    const v2 = Y.encodeStateAsUpdateV2(eve.doc, Y.encodeStateVector(board.doc))
    const before = plain(board.doc)
    board.tick((tr) => board.within(tr, v2, EVE, allow))
    expect(plain(board.doc)).toEqual(before)
  })
})
