/** Reading out, groups and a card set aside: at desks by mouse and key, on a phone by taps alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import type { PlainClient } from '../kit/plain-client.ts'
import { heard } from '../kit/table.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { allSaved, button, next, press, sees, shot, times, write } from './actors.ts'
import type { Company } from './company.ts'
import { expectQuiet, gather, openDoors } from './company.ts'

const HURTS = 'Words that hurt somebody'

let company: Company
let session = ''
let d: PlainClient
beforeAll(async () => {
  company = await gather()
})
afterAll(async () => {
  d?.leave()
  await company?.leave()
})

const cardOf = ({ page }: Visitor, text: string) =>
  page.locator('[data-card]').filter({ hasText: text }).first()

/** The texts of a group's cards, as a plain client has them; null without such a group. */
function inGroup(client: PlainClient, name: string): string[] | null {
  const all: Record<string, Record<string, unknown>> = client.cards().toJSON()
  const [id] =
    Object.entries(all).find(
      ([, entry]) =>
        entry['kind'] === 'group' && entry['text'] === name && entry['removed'] !== true,
    ) ?? []
  if (id === undefined) return null
  return Object.values(all)
    .filter((entry) => entry['kind'] === 'card' && entry['group'] === id)
    .map((entry) => String(entry['text']))
    .toSorted()
}

describe('cards that are read out and grouped', () => {
  it('[WS11] one card at a time is read out, large for everybody', async () => {
    const { f, a, b } = company
    const opened = await openDoors(company, { format: 'Retrospective', title: 'Hack day' }, ['Dee'])
    session = opened.id
    d = must(opened.plain[0], 'Dee')
    await next(f, /Start with Check in/)
    await next(f, 'Show the answers')
    await next(f, /Next: Write/)
    await sees(b, /Only you can see these/)
    for (const text of ['Pre-hack-day prep work', 'Prep']) await write(a, text)
    for (const text of ['Too many people', 'Groups of eleven are too large']) await write(b, text)
    for (const text of ['Keep the pizza', HURTS]) await write(f, text)
    for (const who of [f, a, b]) await allSaved(who)
    await next(f, /Reveal and sort/, 'Reveal')
    await sees(f, 'Keep the pizza')
    await press(f, button(f.page, 'Read out one by one'))
    const shown = (who: Visitor) => who.page.getByRole('region', { name: 'Read out' })
    for (const who of [f, a, b]) {
      await shown(who).getByText('1 of 6').waitFor()
      await shot(who, '31-read-out')
    }
    await press(f, button(f.page, 'Next card'))
    for (const who of [f, a, b]) await shown(who).getByText('2 of 6').waitFor()
    expect(await button(a.page, 'Next card').count()).toBe(0)
    await press(f, button(f.page, 'Done reading'))
    for (const who of [a, b]) await shown(who).waitFor({ state: 'hidden' })
  })

  it('[WS12] groups are made by key at a desk and by taps on a phone, moved, merged and taken apart', async () => {
    const { a, b } = company
    const long = cardOf(a, 'Pre-hack-day prep work')
    await long.focus()
    await long.press('g')
    await press(a, a.page.getByRole('dialog').getByRole('button', { name: 'Prep', exact: true }))
    await until('a group of two', () => inGroup(d, 'Prep')?.length === 2)

    await press(b, button(b.page, 'See all'))
    await press(b, button(b.page, 'More for “Too many people”'))
    await press(b, b.page.getByRole('button', { name: 'Group with…' }))
    await press(b, b.page.getByRole('dialog').getByRole('button', { name: /^Groups of eleven/ }))
    await until('another', () => inGroup(d, 'Too many people')?.length === 2)
    for (const who of [a, b]) await shot(who, '32-grouped')

    await press(b, button(b.page, 'More for the group Prep'))
    await press(b, b.page.getByRole('dialog').getByRole('button', { name: /^Start/ }))
    await a.page.getByRole('region', { name: 'Start, 2 cards' }).waitFor()

    await press(a, button(a.page, 'More for the group Too many people'))
    await press(a, a.page.getByRole('dialog').getByRole('button', { name: 'Put together with…' }))
    await press(a, a.page.getByRole('dialog').getByRole('button', { name: 'Prep', exact: true }))
    await until('one group of four', () => inGroup(d, 'Prep')?.length === 4)
    await a.page.getByRole('region', { name: 'Start, 4 cards' }).waitFor()

    await press(a, button(a.page, 'More for the group Prep'))
    await press(a, a.page.getByRole('dialog').getByRole('button', { name: 'Rename' }))
    const name = a.page.getByRole('textbox', { name: 'Name of the group' })
    await name.fill('Before the day')
    await name.press('Enter')
    await sees(b, 'Before the day')

    await press(b, button(b.page, 'More for the group Before the day'))
    await press(b, b.page.getByRole('dialog').getByRole('button', { name: 'Take the group apart' }))
    await until('apart', () => inGroup(d, 'Before the day') === null)
    await press(b, button(b.page, 'Undo'))
    await until('whole again', () => inGroup(d, 'Before the day')?.length === 4)
  })

  it('[WS16] a category is put elsewhere in their order by its menu', async () => {
    const { a } = company
    await press(a, button(a.page, 'More for Start'))
    await press(a, a.page.getByRole('dialog').getByRole('button', { name: 'Move back' }))
    await until('the second', async () => {
      const names = await a.page.getByRole('heading', { level: 2 }).allInnerTexts()
      return names.indexOf('Continue') < names.indexOf('Start') && names
    })
    await press(a, button(a.page, 'More for Start'))
    await press(a, a.page.getByRole('dialog').getByRole('button', { name: 'Move forward' }))
    await until('the first again', async () => {
      const names = await a.page.getByRole('heading', { level: 2 }).allInnerTexts()
      return names.indexOf('Start') < names.indexOf('Continue') && names
    })
  })

  it('[HN18] a category that was removed by its menu is brought back with its cards from the notice', async () => {
    const { a, b } = company
    const region = (who: Visitor) => who.page.getByRole('region', { name: 'Start, 4 cards' })
    await region(a).waitFor()
    await press(a, button(a.page, 'More for Start'))
    await press(a, a.page.getByRole('dialog').getByRole('button', { name: 'Remove' }))
    await sees(a, 'Category removed. Its cards are still to place.')
    await region(a).waitFor({ state: 'detached' })
    await shot(a, '35-lane-removed')
    await press(a, button(a.page, 'Undo'))
    await region(a).waitFor()
    expect(inGroup(d, 'Before the day')).toHaveLength(4)
    await b.page.getByText('Start').first().waitFor()
  })

  it('[WS13] a hurtful card goes face down for all in one press; its author alone rewords it, and it comes back', async () => {
    const { server, f, a, b } = company
    const card = cardOf(f, HURTS)
    await card.click({ button: 'right' })
    await press(f, f.page.getByRole('dialog').getByRole('button', { name: 'Set aside' }))
    for (const who of [a, b]) {
      await until(`${who.name} sees it no more`, async () => (await times(who, HURTS)) === 0)
      await sees(who, 'Set aside')
      expect(await who.page.getByText('set your card aside').count()).toBe(0)
    }
    const late = await joinPlain({ base: server.url, session, name: 'Lea' })
    expect(heard(late, HURTS)).toBe(false)
    late.leave()
    for (const who of [f, a, b]) await shot(who, '33-aside')
    await sees(f, 'Fay set your card aside.')
    await f.page
      .getByRole('textbox', { name: 'Your card, in other words' })
      .fill('It was a long day')
    await press(f, button(f.page, 'Keep these words'))
    await press(f, button(f.page, 'Look'))
    await shot(f, '34-aside-list')
    const sheet = f.page.getByRole('dialog', { name: 'Cards set aside' })
    await sheet.getByText('reworded by its author').waitFor()
    await press(f, sheet.getByRole('button', { name: 'Bring back' }))
    for (const who of [a, b]) await sees(who, 'It was a long day')
    expectQuiet(company)
  })
})
