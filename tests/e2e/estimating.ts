/** Numbers for every category: given at a desk, on a phone or by command, and read back where they are shown. */
import type { PlainClient } from '../kit/plain-client.ts'
import { must } from '@plenary/shared/must'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press } from './actors.ts'
import { laneIds } from './sorting.ts'

export interface Numbers {
  name: string
  probability: number
  impact: number
}
const AXES = [
  { id: 'probability', title: 'Probability' },
  { id: 'impact', title: 'Impact' },
] as const

/** As the scale is written on the screen. */
const step = (value: number): string =>
  Number.isInteger(value) ? String(value) : `${Math.floor(value)}½`

async function choose(visitor: Visitor, lane: string, axis: string, value: number): Promise<void> {
  const group = visitor.page.getByRole('radiogroup', { name: `${axis} of ${lane}`, exact: true })
  // The end of the scale has a word behind its number.
  const radio = visitor.page.getByRole('radio', { name: new RegExp(`^${step(value)}(?!½)`) })
  await press(visitor, group.locator('label').filter({ has: radio }))
  await until(`${visitor.name} has chosen ${value} for ${lane}`, () =>
    group.locator(radio).isChecked(),
  )
}

export async function estimateOnDesk(visitor: Visitor, table: readonly Numbers[]): Promise<void> {
  for (const row of table)
    for (const { id, title } of AXES) await choose(visitor, row.name, title, row[id])
}

/** One category after the other, in the order of the lanes. */
export async function estimateOnPhone(visitor: Visitor, table: readonly Numbers[]): Promise<void> {
  for (const [index, row] of table.entries()) {
    for (const { id, title } of AXES) await choose(visitor, row.name, title, row[id])
    const next = table[index + 1]
    if (next !== undefined) await press(visitor, button(visitor.page, `Next: ${next.name}`))
  }
}

export function estimateRound(client: PlainClient): string {
  const key = [...client.session().keys()].find((one) => one.startsWith('round:'))
  return must(key, 'a round').slice('round:'.length)
}

export async function estimateByCommand(
  client: PlainClient,
  table: readonly Numbers[],
): Promise<void> {
  const lanes = laneIds(client)
  const round = estimateRound(client)
  for (const row of table)
    for (const { id: axis } of AXES) {
      const target = must(lanes.get(row.name), row.name)
      await client.ask({ type: 'estimate.put', round, target, axis, value: row[axis] })
    }
}

/** The ranked table of a desk as text: rank, category, probability, impact, product. */
export async function tableOnDesk({ page }: Visitor): Promise<string[]> {
  return page.locator('table tbody tr').evaluateAll((rows) =>
    rows
      .filter((row) => row.querySelector('th') !== null)
      .map((row) => {
        const cells = [...row.querySelectorAll('td')]
        const said = [
          cells[0]?.textContent,
          row.querySelector('th > span')?.textContent,
          ...cells.slice(1, -1).map((cell) => cell.querySelector('b')?.textContent),
          cells.at(-1)?.textContent,
        ]
        return said.map((one) => one?.trim() ?? '').join(' | ')
      }),
  )
}

/** The ranked list of a phone in the same words. */
export async function tableOnPhone({ page }: Visitor): Promise<string[]> {
  const list = page.getByRole('list', { name: 'Result' })
  return list.getByRole('listitem').evaluateAll((rows) =>
    rows.map((row) => {
      const head = row.querySelector('h2')?.parentElement
      const axes = [...row.querySelectorAll('p span')].map(
        (one) => /^(?:Probability|Impact) ([\d.]+)/.exec(one.textContent)?.[1],
      )
      const said = [
        head?.firstElementChild?.textContent,
        row.querySelector('h2')?.textContent,
        ...axes.filter((one) => one !== undefined),
        row.querySelector('h2 + span')?.textContent,
      ]
      return said.map((one) => one?.trim() ?? '').join(' | ')
    }),
  )
}
