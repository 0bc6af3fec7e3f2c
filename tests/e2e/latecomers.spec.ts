/** Who comes while the session runs is told where the room is, once, on a desk and on a phone, in both languages. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import type { Table } from '../kit/table.ts'
import { allowed, table } from '../kit/table.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { joinByLink, press, sees, shot } from './actors.ts'
import type { House } from './led.ts'
import { house } from './led.ts'

const LABEL = 'Where the room is'
const QUESTION = 'Our project has failed. Where does each reason belong?'

const ANY = /Nobody tested it|The budget ran out/

let home: House
let room: Table

beforeAll(async () => {
  home = await house()
  room = await table(home.server.url, 'pre-mortem')
  await room.enter('write')
  for (const [client, text] of [
    [room.ann, 'Nobody tested it'],
    [room.ben, 'The budget ran out'],
  ] as const)
    await allowed(client, {
      type: 'draft.put',
      draft: `of-${client.name}`,
      section: 'reasons',
      text,
      rev: 1,
      state: 'done',
    })
  await room.enter('sort', true)
  await allowed(room.fay, { type: 'timer.start' })
})
afterAll(async () => {
  room?.leave()
  await home?.leave()
})

const strip = ({ page }: Visitor) => page.getByRole('region', { name: LABEL })

it.each<['desk' | 'phone', { width?: number; height?: number }]>([
  ['desk', {}],
  ['desk', { width: 900, height: 700 }],
  ['phone', {}],
  ['phone', { width: 320, height: 640 }],
])('[EB17] a %s %j is told once, and the question stays free', async (on, size) => {
  const name = `Lu ${size.width ?? on}`
  const lu = await visit(home.browser, name, on, size)
  await joinByLink(lu, home.server.url, room.made.joinCode)
  await sees(lu, /You’re in Read out and sort, 1[0-2] minutes left\. So far: 2 cards\./)
  const told = strip(lu)
  await told.getByText(QUESTION).waitFor()
  await told.getByText('Cards carry no names.').waitFor()
  // A phone is dealt one of them.
  await lu.page.getByText(ANY).first().waitFor()
  await shot(lu, 'late')
  const question = lu.page.getByRole('heading', { level: 1 }).first()
  const [box, below] = [await told.boundingBox(), await question.boundingBox()]
  expect(must(below, 'the question').y).toBeGreaterThanOrEqual(
    must(box, 'the notice').y + must(box, 'the notice').height,
  )
  expect(await lu.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    must(lu.page.viewportSize(), 'a size').width,
  )
  await press(lu, told.getByRole('button', { name: 'Close' }))
  await told.waitFor({ state: 'hidden' })
  await lu.page.reload()
  await lu.page.getByText(ANY).first().waitFor()
  expect(await told.count()).toBe(0)
  expect(lu.complaints).toEqual([])
  await lu.leave()
})

it('[EB17] it goes with the phase, and is told in German', async () => {
  const ute = await visit(home.browser, 'Ute', 'phone', { locale: 'de-DE' })
  const { page } = ute
  await page.goto(`${home.server.url}/join#${room.made.joinCode}`)
  await page.getByLabel('Dein Name').fill('Ute')
  await page.getByLabel('Dein Name').press('Enter')
  await sees(
    ute,
    /Ihr seid bei „Read out and sort“, noch (?:\d|1[0-2]) Minuten\. Bisher: 2 Karten\./,
  )
  await shot(ute, 'late-german')
  await room.enter('estimate')
  await page.getByRole('region', { name: 'Wo die Runde steht' }).waitFor({ state: 'hidden' })
  await ute.leave()
})

it('[EB17] who comes before the start is told nothing', async () => {
  const early = await table(home.server.url, 'pre-mortem')
  const kim = await visit(home.browser, 'Kim', 'phone')
  await joinByLink(kim, home.server.url, early.made.joinCode)
  await sees(kim, /people are here/)
  await early.enter('write')
  await sees(kim, /Only you can see these/)
  expect(await strip(kim).count()).toBe(0)
  early.leave()
  await kim.leave()
})
