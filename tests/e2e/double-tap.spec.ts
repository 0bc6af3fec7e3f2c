/** A double tap, whose second tap comes when something else stands under the finger already. */
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { command, post } from '../kit/http-client.ts'
import { allowed } from '../kit/table.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { until } from '../kit/until.ts'
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

it('[U12] answers no question that has just come up', async () => {
  const made = await seats.begin('pre-mortem', 'write')
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  const gus = await seats.seated(made, 'Gus')
  for (const { seat } of [bo, gus])
    await seats.lead(made, { type: 'person.role', person: seat, role: 'facilitator' })
  for (const { page } of [bo, gus]) {
    const reveal = button(page, /^Reveal and sort/)
    await wasRead(reveal)
    const isOpen = await reveal.evaluate(async (element) => {
      if (!(element instanceof HTMLElement)) return null
      element.click()
      const yes = (): HTMLElement | undefined =>
        [...document.querySelectorAll<HTMLElement>('dialog button, [role="dialog"] button')].find(
          (one) => one.textContent === 'Reveal',
        )
      while (yes() === undefined) await new Promise(requestAnimationFrame)
      yes()?.click()
      await new Promise(requestAnimationFrame)
      return yes() !== undefined
    })
    expect(isOpen).toBe(true)
  }
  // Whoever has read it answers, and for the other one there is nothing left to ask.
  await press(bo, bo.page.getByRole('dialog').getByRole('button', { name: 'Reveal', exact: true }))
  await gus.page.getByRole('dialog').waitFor({ state: 'detached' })
  await sees(gus, /belong/)
})

it('[U13] takes one step of the lead, and the minutes once', async () => {
  const made = await seats.begin('two-pluses', 'list')
  const topics = []
  for (const text of ['Docs', 'Tests', 'Pizza']) {
    const { card } = await seats.lead(made, { type: 'card.add', text, to: 'topics', capture: true })
    topics.push({ target: card, minutes: 1 })
  }
  await seats.lead(made, { type: 'phase.go', phase: 'discuss', finish: true })
  await seats.lead(made, { type: 'queue.set', topics })
  const fay = await joinPlain({
    base: seats.server.url,
    session: made.sessionId,
    name: 'Fay',
    as: { ...made, role: 'facilitator' },
  })
  const bo = await seats.seated(made, 'Bo', { on: 'phone' })
  await allowed(fay, { type: 'person.role', person: bo.seat, role: 'facilitator' })
  await pressTwice(button(bo.page, 'Start the first topic'), 'Start the first topic')
  await sees(bo, 'Topic 1 of 3')
  await allowed(fay, { type: 'timer.add', minutes: -1 })
  const more = button(bo.page, 'Keep going, +3 min')
  await wasRead(more)
  await more.evaluate(async (element) => {
    for (let pressed = 0; pressed < 2; pressed++) {
      if (element instanceof HTMLElement) element.click()
      await new Promise(requestAnimationFrame)
    }
  })
  await more.waitFor({ state: 'detached' })
  await press(bo, button(bo.page, 'Next topic'))
  await sees(bo, 'Topic 2 of 3')
  expect(fay.fact('queue')).toMatchObject([
    { minutes: 4, is: 'done' },
    { minutes: 1, is: 'now' },
    { minutes: 1, is: 'waiting' },
  ])
  fay.leave()
  expect(bo.complaints).toEqual([])
})

it('[U14] a switch pressed twice while the server is silent is as it was before', async () => {
  const made = await seats.begin('pre-mortem', 'sort')
  const gus = await seats.seated(made, 'Gus')
  await seats.lead(made, { type: 'person.role', person: gus.seat, role: 'facilitator' })
  const lock = gus.page.getByRole('switch', { name: 'Lock cards' })
  await lock.waitFor()
  seats.server.freeze()
  await press(gus, lock)
  await until('it is on', async () => (await lock.getAttribute('aria-checked')) === 'true')
  await press(gus, lock)
  await until('it is off', async () => (await lock.getAttribute('aria-checked')) === 'false')
  seats.server.thaw()
  await sees(gus, 'All saved')
  expect(await lock.getAttribute('aria-checked')).toBe('false')
  await gus.page.reload()
  await lock.waitFor()
  expect(await lock.getAttribute('aria-checked')).toBe('false')
})
