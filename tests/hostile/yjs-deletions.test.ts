/** Deletions, replacements and second parsers over a real socket: ways to make something go without saying so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Attacker, Siege } from '../kit/attack-seat.ts'
import { besiege, expectRejected, seatAgain } from '../kit/attack-seat.ts'
import { addEntry, cardId, idOfKey, raw } from '../kit/gate-board.ts'
import type { RawItem } from '../kit/gate-board.ts'
import { setField } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let siege: Siege
beforeAll(async () => {
  siege = await besiege()
})
afterAll(async () => {
  await siege.sameAfterRestart()
  await siege.end()
})

type Id = readonly [client: number, clock: number]
type Make = (eve: Attacker) => { items: RawItem[]; deletes?: [...Id, number][] }

const any = (...values: unknown[]): Y.ContentAny => new Y.ContentAny(values)
const at = (eve: Attacker, key?: string): Id => idOfKey(eve.doc, siege.card, key)
const sessionItem = (eve: Attacker): Id => {
  const item = eve.doc.getMap('session')._map.get('title')
  return item === undefined ? [0, 0] : [item.id.client, item.id.clock]
}
const map = (): Y.ContentType => new Y.ContentType(new Y.Map())

const attacks: [name: string, make: Make, reason: string][] = [
  ...[
    ['a card', (eve: Attacker) => at(eve), 'entry-deleted'] as const,
    ['a text', (eve: Attacker) => at(eve, 'text'), 'immutable'] as const,
    ['a place', (eve: Attacker) => at(eve, 'place'), 'key-deleted'] as const,
    ['an author', (eve: Attacker) => at(eve, 'by'), 'immutable'] as const,
    ['the title', (eve: Attacker) => sessionItem(eve), 'server-only'] as const,
  ].map(([what, over, reason]): [string, Make, string] => [
    `[T48] a tombstone over ${what}`,
    (eve) => ({ items: [{ origin: over(eve), content: new Y.ContentDeleted(1) }] }),
    reason,
  ]),
  [
    '[T50] a card in place of a card',
    () => ({ items: [{ parent: 'cards', key: siege.card, content: map() }] }),
    'entry-overwritten',
  ],
  [
    '[T50] another text in place of the text',
    (eve) => ({
      items: [{ origin: at(eve, 'text'), content: new Y.ContentType(new Y.Text()) }],
    }),
    'immutable',
  ],
  ...[
    ['a card', (eve: Attacker) => at(eve), 'entry-deleted'] as const,
    ['a text', (eve: Attacker) => at(eve, 'text'), 'key-deleted'] as const,
    ['a place', (eve: Attacker) => at(eve, 'place'), 'key-deleted'] as const,
    ['the title', (eve: Attacker) => sessionItem(eve), 'server-only'] as const,
  ].map(([what, which, reason]): [string, Make, string] => [
    `[T51] ${what} deleted`,
    (eve) => ({ items: [], deletes: [[...which(eve), 1]] }),
    reason,
  ]),
]

describe('deleted and replaced', () => {
  it.each(attacks)('%s is rejected', async (_name, make, reason) => {
    const eve = await siege.attacker()
    const { items, deletes } = make(eve)
    const identity = idOfKey(siege.ben.doc, siege.card, 'text')
    const update = raw({
      client: eve.clientId,
      clock: eve.clock(),
      items,
      ...(deletes === undefined ? {} : { deletes }),
    })
    await expectRejected(siege, eve, update, reason)
    expect(idOfKey(siege.ben.doc, siege.card, 'text')).toEqual(identity)
  })
})

describe('deletions in disguise', () => {
  it('[T49] a set that loses, sent with a deletion of the winner, is rejected', async () => {
    // Of two values that were written at once the one with the higher client id holds.
    const [mover = siege.ann] = siege.all
      .filter(({ name }) => name !== 'Obi')
      .toSorted((a, b) => b.doc.clientID - a.doc.clientID)
    let eve = await siege.attacker()
    while (eve.clientId > mover.doc.clientID) eve = await seatAgain(siege, eve)
    const before = at(eve, 'place')
    setField(mover, siege.card, 'place', 'ideas/a2')
    await until('she sees it', () => at(eve, 'place')[1] !== before[1])
    const winner = at(eve, 'place')
    const loser = { origin: before, content: any('ideas/a3') }
    await expectRejected(
      siege,
      eve,
      raw({ client: eve.clientId, clock: 0, items: [loser], deletes: [[...winner, 1]] }),
      'key-deleted',
    )
    const other = await siege.attacker()
    const set = { origin: winner, content: any('ideas/a3') }
    await expectRejected(
      siege,
      other,
      raw({
        client: other.clientId,
        clock: 0,
        items: [set],
        deletes: [[other.clientId, 0, 1]],
      }),
      'key-deleted',
    )
  })

  it('[T51] everything in every root deleted at once is rejected, cards stay the same objects', async () => {
    const eve = await siege.attacker()
    const card = siege.ben.cards().get(siege.card)
    const wiped = eve.does(() => {
      for (const root of ['cards', 'session']) eve.doc.getMap(root).clear()
    })
    await siege.unharmed(async () => {
      eve.sends(wiped)
      expect(await eve.closed()).toMatch(/^4403 (server-only|entry-deleted)$/)
    })
    expect(siege.ben.cards().get(siege.card)).toBe(card)
  })
})

describe('two parsers', () => {
  it('[T52] bytes of the second encoding are rejected, or are nothing', async () => {
    const eve = await siege.attacker()
    const first = Y.encodeStateVector(eve.doc)
    eve.does((cards) => addEntry(cards, cardId(52), { by: eve.person, place: 'ideas/a1' }, 'v2'))
    await siege.unharmed(async () => {
      eve.sends(Y.encodeStateAsUpdateV2(eve.doc, first))
      await until('it is answered', () => eve.saved() > 0 || eve.socket.readyState > 1)
    })
    eve.leave()
  })

  it('[T53] one client twice is rejected, bytes behind the end bring nothing in', async () => {
    const eve = await siege.attacker()
    const move = { origin: at(eve, 'place'), content: any('ideas/a4') }
    const section = { client: eve.clientId, clock: 0, items: [move] }
    const known = { client: siege.ann.doc.clientID, clock: 0, items: [new Uint8Array([0, 1])] }
    await expectRejected(siege, eve, raw(section, known, section), 'section-twice')
    const other = await siege.attacker()
    const honest = raw({ client: other.clientId, clock: 0, items: [move] })
    const junk = raw({
      client: other.clientId,
      clock: 1,
      items: [{ parent: 'session', key: 'a', content: any(1) }],
    })
    other.sends(new Uint8Array([...honest, ...junk]))
    await until('the honest part is there', () =>
      JSON.stringify(siege.ben.cards().get(siege.card)).includes('ideas/a4'),
    )
    expect(siege.ben.fact('a')).toBeUndefined()
    other.leave()
  })
})
