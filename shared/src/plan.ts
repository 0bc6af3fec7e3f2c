/** What was decided before the session: when, for how many, who stands in, what is asked while people come. */
import * as v from 'valibot'
import type { Phase, Premise } from './format.ts'

type Asked = Pick<Phase, 'id' | 'question'>

/** Most people that may be expected, and the longest question while people come (UTF-16 code units). */
export const EXPECTED_MAX = 1_000
export const CHECK_IN_MAX = 200

const date = v.pipe(v.string(), v.regex(/^(?:\d{4}-\d{2}-\d{2})?$/))

/** Longer than any name; what is kept is tidied. */
const name = v.pipe(v.string(), v.maxLength(400))

const planSchema = v.object({
  /** Server epoch ms, or null when nobody said. */
  startsAt: v.nullable(v.number()),
  /** The day by which it has failed, `2026-12-01`, or ''. */
  by: date,
  /** People beside whoever leads, or null. */
  expected: v.nullable(v.number()),
  /** Name of the person who is offered the chair first when it is empty, or ''. */
  standin: v.string(),
  /** Who gets the notes, as written. */
  notesTo: v.string(),
  /** Asked in the lobby while people come, or ''. */
  checkIn: v.string(),
})
/** What a command may change of it. */
export const PLAN_CHANGES = {
  startsAt: v.optional(v.nullable(v.number())),
  by: v.optional(date),
  expected: v.optional(v.nullable(v.number())),
  standin: v.optional(name),
  notesTo: v.optional(name),
  checkIn: v.optional(v.pipe(v.string(), v.maxLength(CHECK_IN_MAX * 4))),
}
export type Plan = v.InferOutput<typeof planSchema>

export const NO_PLAN: Plan = {
  startsAt: null,
  by: '',
  expected: null,
  standin: '',
  notesTo: '',
  checkIn: '',
}

/** The plan as it was published; an empty one where there is none. */
export function readPlan(published: unknown): Plan {
  const parsed = v.safeParse(planSchema, published)
  return parsed.success ? parsed.output : NO_PLAN
}

/** "It is 1 December. Audience Builder has failed."; without a day only the second sentence. `day` as it is said. */
export function premiseOf({ named, dated }: Premise, title: string, day: string): string {
  const words = day === '' ? named : dated
  return words.replace(/\{(title|day)\}/g, (_, word) => (word === 'title' ? title : day))
}

/** The questions that begin with one premise, with another one in its place. */
export function withPremise(
  phases: readonly Asked[],
  before: string,
  now: string,
): { phase: string; question: string }[] {
  return phases
    .filter(({ question }) => question.startsWith(before))
    .map(({ id, question }) => ({ phase: id, question: `${now}${question.slice(before.length)}` }))
}

/** What the questions of these phases begin with now: one of those that were said, or the format's own premise. */
export function premiseIn(
  premise: Premise,
  phases: readonly Asked[],
  said: Iterable<string>,
): string | null {
  const stands = (words: string) => phases.some(({ question }) => question.startsWith(words))
  return [...said, premise.stands].find(stands) ?? null
}
