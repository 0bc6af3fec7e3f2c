import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createBoard, makeEdit, readEntry, cardsOf } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import { byOrder } from '@plenary/shared/order'
import { createProjection } from '@plenary/client/sync/projection'
import type { Projection } from '@plenary/client/sync/projection'
import * as Y from 'yjs'

afterEach(() => vi.unstubAllGlobals())

const IDS = ['card-1', 'card-2', 'card-3', 'lane-1', 'lane-2']
const PARENTS = ['section', 'other', 'lane-1', 'lane-2']
const KINDS = ['card', 'lane', 'note'] as const

type Step =
  | { do: 'put'; id: string; kind: Entry['kind']; parent: string; order: string; text: string }
  | { do: 'set'; id: string; field: string; value: string | boolean }
  | { do: 'type'; id: string; at: number; text: string }
  | { do: 'gone'; id: string }
  | { do: 'sync' }

const id = fc.constantFrom(...IDS)
const parent = fc.constantFrom(...PARENTS)
const order = fc.constantFrom('a0', 'a1', 'a2')
const word = fc.constantFrom('', 'x', 'hello')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    id,
    kind: fc.constantFrom(...KINDS),
    parent,
    order,
    text: word,
  }),
  fc
    .tuple(id, parent, order)
    .map(([one, to, key]): Step => ({ do: 'set', id: one, field: 'place', value: `${to}/${key}` })),
  fc.record({
    do: fc.constant('set' as const),
    id,
    field: fc.constant('removed'),
    value: fc.boolean(),
  }),
  fc.record({ do: fc.constant('type' as const), id, at: fc.nat(3), text: word }),
  // A refused card goes again with its key.
  fc.record({ do: fc.constant('gone' as const), id }),
  fc.constant({ do: 'sync' } as const),
)

function take(doc: Y.Doc, one: Step): void {
  doc.transact(() => {
    switch (one.do) {
      case 'put': {
        const { kind, text } = one
        const place = `${one.parent}/${one.order}`
        if (!cardsOf(doc).has(one.id)) makeEdit(doc, { do: 'put', id: one.id, kind, text, place })
        return
      }
      case 'set':
        return makeEdit(doc, one)
      case 'type': {
        const at = Math.min(one.at, readEntry(doc, one.id)?.text.length ?? 0)
        return makeEdit(doc, {
          do: 'splice',
          id: one.id,
          splices: [{ at, remove: 0, insert: one.text }],
        })
      }
      case 'gone':
        return cardsOf(doc).delete(one.id)
      case 'sync':
        return
    }
  })
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
}

const LISTS = PARENTS.flatMap((at) => KINDS.map((kind) => [at, kind] as const))

/** Everything a projection shows. */
function picture(projection: Projection) {
  return {
    entries: IDS.map((one) => projection.entry(one)),
    lists: LISTS.map(([at, kind]) => projection.ids(at, kind)),
    unplaced: ['section', 'other'].map((section) => projection.unplaced(section)),
  }
}

/** The same, read from the document without any store. */
function fresh(doc: Y.Doc): ReturnType<typeof picture> {
  const entries = [...cardsOf(doc).keys()].flatMap((one) => readEntry(doc, one) ?? [])
  const list = (of: (entry: Entry) => boolean) =>
    entries
      .filter(of)
      .sort(byOrder)
      .map((entry) => entry.id)
  return {
    entries: IDS.map((one) => readEntry(doc, one)),
    lists: LISTS.map(([at, kind]) => list((e) => e.parent === at && e.kind === kind && !e.removed)),
    unplaced: ['section', 'other'].map((section) =>
      list((entry) => {
        if (entry.kind !== 'card' || entry.removed) return false
        if (entry.parent === section) return true
        const lane = readEntry(doc, entry.parent)
        return lane?.kind === 'lane' && lane.removed && lane.parent === section
      }),
    ),
  }
}

describe('the projection of the board', () => {
  it('[C5] equals a fresh read of the document after any edits of two people', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), step), { maxLength: 40 }), (steps) => {
        const [ana, ben] = [createBoard(), createBoard()]
        const projection = createProjection()
        projection.attach(ana)
        for (const [mine, one] of steps) {
          if (one.do === 'sync') exchange(ana, ben)
          else take(mine ? ana : ben, one)
          expect(picture(projection)).toEqual(fresh(ana))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[C5] shows another document as it stands when that takes the place of the first', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.array(step, { maxLength: 20 }), (a, b) => {
        const [first, second] = [createBoard(), createBoard()]
        const projection = createProjection()
        projection.attach(first)
        for (const one of a) take(first, one)
        picture(projection)
        for (const one of b) take(second, one)
        projection.attach(second)
        expect(picture(projection)).toEqual(fresh(second))
        for (const one of a) take(first, one)
        expect(picture(projection)).toEqual(fresh(second))
      }),
      { numRuns: 200 },
    )
  })

  it('[C6] tells exactly those who show what has changed, and keeps every other object', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const doc = createBoard()
        const projection = createProjection()
        projection.attach(doc)
        const told = new Set<string>()
        for (const one of IDS) projection.subscribeEntry(one, () => told.add(one))
        for (const at of PARENTS) projection.subscribeList(at, () => told.add(`list ${at}`))
        for (const one of steps) {
          const before = picture(projection)
          told.clear()
          take(doc, one)
          const after = picture(projection)
          IDS.forEach((name, index) => {
            const [old, now] = [before.entries[index], after.entries[index]]
            const differs = JSON.stringify(old) !== JSON.stringify(now)
            expect(told.has(name)).toBe(differs)
            if (!differs) expect(now).toBe(old)
          })
          const compare = (
            old: readonly string[] | undefined,
            now: readonly string[] | undefined,
            at: string,
          ) => {
            if (JSON.stringify(old) === JSON.stringify(now)) expect(now).toBe(old)
            else expect(told.has(`list ${at}`)).toBe(true)
          }
          LISTS.forEach(([at], index) => compare(before.lists[index], after.lists[index], at))
          compare(before.unplaced[0], after.unplaced[0], 'section')
          compare(before.unplaced[1], after.unplaced[1], 'other')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[C6] does not draw a list again because a card in it is being written', () => {
    const doc = createBoard()
    const projection = createProjection()
    projection.attach(doc)
    take(doc, {
      do: 'put',
      id: 'card-1',
      kind: 'card',
      parent: 'section',
      order: 'a0',
      text: 'one',
    })
    const told: string[] = []
    projection.subscribeList('section', () => told.push('list'))
    projection.subscribeEntry('card-1', () => told.push('card'))
    take(doc, { do: 'type', id: 'card-1', at: 3, text: '!' })
    expect(told).toEqual(['card'])
    expect(Object.isFrozen(projection.entry('card-1'))).toBe(true)
  })

  it('[C29] after a frame that was slow to draw others’ changes wait for as long again, own ones do not', () => {
    const frames: ((now: number) => void)[] = []
    const pauses: { call: () => void; ms: number }[] = []
    vi.stubGlobal('requestAnimationFrame', (call: (now: number) => void) => frames.push(call))
    vi.stubGlobal('setTimeout', (call: () => void, ms: number) => pauses.push({ call, ms }))
    const frame = (now: number) => frames.splice(0).forEach((call) => call(now))
    const doc = createBoard()
    const other = createBoard()
    doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update))
    const projection = createProjection()
    projection.attach(other)
    let told = 0
    projection.subscribeList('section', () => void (told += 1))
    const put = (at: Y.Doc, one: string) =>
      take(at, { do: 'put', id: one, kind: 'card', parent: 'section', order: 'a0', text: one })

    put(doc, 'card-1')
    put(doc, 'card-2')
    expect(told).toBe(0)
    frame(1_000)
    expect(told).toBe(1)
    put(doc, 'card-3')
    frame(1_200)
    expect(told).toBe(1)
    expect(pauses.map(({ ms }) => ms)).toEqual([200])
    put(other, 'lane-1')
    expect(told).toBe(2)
    put(doc, 'lane-2')
    expect(told).toBe(2)
    pauses[0]?.call()
    frame(1_500)
    expect(told).toBe(3)
    // A page that was hidden for an hour was not slow for an hour.
    frame(3_601_500)
    expect(pauses.at(-1)?.ms).toBe(500)
    pauses.at(-1)?.call()
    put(doc, 'late')
    frame(3_601_516)
    expect(told).toBe(4)
    // A quick one is followed by the next at once.
    frame(3_601_532)
    put(doc, 'own')
    frame(3_601_548)
    expect(told).toBe(5)
    expect(pauses).toHaveLength(2)
  })

  it('[C6] tells the section when a card in one of its removed lanes comes or goes', () => {
    const doc = createBoard()
    const projection = createProjection()
    projection.attach(doc)
    const put = (name: string, kind: Entry['kind'], at: string) =>
      take(doc, { do: 'put', id: name, kind, parent: at, order: 'a0', text: name })
    put('lane-1', 'lane', 'section')
    put('card-1', 'card', 'lane-1')
    take(doc, { do: 'set', id: 'lane-1', field: 'removed', value: true })
    expect(projection.unplaced('section')).toEqual(['card-1'])
    const told: string[] = []
    projection.subscribeList('section', () => told.push('section'))
    take(doc, { do: 'set', id: 'card-1', field: 'removed', value: true })
    expect(told).toEqual(['section'])
    expect(projection.unplaced('section')).toEqual([])
  })

  it('[C7] shows own words over an entry until they are taken back', () => {
    const doc = createBoard()
    const projection = createProjection()
    projection.attach(doc)
    take(doc, {
      do: 'put',
      id: 'card-1',
      kind: 'card',
      parent: 'section',
      order: 'a0',
      text: 'one',
    })
    const told: string[] = []
    projection.subscribeEntry('card-1', () => told.push(projection.entry('card-1')?.text ?? ''))
    projection.reword('card-1', 'mine')
    take(doc, { do: 'set', id: 'card-1', field: 'place', value: 'other/a1' })
    expect(projection.entry('card-1')).toMatchObject({ text: 'mine', parent: 'other' })
    projection.reword('card-1', null)
    expect(told).toEqual(['mine', 'mine', 'one'])
  })

  it('[C8] hears of own changes with what was before, and of nobody else’s', () => {
    const [ana, ben] = [createBoard(), createBoard()]
    const own: [string, string | null, string | null][] = []
    const projection = createProjection((name, before, after) =>
      own.push([name, before?.text ?? null, after?.text ?? null]),
    )
    projection.attach(ana)
    take(ana, {
      do: 'put',
      id: 'card-1',
      kind: 'card',
      parent: 'section',
      order: 'a0',
      text: 'one',
    })
    exchange(ana, ben)
    take(ben, { do: 'type', id: 'card-1', at: 0, text: 'hello' })
    exchange(ana, ben)
    take(ana, { do: 'type', id: 'card-1', at: 0, text: 'x' })
    expect(own).toEqual([
      ['card-1', null, 'one'],
      ['card-1', 'helloone', 'xhelloone'],
    ])
  })
})
