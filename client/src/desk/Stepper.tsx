import type { KeyboardEvent } from 'react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { ArrowLeft, Check, ChevronLeft, ChevronRight, Map } from 'lucide-react'
import { useNow, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { surface } from '../words/surface.ts'
import type { AgendaStep } from '../look/agenda.ts'
import { agendaOf, minutesLeft, totalMinutes } from '../look/agenda.ts'
import { phaseGone } from '../look/phase-clock.ts'
import { StepMenu, StepPreview } from './later.ts'
import { look, useLooking } from './looking.ts'
import { useFold } from './useFold.ts'
import styles from './Stepper.module.css'

const words = desk.stepper
const MOVES = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity } as const

/** Where the session is. A facilitator presses a step to look at it, and from there takes everyone along. */
export function Stepper() {
  const view = useView()
  const leads = useRefusal('lead') === null
  const now = useNow(1000)
  const [target, setTarget] = useState<AgendaStep | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const steps = agendaOf(view)
  const at = steps.findIndex((step) => step.is === 'now')
  const key = JSON.stringify([leads, steps])
  const { from, to } = useFold(list, at, key)
  const gone = phaseGone(view, now)
  const [stop, setStop] = useState<string | null>(null)
  const folded = (side: 'before' | 'after') => (
    <Folded
      side={side}
      steps={side === 'before' ? steps.slice(0, from) : steps.slice(to)}
      of={steps}
      onChoose={leads ? setTarget : null}
    />
  )
  // Of the steps one takes the focus by Tab: the one that was last on, else the one that comes.
  const shown = steps.filter((step, index) => index >= from && index < to && step.is !== 'now')
  const tabbed = shown.find(({ id }) => id === stop) ?? shown.find(({ is }) => is === 'next')
  return (
    <nav className={styles.stepper} aria-label={words.label}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go between its buttons */}
      <ol
        ref={list}
        className={`${styles.steps} ${to - from === 1 ? styles.alone : ''}`}
        onKeyDown={leads ? goAlong : undefined}
      >
        {from > 0 && folded('before')}
        {steps.map((step, index) => {
          const inside = <StepWords step={step} number={index + 1} of={steps.length} gone={gone} />
          const hidden = index < from || index >= to
          return (
            <li
              key={step.id}
              data-step={step.id}
              className={hidden ? styles.folded : ''}
              aria-current={step.is === 'now' ? 'step' : undefined}
            >
              {leads && step.is !== 'now' ? (
                <button
                  type="button"
                  className={styles.step}
                  aria-haspopup="dialog"
                  tabIndex={step.id === (tabbed ?? shown[0])?.id ? 0 : -1}
                  onFocus={() => setStop(step.id)}
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
        {to < steps.length && folded('after')}
      </ol>
      <LookAtBoard />
      <p className={`figures ${styles.left}`}>
        {words.left(minutesLeft(view, now), totalMinutes(view))}
      </p>
      <Suspense>
        {target !== null && <StepPreview step={target} onClose={() => setTarget(null)} />}
      </Suspense>
    </nav>
  )
}

/** The way to the board where a phase shows something else, and back. */
function LookAtBoard() {
  const { phase } = useView()
  const looks = useLooking()
  const label = looks ? surface.lookEnd(phase?.title ?? '') : surface.look
  const useful = phase !== null && phase.activity !== 'sort'
  useEffect(() => {
    // The board is what a sorting phase shows anyway.
    if (!useful) look(false)
  }, [useful])
  if (!useful) return null
  return (
    <button
      type="button"
      className={styles.board}
      title={looks ? undefined : surface.lookHint}
      onClick={() => look(!looks)}
    >
      {looks ? (
        <ArrowLeft size={15} strokeWidth={2} aria-hidden="true" />
      ) : (
        <Map size={15} strokeWidth={2} aria-hidden="true" />
      )}
      {label}
    </button>
  )
}

/** To the step beside, or to the first or last one. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const move = Object.entries(MOVES).find(([key]) => key === event.key)?.[1]
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')].filter(
    (button) => button.checkVisibility?.({ visibilityProperty: true }) ?? true,
  )
  const on = all.findIndex((button) => button === event.target)
  if (move === undefined || on < 0) return
  event.preventDefault()
  all[Math.min(all.length - 1, Math.max(0, on + move))]?.focus()
}

interface FoldedProps {
  side: 'before' | 'after'
  steps: readonly AgendaStep[]
  of: readonly AgendaStep[]
  /** Null for who only looks. */
  onChoose: ((step: AgendaStep) => void) | null
}

/** The steps that have no room at one end, as a menu. */
function Folded({ side, steps, of, onChoose }: FoldedProps) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const label = side === 'before' ? words.before(steps.length) : words.after(steps.length)
  return (
    <li>
      <button
        ref={opener}
        type="button"
        className={`figures ${styles.step} ${styles.more}`}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {side === 'before' && <ChevronLeft size={15} strokeWidth={2} aria-hidden="true" />}
        {`+${steps.length}`}
        {side === 'after' && <ChevronRight size={15} strokeWidth={2} aria-hidden="true" />}
      </button>
      <Suspense>
        {open && (
          <StepMenu
            {...{ label, steps, of, onChoose }}
            anchor={opener}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </li>
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
    <>
      <span className="unseen">
        {words.place(step.title, number, of, common.minutes(step.minutes), step.is === 'done')}
      </span>
      <span className={`${styles.words} ${styles[step.is]}`} aria-hidden="true">
        <span className={`figures ${styles.number}`}>
          {step.is === 'done' ? <Check size={13} strokeWidth={2.5} /> : number}
        </span>
        <span className={styles.title} dir="auto">
          {step.title}
        </span>
        <span className="figures">
          {step.is === 'now' ? common.min(step.minutes) : step.minutes}
        </span>
        {step.is === 'now' && (
          <span className={styles.track}>
            <span className={styles.gone} style={{ width: `${gone * 100}%` }} />
          </span>
        )}
      </span>
    </>
  )
}
