import { Scale } from 'lucide-react'
import type { EstimateResult } from '@plenary/shared/estimate'
import { splitOpinion, stepsOf } from '@plenary/shared/estimate'
import { Button } from '../look/Button.tsx'
import { formatStep } from '../look/clock.ts'
import { Glyph } from '../look/Glyph.tsx'
import { useClient, useEntry, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import type { Matrix } from '../look/matrix.ts'
import { Spread } from './Spread.tsx'
import styles from './Estimate.module.css'

const words = desk.estimate

export interface EstimateRowProps {
  lane: string
  /** Its place among the lanes, from 0. */
  index: number
  round: string
  matrix: Matrix
  /** Null while its numbers are hidden. */
  result: EstimateResult | null
  /** Null before anything is revealed: then there is no such column. */
  rank: string | null
  mayEstimate: boolean
}

/** One category: own numbers before the reveal, everybody's after it. */
export function EstimateRow({
  lane,
  index,
  round,
  matrix,
  result,
  rank,
  mayEstimate,
}: EstimateRowProps) {
  const client = useClient()
  const leads = useRefusal('lead') === null
  const name = useEntry(lane)?.text ?? ''
  const cards = useIds(lane, 'card').length
  const split = result !== null && Object.values(result.axes).some((axis) => splitOpinion(axis))
  return (
    <>
      <tr className={split ? styles.splitRow : ''}>
        {rank !== null && <td className={`figures ${styles.rank}`}>{rank}</td>}
        <th scope="row" className={styles.name}>
          <span className={styles.title}>
            <Glyph index={index} />
            {name}
          </span>
          <span className={styles.range}>{phone.estimate.cards(cards)}</span>
          {leads && result !== null && (
            <button
              type="button"
              className={styles.again}
              onClick={() => void client.ask({ type: 'estimate.reopen', round, target: lane })}
            >
              {phone.estimate.reopen}
            </button>
          )}
        </th>
        {matrix.axes.map((axis) => (
          <td key={axis.id}>
            {result === null ? (
              mayEstimate ? (
                <Choices lane={lane} name={name} round={round} axis={axis} matrix={matrix} />
              ) : (
                <span className={styles.range}>{words.hiddenYet}</span>
              )
            ) : (
              <Spread
                axis={axis}
                scale={matrix.scale}
                result={result.axes[axis.id]}
                lane={lane}
                laneName={name}
                round={round}
                settles={leads}
              />
            )}
          </td>
        ))}
        {rank !== null && (
          <td className={`figures ${styles.product}`}>
            {result === null || result.product === null ? '–' : result.product}
          </td>
        )}
      </tr>
      {split && (
        <tr>
          <td colSpan={matrix.axes.length + 3} className={styles.splitCell}>
            <p className={styles.split}>
              <Scale size={16} strokeWidth={1.75} aria-hidden="true" />
              {phone.estimate.split}
            </p>
          </td>
        </tr>
      )}
    </>
  )
}

interface ChoicesProps {
  lane: string
  name: string
  round: string
  axis: Matrix['axes'][number]
  matrix: Matrix
}

/** The steps of the scale; nobody else sees which one is chosen. */
function Choices({ lane, name, round, axis, matrix }: ChoicesProps) {
  const client = useClient()
  const { mine } = useView()
  const own = mine.estimates[round]?.[lane]?.[axis.id]
  return (
    <div
      className={styles.choices}
      role="radiogroup"
      aria-label={phone.estimate.steps(axis.title, name)}
    >
      {stepsOf(matrix.scale).map((value) => (
        <label key={value} className={`figures ${styles.step}`}>
          <input
            type="radio"
            name={`${lane}-${axis.id}`}
            checked={own === value}
            onChange={() =>
              void client.ask({
                type: 'estimate.put',
                round,
                target: lane,
                axis: axis.id,
                value,
              })
            }
          />
          {formatStep(value)}
        </label>
      ))}
      <Button
        kind="quiet"
        aria-pressed={own === 'pass'}
        onClick={() =>
          void client.ask({ type: 'estimate.pass', round, target: lane, axis: axis.id })
        }
      >
        {own === 'pass' ? phone.estimate.passed : words.pass}
      </Button>
    </div>
  )
}
