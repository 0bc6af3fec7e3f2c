/** A room between its store and its connections: what leaves when, and what is left behind. */
import { remember } from '@plenary/server/memory'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { UNLOAD_AFTER } from '@plenary/server/unload'
import { MESSAGE, writeJson } from '@plenary/shared/frame'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { HeldStore } from '../kit/held-store.ts'
import { heldStore } from '../kit/held-store.ts'
import { formatNamed } from '../kit/play.ts'
import { until } from '../kit/until.ts'
import { openWire, plainOf } from '../kit/wire.ts'
import type { Page, Wire } from '../kit/wire.ts'

interface World {
  wire: Wire
  store: HeldStore
  fay: Page
  ann: Page
}

/** A dot vote in its first phase; Fay and Ann are connected, and Ann has said hello. */
async function world(): Promise<World> {
  const store = heldStore(openSqliteStore(':memory:'))
  const wire = await openWire(formatNamed('dot-vote'), store)
  const ann = await wire.join('Ann')
  const [fay] = wire.pages
  if (fay === undefined) throw new Error('no Fay')
  await wire.command(fay, { type: 'phase.go', phase: 'propose' })
  wire.connect(fay)
  wire.connect(ann)
  ann.up.push(writeJson(MESSAGE.hello, { protocol: 1 }))
  await wire.quiet()
  return { wire, store, fay, ann }
}

function addCard(page: Page, text: string): void {
  page.doc.transact(() => {
    const card = new Y.Map<unknown>()
    card.set('kind', 'card')
    card.set('text', new Y.Text(text))
    card.set('place', 'ideas/a0')
    card.set('by', page.person)
    page.doc.getMap('cards').set(text.padEnd(22, '-'), card)
  })
}

/** Message types in the order they were sent. */
const types = (frames: Uint8Array[]): number[] =>
  frames.map((frame) => decoding.readVarUint(decoding.createDecoder(frame)))

/** What does not depend on who is here. */
function lasting(doc: Y.Doc): unknown {
  const { live: _live, ...facts } = doc.getMap('session').toJSON()
  return structuredClone([doc.getMap('cards').toJSON(), facts])
}

const command = (body: object): Uint8Array => writeJson(MESSAGE.command, body)

describe('what leaves a room', () => {
  it('[L3] [T99] nothing before the commit; then board, answer, saved, in this order', async () => {
    const { wire, store, fay, ann } = await world()
    const waits = store.hold('append')
    const marks = [fay.sent.length, ann.sent.length]
    addCard(ann, 'Bikes')
    ann.up.push(command({ id: 'c1', type: 'hand.raise' }))
    wire.carry(ann, 'up', 9)
    await waits
    const reading = wire.ask({ is: 'board', token: fay.token })
    let read = false
    void reading.then(() => (read = true))
    await new Promise((go) => setImmediate(go))
    expect([fay.sent.length, ann.sent.length]).toEqual(marks)
    expect(read).toBe(false)
    store.release()
    await reading
    expect(types(ann.sent.slice(marks[1]))).toEqual([
      MESSAGE.sync,
      MESSAGE.mine,
      MESSAGE.answer,
      MESSAGE.saved,
    ])
    expect(types(fay.sent.slice(marks[0]))).toEqual([MESSAGE.sync])
  })

  it('[L4] who has not said hello gets frames of y-websocket only', async () => {
    const { wire, fay, ann } = await world()
    addCard(fay, 'Trains')
    fay.up.push(command({ id: 'c1', type: 'timer.start' }))
    await wire.quiet()
    expect(new Set(types(fay.sent))).toEqual(new Set([MESSAGE.sync]))
    expect(ann.doc.getMap('session').toJSON()['timer']).toMatchObject({ is: 'running' })
  })

  it.each(['failed', 'fenced'] as const)(
    '[L5] when a record is %s the room is dropped, clients come back, nothing was acknowledged',
    async (how) => {
      const { wire, store, fay, ann } = await world()
      const before = plainOf(fay.doc)
      const marks = [fay.sent.length, ann.sent.length]
      if (how === 'failed') store.failNext('append')
      else await store.open('session')
      addCard(ann, 'Bikes')
      ann.up.push(command({ id: 'c1', type: 'hand.raise' }))
      wire.carry(ann, 'up', 9)
      expect(await wire.ask({ is: 'summary' })).toEqual({ is: 'later' })
      expect([fay.closes, ann.closes]).toEqual([[4503], [4503]])
      expect([fay.sent.length, ann.sent.length]).toEqual(marks)
      expect(wire.gone()).toBe(true)
      await wire.load()
      wire.connect(fay)
      await wire.settle()
      wire.carry(fay, 'down', 9)
      expect(plainOf(fay.doc)).toEqual(before)
      await wire.quiet()
      expect(fay.doc.getMap('cards').size).toBe(1)
      expect(plainOf(fay.doc)).toEqual(plainOf(ann.doc))
    },
  )

  it('[L5] whoever was removed in a record that failed comes back too, and so finds out at the next one', async () => {
    const { wire, store, fay, ann } = await world()
    store.failNext('append')
    const removal = { type: 'person.remove', person: ann.person }
    expect(await wire.command(fay, removal)).toEqual({ is: 'later' })
    expect([fay.closes, ann.closes]).toEqual([[4503], [4503]])
    await wire.load()
    await wire.quiet()
    expect(await wire.command(fay, removal)).toMatchObject({ answer: { ok: true } })
    expect(ann.closes.slice(0, 2)).toEqual([4503, 4403])
  })

  it('[L9] "saved" never counts an edit that has not come, and a gap that stays open ends the connection', async () => {
    const { wire, ann } = await world()
    const savedNow = (): number[] =>
      ann.sent
        .map((frame) => decoding.createDecoder(frame))
        .filter((decoder) => decoding.readVarUint(decoder) === MESSAGE.saved)
        .map((decoder) => decoding.readVarUint(decoder))
    const before = savedNow().at(-1) ?? 0
    addCard(ann, 'Bikes')
    await wire.quiet()
    expect(savedNow().at(-1)).toBe(before + 1)

    addCard(ann, 'Lost')
    ann.up.splice(0)
    addCard(ann, 'Buses')
    const mark = ann.sent.length
    wire.carry(ann, 'up', Infinity)
    // Deleting text makes no struct, so this one is taken although the gap is open.
    const bikes = ann.doc.getMap<Y.Map<unknown>>('cards').get('Bikes'.padEnd(22, '-'))
    const text = bikes?.get('text')
    if (!(text instanceof Y.Text)) throw new Error('no text')
    text.delete(0, 1)
    wire.carry(ann, 'up', Infinity)
    await wire.settle()
    expect(types(ann.sent.slice(mark))).not.toContain(MESSAGE.saved)
    // The answer to the server's question brings what was lost, and then all of it is saved.
    await wire.quiet()
    expect(types(ann.sent.slice(mark))).toContain(MESSAGE.saved)
    expect(ann.closes).toEqual([])

    addCard(ann, 'Lost again')
    ann.up.splice(0)
    for (const name of ['Cars', 'Ferries']) {
      addCard(ann, name)
      wire.carry(ann, 'up', Infinity)
      text.delete(0, 1)
      wire.carry(ann, 'up', Infinity)
    }
    await wire.settle()
    expect(ann.closes).toEqual([4409])
  })

  it('[L6] a minute after the last connection a person counts no more, and again when back', async () => {
    const { wire, fay, ann } = await world()
    const of = (): unknown => fay.doc.getMap('session').toJSON()['live']
    expect(of()).toMatchObject({ ready: { n: 0, of: 2 } })
    wire.drop(ann)
    await wire.settle()
    wire.clock.advance(60_000)
    await wire.settle()
    wire.carry(fay, 'down', Infinity)
    expect(of()).toMatchObject({ ready: { n: 0, of: 1 } })
    wire.connect(ann)
    await wire.settle()
    wire.carry(fay, 'down', Infinity)
    expect(of()).toMatchObject({ ready: { n: 0, of: 2 } })
  })
})

describe('a room that nobody is in', () => {
  it('[K7] is written down after 60 s and opens again equal, with what was answered', async () => {
    const { wire, fay, ann } = await world()
    addCard(ann, 'Bikes')
    const add = { id: 'c1', type: 'card.add', text: 'Trains', to: 'ideas' }
    const answer = await wire.command(ann, add)
    await wire.quiet()
    const [before, lastingBefore] = [plainOf(fay.doc), lasting(fay.doc)]
    wire.drop(fay)
    wire.drop(ann)
    await wire.settle()
    wire.clock.advance(UNLOAD_AFTER - 1)
    expect(wire.gone()).toBe(false)
    wire.clock.advance(1)
    await until('gone', () => wire.gone())
    const opened = await wire.store.open('session')
    expect(opened.tail.filter((record) => record.seq > (opened.snapshot?.seq ?? 0))).toEqual([])
    expect(lasting(remember(opened).doc)).toEqual(lastingBefore)
    await wire.load()
    expect(await wire.command(ann, add)).toEqual(answer)
    await wire.quiet()
    expect(plainOf(ann.doc)).toEqual(before)
  })

  it('[K9] a refusal is the answer to its id after a reload too, and so is the close to its own', async () => {
    const { wire, fay, ann } = await world()
    const next = { id: 'n1', type: 'phase.go', phase: 'vote' }
    const refused = await wire.command(ann, next)
    expect(JSON.stringify(refused)).toContain('not-allowed')
    await wire.command(fay, { type: 'person.role', person: ann.person, role: 'facilitator' })
    await wire.load()
    expect(await wire.command(ann, next)).toEqual(refused)
    const close = { id: 'c9', type: 'session.close' }
    const closed = await wire.command(fay, close)
    expect(JSON.stringify(closed)).toContain('"ok":true')
    expect(await wire.command(fay, close)).toEqual(closed)
    await wire.load()
    expect(await wire.command(fay, close)).toEqual(closed)
  })

  it('[K8] stays while somebody is in it or something is due', async () => {
    const store = openSqliteStore(':memory:')
    const wire = await openWire(formatNamed('pre-mortem'), store)
    const [fay] = wire.pages
    if (fay === undefined) throw new Error('no Fay')
    wire.connect(fay)
    await wire.settle()
    wire.clock.advance(10 * UNLOAD_AFTER)
    await wire.settle()
    expect(wire.gone()).toBe(false)
    await wire.command(fay, { type: 'phase.go', phase: 'write' })
    const draft = { draft: 'd', section: 'reasons', text: 'Rust', rev: 1, state: 'done' }
    await wire.command(fay, { type: 'draft.put', ...draft })
    await wire.command(fay, { type: 'phase.go', phase: 'sort', finish: true })
    wire.drop(fay)
    await wire.settle()
    wire.clock.advance(2_000)
    await wire.settle()
    expect(wire.gone()).toBe(false)
    await wire.quiet()
    expect(JSON.stringify(fay.doc.getMap('cards').toJSON())).toContain('Rust')
  })
})
