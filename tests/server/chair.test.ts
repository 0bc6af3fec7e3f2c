/** The chair of a real room whose facilitator's connection drops, with a clock moved by hand. */
import { ANYONE_AFTER, STANDIN_AFTER } from '@plenary/shared/chair'
import { expect, it } from 'vitest'
import { formatNamed } from '../kit/play.ts'
import type { Page, Wire } from '../kit/wire.ts'
import { openWire } from '../kit/wire.ts'

interface World {
  wire: Wire
  fay: Page
  ann: Page
  ben: Page
}

/** Fay, Ann and Ben are connected; Ben stands in. */
async function world(): Promise<World> {
  const wire = await openWire(formatNamed('pre-mortem'))
  const ann = await wire.join('Ann')
  const ben = await wire.join('Ben')
  const [fay] = wire.pages
  if (fay === undefined) throw new Error('no Fay')
  await wire.command(fay, { type: 'phase.go', phase: 'write' })
  await wire.command(fay, { type: 'chair.standin', person: ben.person })
  await wire.quiet()
  return { wire, fay, ann, ben }
}

const chair = ({ wire, ann }: World): unknown => {
  wire.carry(ann, 'down', Infinity)
  return ann.doc.getMap('session').toJSON()['chair']
}

async function waits(here: World, ms: number): Promise<void> {
  here.wire.clock.advance(ms)
  await here.wire.settle()
}

async function takes({ wire }: World, page: Page): Promise<unknown> {
  const reply = await wire.command(page, { type: 'chair.take' })
  return reply.is === 'answer' && (reply.answer.ok ? 'ok' : reply.answer['reason'])
}

it('[LD6] offers the chair 15 s after the last facilitator is gone, and to anybody after 60 s', async () => {
  const here = await world()
  expect(chair(here)).toBe(null)
  here.wire.drop(here.fay)
  await here.wire.settle()
  expect(chair(here)).toMatchObject({ offered: 'nobody', by: here.fay.person })
  expect(await takes(here, here.ben)).toBe('chair-kept')
  await waits(here, STANDIN_AFTER)
  expect(chair(here)).toMatchObject({ offered: 'standin' })
  expect(await takes(here, here.ann)).toBe('chair-kept')
  await waits(here, ANYONE_AFTER - STANDIN_AFTER)
  expect(chair(here)).toMatchObject({ offered: 'anyone' })
  expect(await takes(here, here.ann)).toBe('ok')
  expect(await takes(here, here.ben)).toBe('chair-taken')
})

it('[LD6] keeps the chair for a facilitator who is back in time', async () => {
  const here = await world()
  here.wire.drop(here.fay)
  await waits(here, STANDIN_AFTER - 1)
  here.wire.connect(here.fay)
  await here.wire.settle()
  expect(chair(here)).toBe(null)
  await waits(here, ANYONE_AFTER)
  expect(await takes(here, here.ben)).toBe('chair-taken')
})

it('[LD6] offers it also after a restart in which the facilitator does not come back', async () => {
  const here = await world()
  for (const page of here.wire.pages) here.wire.drop(page)
  await here.wire.settle()
  await here.wire.room().close()
  await here.wire.load()
  here.wire.connect(here.ann)
  here.wire.connect(here.ben)
  await here.wire.settle()
  await waits(here, STANDIN_AFTER)
  expect(await takes(here, here.ben)).toBe('ok')
})

it('[LD7] a host who comes back by the host link leads beside the stand-in', async () => {
  const here = await world()
  here.wire.drop(here.fay)
  await here.wire.settle()
  await waits(here, STANDIN_AFTER)
  expect(await takes(here, here.ben)).toBe('ok')
  here.wire.connect(here.fay)
  await here.wire.settle()
  here.wire.carry(here.ann, 'down', Infinity)
  const facts = here.ann.doc.getMap('session').toJSON()
  expect(facts[`person:${here.ben.person}`]).toMatchObject({ role: 'facilitator', lead: true })
  expect(facts[`person:${here.fay.person}`]).toMatchObject({ role: 'facilitator' })
  expect(facts[`person:${here.fay.person}`]).not.toHaveProperty('lead')
})
