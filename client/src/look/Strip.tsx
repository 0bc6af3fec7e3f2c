import type { AxisResult, Scale } from '@plenary/shared/estimate'
import { splitOpinion } from '@plenary/shared/estimate'
import { formatStep } from './clock.ts'
import { estimate as words } from '../words/estimate.ts'
import type { Matrix } from './matrix.ts'
import styles from './Strip.module.css'

/** Size of the strip, and of one person's dot in it. px */
const WIDTH = 100
const HEIGHT = 46
const EDGE = 12
const LINE = 36
const DOT = 3.5
/** Two dots of one number stand side by side before a third goes on top. */
const COLUMNS = 2

interface StripProps {
  axis: Matrix['axes'][number]
  scale: Scale
  result: AxisResult
}

/** Every number as a dot over the line, their average as a bar under it. */
export function Strip({ axis, scale, result }: StripProps) {
  const given = givenIn(result)
  const x = (value: number) =>
    EDGE + ((value - scale.min) / (scale.max - scale.min)) * (WIDTH - 2 * EDGE)
  const tallest = Math.max(1, ...given.map((one) => Math.ceil(one.people / COLUMNS)))
  // Many people press closer together, so that the strip keeps its height.
  const step = Math.min(8, (LINE - 8) / tallest)
  return (
    <>
      <span className="unseen">{sayStrip(axis, result)}</span>
      <svg
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
        className={splitOpinion(result) ? styles.torn : styles.strip}
      >
        <line x1={0} x2={WIDTH} y1={LINE} y2={LINE} className={styles.line} />
        {given.flatMap(({ value, people }) =>
          Array.from({ length: people }, (_, index) => {
            const high = Math.ceil(people / COLUMNS)
            const column = people === 1 || high === people ? 0 : Math.floor(index / high)
            const columns = Math.ceil(people / high)
            return (
              <circle
                key={`${value}-${index}`}
                cx={x(value) + (column - (columns - 1) / 2) * 8}
                cy={LINE - 5.5 - (index % high) * step}
                r={DOT}
              />
            )
          }),
        )}
        {result.mean !== null && (
          <rect
            x={x(result.mean) - 1.25}
            y={LINE - 1}
            width={2.5}
            height={10}
            className={styles.mean}
          />
        )}
      </svg>
    </>
  )
}

/** The numbers that were given, smallest first. */
function givenIn(result: AxisResult): { value: number; people: number }[] {
  return Object.entries(result.spread)
    .map(([value, people]) => ({ value: Number(value), people }))
    .sort((a, b) => a.value - b.value)
}

/** The strip in words. */
function sayStrip(axis: Matrix['axes'][number], result: AxisResult): string {
  const parts = givenIn(result).map((one) => words.said(one.people, formatStep(one.value)))
  return words.spread(axis.title, parts.join(', '))
}

/** "Impact is split: six said low, two said high.", for every axis that is. */
export function saySplits(
  matrix: Matrix,
  axes: Readonly<Record<string, AxisResult>>,
): string | null {
  const parts = matrix.axes.flatMap((axis) => {
    const result = axes[axis.id]
    if (result === undefined || !splitOpinion(result)) return []
    const given = givenIn(result)
    const [low, high] = [given[0], given.at(-1)]
    if (low === undefined || high === undefined) return []
    const word = (value: number) =>
      value === matrix.scale.min
        ? words.end(axis.low)
        : value === matrix.scale.max
          ? words.end(axis.high)
          : formatStep(value)
    return words.split(axis.title, low.people, word(low.value), high.people, word(high.value))
  })
  return parts.length === 0 ? null : parts.join(' ')
}
