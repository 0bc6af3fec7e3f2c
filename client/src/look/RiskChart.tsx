/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- bubbles are visited by arrows and read out; there is no tag for a part of a picture */
import type { KeyboardEvent } from 'react'
import { useId, useRef, useState } from 'react'
import type { EstimateResult } from '@plenary/shared/estimate'
import { useClient, useEntry, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { estimate as words } from '../words/estimate.ts'
import { equalProducts } from './equal-products.ts'
import type { Field } from './fan-out.ts'
import { fanOut } from './fan-out.ts'
import { GlyphShape, glyphColour } from './Glyph.tsx'
import type { Matrix } from './matrix.ts'
import { productTitle } from './matrix.ts'
import { paperColour } from './paper.ts'
import styles from './RiskChart.module.css'

/** Drawn in units of the picture, scaled to the width there is. */
const SIZE = 440
const FIELD: Field = { left: 46, top: 8, right: 432, bottom: 392 }
/** Room beyond both ends of a scale, as a share of it, so that a bubble at an end is whole. */
const ROOM = 0.14
/** Area of a bubble grows with its cards between these radii. */
const RADIUS = { least: 15, each: 11, most: 30 }
/** About the width of one letter of a name. */
const LETTER = 7.2
const LONGEST_NAME = 20

interface RiskChartProps {
  matrix: Matrix
  lanes: readonly string[]
  results: ReadonlyMap<string, EstimateResult | null>
  /** Instead of what it says while there is time to spend. */
  title?: string
}

interface Bubble {
  lane: string
  index: number
  cards: number
  a: number
  b: number
  product: number
  radius: number
}

/** The two axes as a picture, bubbles joined by arrows; the table beside it says the same in words. */
export function RiskChart({ matrix, lanes, results, title }: RiskChartProps) {
  const client = useClient()
  const { format, facts } = useView()
  const talk = format.phases.find((phase) => phase.queue?.from === 'estimates')
  const minutes = talk === undefined ? undefined : (facts.steps[talk.id]?.minutes ?? talk.minutes)
  const hatch = useId()
  const bubbles = useRef<(SVGGElement | null)[]>([])
  const [current, setCurrent] = useState(0)
  const { min, max } = matrix.scale
  const [across, up] = matrix.axes
  if (across === undefined || up === undefined) return null
  const from = min - (max - min) * ROOM
  const to = max + (max - min) * ROOM
  const x = (value: number) =>
    FIELD.left + ((value - from) / (to - from)) * (FIELD.right - FIELD.left)
  const y = (value: number) =>
    FIELD.bottom - ((value - from) / (to - from)) * (FIELD.bottom - FIELD.top)
  const shown = lanes
    .flatMap((lane, index): Bubble[] => {
      const result = results.get(lane)
      const a = result?.axes[across.id]?.shown
      const b = result?.axes[up.id]?.shown
      if (typeof a !== 'number' || typeof b !== 'number') return []
      const cards = client.ids(lane, 'card').length
      const radius = Math.min(RADIUS.most, Math.max(RADIUS.least, RADIUS.each * Math.sqrt(cards)))
      return [{ lane, index, cards, a, b, product: result?.product ?? a * b, radius }]
    })
    .toSorted((one, other) => other.product - one.product)
  const nameOf = (lane: string) => client.entry(lane)?.text ?? ''
  const centres = fanOut(
    shown.map(({ lane, a, b, radius }) => ({
      x: x(a),
      y: y(b),
      radius,
      name: Math.min(nameOf(lane).length, LONGEST_NAME) * LETTER,
    })),
    FIELD,
  )
  const curves = equalProducts(max, from, to)
  const path = (points: readonly { a: number; b: number }[]) =>
    points.map(({ a, b }) => `${x(a)},${y(b)}`).join(' ')
  const corner = `${FIELD.right},${FIELD.top}`
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (current + by + shown.length) % shown.length
    setCurrent(next)
    bubbles.current[next]?.focus()
  }
  const middle = (min + max) / 2
  const ends = [
    { value: min, words: [`${across.low} ${min}`, `${up.low} ${min}`] },
    ...(Number.isInteger(middle)
      ? [{ value: middle, words: [String(middle), String(middle)] }]
      : []),
    { value: max, words: [`${across.high} ${max}`, `${up.high} ${max}`] },
  ]
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>{title ?? words.matrix(minutes)}</figcaption>
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="group"
        aria-label={words.matrixLabel}
        onKeyDown={onKeyDown}
      >
        <defs>
          <pattern
            id={hatch}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V7" className={styles.hatch} />
          </pattern>
        </defs>
        <g aria-hidden="true">
          <path
            d={`M${FIELD.left} ${FIELD.top}H${FIELD.right}V${FIELD.bottom}H${FIELD.left}Z`}
            className={styles.field}
          />
          {curves.slice(1).map((curve, at) => (
            <polygon
              key={curve.product}
              points={`${path(curve.points)} ${corner}`}
              className={at === 0 ? styles.high : ''}
              fill={at === 0 ? undefined : `url(#${hatch})`}
            />
          ))}
          {curves.map(({ product, points }) => (
            <g key={product}>
              <polyline className={styles.curve} points={path(points)} />
              <text
                x={Math.max(x(points[0]?.a ?? min), FIELD.left) + 12}
                y={y(points[0]?.b ?? max) + 18}
                className={styles.end}
              >
                {product}
              </text>
            </g>
          ))}
          <path
            d={`M${FIELD.left} ${FIELD.top}V${FIELD.bottom}H${FIELD.right}`}
            className={styles.axes}
          />
          {ends.map((end) => (
            <g key={end.value}>
              <text
                x={x(end.value)}
                y={FIELD.bottom + 18}
                textAnchor="middle"
                className={styles.end}
              >
                {end.words[0]}
              </text>
              <text
                transform={`translate(38 ${y(end.value)}) rotate(-90)`}
                textAnchor="middle"
                className={styles.end}
              >
                {end.words[1]}
              </text>
            </g>
          ))}
          <text
            x={(FIELD.left + FIELD.right) / 2}
            y={SIZE - 8}
            textAnchor="middle"
            className={styles.axis}
          >
            {across.title} →
          </text>
          <text
            transform={`translate(14 ${(FIELD.top + FIELD.bottom) / 2}) rotate(-90)`}
            textAnchor="middle"
            className={styles.axis}
          >
            {up.title} →
          </text>
          {shown.map(({ lane, a, b }, at) => (
            <Leader key={lane} from={{ x: x(a), y: y(b) }} to={centres[at]} />
          ))}
        </g>
        {shown.map((bubble, at) => (
          <g
            key={bubble.lane}
            ref={(element) => {
              bubbles.current[at] = element
            }}
            role="img"
            tabIndex={at === Math.min(current, shown.length - 1) ? 0 : -1}
            aria-label={words.bubble(
              nameOf(bubble.lane),
              `${across.title} ${bubble.a}`,
              `${up.title} ${bubble.b}`,
              bubble.product,
              common.cards(bubble.cards),
            )}
            className={styles.spot}
            onFocus={() => setCurrent(at)}
          >
            <Drawn bubble={bubble} at={centres[at] ?? { x: 0, y: 0 }} />
          </g>
        ))}
      </svg>
      <p className={styles.legend}>
        <span>
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r="5.5" className={styles.empty} />
          </svg>
          {words.bigger}
        </span>
        <span>
          <svg width="22" height="14" aria-hidden="true">
            <path d="M0 7H22" className={styles.curve} />
          </svg>
          {words.equal(productTitle(matrix))}
        </span>
      </p>
    </figure>
  )
}

interface Point {
  x: number
  y: number
}

/** From where a bubble belongs to where it found room. */
function Leader({ from, to }: { from: Point; to: Point | undefined }) {
  if (to === undefined || Math.hypot(to.x - from.x, to.y - from.y) < 3) return null
  return (
    <>
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} className={styles.leader} />
      <circle cx={from.x} cy={from.y} r={2.5} className={styles.true} />
    </>
  )
}

function Drawn({ bubble, at }: { bubble: Bubble; at: Point }) {
  const { lane, index, radius } = bubble
  const name = useEntry(lane)?.text ?? ''
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trim()}…` : name
  return (
    <>
      <circle
        cx={at.x}
        cy={at.y}
        r={radius}
        className={styles.bubble}
        style={{ fill: paperColour(index), stroke: glyphColour(index) }}
      />
      <g transform={`translate(${at.x - 6.5} ${at.y - 6.5})`} className={styles.glyph}>
        <GlyphShape index={index} />
      </g>
      <text x={at.x} y={at.y + radius + 14} textAnchor="middle" className={styles.name}>
        {short}
      </text>
    </>
  )
}
