import type { EstimateResult } from '@plenary/shared/estimate'
import { paperColour } from '../look/paper.ts'
import { useClient, useEntry, useIds } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import type { Matrix } from '../look/matrix.ts'
import { equalProducts } from './equal-products.ts'
import styles from './Estimate.module.css'
import panel from './Panel.module.css'

const words = desk.estimate
/** Drawn in units of the picture, scaled to the width there is. */
const SIZE = 420
const LEFT = 44
const BOTTOM = 40
const TOP = 12
const RIGHT = 12

export interface RiskChartProps {
  matrix: Matrix
  lanes: readonly string[]
  results: ReadonlyMap<string, EstimateResult | null>
}

/** The two axes as a picture; the table beside it says the same in words. */
export function RiskChart({ matrix, lanes, results }: RiskChartProps) {
  const client = useClient()
  const { min, max } = matrix.scale
  const [across, up] = matrix.axes
  if (across === undefined || up === undefined) return null
  // Half a step of room, so that a bubble at the end of a scale is whole.
  const room = (max - min) * 0.12
  const x = (value: number) =>
    LEFT + ((value - min + room) / (max - min + 2 * room)) * (SIZE - LEFT - RIGHT)
  const y = (value: number) =>
    SIZE - BOTTOM - ((value - min + room) / (max - min + 2 * room)) * (SIZE - BOTTOM - TOP)
  const spots = lanes.flatMap((lane) => {
    const result = results.get(lane)
    const a = result?.axes[across.id]?.shown
    const b = result?.axes[up.id]?.shown
    return typeof a === 'number' && typeof b === 'number' ? [{ lane, a, b }] : []
  })
  const label = words.matrixLabel(
    spots
      .map(({ lane, a, b }) => words.matrixPart(client.entry(lane)?.text ?? '', a, b))
      .join(', '),
  )
  return (
    <figure className={`${panel.panel} ${styles.chart}`}>
      <figcaption className={panel.title}>{words.matrix}</figcaption>
      <p className="unseen">{label}</p>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <rect
          x={LEFT}
          y={TOP}
          width={SIZE - LEFT - RIGHT}
          height={SIZE - BOTTOM - TOP}
          className={styles.field}
        />
        {equalProducts(min, max).map(({ product, points }) => (
          <polyline
            key={product}
            className={styles.curve}
            points={points.map((point) => `${x(point.a)},${y(point.b)}`).join(' ')}
          />
        ))}
        <text x={(SIZE + LEFT) / 2} y={SIZE - 6} className={styles.axis} textAnchor="middle">
          {across.title} →
        </text>
        <text
          transform={`translate(14 ${(SIZE - BOTTOM) / 2}) rotate(-90)`}
          className={styles.axis}
          textAnchor="middle"
        >
          {up.title} →
        </text>
        {[
          { value: min, words: [across.low, up.low] },
          { value: max, words: [across.high, up.high] },
        ].map((end) => (
          <g key={end.value}>
            <text x={x(end.value)} y={SIZE - 24} textAnchor="middle" className={styles.end}>
              {end.words[0]} {end.value}
            </text>
            <text
              transform={`translate(34 ${y(end.value)}) rotate(-90)`}
              textAnchor="middle"
              className={styles.end}
            >
              {end.words[1]} {end.value}
            </text>
          </g>
        ))}
        {spots.map(({ lane, a, b }) => (
          <Bubble
            key={lane}
            lane={lane}
            index={lanes.indexOf(lane)}
            x={x(a)}
            y={y(b)}
            // Equal spots lie beside each other, else one would hide the other.
            beside={spots
              .filter((one) => one.a === a && one.b === b)
              .findIndex((one) => one.lane === lane)}
          />
        ))}
      </svg>
      <p className={styles.legend}>{words.bubble}</p>
    </figure>
  )
}

interface BubbleProps {
  lane: string
  index: number
  x: number
  y: number
  beside: number
}

function Bubble({ lane, index, x, y, beside }: BubbleProps) {
  const name = useEntry(lane)?.text ?? ''
  const cards = useIds(lane, 'card').length
  const radius = Math.min(30, 10 + Math.sqrt(cards) * 5)
  const shift = beside * (radius + 12)
  return (
    <g>
      <circle
        cx={x + shift}
        cy={y}
        r={radius}
        style={{ fill: paperColour(index) }}
        className={styles.bubble}
      />
      <text x={x + shift} y={y + radius + 14} textAnchor="middle" className={styles.bubbleName}>
        {name}
      </text>
    </g>
  )
}
