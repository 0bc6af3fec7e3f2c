/** A poll: one question, answered once by everybody. It is a round of dots with one dot each, on its options. */
import type { Ballot } from './ballot.ts'
import type { DotRules, Section } from './format.ts'

export interface Option {
  id: string
  text: string
}

export const POLL_RULES: DotRules = { budget: 1, cap: 1, live: false }

/** What can be answered in a section; null where it is no poll. */
export function optionsOf(section: Section | null): Option[] | null {
  if (section?.kind !== 'poll') return null
  return section.options.map((text, index) => ({ id: `${section.id}-${index + 1}`, text }))
}

/** The option a person has answered, or null. */
export function answerIn(ballot: Ballot | undefined): string | null {
  return Object.keys(ballot ?? {})[0] ?? null
}
