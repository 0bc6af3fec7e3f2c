/** What a page knows of others' pointers, and what it tells of its own. */
import type { Pointers } from '@plenary/client/sync/pointers'
import { createPointers } from '@plenary/client/sync/pointers'
import { MESSAGE } from '@plenary/shared/frame'
import type { Format } from '@plenary/shared/format'
import { must } from '@plenary/shared/must'
import { cursorEvery } from '@plenary/shared/pointing'
import { afterEach, expect, it } from 'vitest'
import { openClientWire } from '../kit/client-wire.ts'
import type { ClientWire, HandPage } from '../kit/client-wire.ts'
import { handClock } from '../kit/hand-clock.ts'
import type { HandClock } from '../kit/hand-clock.ts'
import { formatNamed } from '../kit/play.ts'

const NAMED: Format = { ...formatNamed('start-stop'), anonymous: false }
const wires: ClientWire[] = []
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire.leave()
})

async function sorting(...names: string[]): Promise<{ wire: ClientWire; pages: HandPage[] }> {
  const wire = await openClientWire(NAMED)
  wires.push(wire)
  for (const name of names) await wire.join(name)
  await wire.command(must(wire.pages[0], 'Fay'), { type: 'phase.go', phase: 'group', finish: true })
  await wire.quiet()
  return { wire, pages: wire.pages }
}

function watched({ client }: HandPage, clock: HandClock): Pointers {
  const pointers = createPointers(client, clock)
  pointers.watch()
  return pointers
}

/** Everything arrives, and the time in which cursors are held back has passed. */
async function arrive(wire: ClientWire): Promise<void> {
  await wire.quiet()
  wire.clock.advance(200)
  await wire.quiet()
}

/** Frames of this page that tell where its pointer is, on their way. */
const onItsWay = ({ sockets }: HandPage): number =>
  sockets.at(-1)?.up.filter((frame) => frame[0] === MESSAGE.pointing && frame[1] === 2).length ?? 0

it('[PT7] knows the cursors and selections of others by person, until they or their connection go', async () => {
  const { wire, pages } = await sorting('Ann')
  const [fay, ann] = pages
  if (fay === undefined || ann === undefined) throw new Error('two pages')
  const card = must(ann.client.add('card', 'thoughts', 'A card'), 'a card')
  const clock = handClock()
  const [hers, his] = [watched(fay, clock), watched(ann, clock)]
  await wire.quiet()
  his.move(() => ({ x: 10.4, y: -20.6 }))
  his.select(card)
  await arrive(wire)
  const [cursor] = hers.cursors().values()
  expect(cursor).toMatchObject({ person: ann.person, x: 10, y: -21, card: null })
  expect([...hers.selected()]).toEqual([[card, ann.person]])
  // One's own is no news.
  expect(his.cursors().size).toBe(0)

  ann.client.hold(card, false)
  await arrive(wire)
  expect([...hers.cursors().values()][0]?.card).toBe(card)
  ann.client.release()
  his.select(null)
  await arrive(wire)
  expect([...hers.cursors().values()][0]?.card).toBe(null)
  expect(hers.selected().size).toBe(0)

  // After a fall of the connection it watches again by itself.
  his.select(card)
  wire.cut(fay)
  await arrive(wire)
  expect([...hers.selected()]).toEqual([[card, ann.person]])
  ann.client.leave()
  wire.miss(ann)
  wire.pages.splice(1, 1)
  await arrive(wire)
  expect(hers.cursors().size + hers.selected().size).toBe(0)
})

it('[PT7] clears and stays silent where nobody is seen to point', async () => {
  const { wire, pages } = await sorting('Ann')
  const [fay, ann] = pages
  if (fay === undefined || ann === undefined) throw new Error('two pages')
  const clock = handClock()
  const [hers, his] = [watched(fay, clock), watched(ann, clock)]
  his.move(() => ({ x: 1, y: 1 }))
  await arrive(wire)
  expect(hers.cursors().size).toBe(1)
  await wire.command(fay, { type: 'phase.go', phase: 'write', finish: true })
  await wire.quiet()
  expect(hers.cursors().size).toBe(0)
  clock.advance(1_000)
  his.move(() => ({ x: 2, y: 2 }))
  expect(onItsWay(ann)).toBe(0)
  await wire.command(fay, { type: 'phase.go', phase: 'group', finish: true })
  await wire.quiet()
  his.move(() => ({ x: 3, y: 3 }))
  expect(onItsWay(ann)).toBe(1)
})

it('[PT7] tells where it is a few times a second, the last place for certain', async () => {
  const { wire, pages } = await sorting('Ann')
  const ann = must(pages[1], 'Ann')
  const clock = handClock()
  const his = watched(ann, clock)
  await wire.quiet()
  let told = 0
  for (let n = 1; n <= 100; n++) {
    his.move(() => ({ x: n, y: n }))
    clock.advance(10)
    told += onItsWay(ann)
    wire.up(ann, Infinity)
  }
  clock.advance(1_000)
  told += onItsWay(ann)
  expect(told).toBeLessThanOrEqual(1_000 / cursorEvery(2) + 2)
  expect(told).toBeGreaterThan(1_000 / cursorEvery(2) - 3)
})
