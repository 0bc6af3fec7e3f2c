import { useState } from 'react'
import { fitted, leastTotal } from '@plenary/shared/fit'
import type { Phase } from '@plenary/shared/format'
import { readPlan } from '@plenary/shared/plan'
import { totalMinutes } from '../look/agenda.ts'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import type { View } from '../sync/session-client.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import { SavedField } from './SavedField.tsx'
import type { Saved } from './saving.ts'
import { agendaWith, save } from './saving.ts'
import { asField, clockOf, fromField, nextAt } from './time.ts'
import styles from './SetUp.module.css'

const LENGTHS = [30, 45, 55, 90]
/** A session is not longer than this. Minutes. */
const LONGEST = 600

/** The start, and the time there is. `planned`: the phases whose proportions are kept, however often it is changed. */
export function WhenPart({ planned }: { planned: readonly Phase[] }) {
  const client = useClient()
  const view = useView()
  const plan = readPlan(view.facts.plan)
  const [until, setUntil] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const total = totalMinutes(view)
  const fit = async (minutes: number): Saved => {
    const command = fittingCommand(view, planned, minutes)
    if (command !== null) return save(client, command)
    return words.tooShort(leastTotal(view.format.phases, view.format.spare))
  }
  const start = plan.startsAt ?? client.now()
  return (
    <SetUpPart title={words.when}>
      <SavedField
        label={words.starts}
        type="datetime-local"
        value={asField(plan.startsAt)}
        className={styles.short}
        onSave={(text) => save(client, { type: 'plan.set', startsAt: fromField(text) })}
      />
      <fieldset className={styles.choices}>
        <legend className="label">{words.length}</legend>
        {LENGTHS.map((minutes) => (
          <Button
            key={minutes}
            aria-pressed={!until && total === minutes}
            onClick={() => {
              setUntil(false)
              void fit(minutes).then(setProblem)
            }}
          >
            {words.minutes(minutes)}
          </Button>
        ))}
        <Button aria-pressed={until} onClick={() => setUntil(true)}>
          {words.until}
        </Button>
        {until && (
          <SavedField
            label={words.untilLabel}
            quiet
            type="time"
            value={clockOf(start + total * 60_000)}
            onSave={async (time) => {
              const end = nextAt(start, time)
              const minutes = end === null ? 0 : Math.round((end - start) / 60_000)
              return minutes < 1 || minutes > LONGEST ? words.untilWrong : fit(minutes)
            }}
          />
        )}
      </fieldset>
      <div role="alert">{problem !== null && <p className={styles.problem}>{problem}</p>}</div>
      <output className={styles.hint}>
        {words.from(clockOf(start), clockOf(start + total * 60_000))}.{' '}
        {view.format.spare > 0 && words.spare(view.format.spare)}
      </output>
    </SetUpPart>
  )
}

/** What makes the phases fill so many minutes; null when they cannot. */
function fittingCommand(view: View, planned: readonly Phase[], total: number) {
  const { phases, spare } = view.format
  const wanted = phases.map((phase) => {
    const minutes = planned.find(({ id }) => id === phase.id)?.minutes ?? phase.minutes
    return { minutes, least: phase.least }
  })
  const minutes = fitted(wanted, total, spare)
  if (minutes === null) return null
  return agendaWith(
    phases.map((phase, index) => ({ phase: phase.id, minutes: minutes[index] ?? phase.minutes })),
  )
}
