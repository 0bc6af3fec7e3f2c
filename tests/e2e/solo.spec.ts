/** One person alone, from the home page to the report: at a desk and on a phone; and somebody who comes in after all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import { allSaved, button, joinByLink, next, press, sees, shot, times, write } from './actors.ts'
import { estimateOnDesk, estimateOnPhone } from './estimating.ts'
import type { House } from './led.ts'
import { house } from './led.ts'
import { CATEGORIES, SAID, laneFor } from './pre-mortem-data.ts'
import { carry, lanesOnDesk, placeAll } from './sorting.ts'

const REASONS = SAID.slice(0, 3)
/** What is for several people. */
const FOR_OTHERS =
  /offline|I’m done|\d of \d (?:in|done|have)|others may guess|everyone|people|anonym|Cards carry/i

let home: House

beforeAll(async () => {
  home = await house()
})
afterAll(async () => {
  await home?.leave()
})

/** From the home page into the first phase. */
async function begins(visitor: Visitor, title: string): Promise<void> {
  const { page } = visitor
  await page.goto(home.server.url)
  await press(visitor, page.getByRole('button', { name: /Pre-mortem/ }).first())
  await page.getByLabel('What is it about?').fill(title)
  await page.getByLabel('Your name').fill(visitor.name)
  await shot(visitor, 'solo-make')
  await press(visitor, button(page, 'Just you? Run it solo'))
  await page.waitForURL(/\/s\/[\w-]+$/)
  await sees(visitor, 'What happened?')
}

/** The words on the screen that are about others. */
async function ofOthers({ page }: Visitor): Promise<string[]> {
  const lines = (await page.innerText('body')).split('\n')
  return lines.filter((line) => FOR_OTHERS.test(line))
}

describe.each(['desk', 'phone'] as const)('alone, on a %s', (on) => {
  let sol: Visitor

  beforeAll(async () => {
    sol = await visit(home.browser, 'Sol', on)
  })
  afterAll(async () => {
    await sol?.leave()
  })

  it('[EB14] begins without a lobby, in 25 minutes', async () => {
    await begins(sol, 'My move')
    await sees(sol, on === 'desk' ? /25 min/ : /25 minutes/)
    await shot(sol, 'solo-scene')
    expect(await ofOthers(sol)).toEqual([])
  })

  it('[EB15] writes, reveals without a question, sorts, estimates and talks, and nobody else is counted', async () => {
    await next(sol, /^Next: Write/)
    await sees(sol, 'Nobody else is here.')
    for (const text of REASONS) await write(sol, text)
    await allSaved(sol)
    await shot(sol, 'solo-write')
    expect(await ofOthers(sol)).toEqual([])

    await next(sol, 'Reveal and sort')
    await sees(sol, on === 'desk' ? /Where does each reason belong/ : 'See all')
    await shot(sol, 'solo-sort')
    if (on === 'phone') await placeAll(sol, laneFor)
    else
      for (const text of REASONS) {
        await carry(sol, text, laneFor(text))
        await sol.page.mouse.up()
        await until(`${text} is placed`, async () =>
          (await lanesOnDesk(sol))[laneFor(text)]?.includes(text),
        )
      }
    expect(await ofOthers(sol)).toEqual([])

    await next(sol, 'Next: Estimate')
    const filled = CATEGORIES.filter(({ name }) => REASONS.some((text) => laneFor(text) === name))
    await sees(sol, /How likely is/)
    await shot(sol, 'solo-estimate')
    expect(await ofOthers(sol)).toEqual([])
    if (on === 'phone') await estimateOnPhone(sol, CATEGORIES)
    else await estimateOnDesk(sol, filled)
    await next(sol, 'Reveal the numbers')
    await until('the numbers are open', async () => (await times(sol, 'P × I')) > 0)
    await shot(sol, 'solo-ranked')

    await next(sol, 'Next: Discuss')
    await next(sol, 'Set these topics')
    await next(sol, 'Start the first topic')
    await sees(sol, 'Topic 1 of 3')
    await shot(sol, 'solo-discuss')
    expect(await ofOthers(sol)).toEqual([])
    for (const n of [2, 3]) {
      await next(sol, 'Next topic')
      await sees(sol, `Topic ${n} of 3`)
    }
    await next(sol, /^Next: Actions/)
    // The board of the phase before has the same composer.
    await sees(sol, /Who will take what on/)
    await write(sol, 'Ask ten customers', 'Add an action')
    await sees(sol, 'Ask ten customers')
  })

  it('[EB15] ends in a report', async () => {
    await next(sol, 'Close the session', 'Close the session')
    await press(sol, sol.page.getByRole('link', { name: 'Read the report' }))
    for (const text of [...REASONS, 'Ask ten customers']) await sees(sol, text)
    await shot(sol, 'solo-report')
    expect(sol.complaints).toEqual([])
    expect(sol.mouse).toEqual([])
  })
})

describe('alone at first', () => {
  it('[EB16] who comes in by the code makes it a session for several, and is told of', async () => {
    const sol = await visit(home.browser, 'Sol', 'desk')
    await begins(sol, 'Ours after all')
    const code = await sol.page.getByRole('button', { name: /^How to join/ }).innerText()
    const ann = await visit(home.browser, 'Ann', 'phone')
    await next(sol, /^Next: Write/)
    await joinByLink(ann, home.server.url, code.replaceAll(/\D/g, ''))
    await sees(sol, 'Ann came in. From here on this is a session for several.')
    await shot(sol, 'solo-over')
    await sees(sol, '0 of 2 done')
    await sees(ann, /Only you can see these/)
    await write(ann, 'Hers')
    await next(sol, 'Reveal and sort', 'Reveal')
    await sees(ann, 'Hers')
    await ann.leave()
    await sol.leave()
  })

  it.each(['desk', 'phone'] as const)(
    '[EB14] the lobby of a %s offers it as long as nobody has come',
    async (on) => {
      const sol = await visit(home.browser, 'Sol', on)
      const { page } = sol
      await page.goto(home.server.url)
      await press(sol, page.getByRole('button', { name: /Dot vote/ }).first())
      await page.getByLabel('What is it about?').fill('Which one')
      await page.getByLabel('Your name').fill('Sol')
      await press(sol, button(page, 'Make the session'))
      await button(page, 'Just you? Run it solo').waitFor()
      await shot(sol, 'solo-lobby')
      await press(sol, button(page, 'Just you? Run it solo'))
      await sees(sol, /Next: /)
      await sol.leave()
    },
  )
})
