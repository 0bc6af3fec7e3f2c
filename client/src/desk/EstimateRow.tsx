import { Scale } from 'lucide-react'
import type { EstimateResult } from '@plenary/shared/estimate'
import { stepsOf } from '@plenary/shared/estimate'
import { Button } from '../look/Button.tsx'
import { chooseByKey } from '../look/choose-by-key.ts'
import { formatStep } from '../look/clock.ts'
import { Glyph } from '../look/Glyph.tsx'
import { Strip, saySplits } from '../look/Strip.tsx'
import { useClient, useEntry, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { estimate } from '../words/estimate.ts'
import { figure } from '../words/figure.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import type { Matrix } from '../look/matrix.ts'
import { AgreedNumber } from './AgreedNumber.tsx'
import styles from './Estimate.module.css'

const words = desk.estimate

interface EstimateRowProps {
  lane: string
  /** Its place among the lanes, from 0. */
  index: number
  round: string
  /** Whether numbers are still given in this round. */
  open: boolean
  matrix: Matrix
  /** Null while its numbers are hidden, or where nobody gave any. */
  result: EstimateResult | null
  /** Null before anything is revealed: then there is no such column. */
  rank: string | null
  mayEstimate: boolean
}

/** One category: own numbers before the reveal, everybody's after it. */
export function EstimateRow(props: EstimateRowProps) {
  const { lane, index, round, open, matrix, result, rank, mayEstimate } = props
  const leads = useRefusal('lead') === null
  const name = useEntry(lane)?.text ?? ''
  const cards = useIds(lane, 'card').length
  const split = result === null ? null : saySplits(matrix, result.axes)
  const gives = result === null && open && mayEstimate
  return (
    <>
      <tr className={split === null ? '' : styles.splitRow}>
        {rank !== null && <td className={`figures ${styles.rank}`}>{rank}</td>}
        <th scope="row" className={styles.name}>
          <span className={styles.title}>
            <Glyph index={index} />
            {name}
          </span>
          <span className={styles.range}>
            {cards === 0 && result === null ? estimate.noCards : phoneEstimate.cards(cards)}
          </span>
          {leads && result !== null && result.product !== null && split === null && (
            <Again lane={lane} {...{ name, round }} />
          )}
        </th>
        {matrix.axes.map((axis) => {
          const numbers = result?.axes[axis.id]
          return (
            <td key={axis.id}>
              {gives ? (
                <Choices {...{ lane, name, round, axis, matrix }} />
              ) : numbers === undefined || numbers.shown === null ? (
                <span className={styles.range}>
                  {open && result === null ? words.hiddenYet : phoneEstimate.noNumber}
                </span>
              ) : (
                <div className={styles.spread}>
                  <Strip axis={axis} scale={matrix.scale} result={numbers} />
                  {numbers.agreed === undefined && (
                    <span className="unseen">{estimate.average}</span>
                  )}
                  <AgreedNumber
                    {...{ axis, lane, round }}
                    scale={matrix.scale}
                    result={numbers}
                    laneName={name}
                    settles={leads}
                  />
                  {numbers.agreed !== undefined && (
                    <span className={styles.agreed}>
                      {numbers.mean === null ? estimate.agreed : estimate.agreedOn(numbers.mean)}
                    </span>
                  )}
                </div>
              )}
            </td>
          )
        })}
        {rank !== null && (
          <td
            className={`figures ${styles.product} ${rank === '1' || rank === '1=' ? styles.first : ''}`}
          >
            {result === null || result.product === null ? '–' : figure(result.product)}
          </td>
        )}
      </tr>
      {split !== null && (
        <tr>
          <td colSpan={matrix.axes.length + 3} className={styles.splitCell}>
            <p className={styles.split}>
              <Scale size={16} strokeWidth={1.75} aria-hidden="true" />
              <span>
                {split} <b>{estimate.bothEnds}</b>
              </span>
              {leads && <Again lane={lane} {...{ name, round }} short />}
            </p>
          </td>
        </tr>
      )}
    </>
  )
}

interface AgainProps {
  lane: string
  name: string
  round: string
  short?: boolean
}

function Again({ lane, name, round, short = false }: AgainProps) {
  const client = useClient()
  return (
    <button
      type="button"
      className={styles.again}
      aria-label={estimate.reopenLabel(name)}
      onClick={() => void client.ask({ type: 'estimate.reopen', round, target: lane })}
    >
      {short ? estimate.reopen : estimate.again}
    </button>
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
  const steps = stepsOf(matrix.scale)
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the key of a number is a short cut for its radio buttons
    <div
      className={styles.choices}
      role="radiogroup"
      aria-label={phoneEstimate.steps(axis.title, name)}
      onKeyDown={(event) => chooseByKey(event, steps)}
    >
      {steps.map((value) => (
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
        {own === 'pass' ? phoneEstimate.passed : words.pass}
      </Button>
    </div>
  )
}
