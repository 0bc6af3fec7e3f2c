import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Judge } from '@plenary/server/gate/gate'
import type { Change } from '@plenary/shared/judge'
import { SYNC_STEP_2_LIMITS, UPDATE_LIMITS } from '@plenary/server/gate/limits'
import {
  addEntry,
  cardId,
  fingerprint,
  hasText,
  openBoard,
  openClient,
  plain,
  SERVER_ID,
  textOf,
} from '../kit/gate-board.ts'
import type { Board, Client } from '../kit/gate-board.ts'

const A = cardId(1)
const B = cardId(2)

/** A board with one card `A` by Ana that Ana (7) and Ben (9) both have. */
function world(text = 'hello'): { board: Board; ana: Client; ben: Client } {
  const board = openBoard()
  const ana = openClient(board, 7)
  board.submit(
    ana.does((cards) => addEntry(cards, A, { by: 'ana' }, text)),
    7,
  )
  return { board, ana, ben: openClient(board, 9) }
}

/** A judge that notes what it was asked and refuses what `no` names. */
function noting(no: (change: Change) => string | null = () => null): {
  seen: Change[]
  judge: Judge
} {
  const seen: Change[] = []
  return {
    seen,
    judge(change) {
      seen.push(change)
      return no(change)
    },
  }
}

const refuse =
  (is: Change['is']) =>
  (change: Change): string | null =>
    change.is === is ? 'not-now' : null

const findsForgery: Judge = (change) => (change.is === 'add' ? { hard: 'forged-by' } : null)

const buggy: Judge = () => {
  throw new TypeError('a bug')
}

/** Gives the clients what the server emitted last. */
function tell(board: Board, ...clients: Client[]): void {
  const last = board.emitted.at(-1)
  if (last !== undefined) for (const { doc } of clients) Y.applyUpdate(doc, last, 'server')
}

describe('what an honest client does', () => {
  const deeds: [string, (cards: Y.Map<Y.Map<unknown>>) => void, Change[]][] = [
    [
      'adds an entry',
      (cards) =>
        addEntry(cards, B, { kind: 'action', by: 'ana', owner: 'Ben', status: 'open' }, 'call'),
      [
        {
          is: 'add',
          id: B,
          kind: 'action',
          fields: { place: 'section/a', by: 'ana', owner: 'Ben', status: 'open' },
          text: 'call',
        },
      ],
    ],
    [
      'sets a field',
      (cards) => cards.get(A)?.set('place', 'section/b'),
      [{ is: 'set', id: A, kind: 'card', field: 'place', from: 'section/a', to: 'section/b' }],
    ],
    [
      'sets a field that had no value',
      (cards) => cards.get(A)?.set('removed', true),
      [{ is: 'set', id: A, kind: 'card', field: 'removed', from: undefined, to: true }],
    ],
    [
      'inserts text in two places',
      (cards) => {
        textOf(cards, A).insert(5, ' you')
        textOf(cards, A).insert(0, 'oh ')
      },
      [{ is: 'insert', id: A, kind: 'card', text: ' youoh ', before: 5 }],
    ],
    [
      'deletes text in two places',
      (cards) => {
        textOf(cards, A).delete(0, 1)
        textOf(cards, A).delete(2, 2)
      },
      [{ is: 'erase', id: A, kind: 'card', length: 3 }],
    ],
    [
      'overwrites its own set',
      (cards) => {
        cards.get(A)?.set('place', 'section/b')
        cards.get(A)?.set('place', 'section/c')
      },
      [{ is: 'set', id: A, kind: 'card', field: 'place', from: 'section/a', to: 'section/c' }],
    ],
    [
      'writes and erases again in one batch',
      (cards) => {
        textOf(cards, A).insert(2, 'xyz')
        textOf(cards, A).delete(3, 1)
      },
      [{ is: 'insert', id: A, kind: 'card', text: 'xz', before: 5 }],
    ],
    [
      'adds an entry and changes it in one batch',
      (cards) => {
        addEntry(cards, B, {}, 'one')
        cards.get(B)?.set('place', 'section/z')
        textOf(cards, B).insert(0, 'no ')
        textOf(cards, B).delete(4, 1)
      },
      [{ is: 'add', id: B, kind: 'card', fields: { place: 'section/z' }, text: 'no oe' }],
    ],
  ]

  it.each(deeds)('[G1] %s: one change, judged once and applied', (_name, deed, changes) => {
    const { board, ana } = world()
    const { seen, judge } = noting()
    expect(board.submit(ana.does(deed), 7, judge)).toMatchObject({
      is: 'taken',
      refused: [],
      stripped: false,
    })
    expect(seen).toEqual(changes)
    expect(plain(board.doc)).toEqual(plain(ana.doc))
  })

  it('[G1] a sync step 2 carries merged changes and the whole known delete set', () => {
    const { board, ana, ben } = world()
    ben.does((cards) => cards.get(A)?.set('place', 'section/b'))
    ben.does((cards) => textOf(cards, A).insert(5, '!'))
    board.submit(
      ana.does((cards) => textOf(cards, A).delete(0, 2)),
      7,
    )
    tell(board, ben)
    ben.does((cards) => cards.get(A)?.set('place', 'section/c'))
    const step2 = Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(board.doc))
    const { seen, judge } = noting()
    expect(board.submit(step2, 9, judge, SYNC_STEP_2_LIMITS)).toMatchObject({ is: 'taken' })
    expect(seen).toEqual([
      { is: 'set', id: A, kind: 'card', field: 'place', from: 'section/a', to: 'section/c' },
      { is: 'insert', id: A, kind: 'card', text: '!', before: 3 },
    ])
    expect(plain(board.doc)).toEqual(plain(ben.doc))
  })

  it('[G2] what is known already is nothing, and is not judged', () => {
    const { board, ben } = world()
    const update = ben.does((cards) => textOf(cards, A).insert(0, 'x'))
    board.submit(update, 9)
    const { seen, judge } = noting()
    expect(board.submit(update, 9, judge)).toEqual({ is: 'nothing' })
    expect(board.submit(Y.encodeStateAsUpdate(board.doc), 4, judge)).toEqual({ is: 'nothing' })
    expect(seen).toEqual([])
  })

  it('[G2] only the unknown end of an overlapping update is judged', () => {
    const { board, ben } = world()
    board.submit(
      ben.does((cards) => textOf(cards, A).insert(5, ' wo')),
      9,
    )
    ben.does((cards) => textOf(cards, A).insert(8, 'rld'))
    const { seen, judge } = noting()
    const all = Y.encodeStateAsUpdate(ben.doc)
    expect(board.submit(all, 9, judge)).toMatchObject({ is: 'taken' })
    expect(seen).toEqual([{ is: 'insert', id: A, kind: 'card', text: 'rld', before: 8 }])
    expect(textOf(board.doc.getMap('cards'), A).toJSON()).toBe('hello world')
  })

  it('[G3] a set that loses against a newer value is no change', () => {
    const { board, ana, ben } = world()
    const lost = ana.does((cards) => cards.get(A)?.set('place', 'section/ana'))
    board.submit(
      ben.does((cards) => cards.get(A)?.set('place', 'section/ben')),
      9,
    )
    const { seen, judge } = noting(refuse('set'))
    expect(board.submit(lost, 7, judge)).toMatchObject({
      is: 'taken',
      refused: [],
      stripped: false,
    })
    expect(seen).toEqual([])
    expect(board.doc.getMap<Y.Map<unknown>>('cards').get(A)?.get('place')).toBe('section/ben')
  })
})

describe('what a race lost', () => {
  const SECRET = 'do-not-pass-on'
  const races: [string, Change['is'], (cards: Y.Map<Y.Map<unknown>>) => void][] = [
    ['an add', 'add', (cards) => addEntry(cards, B, { by: 'ana' }, SECRET)],
    ['a set', 'set', (cards) => cards.get(A)?.set('place', SECRET)],
    ['a set of an absent key', 'set', (cards) => cards.get(A)?.set('group', SECRET)],
    ['an insert', 'insert', (cards) => textOf(cards, A).insert(2, SECRET)],
  ]

  it.each(races)('[G4] %s is taken back, and nobody receives it', (_name, is, deed) => {
    const { board, ana, ben } = world()
    const before = plain(board.doc)
    const outcome = board.submit(ana.does(deed), 7, noting(refuse(is)).judge)
    expect(outcome).toMatchObject({
      is: 'taken',
      refused: [{ change: { is }, reason: 'not-now' }],
      stripped: false,
    })
    expect(board.emitted).toHaveLength(2)
    expect(board.emitted.some((bytes) => hasText(bytes, SECRET))).toBe(false)
    expect(hasText(Y.encodeStateAsUpdate(board.doc), SECRET)).toBe(false)
    tell(board, ana, ben)
    for (const { doc } of [board, ana, ben]) expect(plain(doc)).toEqual(before)
    expect(board.doc.clientID).toBe(SERVER_ID)
    expect(
      board.submit(
        ana.does((cards) => textOf(cards, A).insert(0, 'on')),
        7,
      ),
    ).toMatchObject({
      is: 'taken',
    })
  })

  it('[G4] an insert that was split by another one goes whole', () => {
    const { board, ana } = world()
    const update = ana.does((cards) => {
      textOf(cards, A).insert(2, 'SECRET')
      textOf(cards, A).insert(5, 'MORE')
    })
    board.submit(update, 7, noting(refuse('insert')).judge)
    expect(textOf(board.doc.getMap('cards'), A).toJSON()).toBe('hello')
  })

  it('[G5] a refused erase is stripped, and the sender must be reset', () => {
    const { board, ana, ben } = world()
    const before = plain(board.doc)
    const update = ana.does((cards) => textOf(cards, A).delete(0, 3))
    expect(board.submit(update, 7, noting(refuse('erase')).judge)).toMatchObject({
      is: 'taken',
      refused: [{ change: { is: 'erase', id: A, kind: 'card', length: 3 }, reason: 'not-now' }],
      stripped: true,
    })
    expect(board.emitted).toHaveLength(1)
    expect(plain(board.doc)).toEqual(before)
    expect(plain(ben.doc)).toEqual(before)
  })

  it('[G5] of one update the permitted part is applied', () => {
    const { board, ana, ben } = world()
    const update = ana.does((cards) => {
      textOf(cards, A).delete(0, 3)
      cards.get(A)?.set('place', 'section/b')
      addEntry(cards, B, {}, 'new')
    })
    const outcome = board.submit(update, 7, noting(refuse('erase')).judge)
    expect(outcome).toMatchObject({ is: 'taken', stripped: true })
    tell(board, ben)
    expect(plain(ben.doc)).toEqual(plain(board.doc))
    const cards = board.doc.getMap<Y.Map<unknown>>('cards')
    expect(textOf(cards, A).toJSON()).toBe('hello')
    expect(cards.get(A)?.get('place')).toBe('section/b')
    expect(cards.has(B)).toBe(true)
  })

  it.each([
    ['an add', 0, (cards: Y.Map<Y.Map<unknown>>) => addEntry(cards, B, {}, 'x'.repeat(2_001))],
    ['an insert', 1_999, (cards: Y.Map<Y.Map<unknown>>) => textOf(cards, A).insert(3, 'ab')],
  ])('[G6] %s beyond the longest text is refused', (_name, length, deed) => {
    const { board, ana } = world('x'.repeat(length))
    const before = plain(board.doc)
    expect(board.submit(ana.does(deed), 7)).toMatchObject({
      is: 'taken',
      refused: [{ reason: 'too-long' }],
    })
    expect(plain(board.doc)).toEqual(before)
  })

  it('[G6] text that is replaced by as much fits', () => {
    const { board, ana } = world('x'.repeat(2_000))
    const update = ana.does((cards) => {
      textOf(cards, A).delete(0, 10)
      textOf(cards, A).insert(0, 'y'.repeat(10))
    })
    expect(board.submit(update, 7)).toMatchObject({ is: 'taken', refused: [], stripped: false })
  })
})

describe('a tick', () => {
  it('[G7] many submits and server writes are one update, each compensated by itself', () => {
    const { board, ana, ben } = world()
    const session = board.doc.getMap('session')
    const updates = [
      ana.does((cards) => addEntry(cards, B, { by: 'ana' }, 'SECRET one')),
      ana.does((cards) => textOf(cards, B).insert(0, 'SECRET two')),
      ana.does((cards) => cards.get(B)?.set('place', 'SECRET/three')),
    ]
    board.tick((tr) => {
      session.set('title', 'before')
      const no = noting((change) => (change.is === 'add' ? 'not-now' : null)).judge
      const outcomes = updates.map((update) => board.within(tr, update, 7, no))
      expect(outcomes.map(({ is }) => is)).toEqual(['taken', 'taken', 'taken'])
      const set = ben.does((cards) => cards.get(A)?.set('place', 'section/ben'))
      board.within(tr, set, 9)
      session.set('title', 'between')
      const words = ben.does((cards) => textOf(cards, A).insert(0, 'SECRET four'))
      board.within(tr, words, 9, noting(refuse('insert')).judge)
      const more = ben.does((cards) => textOf(cards, A).insert(0, 'fine '))
      expect(board.within(tr, more, 9)).toMatchObject({ is: 'taken', refused: [] })
      session.set('title', 'after')
    })
    expect(board.emitted).toHaveLength(2)
    expect(board.emitted.some((bytes) => hasText(bytes, 'SECRET'))).toBe(false)
    tell(board, ana, ben)
    expect(plain(ana.doc)).toEqual(plain(board.doc))
    expect(plain(ben.doc)).toEqual(plain(board.doc))
    expect(textOf(board.doc.getMap('cards'), A).toJSON()).toBe('fine hello')
    expect(ana.doc.getMap('session').get('title')).toBe('after')
    expect(board.doc.clientID).toBe(SERVER_ID)
  })

  it('[G7] a refused set in a tick restores what the tick had before it', () => {
    const { board, ana, ben } = world()
    board.tick((tr) => {
      board.within(
        tr,
        ana.does((cards) => cards.get(A)?.set('place', 'section/1')),
        7,
      )
      const late = ben.does((cards) => cards.get(A)?.set('place', 'section/2'))
      board.within(tr, late, 9, noting(refuse('set')).judge)
    })
    expect(board.doc.getMap<Y.Map<unknown>>('cards').get(A)?.get('place')).toBe('section/1')
    tell(board, ana, ben)
    expect(plain(ben.doc)).toEqual(plain(ana.doc))
  })

  it('[G7] what is on its way to an entry that was taken back does no harm', () => {
    const { board, ana, ben } = world()
    board.submit(
      ana.does((cards) => addEntry(cards, B, {}, 'x')),
      7,
      noting(refuse('add')).judge,
    )
    const { seen, judge } = noting()
    const outcome = board.submit(
      ana.does((cards) => {
        textOf(cards, B).insert(0, 'y')
        cards.get(B)?.set('place', 'section/z')
      }),
      7,
      judge,
    )
    expect(outcome).toMatchObject({ is: 'taken', refused: [], stripped: false })
    expect(seen).toEqual([])
    expect(board.doc.getMap('cards').has(B)).toBe(false)
    for (const bytes of board.emitted) {
      Y.applyUpdate(ana.doc, bytes, 'server')
      Y.applyUpdate(ben.doc, bytes, 'server')
    }
    expect(plain(ana.doc)).toEqual(plain(board.doc))
    const step2 = Y.encodeStateAsUpdate(ana.doc, Y.encodeStateVector(board.doc))
    expect(board.submit(step2, 7).is).toBe('nothing')
  })
})

describe('what no honest client does', () => {
  const deeds: [string, string, (cards: Y.Map<Y.Map<unknown>>, doc: Y.Doc) => void][] = [
    ['writes to session', 'server-only', (_, doc) => doc.getMap('session').set('title', 'mine')],
    ['defines a root', 'unknown-root', (_, doc) => doc.getMap('other').set('a', 1)],
    ['deletes an entry', 'entry-deleted', (cards) => cards.delete(A)],
    ['deletes a key', 'key-deleted', (cards) => cards.get(A)?.delete('place')],
    ['replaces an entry', 'entry-overwritten', (cards) => addEntry(cards, A)],
    ['replaces a text', 'immutable', (cards) => cards.get(A)?.set('text', new Y.Text('x'))],
    ['changes the kind', 'immutable', (cards) => cards.get(A)?.set('kind', 'note')],
    ['changes the author', 'immutable', (cards) => cards.get(A)?.set('by', 'ben')],
    ['sets an unknown field', 'unknown-field', (cards) => cards.get(A)?.set('colour', 'red')],
    ['sets a field of Object', 'unknown-field', (cards) => cards.get(A)?.set('constructor', 'red')],
    ['sets a number', 'bad-value', (cards) => cards.get(A)?.set('place', 1)],
    ['sets null', 'bad-value', (cards) => cards.get(A)?.set('removed', null)],
    ['sets a long value', 'bad-value', (cards) => cards.get(A)?.set('place', 'x'.repeat(161))],
    ['nests a type', 'bad-value', (cards) => cards.get(A)?.set('group', new Y.Map())],
    ['adds with another id', 'bad-id', (cards) => addEntry(cards, 'short')],
    ['adds an unknown kind', 'unknown-kind', (cards) => addEntry(cards, B, { kind: 'x' })],
    ['adds an unknown field', 'unknown-field', (cards) => addEntry(cards, B, { due: '' })],
    ['adds a value of a wrong type', 'bad-value', (cards) => addEntry(cards, B, { place: 3 })],
    [
      'signs what is not signed',
      'bad-by',
      (cards) => addEntry(cards, B, { kind: 'lane', by: 'a' }),
    ],
    ['adds a string', 'not-an-entry', (_, doc) => doc.getMap('cards').set(B, 'x')],
    ['adds a list', 'not-an-entry', (_, doc) => doc.getMap('cards').set(B, new Y.Array())],
    [
      'adds without text',
      'no-text',
      (cards) => cards.set(B, new Y.Map(Object.entries({ kind: 'card', place: 's/a' }))),
    ],
    [
      'adds without place',
      'no-place',
      (cards) =>
        cards.set(
          B,
          new Y.Map<unknown>([
            ['kind', 'card'],
            ['text', new Y.Text()],
          ]),
        ),
    ],
    [
      'adds and deletes an entry',
      'not-an-entry',
      (cards) => {
        addEntry(cards, B)
        cards.delete(B)
      },
    ],
    ['formats text', 'not-text', (cards) => textOf(cards, A).format(0, 2, { bold: true })],
    ['embeds', 'not-text', (cards) => textOf(cards, A).insertEmbed(1, { image: 'x' })],
    [
      'adds a sub-document',
      'not-an-entry',
      (_, doc) => doc.getMap<unknown>('cards').set(B, new Y.Doc({ autoLoad: true })),
    ],
  ]

  it.each(deeds)('[G8] %s: rejected (%s), nothing applied', (name, code, deed) => {
    const { board, ana } = world()
    const before = fingerprint(board)
    const update = ana.does((cards) => deed(cards, ana.doc))
    const outcome = board.submit(update, 7)
    if (name === 'adds and deletes an entry') expect(outcome.is).toBe('rejected')
    else expect(outcome).toEqual({ is: 'rejected', code })
    expect(fingerprint(board)).toEqual(before)
  })

  it('[G8] what the judge calls forged is rejected whole', () => {
    const { board, ana } = world()
    const before = fingerprint(board)
    const update = ana.does((cards) => {
      cards.get(A)?.set('place', 'section/b')
      addEntry(cards, B, { by: 'ben' })
    })
    expect(board.submit(update, 7, findsForgery)).toEqual({ is: 'rejected', code: 'forged-by' })
    expect(fingerprint(board)).toEqual(before)
  })

  it('[G8] an exception that is no rejection comes through', () => {
    const { board, ana } = world()
    const update = ana.does((cards) => cards.get(A)?.set('place', 'section/b'))
    expect(() => board.submit(update, 7, buggy)).toThrow('a bug')
  })

  it('[G9] a frame beyond its limits is rejected', () => {
    const { board, ana } = world()
    const large = new Uint8Array(UPDATE_LIMITS.maxBytes + 1)
    expect(board.submit(large, 7)).toEqual({ is: 'rejected', code: 'update-too-large' })
    const many = ana.does((cards) => {
      for (let n = 0; n < 600; n++) addEntry(cards, cardId(n + 10))
    })
    expect(board.submit(many, 7)).toEqual({ is: 'rejected', code: 'too-many-structs' })
    expect(board.submit(many, 7, () => null, SYNC_STEP_2_LIMITS)).toMatchObject({ is: 'taken' })
  })
})
