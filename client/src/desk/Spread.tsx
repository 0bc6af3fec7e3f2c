import type { AxisResult, Scale } from '@plenary/shared/estimate'
import { splitOpinion, stepsOf } from '@plenary/shared/estimate'
import { formatStep } from '../look/clock.ts'
import { useClient } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import type { Matrix } from '../look/matrix.ts'
import styles from './Estimate.module.css'

const words = desk.estimate
/** Size of the strip, and of one person's dot in it. px */
const WIDTH = 88
const HEIGHT = 50
const EDGE = 6
const LINE = 40

export interface SpreadProps {
  axis: Matrix['axes'][number]
  scale: Scale
  result: AxisResult | undefined
  lane: string
  laneName: string
  round: string
  /** Whether this person may enter an agreed number. */
  settles: boolean
}

/** Every number as a dot, their average as a bar, and the number that counts. */
export function Spread({ axis, scale, result, lane, laneName, round, settles }: SpreadProps) {
  const client = useClient()
  if (result === undefined || result.mean === null)
    return <span className={styles.range}>{phone.estimate.noNumber}</span>
  const given = Object.entries(result.spread)
    .map(([value, people]) => ({ value: Number(value), people }))
    .sort((a, b) => a.value - b.value)
  const x = (value: number) =>
    EDGE + ((value - scale.min) / (scale.max - scale.min)) * (WIDTH - 2 * EDGE)
  const tallest = Math.max(...given.map((one) => one.people))
  // Many people press closer together, so that the strip keeps its height.
  const step = Math.min(8, (LINE - 6) / tallest)
  const label = words.spread(
    axis.title,
    given.map((one) => words.spreadPart(one.people, formatStep(one.value))).join(', '),
  )
  return (
    <div className={styles.spread}>
      <span className="unseen">{label}</span>
      <svg
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
        className={splitOpinion(result) ? styles.torn : styles.strip}
      >
        <line x1={0} x2={WIDTH} y1={LINE} y2={LINE} className={styles.line} />
        {given.flatMap(({ value, people }) =>
          Array.from({ length: people }, (_, index) => (
            <circle key={`${value}-${index}`} cx={x(value)} cy={LINE - 5 - index * step} r={3.5} />
          )),
        )}
        <rect
          x={x(result.mean) - 1.25}
          y={LINE - 1}
          width={2.5}
          height={10}
          className={styles.mean}
        />
      </svg>
      <span className={styles.shown}>
        <b className="figures">{result.shown}</b>
        {result.agreed !== undefined && (
          <span className={styles.range}>
            {phone.estimate.agreed}, {words.keptMean(result.mean)}
          </span>
        )}
        {settles && (
          <select
            className={styles.settle}
            aria-label={`${phone.estimate.settle(axis.title)}, ${laneName}`}
            value={result.agreed ?? ''}
            onChange={(event) =>
              void client.ask({
                type: 'estimate.settle',
                round,
                target: lane,
                axis: axis.id,
                value: event.target.value === '' ? null : Number(event.target.value),
              })
            }
          >
            <option value="">{phone.estimate.settleNone}</option>
            {stepsOf(scale).map((value) => (
              <option key={value} value={value}>
                {formatStep(value)}
              </option>
            ))}
          </select>
        )}
      </span>
    </div>
  )
}
