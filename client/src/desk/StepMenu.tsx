import type { RefObject } from 'react'
import type { AgendaStep } from '../look/agenda.ts'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { Popover } from './Popover.tsx'
import styles from './Console.module.css'
import menu from './Menu.module.css'
import panel from './Panel.module.css'

const words = desk.stepper

export interface StepMenuProps {
  label: string
  steps: readonly AgendaStep[]
  /** All of them, to count by. */
  of: readonly AgendaStep[]
  anchor: RefObject<HTMLElement | null>
  /** Null for who only looks. */
  onChoose: ((step: AgendaStep) => void) | null
  onClose: () => void
}

/** The steps that have no room in the stepper. */
export function StepMenu({ label, steps, of, anchor, onChoose, onClose }: StepMenuProps) {
  return (
    <Popover label={label} anchor={anchor} onClose={onClose}>
      <ol>
        {steps.map((step) => {
          const inside = (
            <>
              <span className="unseen">
                {words.place(
                  step.title,
                  of.indexOf(step) + 1,
                  of.length,
                  common.minutes(step.minutes),
                  step.is === 'done',
                )}
              </span>
              <span className={`figures ${menu.glyph}`} aria-hidden="true">
                {of.indexOf(step) + 1}
              </span>
              <span className={menu.name} dir="auto" aria-hidden="true">
                {step.title}
              </span>
              <span className={`figures ${menu.count}`} aria-hidden="true">
                {common.min(step.minutes)}
              </span>
            </>
          )
          return (
            <li key={step.id}>
              {onChoose === null ? (
                <span className={menu.row}>{inside}</span>
              ) : (
                <button
                  type="button"
                  className={menu.item}
                  onClick={() => {
                    onClose()
                    onChoose(step)
                  }}
                >
                  {inside}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </Popover>
  )
}

/** What a step is about; from here everyone is moved there. */
export function StepPreview({ step, onClose }: { step: AgendaStep; onClose: () => void }) {
  const client = useClient()
  const { format } = useView()
  const phase = format.phases.find(({ id }) => id === step.id)
  return (
    <Sheet title={words.moveTitle(step.title)} onClose={onClose}>
      {phase !== undefined && <p className={`voice ${styles.said}`}>{phase.question}</p>}
      <p className="figures">{common.minutes(step.minutes)}</p>
      <p className={panel.quiet}>{words.moveBody}</p>
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
