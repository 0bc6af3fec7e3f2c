import { useRef } from 'react'
import type { Command } from '@plenary/shared/command'
import type { Facts } from '@plenary/shared/facts'
import type { Premise } from '@plenary/shared/format'
import { premiseIn, premiseOf, readPlan, withPremise } from '@plenary/shared/plan'
import { useClient, useView } from '../sync/hooks.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import { SavedField } from './SavedField.tsx'
import { dayMonth } from './time.ts'
import type { Saved } from './saving.ts'
import { agendaWith, phasesOf, save } from './saving.ts'
import styles from './SetUp.module.css'

/** What the session is about; where the format takes something for granted, its questions say it in these words. */
export function AboutPart({ premise }: { premise: Premise | undefined }) {
  const client = useClient()
  const { facts } = useView()
  const plan = readPlan(facts.plan)
  const phases = phasesOf(facts)
  const [first] = phases.filter(({ question, skipped }) => question !== '' && !skipped)

  /** What the questions said before each change, and what was put in its place: any of it may stand there still. */
  const said = useRef(new Set<string>())
  /** Saves it, and the questions with the new premise, unless somebody has worded them differently. */
  const saveAbout = async (command: Command): Saved => {
    const say = (now: Facts) => {
      const day = dayMonth(readPlan(now.plan).by)
      return premise === undefined ? '' : premiseOf(premise, now.title, day)
    }
    said.current.add(say(facts))
    const kept = await save(client, command)
    // By now another field may have been changed, too.
    const now = client.view()?.facts
    if (kept !== null || premise === undefined || now === undefined) return kept
    const before = premiseIn(premise, phasesOf(now), said.current)
    if (before === null) return null
    said.current.add(say(now))
    return save(client, agendaWith(withPremise(phasesOf(now), before, say(now))))
  }
  return (
    <SetUpPart title={words.about}>
      <div className={styles.pair}>
        <SavedField
          label={premise !== undefined ? words.failed : words.sessionTitle}
          hint={premise !== undefined ? words.failedHint : undefined}
          value={facts.title}
          max={80}
          onSave={async (title) =>
            title.trim() === '' ? words.titleEmpty : saveAbout({ type: 'session.rename', title })
          }
        />
        {premise !== undefined && (
          <SavedField
            label={words.by}
            type="date"
            value={plan.by}
            onSave={(by) => saveAbout({ type: 'plan.set', by })}
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
