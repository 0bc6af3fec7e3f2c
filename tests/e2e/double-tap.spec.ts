/** A double tap, whose second tap comes when something else stands under the finger already. */
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { command, post } from '../kit/http-client.ts'
import { button, press, sees, wasRead } from './actors.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

/** The second press falls on whatever is there at the moment when these words have gone from the screen. */
async function pressTwice(target: Locator, words: string): Promise<void> {
  await wasRead(target)
  await target.evaluate(async (element, gone) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const pressed = () => document.elementFromPoint(left + width / 2, top + height / 2)
    const changed = new Promise<void>((done) => {
      const watch = new MutationObserver(() => {
        if (document.body.innerText.includes(gone)) return
        watch.disconnect()
        done()
      })
      watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    const first = pressed()?.closest('button')
    first?.click()
    await changed
    pressed()?.closest('button')?.click()
  }, words)
}

it('[U12] on a phone it answers for the words, the card and the person that were there, and for no other', async () => {
  const made = await seats.begin('pre-mortem', 'write')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  for (const [at, text] of ['Begun first', 'Begun later'].entries())
    await command(seats.server.url, made.sessionId, bo.token, {
      type: 'draft.put',
      draft: `of-bo-${at}`,
      section: 'reasons',
      text,
      rev: 1,
      state: 'open',
    })
  await seats.lead(made, { type: 'phase.go', phase: 'sort', finish: true })
  const late = bo.page.getByRole('region', { name: 'Not on the board yet' })
  const add = late.getByRole('button', { name: 'Add', exact: true })
  await late.getByText('Begun first').waitFor()
  await pressTwice(add, 'Begun first')
  await late.getByText('Begun later').waitFor()
  await press(bo, add)
  await late.waitFor({ state: 'detached' })

  for (const text of ['No tests', 'No users', 'No time'])
    await seats.lead(made, { type: 'card.add', text, to: 'reasons' })
  await sees(bo, '3 of 3 still to place')
  await pressTwice(button(bo.page, /^Performance 0 cards/), '3 of 3')
  await sees(bo, '2 of 3 still to place')
  await press(bo, button(bo.page, /^Performance 1 card/))
  await sees(bo, '1 of 3 still to place')

  await seats.lead(made, { type: 'person.role', person: bo.seat, role: 'facilitator' })
  await seats.lead(made, { type: 'session.lock', door: true })
  for (const name of ['Ann', 'Cy'])
    await post(`${seats.server.url}/api/sessions/${made.joinCode}/participants`, { name })
  await pressTwice(button(bo.page, 'Let Ann in'), 'Ann asks')
  await sees(bo, 'Cy asks to come in')
  await press(bo, button(bo.page, 'Let Cy in'))
  await bo.page.getByText('asks to come in').waitFor({ state: 'detached' })
  expect(bo.complaints).toEqual([])
})
