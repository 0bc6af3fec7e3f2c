/** The texts of a format apart from its rules, for another language. */

import type { Premise } from '../format.ts'

interface AxisTexts {
  title: string
  low: string
  high: string
  asks?: string
}

/** What a format says, by the ids of its parts. */
export interface FormatTexts {
  title: string
  about: string
  crowd?: string
  premise?: Premise
  sections: Readonly<
    Record<
      string,
      {
        title: string
        lanes?: readonly string[]
        options?: readonly string[]
        axes?: Readonly<Record<string, AxisTexts>>
      }
    >
  >
  phases: Readonly<Record<string, { title: string; question: string; prompts: readonly string[] }>>
}
