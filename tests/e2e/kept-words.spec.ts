/** Words that were begun, and what becomes of them. */
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Made } from '../kit/http-client.ts'
import { visit } from '../kit/visitor.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, hasBanner, press, sees, shot } from './actors.ts'
import type { Seated, Seats } from './seats.ts'
import { openSeats } from './seats.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

const begin = (phase: string): Promise<Made> => seats.begin('pre-mortem', phase, 'Audience Builder')
const go = (made: Made, phase: string) =>
  seats.lead(made, { type: 'phase.go', phase, finish: true })
/** On a phone, which still has what became of the seat after a reload. */
const seated = (made: Made, name: string): Promise<Seated> =>
  seats.seated(made, name, { on: 'phone', once: true })

function composer({ page }: Visitor, name: string) {
  return page.getByRole('textbox', { name, exact: true })
}

it('[WD7 WD8 U15] a note begun on a phone is there after another list, another phase and a reload', async () => {
  const made = await begin('discuss')
  const cleo = await seated(made, 'Cleo')
  await composer(cleo, 'Add a note').fill('Ask the other team before')
  await press(cleo, cleo.page.getByRole('button', { name: /^Actions/ }))
  await sees(cleo, 'Your unfinished text is kept.')
  await press(cleo, cleo.page.getByRole('button', { name: /^Notes/ }))
  expect(await composer(cleo, 'Add a note').inputValue()).toBe('Ask the other team before')
  await go(made, 'actions')
  await composer(cleo, 'Add an action').waitFor()
  await go(made, 'discuss')
  await composer(cleo, 'Add a note').waitFor()
  expect(await composer(cleo, 'Add a note').inputValue()).toBe('Ask the other team before')
  await cleo.page.reload()
  await composer(cleo, 'Add a note').waitFor()
  expect(await composer(cleo, 'Add a note').inputValue()).toBe('Ask the other team before')
  await composer(cleo, 'Add a note').press('Enter')
  await cleo.page.reload()
  await sees(cleo, 'Ask the other team before')
  expect(await composer(cleo, 'Add a note').inputValue()).toBe('')
  await composer(cleo, 'Add a note').fill('And the one after that')
  await go(made, 'actions')
  await composer(cleo, 'Add an action').waitFor()
  await sees(cleo, 'Your unfinished text is kept.')
  expect(cleo.complaints).toEqual([])
})

it('[WD7 WD8 WD21] a decision that is written or reworded is there after another list, the first topic and another phase', async () => {
  const made = await begin('discuss')
  const kim = await seated(made, 'Kim')
  const sue = await seats.seated(made, 'Sue')
  const writes = (who: Seated) => seats.lead(made, { type: 'scribe.set', person: who.seat })
  await writes(kim)
  await press(kim, button(kim.page, /^Decisions/))
  await composer(kim, 'Add a decision').fill('We agree to')
  await press(kim, button(kim.page, /^Notes/))
  await sees(kim, 'Your unfinished text is kept.')
  await press(kim, button(kim.page, /^Decisions/))
  expect(await composer(kim, 'Add a decision').inputValue()).toBe('We agree to')

  await writes(sue)
  await composer(sue, 'Add a decision').fill('We ship on Tuesday')
  const { card: target } = await seats.lead(made, { type: 'card.add', text: 'Late', to: 'reasons' })
  await seats.lead(made, { type: 'queue.set', topics: [{ target, minutes: 5 }] })
  await seats.lead(made, { type: 'queue.next' })
  await sue.page.getByRole('heading', { name: 'Late', exact: true }).waitFor()
  await sees(sue, 'Your unfinished text is kept.')
  expect(await composer(sue, 'Add a decision').inputValue()).toBe('We ship on Tuesday')
  await composer(sue, 'Add a decision').press('Enter')
  const change = 'Change “We ship on Tuesday”'
  await press(sue, button(sue.page, change))
  await composer(sue, change).fill('We ship on Tuesday, all of it')
  await go(made, 'actions')
  await composer(sue, change).waitFor({ state: 'detached' })
  await go(made, 'discuss')
  await composer(sue, change).waitFor()
  expect(await composer(sue, change).inputValue()).toBe('We ship on Tuesday, all of it')
  expect([...kim.complaints, ...sue.complaints]).toEqual([])
})

it('[WS24] an unfinished card stays in its field when the cards are used up, and is finished once there is room', async () => {
  const made = await begin('write')
  const ash = await seated(made, 'Ash')
  const field = composer(ash, 'Write a card')
  await field.fill('It is too slow')
  await field.press('Enter')
  await sees(ash, 'It is too slow')
  await field.fill('Nobody was a')
  await seats.lead(made, { type: 'draft.limit', each: 1 })
  await sees(ash, 'You have used all 1.')
  await field.press('End')
  await field.pressSequentially('sked')
  await field.press('Enter')
  expect(await field.inputValue()).toBe('Nobody was asked')
  await press(ash, button(ash.page, 'More for “It is too slow”'))
  await press(ash, button(ash.page, 'Remove'))
  await ash.page.getByText('You have used all 1.').waitFor({ state: 'detached' })
  await field.press('Enter')
  await button(ash.page, 'More for “Nobody was asked”').waitFor()
  await field.waitFor({ state: 'detached' })
  await seats.lead(made, { type: 'draft.limit', each: null })
  expect(await field.inputValue()).toBe('')
  expect(ash.complaints).toEqual([])
})

it('[WD9] who is removed can copy every own word', async () => {
  const made = await begin('write')
  const ash = await seated(made, 'Ash')
  for (const text of ['It is too slow', 'Nobody was asked']) {
    await composer(ash, 'Write a card').fill(text)
    await composer(ash, 'Write a card').press('Enter')
  }
  await composer(ash, 'Write a card').fill('And we nev')
  await sees(ash, 'All saved')
  await seats.lead(made, { type: 'person.remove', person: ash.seat })
  await sees(ash, 'You’re out of this session')
  for (const text of ['It is too slow', 'Nobody was asked', 'And we nev']) await sees(ash, text)
  await shot(ash, 'removed')
  await press(ash, button(ash.page, 'Copy my drafts'))
  await button(ash.page, 'Copied').waitFor()
  await ash.page.reload()
  for (const text of ['It is too slow', 'Nobody was asked', 'And we nev']) await sees(ash, text)
})

it('[WD15] a server that stays away can be tried at once, and the board saved meanwhile', async () => {
  const made = await begin('discuss')
  const dee = await seated(made, 'Dee')
  await composer(dee, 'Add a note').fill('Not sent')
  await button(dee.page, 'Raise hand').waitFor()
  await hasBanner(dee)
  await dee.page.clock.install()
  await seats.server.kill()
  await sees(dee, 'Reconnecting. Nothing is lost.')
  await dee.page.clock.fastForward(31_000)
  await sees(dee, 'The server isn’t answering.')
  await shot(dee, 'no-answer')
  const download = dee.page.waitForEvent('download')
  await press(dee, button(dee.page, 'Save what I can see'))
  const file = await download
  expect(file.suggestedFilename()).toBe('Audience-Builder.md')
  expect(await readFile(await file.path(), 'utf8')).toContain('Not sent')
  const tried = dee.page.waitForEvent('websocket')
  await press(dee, button(dee.page, 'Try now'))
  await tried
  await seats.server.start()
  await button(dee.page, 'Try now').waitFor({ state: 'detached' })
})

it('[C80] where the device keeps nothing, a lost connection does not say that nothing is lost', async () => {
  const made = await begin('discuss')
  const dee = await seated(made, 'Dee')
  await hasBanner(dee)
  await dee.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await composer(dee, 'Add a note').fill('Not sent')
  await dee.page.clock.install()
  await seats.server.kill()
  await sees(dee, 'Reconnecting. Leave the page open.')
  await shot(dee, 'keeps-nothing')
  await dee.page.clock.fastForward(11_000)
  await sees(dee, 'This device can’t keep what you write, so leave the page open.')
  await seats.server.start()
  await press(dee, button(dee.page, 'Try now'))
  await button(dee.page, 'Try now').waitFor({ state: 'detached' })
  expect(await composer(dee, 'Add a note').inputValue()).toBe('Not sent')
})

it('[WD10] an address that leads nowhere says so', async () => {
  const guy = await visit(seats.browser, 'Guy', 'desk')
  await guy.page.goto(`${seats.server.url}/whatever/else`)
  await sees(guy, 'There’s nothing at this address')
  await shot(guy, 'nowhere')
  await press(guy, guy.page.getByRole('link', { name: 'Join with a code' }))
  await sees(guy, 'Nine digits, or paste the link')
  await guy.page.goBack()
  await press(guy, guy.page.getByRole('link', { name: 'All sessions' }))
  await sees(guy, 'What do you need to talk about?')
  expect(guy.complaints).toEqual([])
  await guy.leave()
})
