import { ChevronDown } from 'lucide-react'
import type { AxisResult, Scale } from '@plenary/shared/estimate'
import { stepsOf } from '@plenary/shared/estimate'
import { formatStep } from '../look/clock.ts'
import type { Matrix } from '../look/matrix.ts'
import { useClient } from '../sync/hooks.ts'
import { figure } from '../words/figure.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import styles from './Estimate.module.css'

interface AgreedNumberProps {
  axis: Matrix['axes'][number]
  scale: Scale
  result: AxisResult
  lane: string
  laneName: string
  round: string
  /** Whether this person may enter an agreed number. */
  settles: boolean
}

/** The number that counts; whoever leads puts an agreed one in its place, and takes it back. */
export function AgreedNumber({
  axis,
  scale,
  result,
  lane,
  laneName,
  round,
  settles,
}: AgreedNumberProps) {
  const client = useClient()
  const shown = (
    <b className={`figures ${styles.shown}`}>
      {result.shown === null ? '–' : figure(result.shown)}
    </b>
  )
  if (!settles) return shown
  return (
    <span className={styles.settle}>
      {shown}
      <ChevronDown size={13} strokeWidth={2} aria-hidden="true" />
      <select
        aria-label={`${phoneEstimate.settle(axis.title)}, ${laneName}`}
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
        <option value="">{phoneEstimate.settleNone}</option>
        {stepsOf(scale).map((value) => (
          <option key={value} value={value}>
            {formatStep(value)}
          </option>
        ))}
      </select>
    </span>
  )
}
