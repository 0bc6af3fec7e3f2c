/** Figures for people: a table with its targets, and a picture. */
import type { Figure } from './cases.ts'

/** A figure over several rounds: the median, and each. */
export type Measured = Figure & { values: readonly number[] }

export function isMet({ value, most, least }: Figure): boolean | null {
  if (most === undefined && least === undefined) return null
  return value <= (most ?? Infinity) && value >= (least ?? -Infinity)
}

const DIGITS: Record<Figure['unit'], number> = { ms: 0, kB: 1, cards: 0, µs: 1, times: 2 }

function verdictOf(figure: Figure): string {
  const met = isMet(figure)
  if (met === null) return ''
  const limit = figure.most === undefined ? `>= ${figure.least}` : `<= ${figure.most}`
  return `${limit}  ${met ? 'met' : 'MISSED'}`
}

export function tableOf(figures: readonly Measured[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length))
  return figures
    .map((figure) => {
      const { what, value, unit, values } = figure
      const spread =
        values.length > 1
          ? `  (${Math.min(...values).toFixed(0)}..${Math.max(...values).toFixed(0)})`
          : ''
      const said = `${value.toFixed(DIGITS[unit])} ${unit}${spread}`
      return `${what.padEnd(width)}  ${said.padStart(22)}  ${verdictOf(figure)}`.trimEnd()
    })
    .join('\n')
}

const ROW = 26
const LEFT = 520
const WIDE = 420

/** Each figure as a bar, those in ms on one logarithmic scale; a target is a line across it. */
export function plotOf(figures: readonly Measured[]): string {
  const timed = figures.filter(({ unit }) => unit === 'ms')
  const top = Math.log10(Math.max(10, ...timed.map(({ value }) => value)))
  const x = (value: number): number => (Math.log10(Math.max(1, value)) / top) * WIDE
  const rows = timed.map((figure, at) => {
    const { what, value, most } = figure
    const y = at * ROW + 8
    const colour = isMet(figure) === false ? '#b3261e' : '#0b6b4f'
    const mark =
      most === undefined
        ? ''
        : `<path d="M${LEFT + x(most)} ${y - 3}v20" stroke="#222" stroke-dasharray="3 2"/>`
    return `<text x="${LEFT - 10}" y="${y + 11}" text-anchor="end">${escaped(what)}</text>
<rect x="${LEFT}" y="${y}" width="${x(value)}" height="14" fill="${colour}"/>${mark}
<text x="${LEFT + x(value) + 6}" y="${y + 11}">${value.toFixed(0)} ms</text>`
  })
  const height = timed.length * ROW + 16
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDE + 100}" height="${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${rows.join('\n')}
</svg>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
