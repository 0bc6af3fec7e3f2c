/** The ranked table as text for a spreadsheet: a line for each row, tabs between the columns. */
import type { EstimateResult, Ranked } from '@plenary/shared/estimate'
import { desk } from '../words/desk.ts'
import { figure } from '../words/figure.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import type { Matrix } from './matrix.ts'
import { productTitle } from './matrix.ts'

export function estimateTable(
  matrix: Matrix,
  rows: readonly Ranked<string>[],
  results: ReadonlyMap<string, EstimateResult | null>,
  nameOf: (lane: string) => string,
): string {
  const words = desk.estimate
  const head = [words.rank, words.category, ...matrix.axes.map((axis) => axis.title)]
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : figure(value)
  const lines = rows.map(({ item, rank, tied }) => {
    const result = results.get(item)
    return [
      phoneEstimate.rank(rank, tied),
      cell(nameOf(item)),
      ...matrix.axes.map((axis) => said(result?.axes[axis.id]?.shown)),
      said(result?.product),
    ]
  })
  return [[...head, productTitle(matrix)], ...lines].map((line) => line.join('\t')).join('\n')
}

/** What a person wrote stays in one cell, and is no formula of the spreadsheet it lands in. */
function cell(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain
}
