/** Cursors and selections as a room passes them on: to whom, when, how often, and in how many bytes. */
import type { Format } from '@plenary/shared/format'
import { MESSAGE, writeJson } from '@plenary/shared/frame'
import { must } from '@plenary/shared/must'
import type { Pointed, Pointer } from '@plenary/shared/pointing'
import {
  POINTING_PEOPLE,
  POINT_MAX,
  cursorEvery,
  readPointers,
  writePointed,
  writePointers,
} from '@plenary/shared/pointing'
import { writeSaid } from '@plenary/shared/presence'
import * as decoding from 'lib0/decoding'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { formatNamed } from '../kit/play.ts'
import { openWire } from '../kit/wire.ts'
import type { Page, Wire } from '../kit/wire.ts'

const NAMED: Format = { ...formatNamed('start-stop'), anonymous: false }

const open: Wire[] = []
afterEach(async () => {
  for (const wire of open.splice(0)) await wire.store.close()
})

/** People who have said hello and watch, in a phase. */
async function people(
  names: readonly string[],
  { format = NAMED, phase = 'group' }: { format?: Format; phase?: string } = {},
): Promise<{ wire: Wire; fay: Page; others: Page[] }> {
  const wire = await openWire(format)
  open.push(wire)
  const others: Page[] = []
  for (const name of names) others.push(await wire.join(name))
  const fay = must(wire.pages[0], 'Fay')
  await wire.command(fay, { type: 'phase.go', phase, finish: true })
  for (const page of wire.pages) {
    wire.connect(page)
    page.up = [writeJson(MESSAGE.hello, { protocol: 1 })]
    wire.carry(page, 'up', Infinity)
    say(wire, page, { is: 'watch', on: true })
  }
  await wire.settle()
  return { wire, fay, others }
}

function say(wire: Wire, page: Page, ...pointed: Pointed[]): void {
  page.up.push(...pointed.map(writePointed))
  wire.carry(page, 'up', Infinity)
}

/** What a page was told of pointers, frame by frame; empty frames left out. */
function told({ sent }: Page): Pointer[][] {
  return pointingFrames({ sent }).flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    const pointers = readPointers(decoder)
    return pointers.length === 0 ? [] : [pointers]
  })
}

const pointingFrames = ({ sent }: Pick<Page, 'sent'>): Uint8Array[] =>
  sent.filter((frame) => frame[0] === MESSAGE.pointing)

/** Lets the time pass in which cursors are held back. */
async function pass(wire: Wire, ms = 200): Promise<void> {
  await wire.settle()
  wire.clock.advance(ms)
  await wire.settle()
}

const cursor = (x: number, y: number): Pointed => ({ is: 'cursor', x, y })

describe('pointing at the board', () => {
  it('[PT1] is told to whoever watches, with the number the server gave, and to nobody else', async () => {
    const { wire, fay, others } = await people(['Ann', 'Ben'])
    const [ann, ben] = others
    if (ann === undefined || ben === undefined) throw new Error('two people')
    say(wire, ben, { is: 'watch', on: false })
    say(wire, ann, cursor(120, -40))
    await pass(wire)
    expect(told(fay)).toEqual([[{ is: 'cursor', number: ann.connection, x: 120, y: -40 }]])
    expect(told(ben)).toEqual([])
    // Who comes to look is told where everybody is.
    say(wire, ben, { is: 'watch', on: true })
    await pass(wire)
    expect(told(ben)).toEqual(told(fay))
  })

  it('[PT1] is no presence: who said no hello is told nothing, and a frame that is none closes the socket', async () => {
    const { wire, fay } = await people([])
    const plain = await wire.join('Plain')
    wire.connect(plain)
    say(wire, plain, { is: 'watch', on: true })
    say(wire, fay, cursor(1, 1))
    await pass(wire)
    expect(pointingFrames(plain)).toEqual([])
    for (const body of [[9], [2, 1], [], Array.from({ length: 90 }, () => 3)]) {
      wire.connect(plain)
      plain.up = [Uint8Array.from([MESSAGE.pointing, ...body])]
      wire.carry(plain, 'up', 1)
      await wire.settle()
      expect(plain.closes.at(-1)).toBe(4400)
      plain.closes.push(0)
    }
    wire.connect(plain)
    say(wire, plain, cursor(POINT_MAX + 1, 0))
    await wire.settle()
    expect(plain.closes.at(-1)).toBe(4400)
  })

  const hidden: [string, Format, string][] = [
    ['write privately', NAMED, 'write'],
    ['answer a poll unseen', NAMED, 'check-in'],
    ['estimate', { ...formatNamed('pre-mortem'), anonymous: false }, 'estimate'],
    ['vote unseen', NAMED, 'vote'],
    ['are anonymous', formatNamed('start-stop'), 'group'],
  ]
  it.each(hidden)('[PT2] is dropped by the server while people %s', async (_, format, phase) => {
    const { wire, fay, others } = await people(['Ann', 'Ben'], { format, phase })
    const [ann, ben] = others
    if (ann === undefined || ben === undefined) throw new Error('two people')
    if (phase === 'vote' || phase === 'check-in') {
      const section = must(format.phases.find(({ id }) => id === phase)?.section, 'a section')
      const rules = { budget: 5, cap: 1, live: false }
      await wire.command(fay, { type: 'round.open', section, rules })
    }
    if (phase === 'estimate') await wire.command(fay, { type: 'estimate.open', section: 'risk' })
    const before = ann.sent.length
    for (const page of [fay, ann]) say(wire, page, cursor(5, 5), { is: 'selects', card: '' })
    await pass(wire)
    expect(told(ann)).toEqual([])
    expect(told(ben)).toEqual([])
    expect(ann.sent.length).toBe(before)
    expect(ann.closes).toEqual([])
  })

  it('[PT2] what was pointed at before a private phase is forgotten, and not told to who comes later', async () => {
    const { wire, fay, others } = await people(['Ann'])
    const ann = must(others[0], 'Ann')
    say(wire, ann, cursor(7, 7))
    // Not told yet, when the phase changes.
    await wire.command(fay, { type: 'phase.go', phase: 'write' })
    await pass(wire)
    await wire.command(fay, { type: 'phase.go', phase: 'group', finish: true })
    const fresh = await wire.join('Ben')
    wire.connect(fresh)
    fresh.up = [writeJson(MESSAGE.hello, { protocol: 1 })]
    say(wire, fresh, { is: 'watch', on: true })
    await pass(wire)
    expect(told(fresh)).toEqual([])
  })

  it('[PT2] an observer is not seen to point', async () => {
    const { wire, fay } = await people([])
    const reply = await wire.ask({
      is: 'join',
      name: 'Obi',
      role: 'observer',
      apart: false,
      request: undefined,
    })
    expect(reply.is).toBe('in')
    if (reply.is !== 'in') return
    const obi: Page = {
      ...fay,
      name: 'Obi',
      person: reply.person,
      token: reply.token,
      doc: new Y.Doc(),
      seat: `${reply.seat.clientId}.${reply.seat.secret}`,
      connection: null,
      up: [],
      down: [],
      closes: [],
      sent: [],
    }
    wire.pages.push(obi)
    wire.connect(obi)
    obi.up = [writeJson(MESSAGE.hello, { protocol: 1 })]
    say(wire, obi, { is: 'watch', on: true }, cursor(1, 2))
    say(wire, fay, cursor(3, 4))
    await pass(wire)
    expect(told(fay).flat()).toEqual([{ is: 'cursor', number: fay.connection, x: 3, y: 4 }])
    expect(told(obi)).toEqual(told(fay))
  })

  it('[PT3] of many movements only the newest is told, a few times a second, droppable for a slow reader', async () => {
    const { wire, fay, others } = await people(['Ann'])
    const ann = must(others[0], 'Ann')
    for (let n = 1; n <= 40; n++) {
      say(wire, ann, cursor(n, n))
      await wire.settle()
      wire.clock.advance(10)
      await wire.settle()
    }
    await pass(wire)
    const frames = told(fay)
    const every = cursorEvery(2)
    expect(frames.length).toBeGreaterThan(400 / every - 2)
    expect(frames.length).toBeLessThanOrEqual(400 / every + 2)
    expect(frames.at(-1)).toEqual([{ is: 'cursor', number: ann.connection, x: 40, y: 40 }])
    for (const frame of pointingFrames(fay).slice(1)) expect(wire.droppable.has(frame)).toBe(true)
  })

  it('[PT3] the larger the room the slower', () => {
    const paces = [2, 8, 9, 25, 26, 1_000].map(cursorEvery)
    expect(paces).toEqual(paces.toSorted((a, b) => a - b))
    expect(cursorEvery(2)).toBeLessThanOrEqual(50)
    expect(cursorEvery(60)).toBeGreaterThan(cursorEvery(25))
  })

  it('[PT4] above 25 people only who leads and who has a card in hand is seen to point', async () => {
    const names = Array.from({ length: POINTING_PEOPLE }, (_, n) => `P${n}`)
    const { wire, fay, others } = await people(names)
    const [ann, ben] = others
    if (ann === undefined || ben === undefined) throw new Error('two people')
    const added = {
      type: 'card.add',
      text: 'A',
      to: 'thoughts',
      card: 'a'.repeat(22),
    }
    await wire.command(fay, added)
    ann.up = [writeSaid({ is: 'hold', card: 'a'.repeat(22), dealt: false })]
    wire.carry(ann, 'up', 1)
    for (const page of [fay, ann, ben]) say(wire, page, cursor(9, 9))
    await pass(wire)
    const seen = told(ben)
      .flat()
      .map(({ number }) => number)
    expect(new Set(seen)).toEqual(new Set([fay.connection, ann.connection]))
  })

  it('[PT5] a cursor takes at most 10 bytes beside the head of its frame', () => {
    const bytes = (pointer: Pointer): number => writePointers([pointer]).byteLength - 2
    const far = POINT_MAX
    for (const number of [1, 200, 20_000, 2_000_000])
      for (const [x, y] of [
        [0, 0],
        [1_400, -300],
        [far, -far],
      ] as const)
        expect(bytes({ is: 'cursor', number, x, y })).toBeLessThanOrEqual(10)
    expect(bytes({ is: 'cursor', number: 90, x: 3_200, y: 900 })).toBeLessThanOrEqual(6)
  })

  it.each([
    [25, 25, 2_400],
    [60, 6, 600],
  ])(
    '[PT5] %i people of whom %i move all the time cost each at most %i bytes a second',
    async (all, moving, most) => {
      const names = Array.from({ length: all - 1 }, (_, n) => `P${n}`)
      const { wire, fay, others } = await people(names)
      const movers = [fay, ...others].slice(0, moving)
      const card = (n: number): string => `card${n}`.padEnd(22, '-')
      if (all > POINTING_PEOPLE)
        for (const [n, page] of movers.entries()) {
          const text = `Card ${n}`
          await wire.command(fay, {
            type: 'card.add',
            text,
            to: 'thoughts',
            card: card(n),
          })
          page.up = [writeSaid({ is: 'hold', card: card(n), dealt: false })]
          wire.carry(page, 'up', 1)
        }
      await pass(wire)
      const last = must(others.at(-1), 'somebody')
      const before = pointingFrames(last).length
      for (let ms = 0; ms < 1_000; ms += 25) {
        for (const page of movers) say(wire, page, cursor(3_000 + ms, 900 + ms))
        await wire.settle()
        wire.clock.advance(25)
      }
      await pass(wire)
      const frames = pointingFrames(last).slice(before)
      // Two bytes of a WebSocket's own head beside each.
      const sum = frames.reduce((bytes, frame) => bytes + frame.byteLength + 2, 0)
      expect(told(last).flat().length).toBeGreaterThan(moving * 5)
      expect(sum).toBeLessThanOrEqual(most)
    },
  )

  it('[PT6] a selection is told once, for certain, and only of a card that stands', async () => {
    const { wire, fay, others } = await people(['Ann'])
    const ann = must(others[0], 'Ann')
    const card = 'b'.repeat(22)
    await wire.command(fay, { type: 'card.add', text: 'B', to: 'thoughts', card })
    const words = { is: 'selects', card: 'no such card' } as const
    say(wire, ann, words, { is: 'selects', card }, { is: 'selects', card })
    await pass(wire)
    say(wire, ann, { is: 'selects', card: '' })
    await pass(wire)
    const { connection: number } = ann
    expect(told(fay)).toEqual([
      [{ is: 'selects', number, card }],
      [{ is: 'selects', number, card: '' }],
    ])
    for (const frame of pointingFrames(fay)) expect(wire.droppable.has(frame)).toBe(false)
  })
})
