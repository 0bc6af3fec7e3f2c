/** What a new session takes from the set-up of an old one: everything but its date and what people gave. */
import type { Command } from '@plenary/shared/command'
import { premiseIn, premiseOf, readPlan, withPremise } from '@plenary/shared/plan'
import type { View } from '../sync/session-client.ts'
import type { SetUpPhase } from './saving.ts'
import { phasesOf } from './saving.ts'
import { dayMonth } from './time.ts'

/** Asked of the new session, which still has the phases of its format, one after the other. */
export function setUpAgain(view: View, title: string): Command[] {
  const { facts } = view
  const { expected, notesTo, standin } = readPlan(facts.plan)
  const stands = Object.values(facts.people).find((person) => person.standin === true)?.name
  return [
    {
      type: 'agenda.set',
      steps: undated(view, title).map(({ id, ...phase }) => ({
        ...phase,
        phase: id,
        prompts: [...phase.prompts],
      })),
    },
    { type: 'plan.set', expected, notesTo, standin: standin === '' ? (stands ?? '') : standin },
  ]
}

/** The phases with the date taken out of what their questions take for granted, and the new title put in. */
function undated({ facts, format }: View, title: string): SetUpPhase[] {
  const phases = phasesOf(facts)
  const { premise } = format
  if (premise === undefined) return phases
  const said = premiseOf(premise, facts.title, dayMonth(readPlan(facts.plan).by))
  const before = premiseIn(premise, phases, [said])
  // What stands in the format already is put right by whoever sets the day.
  if (before === null || before === premise.stands) return phases
  const now = premiseOf(premise, title, '')
  const questions = new Map(
    withPremise(phases, before, now).map(({ phase, question }) => [phase, question]),
  )
  return phases.map((phase) => ({ ...phase, question: questions.get(phase.id) ?? phase.question }))
}
