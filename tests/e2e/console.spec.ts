/** What stands around the board for whoever leads: the folded console, the way in, the chime. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatCode } from '@plenary/client/look/clock'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot } from './actors.ts'
import { enter, keyTo, keys, standsOn } from './keys.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'

let home: House
let session: Led

beforeAll(async () => {
  home = await house()
  session = await led(home, 'pre-mortem')
  for (const who of [session.f, session.a, session.b]) await countsTones(who)
  await session.enter('sort')
})
afterAll(async () => {
  await session?.leave()
  await home?.leave()
})

/** Counts every tone that a page makes from its next load on. */
async function countsTones({ page, context }: Visitor): Promise<void> {
  await context.addInitScript(() => {
    window.AudioContext = class extends AudioContext {
      override createOscillator(): OscillatorNode {
        const { dataset } = document.documentElement
        dataset['tones'] = String(Number(dataset['tones'] ?? 0) + 1)
        return super.createOscillator()
      }
    }
  })
  await page.reload()
}

const tones = ({ page }: Visitor): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset['tones'] ?? 0))

const widthOf = async ({ page }: Visitor): Promise<number> =>
  (await page.getByRole('complementary', { name: 'Console' }).boundingBox())?.width ?? 0

it('[KB7] the console folds to icons by key, and stays so on this device', async () => {
  const { f, b } = session
  await sees(f, /Next: Estimate/)
  await keys(f, 'c')
  await standsOn(f, /^aside Console/)
  await enter(f, button(f.page, 'Fold the console'))
  await until('it is 72 px wide', async () => (await widthOf(f)) === 72)
  await standsOn(f, /^button Unfold the console$/)
  // Next is reached and named as before, and says in a tooltip what it does.
  const next = button(f.page, /^Next: Estimate/)
  await keyTo(f, next, 'Tab', 4)
  expect(await next.getAttribute('title')).toBe('Next: Estimate')
  const { width = 0, height = 0 } = (await next.boundingBox()) ?? {}
  expect([width >= 44, height >= 44]).toEqual([true, true])
  await f.page.getByRole('timer').waitFor()
  await keyTo(f, button(f.page, 'Agenda'), 'Tab', 3)
  await press(b, button(b.page, 'Raise hand'))
  await button(f.page, 'Unfold the console, 1 waiting').waitFor()
  await shot(f, 'folded')
  await f.page.reload()
  await sees(f, 'Still to place')
  expect(await widthOf(f)).toBe(72)
  await press(f, button(f.page, /^Unfold the console/))
  await until('it is wide again', async () => (await widthOf(f)) > 300)
  await sees(f, 'Bo has a hand up')
})

it('[KB8] the code leads to address, code and link, at a desk and in the menu of a phone', async () => {
  const { f, b, made, fay } = session
  const code = formatCode(made.joinCode)
  await press(f, button(f.page, `How to join, code ${code}`))
  const dialog = f.page.getByRole('dialog', { name: 'How to join' })
  await dialog.getByText(code).waitFor()
  await dialog.getByText('Go to').waitFor()
  await dialog.getByRole('button', { name: 'Copy the join link' }).waitFor()
  await shot(f, 'invite')
  await keys(f, 'Escape')
  await standsOn(f, /^button How to join/)

  await f.page.evaluate(() => localStorage.setItem('plenary.address', 'http://192.0.2.7:3000'))
  await f.page.reload()
  await press(f, button(f.page, /^How to join/))
  await dialog.getByText('192.0.2.7:3000').first().waitFor()
  expect(await dialog.locator('path[shape-rendering="crispEdges"]').count()).toBe(1)
  await keys(f, 'Escape')

  await allowed(fay, { type: 'person.role', person: personOf(session, 'Bo'), role: 'facilitator' })
  await b.page.evaluate(() => localStorage.setItem('plenary.address', 'http://192.0.2.7:3000'))
  await b.page.reload()
  await press(b, button(b.page, /^Menu of/))
  await press(b, button(b.page, 'Show the QR code'))
  await until('the phone shows it', async () => {
    const codes = b.page.getByRole('dialog').locator('path[shape-rendering="crispEdges"]')
    return (await codes.count()) === 1
  })
  await shot(b, 'invite')
  await allowed(fay, { type: 'person.role', person: personOf(session, 'Bo'), role: 'participant' })
})

it('[KB9] at zero the device of whoever leads chimes once, until that is turned off', async () => {
  const { f, a, fay } = session
  const over = async (minutes: number) => {
    await allowed(fay, { type: 'timer.add', minutes })
    await f.page.getByRole('timer', { name: /Time’s up/ }).waitFor()
  }
  await keys(f, 'c')
  await keys(a, 'q')
  await allowed(fay, { type: 'timer.start' })
  await button(f.page, 'Pause the timer').waitFor()
  await over(-600)
  // One chime is two tones.
  await until('it has chimed', async () => (await tones(f)) === 2)
  await a.page.getByRole('timer', { name: /Time’s up/ }).waitFor()
  expect(await tones(a)).toBe(0)

  await press(f, button(f.page, 'More for this session'))
  await press(f, f.page.getByRole('switch', { name: 'Chime when the time is up' }))
  await keys(f, 'Escape')
  await allowed(fay, { type: 'timer.add', minutes: 2 })
  await f.page.getByRole('timer', { name: /left$/ }).waitFor()
  await over(-600)
  expect(await tones(f)).toBe(2)
})

function personOf({ fay }: Led, name: string): string {
  const facts = Object.entries(fay.session().toJSON())
  const [key = ''] =
    facts.find(([, fact]) => JSON.stringify(fact).includes(`"name":"${name}"`)) ?? []
  return key.slice('person:'.length)
}
