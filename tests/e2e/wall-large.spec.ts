/** A wall of a thousand notes: opened, moved and sorted on. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import { keysAfter } from '@plenary/shared/order'
import { joinPlain } from '../kit/plain-client.ts'
import { rendersSince, watchRenders } from '../kit/renders.ts'
import { until } from '../kit/until.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'
import { rests } from './surface.ts'

const NOTES = 1_000
/** Of one update. */
const AT_ONCE = 100

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterAll(() => seats?.leave())

it('[FW17] of a wall of 1,000 notes one is carried with at most five components outside it drawn again', async () => {
  const made = await seats.begin('open-board', 'board', 'A thousand notes')
  const as = { ...made, role: 'facilitator' }
  const fay = await joinPlain({ base: seats.server.url, session: made.sessionId, name: 'Fay', as })
  const keys = keysAfter(null, NOTES)
  const ids: string[] = []
  for (let from = 0; from < NOTES; from += AT_ONCE) {
    fay.doc.transact(() => {
      for (let n = from; n < from + AT_ONCE; n++) {
        const [x, y] = [(n % 18) * 220, Math.floor(n / 18) * 50]
        ids.push(fay.addCard(`Note ${n}`, `board/${keys[n]}/${x},${y}`))
      }
    })
    await until('it is saved', () => fay.cards().size >= from + AT_ONCE)
  }
  const ann = await seats.seated(made, 'Ann', { before: ({ page }) => watchRenders(page) })
  const { page } = ann
  await until(
    'all notes',
    async () => (await page.locator('[data-note]').count()) === NOTES,
    60_000,
  )
  await rests(page)
  // What is fetched behind the screen has come.
  await page.locator('[data-carries-groups]').waitFor()

  const id = must(ids[20], 'a note')
  await page.keyboard.press('1')
  await rests(page)
  const note = page.locator(`[data-note="${id}"]`)
  await note.scrollIntoViewIfNeeded()
  const box = must(await note.boundingBox(), 'the note')
  await page.mouse.move(box.x + 20, box.y + 8)
  await rendersSince(page, 'board')
  await page.mouse.down()
  for (let step = 1; step <= 30; step++)
    await page.mouse.move(box.x + 20 + step * 5, box.y + 8 + step * 3)
  await page.locator('[data-note][data-carried]').waitFor()
  const drawn = (await rendersSince(page, 'board')).filter((one) => one !== id)
  await page.mouse.up()
  expect(drawn.length, drawn.join(' ')).toBeLessThanOrEqual(5)
  await until('it is put down', async () => {
    const now = await note.evaluate((element) => parseFloat(element.style.left))
    return now > 2 * 220
  })
  // The counter counts: what was put down has been drawn where it lies now.
  await until('it is counted', async () => (await rendersSince(page, 'board')).length > 0)
  expect(ann.complaints).toEqual([])
  fay.leave()
})
