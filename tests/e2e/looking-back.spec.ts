/** Looking back: a facilitator at a desk brings the board back, a phone sees it, looks for itself, and takes it back. */
import { must } from '@plenary/shared/must'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, shot, wasRead } from './actors.ts'
import type { House } from './led.ts'
import { house, led } from './led.ts'

let home: House
beforeAll(async () => {
  home = await house()
})
afterAll(() => home?.leave())

const link = ({ page }: Visitor, name: string | RegExp) => page.getByRole('link', { name }).first()

it('[LB12] [LB13] [LB14] [LB15] the board goes back from a desk, a phone sees it and looks back too, and takes it back', async () => {
  const session = await led(home, 'two-pluses')
  const { f, fay, b, enter } = session
  await enter('list')
  const add = (text: string) =>
    allowed(fay, { type: 'card.add', text, to: 'topics', capture: true })
  await add('The build is slow')
  await sees(b, 'The build is slow')
  await sees(f, 'The build is slow')

  await press(f, button(f.page, 'More for this session'))
  await press(f, link(f, 'Look back'))
  await f.page.getByLabel('Name this moment').fill('Before lunch')
  await f.page.keyboard.press('Enter')
  await sees(f, 'The board is kept as “Before lunch”.')
  await sees(f, 'kept by Fran')
  await add('Reviews wait too long')
  await sees(b, 'Reviews wait too long')

  // By keys alone.
  await link(f, /Before lunch/).focus()
  await f.page.keyboard.press('Enter')
  const heading = f.page.getByRole('heading', { name: /The board as it was at/ })
  await heading.waitFor()
  expect(await f.page.getByText('Reviews wait too long').count()).toBe(0)
  await button(f.page, 'Bring this back').focus()
  await f.page.keyboard.press('Enter')
  await sees(f, 'Added since, and removed by this: 1 card.')
  await shot(f, 'lb-sure')
  await wasRead(button(f.page, 'Bring it back'))
  await button(f.page, 'Bring it back').focus()
  await f.page.keyboard.press('Enter')
  await sees(f, 'The board is back: Before lunch.')
  await sees(b, 'Fran brought the board back: Before lunch.')
  await b.page.getByText('Reviews wait too long').waitFor({ state: 'detached' })
  expect(await button(b.page, 'Undo').count()).toBe(0)
  await shot(b, 'lb-told')

  await press(b, button(b.page, /^Menu/))
  await press(b, link(b, 'Look back'))
  await press(b, link(b, /Before going back to “Before lunch”/))
  await sees(b, 'Reviews wait too long')
  await until('the heading has the focus', async () =>
    b.page.evaluate(() => document.activeElement?.textContent?.startsWith('The board as it was')),
  )
  expect(await button(b.page, 'Bring this back').count()).toBe(0)
  await shot(b, 'lb-phone')

  const bo = must(
    Object.entries(fay.session().toJSON()).find(
      ([key, value]) => key.startsWith('person:') && JSON.stringify(value).includes('"Bo"'),
    ),
    'Bo',
  )
  await allowed(fay, { type: 'chair.share', person: bo[0].slice('person:'.length) })
  // What was begun stays when a moment is looked at; what another one names is there when one comes back to the page.
  await press(b, link(b, 'All moments'))
  const name = b.page.getByLabel('Name this moment')
  await name.fill('After lunch')
  await allowed(fay, { type: 'history.mark', name: 'At three' })
  await b.page.evaluate(() => dispatchEvent(new Event('focus')))
  await press(b, link(b, /At three/))
  await press(b, link(b, 'All moments'))
  expect(await name.inputValue()).toBe('After lunch')

  // Without a server it is said, and nothing is kept later by itself.
  await home.server.kill()
  for (const _ of [1, 2, 3]) await name.press('Enter')
  await sees(b, 'The server isn’t answering or saving.')
  await sees(b, 'Reconnecting')
  await shot(b, 'lb-lost')
  await shot(f, 'lb-lost')
  expect(await link(b, /At three/).count()).toBe(1)
  await home.server.start()
  await sees(b, 'All saved')
  expect(await name.inputValue()).toBe('After lunch')
  await name.press('Enter')
  await link(b, /After lunch/).waitFor()
  expect(await b.page.getByRole('link', { name: /After lunch/ }).count()).toBe(1)
  expect(await name.inputValue()).toBe('')

  await press(b, link(b, /Before going back to “Before lunch”/))
  await press(b, button(b.page, 'Bring this back'))
  await press(b, button(b.page, 'Bring it back'))
  await sees(f, 'Bo brought the board back: Before going back to “Before lunch”.')
  await sees(f, 'Reviews wait too long')
  await sees(b, 'Reviews wait too long')

  await press(f, f.page.locator('output').getByRole('button', { name: 'Undo' }))
  await f.page.getByText('Reviews wait too long').waitFor({ state: 'detached' })
  await session.leave()
})
