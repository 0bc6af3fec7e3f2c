/**
 * What a screen reader is told on every kind of section, at a desk and on a phone, as texts to read in
 * `__snapshots__/aria`. After a wanted change: remove the files it is in, run this alone, and read what it wrote.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { must } from '@plenary/shared/must'
import { shorten } from '@plenary/client/look/shorten'
import { SAID } from './pre-mortem-data.ts'
import { until } from '../kit/until.ts'
import { faultsOf, listen } from '../tour/judge.ts'
import type { Device } from '../tour/read.ts'
import { DEVICES, READ } from '../tour/read.ts'
import type { Screen } from '../tour/screen.ts'
import { SCREENS, themeFor } from '../tour/screens.ts'
import type { Stage } from '../tour/stage.ts'
import { openStage } from '../tour/stage.ts'

const KEPT = join(import.meta.dirname, '__snapshots__/aria')
/** A screen that has not changed for so long is taken as it is; longer where something else is expected. Milliseconds. */
const STAYS = 2_500
const STAYS_OTHER = 8_000

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => stage?.leave())

const CASES = READ.flatMap((name) => {
  const screen = must(
    SCREENS.find((one) => one.name === name),
    name,
  )
  return (['desk', 'phone'] as const)
    .filter((device) => screen.widths?.includes(DEVICES[device]) ?? true)
    .map((device) => ({ name, device, screen }))
})
const HALF = Math.ceil(CASES.length / 2)
/** Neighbours are of different sessions, so that two are read at a time. */
const MIXED = CASES.slice(0, HALF).flatMap((one, at) => {
  const other = CASES[at + HALF]
  return other === undefined ? [one] : [one, other]
})
/** Session -> who reads there at this moment. Two at once would see each other. */
const reading = new Map<Screen['cast'], Promise<void>>()

it.concurrent.for(MIXED)(
  '[KB4] [TR2] $name on a $device is read as it is written down, and nothing is said against it',
  async ({ name, device, screen }, { expect }) => {
    const file = join(KEPT, `${name}-${device}.txt`)
    const before = reading.get(screen.cast)
    const read = Promise.resolve(before).then(() => readOut(screen, device, file))
    reading.set(
      screen.cast,
      read.then(
        () => {},
        () => {},
      ),
    )
    const { text, found } = await read
    await expect(text).toMatchFileSnapshot(file)
    expect(found).toEqual([])
  },
)

/** Waits for what is expected, so that a screen which is still being drawn is no failure; else for what stays. */
async function readOut(
  screen: Screen,
  device: Device,
  file: string,
): Promise<{ text: string; found: string[] }> {
  const width = DEVICES[device]
  const here = await stage.castFor(screen.cast)
  const context = await stage.browserOf(screen, here, width)
  const page = await context.newPage()
  const found: string[] = []
  listen(page, screen, (what) => found.push(what))
  await page.goto(stage.addressOf(screen, here))
  await page.getByText(screen.stands).first().waitFor()
  await screen.then?.(page, here, width)
  await page.locator('h1').first().waitFor()
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : null
  let text = ''
  let since = 0
  await until('the screen is as it stays', async () => {
    const now = await heard(page)
    if (now !== text) [text, since] = [now, performance.now()]
    return (
      text === expected || performance.now() - since > (expected === null ? STAYS : STAYS_OTHER)
    )
  })
  await page.emulateMedia({ colorScheme: themeFor(screen, width) })
  found.push(...(await faultsOf(page)))
  await context.close()
  return { text, found }
}

/** Without what differs from run to run: clocks, codes, addresses, and the order that a reveal shuffled. */
async function heard(page: Page): Promise<string> {
  const text = await page.locator('body').ariaSnapshot()
  // Those of the cast that are still to place.
  const shuffled = SAID.slice(6)
  return `${shuffled
    .flatMap((card) => [card, shorten(card)])
    .reduce((said, card) => said.replaceAll(card, 'A card'), text)
    .replaceAll(/\d{3} \d{3} \d{3}/g, '123 456 789')
    .replaceAll(/localhost:\d+|\d+\.\d+\.\d+\.\d+:\d+/g, 'example.org')
    .replaceAll(/\/s\/[\w-]+/g, '/s/id')
    .replaceAll(/#(estimates|votes)-[\w-]+/g, '#$1-id')
    .replaceAll(/\w+day \d+ \w+(?=,)|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w{3}\b/g, 'Today')
    .replaceAll(/\d+ of (\d+) min left/g, '9 of $1 min left')
    .replaceAll(/\b\d+:\d\d\b/g, '0:00')}\n`
}
