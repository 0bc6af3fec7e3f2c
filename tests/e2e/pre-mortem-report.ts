/** What the report of S1 must hold, on the page and in the files. */
import { expect } from 'vitest'
import * as z from 'zod'
import { get } from '../kit/http-client.ts'
import type { Visitor } from '../kit/visitor.ts'
import { sees } from './actors.ts'
import { CATEGORIES, SAID, SORTED } from './pre-mortem-data.ts'

const ACTIONS = [
  ['Ask ten customers', 'Ash'],
  ['Measure the first page', null],
  ['Plan the first release', 'Dee'],
] as const

const ROWS = [
  ['1', 'Feature Gap', '2.5', '2.5', '6.25'],
  ['2', 'Non-Use', '1.5', '3', '4.5'],
  ['3', 'Timeline', '2.5', '1.5', '3.75'],
  ['4 (tied)', 'Performance', '2', '1.5', '3'],
  ['4 (tied)', 'Security', '1', '3', '3'],
] as const

export async function expectReportPage(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await sees(visitor, 'Ash sends the notes round.')
  const main = await page.getByRole('main').innerText()
  for (const text of [...SAID, 'At each sprint retrospective', 'Needs an owner'])
    expect(main).toContain(text)
  const rows = await page.getByRole('row').allInnerTexts()
  const cells = rows.map((row) => row.split(/[\t\n]+/).map((cell) => cell.trim()))
  for (const [rank, ...rest] of ROWS)
    expect(cells).toContainEqual([rank.replace(' (tied)', '='), ...rest, 'Agreed'])
}

const reportJson = z.object({
  notesBy: z.string().nullable(),
  checkIns: z.string(),
  sections: z.array(
    z.object({
      lanes: z.array(
        z.object({ name: z.string(), cards: z.array(z.object({ text: z.string() })) }),
      ),
    }),
  ),
  estimates: z.array(
    z.object({
      rows: z.array(
        z.object({
          lane: z.string(),
          product: z.number().nullable(),
          axes: z.array(z.object({ id: z.string(), shown: z.number().nullable() })),
        }),
      ),
    }),
  ),
  actions: z.array(z.object({ what: z.string(), owner: z.string().nullable() })),
})

/** `base`: the address of the report without its ending. */
export async function expectReports(base: string, token: string): Promise<void> {
  const fetched = async (ending: string): Promise<string> => {
    const response = await get(`${base}.${ending}`, token)
    expect(response.status).toBe(200)
    return response.text()
  }
  const report = reportJson.parse(JSON.parse(await fetched('json')))
  const lanes = report.sections.flatMap((section) => section.lanes)
  expect(
    Object.fromEntries(
      lanes.map(({ name, cards }) => [name, cards.map((card) => card.text).toSorted()]),
    ),
  ).toEqual(SORTED)
  const rows = report.estimates.flatMap((one) => one.rows)
  for (const { name, probability, impact } of CATEGORIES)
    expect(rows.find((row) => row.lane === name)).toMatchObject({
      product: probability * impact,
      axes: [{ shown: probability }, { shown: impact }],
    })
  expect(new Map(report.actions.map(({ what, owner }) => [what, owner]))).toEqual(
    new Map<string, string | null>(ACTIONS),
  )
  expect([report.notesBy, report.checkIns]).toEqual(['Ash', 'At each sprint retrospective'])

  const markdown = await fetched('md')
  for (const text of [...SAID, 'Notes sent round by: Ash', 'At each sprint retrospective'])
    expect(markdown).toContain(text)
  for (const row of ROWS) expect(markdown).toContain(`| ${row.join(' | ')} |`)
  for (const [what, owner] of ACTIONS)
    expect(markdown).toContain(`| ${what} | ${owner ?? 'no owner'} |`)

  const cards = await fetched('csv')
  for (const text of SAID) expect(cards).toContain(text)
  const actions = await fetched('csv?table=actions')
  for (const [what, owner] of ACTIONS) expect(actions).toContain(`,${what},${owner ?? 'no owner'},`)
  const estimates = await fetched('csv?table=estimates')
  for (const { name, probability, impact } of CATEGORIES)
    expect(estimates).toMatch(
      new RegExp(`,${name},\\d,(true|false),${probability * impact},${probability},`),
    )
}
