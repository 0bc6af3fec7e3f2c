/** Reads a format from outside: what a session keeps of it, and what is said before one is made. */
import * as v from 'valibot'
import type { Format } from './format.ts'
import { formatSchema, sentence } from './format.ts'
import { holdsCards } from './holds-cards.ts'

export const shippedSchema = v.object({
  ...formatSchema.entries,
  premise: v.optional(v.object({ stands: sentence, named: sentence, dated: sentence })),
  crowd: v.optional(sentence),
})

export type ParsedFormat = { ok: true; format: Format } | { ok: false; message: string }

/** Reads a format from outside; the message names the first thing that is wrong and where. */
export function parseFormat(input: unknown): ParsedFormat {
  const parsed = v.safeParse(shippedSchema, input)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return { ok: false, message: `format: ${v.getDotPath(issue) ?? ''} ${issue.message}` }
  }
  const fault = faultOf(parsed.output)
  return fault === null
    ? { ok: true, format: parsed.output }
    : { ok: false, message: `format ${parsed.output.id}: ${fault}` }
}

/** What the schema cannot say: names that point at each other, and what an opening needs. */
function faultOf(format: Format): string | null {
  const sections = new Map(format.sections.map((section) => [section.id, section]))
  if (sections.size < format.sections.length) return 'two sections have the same id'
  if (new Set(format.phases.map((phase) => phase.id)).size < format.phases.length)
    return 'two phases have the same id'
  for (const section of format.sections) {
    if (section.kind !== 'matrix') continue
    if (sections.get(section.of)?.kind !== 'columns')
      return `section ${section.id} estimates "${section.of}", which is no section with lanes`
    const { min, max, step } = section.scale
    // Estimates are exact to quarters.
    if (![min, step].every((value) => Number.isInteger(value * 4)))
      return `the scale of section ${section.id} must be made of quarters`
    if (max <= min || !Number.isInteger((max - min) / step))
      return `the scale of section ${section.id} does not go from min to max in whole steps`
  }
  for (const phase of format.phases) {
    const section = sections.get(phase.section)
    const kind = section?.kind
    if (kind === undefined) return `phase ${phase.id} has no section "${phase.section}"`
    if (phase.least > phase.minutes) return `phase ${phase.id} has more least minutes than minutes`
    if (phase.opens.includes('dots') !== (phase.dots !== undefined))
      return `phase ${phase.id} must have "dots" rules exactly when it opens dots`
    if (kind === 'poll' && !phase.opens.includes('dots'))
      return `phase ${phase.id} asks a poll, but opens no dots to answer with`
    if (phase.opens.includes('estimates') && kind !== 'matrix')
      return `phase ${phase.id} opens estimates, but its section is no matrix`
    if (phase.opens.includes('drafts') && !holdsCards(section))
      return `phase ${phase.id} opens drafts, but its section holds no cards`
  }
  return null
}
