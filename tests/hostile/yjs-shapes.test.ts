/** Raw structs over a real socket: places, contents and deletions that no honest client sends. */
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Attacker, Siege } from '../kit/attack-seat.ts'
import { besiege, expectRejected } from '../kit/attack-seat.ts'
import { cardId, idOfKey, raw } from '../kit/gate-board.ts'
import type { RawItem } from '../kit/gate-board.ts'

let siege: Siege
beforeAll(async () => {
  siege = await besiege()
})
afterAll(async () => {
  await siege.sameAfterRestart()
  await siege.end()
})

type Id = readonly [client: number, clock: number]
type Make = (eve: Attacker) => { items: (RawItem | Uint8Array)[]; deletes?: [...Id, number][] }

const any = (...values: unknown[]): Y.ContentAny => new Y.ContentAny(values)
const string = (text: string): Y.ContentString => new Y.ContentString(text)
const at = (eve: Attacker, key?: string): Id => idOfKey(eve.doc, siege.card, key)
const sessionItem = (eve: Attacker): Id => {
  const item = eve.doc.getMap('session')._map.get('title')
  return item === undefined ? [0, 0] : [item.id.client, item.id.clock]
}
/** The id of a letter of Ann's card. */
const letter = (eve: Attacker, n: number): Id => {
  const [client, clock] = at(eve, 'text')
  return [client, clock + 1 + n]
}
const map = (): Y.ContentType => new Y.ContentType(new Y.Map())

/** A type with types inside it, each under the one before. */
function nested(root: RawItem, eve: Attacker, depth: number): RawItem[] {
  const inner = Array.from({ length: depth }, (_, n) => ({
    parent: [eve.clientId, eve.clock() + n] as const,
    key: 'place',
    content: map(),
  }))
  return [root, ...inner]
}

const deep = (depth: number): unknown => {
  let value: unknown = 1
  for (let n = 0; n < depth; n++) value = { a: value }
  return value
}

const attacks: [name: string, make: Make, reason: string][] = [
  [
    '[T38] a root that nobody knows',
    () => ({
      items: Array.from({ length: 1_000 }, (_, n) => ({
        parent: `junk${n}`,
        key: 'a',
        content: any(1),
      })),
    }),
    'unknown-root',
  ],
  [
    '[T38] a root named __proto__',
    () => ({ items: [{ parent: '__proto__', key: 'a', content: any(1) }] }),
    'unknown-root',
  ],
  [
    '[T39] a sub-document among the cards',
    () => ({ items: [{ parent: 'cards', key: cardId(39), content: subDocument() }] }),
    'not-an-entry',
  ],
  [
    '[T39] a sub-document in a card',
    (eve) => ({ items: [{ origin: at(eve, 'place'), content: subDocument() }] }),
    'bad-value',
  ],
  [
    '[T40] XML in place of a card',
    () => ({
      items: [
        { parent: 'cards', key: cardId(40), content: new Y.ContentType(new Y.XmlElement('a')) },
      ],
    }),
    'not-an-entry',
  ],
  ...[
    ['a format', () => new Y.ContentFormat('bold', 'true')] as const,
    ['an embed', () => new Y.ContentEmbed({ a: 1 })] as const,
    ['bytes', () => new Y.ContentBinary(new Uint8Array(3))] as const,
    ['old JSON', () => new Y.ContentJSON([1])] as const,
    ['any', () => any('x')] as const,
    ['an XML text', () => new Y.ContentType(new Y.XmlText())] as const,
  ].map(([what, content]): [string, Make, string] => [
    `[T40] ${what} in a text`,
    (eve) => ({ items: [{ origin: letter(eve, 1), content: content() }] }),
    'not-text',
  ]),
  [
    '[T40] a text that is an XML text in a new card',
    (eve) => ({
      items: [
        { parent: 'cards', key: cardId(40), content: map() },
        {
          parent: [eve.clientId, eve.clock()],
          key: 'text',
          content: new Y.ContentType(new Y.XmlText()),
        },
      ],
    }),
    'text-replaced',
  ],
  [
    '[T41] a list in a card',
    (eve) => ({ items: [{ parent: at(eve), content: any('x') }] }),
    'sequence-in-map',
  ],
  [
    '[T41] a list in the root',
    () => ({ items: [{ parent: 'cards', content: any('x') }] }),
    'sequence-in-map',
  ],
  [
    '[T41] a key in a text',
    (eve) => ({ items: [{ parent: at(eve, 'text'), key: 'a', content: string('x') }] }),
    'key-in-text',
  ],
  ...(['kind', 'by', 'text'] as const).map((key): [string, Make, string] => [
    `[T42] a value that leans on ${key}`,
    (eve) => ({ items: [{ origin: at(eve, key), content: any('eve') }] }),
    'immutable',
  ]),
  [
    '[T42] a value that leans on the title of the session',
    (eve) => ({ items: [{ origin: sessionItem(eve), content: any('eve') }] }),
    'server-only',
  ],
  [
    '[T42] a card that leans on a card',
    (eve) => ({ items: [{ origin: at(eve), content: map() }] }),
    'entry-overwritten',
  ],
  [
    '[T43] neighbours in two parents',
    (eve) => ({
      items: [{ origin: letter(eve, 1), rightOrigin: at(eve, 'place'), content: string('x') }],
    }),
    'origins-apart',
  ],
  [
    '[T43] neighbours in two texts',
    (eve) => ({
      items: [
        { origin: letter(eve, 1), rightOrigin: otherLetter(eve), content: string('x') },
        { origin: letter(eve, 1), rightOrigin: letter(eve, 2), content: string('x') },
      ],
    }),
    'origins-apart',
  ],
  [
    '[T44] neighbours in the wrong order',
    (eve) => ({
      items: [{ origin: letter(eve, 4), rightOrigin: letter(eve, 1), content: string('ZZ') }],
    }),
    'origin-order',
  ],
  [
    '[T44] a value with a right neighbour',
    (eve) => ({ items: [{ rightOrigin: at(eve, 'place'), content: any('ideas/a1') }] }),
    'right-origin-in-map',
  ],
  [
    '[T45] a parent that is a letter',
    (eve) => ({ items: [{ parent: letter(eve, 0), key: 'a', content: any('x') }] }),
    'parent-not-a-type',
  ],
  [
    '[T45] a parent that is a value',
    (eve) => ({ items: [{ parent: at(eve, 'place'), key: 'a', content: any('x') }] }),
    'parent-not-a-type',
  ],
  [
    '[T46] a type in a card',
    (eve) => ({ items: nested({ parent: at(eve), key: 'group', content: map() }, eve, 3) }),
    'bad-value',
  ],
  [
    '[T46] a type in a new card',
    (eve) => ({ items: nested({ parent: 'cards', key: cardId(46), content: map() }, eve, 3) }),
    'bad-value',
  ],
  [
    '[T46] a type in a text',
    (eve) => ({ items: [{ origin: letter(eve, 0), content: map() }] }),
    'not-text',
  ],
  ...[
    ['a value in a thousand others', () => deep(1_000)] as const,
    ['no number', () => Number.NaN] as const,
    ['infinity', () => Infinity] as const,
    ['a big number', () => 2n ** 60n] as const,
    ['bytes', () => new Uint8Array(8)] as const,
    ['null', () => null] as const,
    ['nothing', () => undefined] as const,
    ['a list', () => ['ideas/a1']] as const,
    ['a prototype', (): unknown => JSON.parse('{"__proto__":{"admin":true}}')] as const,
    ['half a letter', () => 'ideas/a1\ud83d'] as const,
    ['too long a string', () => `ideas/a${'1'.repeat(2_000)}`] as const,
  ].map(([what, value]): [string, Make, string] => [
    `[T47] ${what} as a value`,
    (eve) => ({ items: [{ origin: at(eve, 'place'), content: any(value()) }] }),
    what === 'half a letter' ? 'bad-place' : 'bad-value',
  ]),
  [
    '[T47] a key of Object',
    (eve) => ({ items: [{ parent: at(eve), key: '__proto__', content: any('x') }] }),
    'unknown-field',
  ],
  [
    '[T47] a card named __proto__',
    () => ({ items: [{ parent: 'cards', key: '__proto__', content: map() }] }),
    'bad-id',
  ],
]

function subDocument(): Y.ContentDoc {
  return new Y.ContentDoc(new Y.Doc({ autoLoad: true, meta: { evil: true } }))
}

/** A letter of another card of Ann. */
function otherLetter(eve: Attacker): Id {
  for (const id of eve.doc.getMap('cards').keys())
    if (id !== siege.card) {
      const [client, clock] = idOfKey(eve.doc, id, 'text')
      return [client, clock + 1]
    }
  throw new Error('no other card')
}

describe('places and contents', () => {
  beforeAll(async () => {
    siege.ann.addCard('Another one', 'ideas/a5')
    await siege.equal()
  })

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

  it('[T46] twenty thousand types in each other are rejected, deep values too', async () => {
    const eve = await siege.attacker()
    const root = { parent: 'cards', key: cardId(46), content: map() }
    const update = raw({ client: eve.clientId, clock: 0, items: nested(root, eve, 12_000) })
    expect(update.byteLength).toBeGreaterThan(100_000)
    await expectRejected(siege, eve, update, 'too-many-structs', 'step2')
    const other = await siege.attacker()
    // An object in an object, sixty thousand times: reading it goes through the stack.
    const [client, clock] = at(other, 'place')
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, other.clientId)
    encoding.writeVarUint(encoder, other.clock())
    encoding.writeUint8(encoder, 8 | 128)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarUint(encoder, 1)
    for (let n = 0; n < 60_000; n++) encoding.writeUint8Array(encoder, new Uint8Array([117, 1]))
    await expectRejected(siege, other, encoding.toUint8Array(encoder), 'malformed', 'step2')
  })
})
