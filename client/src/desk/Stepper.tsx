import { useState } from 'react'
import { Check } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useNow, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import type { AgendaStep } from '../look/agenda.ts'
import { agendaOf, minutesLeft, totalMinutes } from '../look/agenda.ts'
import { phaseGone } from '../look/phase-clock.ts'
import styles from './Stepper.module.css'

const words = desk.stepper

/** Where the session is. A facilitator presses a step to take everyone there. */
export function Stepper() {
  const view = useView()
  const leads = useRefusal('lead') === null
  const now = useNow(1000)
  const [target, setTarget] = useState<AgendaStep | null>(null)
  const steps = agendaOf(view)
  const gone = phaseGone(view, now)
  return (
    <nav className={styles.stepper} aria-label={words.label}>
      <ol className={styles.steps}>
        {steps.map((step, index) => {
          const inside = <StepWords step={step} number={index + 1} of={steps.length} gone={gone} />
          return (
            <li key={step.id} aria-current={step.is === 'now' ? 'step' : undefined}>
              {leads && step.is !== 'now' ? (
                <button
                  type="button"
                  className={styles.step}
                  aria-haspopup="dialog"
                  onClick={() => setTarget(step)}
                >
                  {inside}
                </button>
              ) : (
                <span className={styles.step}>{inside}</span>
              )}
            </li>
          )
        })}
      </ol>
      <p className={`figures ${styles.left}`}>
        {words.left(minutesLeft(view, now), totalMinutes(view))}
      </p>
      {target !== null && <Confirm step={target} onClose={() => setTarget(null)} />}
    </nav>
  )
}

interface StepWordsProps {
  step: AgendaStep
  number: number
  of: number
  /** Share of the current step that has passed. */
  gone: number
}

function StepWords({ step, number, of, gone }: StepWordsProps) {
  return (
    <span className={`${styles.words} ${styles[step.is]}`}>
      <span className={`figures ${styles.number}`} aria-hidden="true">
        {step.is === 'done' ? <Check size={13} strokeWidth={2.5} /> : number}
      </span>
      <span className={styles.title}>{step.title}</span>
      <span className="unseen">{words.place(number, of, step.is === 'done')}</span>
      <span className={`figures ${styles.minutes}`}>
        {step.is === 'now' ? common.min(step.minutes) : step.minutes}
      </span>
      {step.is === 'now' ? (
        <span className={styles.track}>
          <span className={styles.gone} style={{ width: `${gone * 100}%` }} />
        </span>
      ) : (
        <span className="unseen">{words.minutes}</span>
      )}
    </span>
  )
}

function Confirm({ step, onClose }: { step: AgendaStep; onClose: () => void }) {
  const client = useClient()
  return (
    <Sheet title={words.moveTitle(step.title)} onClose={onClose}>
      <p>{words.moveBody}</p>
      <Button
        kind="primary"
        large
        onClick={() => {
          void client.ask({ type: 'phase.go', phase: step.id })
          onClose()
        }}
      >
        {words.moveYes}
      </Button>
      <Button large onClick={onClose}>
        {words.stay}
      </Button>
    </Sheet>
  )
}
