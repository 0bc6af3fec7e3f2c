/** The curves of a soak as one picture. */
import type { Reading, Series } from './metrics.ts'

interface Curve {
  of: Series
  name: string
  colour: string
}

interface Panel {
  title: string
  unit: string
  curves: readonly Curve[]
}

const PANELS: readonly Panel[] = [
  {
    title: 'Memory',
    unit: 'MB',
    curves: [
      { of: 'rss', name: 'resident', colour: '#0b6b4f' },
      { of: 'heap', name: 'heap in use', colour: '#8a5a00' },
    ],
  },
  {
    title: 'File descriptors and connections',
    unit: '',
    curves: [
      { of: 'fds', name: 'file descriptors', colour: '#0b6b4f' },
      { of: 'connections', name: 'connections', colour: '#8a5a00' },
    ],
  },
  {
    title: 'From asking to the answer',
    unit: 'ms',
    curves: [
      { of: 'half', name: 'half', colour: '#0b6b4f' },
      { of: 'most', name: '95 of 100', colour: '#8a5a00' },
      { of: 'pages', name: 'lag of the pages’ own process', colour: '#5a4fb3' },
    ],
  },
  {
    title: 'Tick and append, mean',
    unit: 'ms',
    curves: [
      { of: 'tick', name: 'tick', colour: '#0b6b4f' },
      { of: 'append', name: 'append', colour: '#8a5a00' },
    ],
  },
  {
    title: 'Sessions in memory and commands a second',
    unit: '',
    curves: [
      { of: 'rooms', name: 'sessions', colour: '#0b6b4f' },
      { of: 'rate', name: 'commands a second', colour: '#8a5a00' },
    ],
  },
]

const LEFT = 60
const WIDE = 760
const HIGH = 110
const GAP = 56

/** `warm`: minutes at the beginning that do not count. */
export function plotOf(readings: readonly Reading[], warm: number, title: string): string {
  const end = Math.max(1, ...readings.map(({ at }) => at))
  const x = (at: number): number => LEFT + (at / end) * WIDE
  const panels = PANELS.map((panel, n) => drawn(panel, 56 + n * (HIGH + GAP), readings, x))
  const height = 56 + PANELS.length * (HIGH + GAP) + 12
  const marks = Array.from({ length: Math.floor(end / 5) + 1 }, (_, n) => n * 5)
    .map(
      (minute) =>
        `<text x="${x(minute).toFixed(1)}" y="${height - 18}" text-anchor="middle">${minute} min</text>`,
    )
    .join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDE + 30}" height="${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="22" font-size="14">${escaped(title)}</text>
<rect x="${LEFT}" y="40" width="${(x(warm) - LEFT).toFixed(1)}" height="${height - 72}" fill="#f1f1ee"/>
${panels.join('\n')}
${marks}
</svg>
`
}

function drawn(
  { title, unit, curves }: Panel,
  top: number,
  readings: readonly Reading[],
  x: (at: number) => number,
): string {
  const most = Math.max(1e-9, ...readings.flatMap((one) => curves.map(({ of }) => one[of])))
  const full = roundUp(most)
  const y = (value: number): string => (top + HIGH - (value / full) * HIGH).toFixed(1)
  const lines = curves.map(({ of, colour }) => {
    const points = readings.map((one) => `${x(one.at).toFixed(1)},${y(one[of])}`).join(' ')
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.5"/>`
  })
  const names = curves
    .map(({ name, colour }) => `<tspan fill="${colour}" dx="10">${escaped(name)}</tspan>`)
    .join('')
  return `<text x="${LEFT}" y="${top - 8}">${escaped(title)}${names}</text>
<path d="M${LEFT} ${top}v${HIGH}h${WIDE}" fill="none" stroke="#999"/>
<text x="${LEFT - 6}" y="${top + 10}" text-anchor="end">${full} ${unit}</text>
<text x="${LEFT - 6}" y="${top + HIGH}" text-anchor="end">0</text>
${lines.join('\n')}`
}

/** The next 1, 2 or 5 of its size. */
function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value))
  return Number((([1, 2, 5].find((one) => one * size >= value) ?? 10) * size).toPrecision(2))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
