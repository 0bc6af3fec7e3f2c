/** Three people sort one board with the real client, each over a wire that loses, delays and repeats. */
import { groupWith, joinGroup, leaveGroup, moveGroup, takeApart } from '@plenary/client/look/groups'
import { putOnto } from '@plenary/client/desk/wall-rest'
import { duplicate } from '@plenary/client/look/duplicate'
import { connect } from '@plenary/client/look/links'
import { cardsIn } from '@plenary/client/look/topics'
import { redoLast, undoLast } from '@plenary/client/look/undo-last'
import { editText } from '@plenary/client/sync/open-texts'
import { addCards, groupCards, moveCards, removeCards } from '@plenary/client/sync/many-cards'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { remember } from '@plenary/server/memory'
import { CARDS, readEntry } from '@plenary/shared/board'
import type { Entry } from '@plenary/shared/entry'
import { placeAt } from '@plenary/shared/entry'
import { spotsOf } from '@plenary/shared/wall-spots'
import { sectionOf as partOf } from '@plenary/shared/format'
import { groupOf } from '@plenary/shared/group'
import type { Format } from '@plenary/shared/format'
import { ORDER_KEY_MAX } from '@plenary/shared/kinds'
import { must } from '@plenary/shared/must'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openClientWire } from '../kit/client-wire.ts'
import type { ClientWire, HandPage } from '../kit/client-wire.ts'
import { formatNamed } from '../kit/play.ts'
import { plainOf } from '../kit/wire.ts'

const numbers = { page: fc.nat(2), a: fc.nat(11), b: fc.nat(11) }
const aDeed = fc.record({
  ...numbers,
  is: fc.constant('deed' as const),
  what: fc.constantFrom(
    ...(['add', 'move', 'move', 'group', 'group', 'join', 'leave', 'apart', 'move group'] as const),
    ...(['merge', 'remove', 'bring back', 'undo', 'undo', 'redo', 'lane', 'no lane'] as const),
    ...(['move many', 'group many', 'remove many', 'paste', 'copy'] as const),
    ...(['place', 'place', 'rest', 'link', 'unlink', 'name link'] as const),
  ),
})
const aCrank = fc.record({
  ...numbers,
  is: fc.constant('crank' as const),
  what: fc.constantFrom(
    ...(['up', 'down', 'late', 'repeat', 'cut', 'miss', 'open', 'settle'] as const),
    ...(['meet', 'meet', 'meet', 'meet'] as const),
  ),
})
const aStep = fc.oneof({ weight: 1, arbitrary: aDeed }, { weight: 1, arbitrary: aCrank })
type Of<A> = A extends fc.Arbitrary<infer T> ? T : never

/** By its text, so that a run with the same seed does the same whatever the ids are. */
function entriesOf(client: SessionClient, kind: Entry['kind'], removed = false): Entry[] {
  const doc = client.editing.doc()
  if (doc === null) return []
  return [...doc.getMap(CARDS).keys()]
    .flatMap((id) => client.entry(id) ?? [])
    .filter((entry) => entry.kind === kind && entry.removed === removed)
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : 1))
}

const pick = <T>(from: readonly T[], at: number): T | undefined =>
  from[at % Math.max(1, from.length)]

async function deed({ client }: HandPage, { what, a, b }: Of<typeof aDeed>, section: string) {
  const cards = entriesOf(client, 'card')
  const card = pick(cards, a)
  const mate = pick(cards, b)
  const groups = entriesOf(client, 'group')
  const lanes = client.ids(section, 'lane')
  const into = pick([section, ...lanes], b) ?? section
  const wall = isWall(client, section)
  /** A few of them, never twice the same. */
  const some = cards.filter((_, at) => (at + a) % 3 !== 0).slice(0, b + 1)
  switch (what) {
    case 'add':
      return void client.add('card', section, `card ${a} ${b}`)
    case 'move':
      if (card !== undefined) client.move(card.id, into, pick(client.ids(into, 'card'), a) ?? null)
      return
    case 'group':
      if (card !== undefined && mate !== undefined && mate.id !== card.id)
        groupWith(client, card, mate, section)
      return
    case 'join': {
      const group = pick(groups, b)
      if (card !== undefined && group !== undefined) joinGroup(client, card, group.id, mate ?? null)
      return
    }
    case 'leave': {
      const inGroup = pick(
        cards.filter((one) => groupOf(client, one) !== null),
        a,
      )
      if (inGroup !== undefined) leaveGroup(client, inGroup)
      return
    }
    case 'apart':
    case 'move group': {
      const group = pick(groups, a)?.id
      if (group === undefined) return
      const members = cardsIn(client, section).filter((id) => client.entry(id)?.group === group)
      if (what === 'apart') takeApart(client, group, members)
      else moveGroup(client, members, into, 'a lane')
      return
    }
    case 'merge': {
      const [from, to] = [pick(groups, a), pick(groups, b)]
      if (from !== undefined && to !== undefined && from.id !== to.id)
        void client.ask({ type: 'group.merge', group: from.id, into: to.id })
      return
    }
    case 'remove':
      if (card !== undefined) client.remove(card.id)
      return
    case 'bring back': {
      const gone = pick(entriesOf(client, 'card', true), a)
      if (gone === undefined) return
      if (gone.by === client.view()?.you.id) client.setField(gone.id, 'removed', false)
      else void client.ask({ type: 'card.restore', card: gone.id })
      return
    }
    case 'undo':
    case 'redo':
      void (what === 'redo' ? redoLast : undoLast)(client)
      // It has done its own part in a turn or two, and waits then for what the wire brings.
      for (let turn = 0; turn < 3; turn++) await new Promise((go) => setImmediate(go))
      return
    case 'move many': {
      const moving = new Set(some.map(({ id }) => id))
      const before = pick(
        client.ids(into, 'card').filter((id) => !moving.has(id)),
        a,
      )
      return moveCards(client, 'moved', [...moving], into, before ?? null)
    }
    case 'group many':
      if (some.length > 1) groupCards(client, 'grouped', some, `many ${a}`, section)
      return
    case 'remove many':
      return removeCards(
        client,
        'removed',
        some.slice(0, 2).map(({ id }) => id),
      )
    case 'paste':
      return void addCards(client, 'pasted', [
        { text: `pasted ${a} 1`, to: into },
        { text: `pasted ${b} 2`, to: into },
      ])
    case 'copy':
      return void duplicate(
        client,
        some.slice(0, 2).map(({ id }) => id),
      )
    case 'place':
      if (wall && card !== undefined)
        client.setField(card.id, 'place', placeAt(section, card.order, { x: a * 37, y: b * 53 }))
      return
    case 'rest':
      if (wall && card !== undefined && mate !== undefined && card.id !== mate.id)
        putOnto(client, section, {
          ids: [card.id],
          whole: null,
          onto: { note: mate.id },
          spots: spotsOf(client.unplaced(section).flatMap((id) => client.entry(id) ?? [])),
        })
      return
    case 'link':
      if (wall && card !== undefined && mate !== undefined) connect(client, card, mate)
      return
    case 'unlink':
    case 'name link': {
      const link = pick(entriesOf(client, 'link'), a)
      if (link === undefined) return
      if (what === 'unlink') client.remove(link.id)
      else {
        const text = editText(client.editing, link.id)
        text.set(`leads ${b}`, 0)
        text.done()
      }
      return
    }
    case 'lane':
      if (wall) return
      return void client.add('lane', section, `lane ${a}`)
    case 'no lane': {
      const lane = pick(lanes, a)
      if (lane !== undefined) client.remove(lane)
    }
  }
}

function isWall(client: SessionClient, section: string): boolean {
  const format = client.view()?.format
  return format !== undefined && partOf(format, section)?.kind === 'wall'
}

/** A page that was away comes back, tells what it has and hears what there is. */
async function meet(wire: ClientWire, page: HandPage): Promise<void> {
  wire.open(page)
  for (let round = 0; round < 3; round++) {
    wire.up(page, Infinity)
    await wire.settle()
    wire.down(page, Infinity)
  }
}

function crank(wire: ClientWire, page: HandPage, { what, a }: Of<typeof aCrank>) {
  switch (what) {
    case 'meet':
      return meet(wire, page)
    case 'up':
      return wire.up(page, a + 1)
    case 'late':
      return wire.up(page, a + 1, true)
    case 'down':
      return wire.down(page, a + 1)
    case 'repeat':
      return wire.repeat(page)
    case 'cut':
      return wire.cut(page)
    case 'miss':
      return wire.miss(page)
    case 'open':
      return wire.open(page)
    case 'settle':
      return wire.settle()
  }
}

/** Every list that a page shows of a section. */
function listsOf(client: SessionClient, section: string): Record<string, readonly string[]> {
  const lanes = client.ids(section, 'lane')
  return {
    '': client.unplaced(section),
    lanes,
    groups: client.ids(section, 'group'),
    links: client.ids(section, 'link'),
    spots: [...spotsOf(client.unplaced(section).flatMap((id) => client.entry(id) ?? []))].map(
      ([id, { x, y }]) => `${id} ${x},${y}`,
    ),
    ...Object.fromEntries(lanes.map((lane) => [lane, client.ids(lane, 'card')])),
  }
}

async function expectEqual(wire: ClientWire, section: string): Promise<void> {
  await wire.quiet()
  const [fay] = wire.pages
  const board = await wire.ask({ is: 'board', token: fay?.token ?? '' })
  if (board.is !== 'board') throw new Error('no board')
  const whole = new Y.Doc()
  Y.applyUpdate(whole, board.update)
  const expected = plainOf(whole)
  expect(plainOf(remember(await wire.store.open('session')).doc)).toEqual(expected)
  const ids = [...whole.getMap(CARDS).keys()]
  const lists = wire.pages.map(({ client }) => listsOf(client, section))
  for (const [at, { client, name }] of wire.pages.entries()) {
    expect(plainOf(must(client.editing.doc(), 'a document')), name).toEqual(expected)
    for (const id of ids) expect(client.entry(id), name).toEqual(readEntry(whole, id))
    expect(lists[at], name).toEqual(lists[0])
    const shown = cardsIn(client, section)
    const standing = entriesOf(client, 'card').map(({ id }) => id)
    expect(shown.toSorted(), `every card of ${name} is in one list`).toEqual(standing.toSorted())
  }
  for (const id of ids)
    expect(readEntry(whole, id)?.order.length ?? 0).toBeLessThanOrEqual(ORDER_KEY_MAX)
}

async function openBoard(format: Format): Promise<ClientWire> {
  const wire = await openClientWire(format)
  const [fay] = wire.pages
  await wire.join('Ann')
  await wire.join('Ben')
  const phase = must(
    format.phases.find(({ opens }) => opens.includes('move')),
    'a phase to sort',
  )
  await wire.command(must(fay, 'Fay'), { type: 'phase.go', phase: phase.id })
  await wire.quiet()
  return wire
}

const sectionOf = (format: Format): string =>
  must(format.phases.find(({ opens }) => opens.includes('move'))?.section, 'a section')

async function play(format: Format, steps: readonly Of<typeof aStep>[]): Promise<void> {
  const wire = await openBoard(format)
  try {
    const section = sectionOf(format)
    for (let n = 0; n < 6; n++) wire.pages[n % 3]?.client.add('card', section, `first ${n}`)
    await wire.quiet()
    for (const step of steps) {
      const page = must(wire.pages[step.page], 'three pages')
      if (step.is === 'deed') await deed(page, step, section)
      else await crank(wire, page, step)
    }
    await expectEqual(wire, section)
  } finally {
    await wire.leave()
  }
}

const retrospective = formatNamed('start-stop')

const openBoardFormat = formatNamed('open-board')

describe.each([
  ['named board', { ...retrospective, anonymous: false }],
  ['anonymous board', retrospective],
  ['named wall', openBoardFormat],
  ['anonymous wall', { ...openBoardFormat, anonymous: true }],
])('a %s that three people sort over a bad wire', (_what, format) => {
  it('[L13] ends equal on every screen, in the room and in its journal; every card is in one list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 30, maxLength: 90 }), (steps) =>
        play(format, steps),
      ),
      { numRuns: Number(process.env['CONVERGE_RUNS'] ?? 25) },
    )
  })
})

it('[L13] however often two people put cards into one gap, no order key grows over its limit', async () => {
  const format = { ...retrospective, anonymous: false }
  const wire = await openBoard(format)
  const section = sectionOf(format)
  const [one, other] = wire.pages.map(({ client }) => client)
  if (one === undefined || other === undefined) throw new Error('two pages')
  for (let n = 0; n < 4; n++) one.add('card', section, `card ${n}`)
  await wire.quiet()
  for (let n = 0; n < 450; n++) {
    const client = n % 2 === 0 ? one : other
    const [, second = '', third = ''] = client.unplaced(section)
    client.move(third, section, second)
    // As fast as one connection may.
    wire.clock.advance(20)
    if (n % 50 === 49) await wire.quiet()
  }
  await expectEqual(wire, section)
  await wire.leave()
})
