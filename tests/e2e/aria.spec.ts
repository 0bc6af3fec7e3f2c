/**
 * What a screen reader is told on every kind of section, at a desk and on a phone, as texts to read in
 * `__snapshots__/aria`. After a wanted change: remove the files it is in, run this alone, and read what it wrote.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import { shorten } from '@plenary/client/phone/shorten'
import { SAID } from './pre-mortem-data.ts'
import { until } from '../kit/until.ts'
import type { Screen } from '../tour/screens.ts'
import { SCREENS } from '../tour/screens.ts'
import type { Stage } from '../tour/stage.ts'
import { openStage } from '../tour/stage.ts'

const KEPT = join(import.meta.dirname, '__snapshots__/aria')
const DEVICES = { desk: 1440, phone: 390 } as const
type Device = keyof typeof DEVICES
/** A screen that has not changed for so long is taken as it is. Milliseconds. */
const STAYS = 2_500

/** Screens of the tour; whoever leads sees more of a section, and the console beside it. */
const READ = [
  'home',
  'join',
  'lobby-leads',
  'lobby-waits',
  'scene-leads',
  'write-leads',
  'write',
  'sort-leads',
  'sort',
  'sort-read-out',
  'topics',
  'wall',
  'wall-vote',
  'vote',
  'tally',
  'estimate',
  'estimated',
  'discuss-leads',
  'discuss',
  'parking-sheet',
  'actions-leads',
  'actions',
  'closed',
  'report',
]

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => stage?.leave())

it.each(
  READ.flatMap((name) => {
    const screen = must(
      SCREENS.find((one) => one.name === name),
      name,
    )
    return (['desk', 'phone'] as const)
      .filter((device) => screen.widths?.includes(DEVICES[device]) ?? true)
      .map((device) => [name, device, screen] as const)
  }),
)('[KB4] %s on a %s is read as it is written down', async (name, device, screen) => {
  const file = join(KEPT, `${name}-${device}.txt`)
  await expect(await read(screen, device, file)).toMatchFileSnapshot(file)
})

/** Waits for what is expected, so that a screen which is still being drawn is no failure; else for what stays. */
async function read(screen: Screen, device: Device, file: string): Promise<string> {
  const width = DEVICES[device]
  const here = await stage.castFor(screen.cast)
  const context = await stage.browserOf(screen, here, width)
  const page = await context.newPage()
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
    return text === expected || performance.now() - since > STAYS
  })
  await context.close()
  return text
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
