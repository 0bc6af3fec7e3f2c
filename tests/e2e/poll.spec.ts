/** A question that everybody answers once: at a desk, by key, on a phone and by command. */
import { must } from '@plenary/shared/must'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command } from '../kit/http-client.ts'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { next, press, sees, shot } from './actors.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'
import { openRound } from './voting.ts'

const QUESTION = 'How was the time we look back on, for you?'
const [GOOD, FAIR, HARD] = ['Better than I hoped', 'About as I expected', 'Harder than I thought']

let home: House
let session: Led

beforeAll(async () => {
  home = await house()
  session = await led(home, 'start-stop', ['Cem', 'Dee'], 'Hack day retrospective')
}, 60_000)
afterAll(async () => {
  await session?.leave()
  await home?.leave()
})

const answers = async ({ page }: Visitor): Promise<string[]> =>
  (await page.getByRole('list', { name: 'Answers' }).getByRole('listitem').allInnerTexts()).map(
    (row) => row.split(/\s*\n\s*/).join(' | '),
  )

it('[V15] is answered everywhere, hidden, and changed until it is shown', async () => {
  const { f, a, b, plain } = session
  const [cem, dee] = [must(plain[0], 'Cem'), must(plain[1], 'Dee')]
  await next(f, /Start with Check in/)
  for (const who of [f, a, b]) {
    await sees(who, QUESTION)
    await sees(who, /No one sees whose is whose/)
  }
  await press(b, b.page.getByText(HARD))
  await sees(b, '1 of 6 answered. You can change yours until then.')
  await press(b, b.page.getByText(FAIR))
  const radio = (who: Visitor, name: string) => who.page.getByRole('radio', { name })
  await until('the answer has moved', () => radio(b, FAIR).isChecked())
  await radio(a, GOOD).focus()
  await a.page.keyboard.press('ArrowDown')
  await until('the key has answered', () => radio(a, FAIR).isChecked())
  await sees(f, '2 of 6 answered.')
  const round = await openRound(cem)
  await allowed(cem, { type: 'dot.add', round, target: 'arrival-1' })
  await allowed(dee, { type: 'dot.add', round, target: 'arrival-3' })
  for (const who of [f, a, b]) {
    await sees(who, /4 of 6 answered/)
    expect(await who.page.getByRole('list', { name: 'Answers' }).count()).toBe(0)
    await shot(who, 'q1-asked')
  }
  for (const one of plain)
    expect(JSON.stringify(one.fact(`round:${round}`))).not.toContain('result')
  expect(
    await b.page
      .getByRole('radiogroup', { name: 'Your answer' })
      .or(b.page.getByRole('group', { name: 'Your answer' }))
      .count(),
  ).toBe(1)
})

it('[V15] is shown by Next, of how many, and stands in the report and its files', async () => {
  const { f, a, b, made } = session
  await next(f, 'Show the answers')
  const rows = [`${GOOD} | 1`, `${FAIR} | 2`, `${HARD} | 1`, 'I’d rather say it aloud | 0']
  for (const who of [f, a, b]) {
    await who.page.getByRole('list', { name: 'Answers' }).waitFor()
    await sees(who, '4 of 6 answered.')
    expect(await answers(who)).toEqual(rows)
    await shot(who, 'q2-shown')
  }
  await next(f, /^Next: Write/)
  await command(home.server.url, made.sessionId, made.token, { type: 'session.close' })
  const file = async (name: string) => {
    const headers = { Authorization: `Bearer ${made.token}` }
    const url = `${home.server.url}/api/sessions/${made.sessionId}/${name}`
    return (await fetch(url, { headers })).text()
  }
  expect(await file('report.md')).toMatch(/4 of 6 answered\.[^]*\| About as I expected \| 2 \|/)
  expect(await file('report.csv?table=polls')).toContain('About as I expected,2,4,6')
  expect(await file('report.json')).toContain('"answered":4')
  await press(a, a.page.getByRole('link', { name: 'Read the report' }))
  const part = a.page.getByRole('region', { name: QUESTION })
  await part.getByText('4 of 6 answered.').waitFor()
  await shot(a, 'q3-report')
  expect([f, a, b].flatMap((who) => who.complaints)).toEqual([])
})
