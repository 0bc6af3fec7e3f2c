import type { Premise } from '@plenary/shared/format'
import { premiseIn, premiseOf, readPlan, withPremise } from '@plenary/shared/plan'
import { useClient, useView } from '../sync/hooks.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import { SavedField } from './SavedField.tsx'
import { dayMonth } from './time.ts'
import { agendaWith, phasesOf, save } from './saving.ts'
import styles from './SetUp.module.css'

/** What the session is about; where the format takes something for granted, its questions say it in these words. */
export function AboutPart({ premise }: { premise: Premise | undefined }) {
  const client = useClient()
  const view = useView()
  const { facts } = view
  const plan = readPlan(facts.plan)
  const phases = phasesOf(facts)
  const [first] = phases.filter(({ question, skipped }) => question !== '' && !skipped)

  /** The questions with a new premise, unless somebody has worded them differently. */
  const say = async (title: string, by: string) => {
    if (premise === undefined) return null
    const said = (named: string, day: string) => premiseOf(premise, named, dayMonth(day))
    const before = premiseIn(premise, phases, said(facts.title, plan.by))
    if (before === null) return null
    return save(client, agendaWith(withPremise(phases, before, said(title, by))))
  }
  return (
    <SetUpPart title={words.about}>
      <div className={styles.pair}>
        <SavedField
          label={premise !== undefined ? words.failed : words.sessionTitle}
          hint={premise !== undefined ? words.failedHint : undefined}
          value={facts.title}
          max={80}
          onSave={async (title) => {
            if (title.trim() === '') return words.titleEmpty
            const named = await save(client, { type: 'session.rename', title })
            return named ?? say(title.trim(), plan.by)
          }}
        />
        {premise !== undefined && (
          <SavedField
            label={words.by}
            type="date"
            value={plan.by}
            onSave={async (by) => {
              const kept = await save(client, { type: 'plan.set', by })
              return kept ?? say(facts.title, by)
            }}
          />
        )}
      </div>
      {premise !== undefined && first !== undefined && (
        <div className={styles.preview}>
          <p className={styles.hint}>{words.readsNow}</p>
          <p className={`voice ${styles.question}`}>{first.question}</p>
        </div>
      )}
    </SetUpPart>
  )
}
