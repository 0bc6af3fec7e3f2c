import { useId } from 'react'
import type { Scale } from '@plenary/shared/estimate'
import { stepsOf } from '@plenary/shared/estimate'
import { chooseByKey } from '../look/choose-by-key.ts'
import { formatStep } from '../look/clock.ts'
import { useClient, useEntry, useView } from '../sync/hooks.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import type { Matrix } from '../look/matrix.ts'
import styles from './Estimate.module.css'
import list from '../look/List.module.css'

interface EstimateAxisProps {
  round: string
  lane: string
  axis: Matrix['axes'][number]
  scale: Scale
}

/** One row of choices: the steps of the scale, with words at its ends. */
export function EstimateAxis({ round, lane, axis, scale }: EstimateAxisProps) {
  const client = useClient()
  const { mine } = useView()
  const name = useId()
  const laneName = useEntry(lane)?.text ?? ''
  const own = mine.estimates[round]?.[lane]?.[axis.id]
  const steps = stepsOf(scale)
  const words = (value: number) =>
    value === scale.min ? axis.low : value === scale.max ? axis.high : ''
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the key of a number is a short cut for its radio buttons
    <div
      className={styles.axis}
      role="radiogroup"
      aria-label={phoneEstimate.steps(axis.title, laneName)}
      onKeyDown={(event) => chooseByKey(event, steps)}
    >
      <p className={`voice ${styles.axisName}`}>
        {axis.asks ?? axis.title}
        {own === 'pass' && <span className={list.quiet}> {phoneEstimate.passed}</span>}
      </p>
      <div className={styles.steps}>
        {steps.map((value) => (
          <label key={value} className={styles.step}>
            <input
              type="radio"
              name={name}
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
            <span className={`figures ${styles.value}`}>{formatStep(value)}</span>
            {words(value)}
          </label>
        ))}
      </div>
    </div>
  )
}
