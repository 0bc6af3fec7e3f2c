/** What a format is: sections, and phases that open deeds in them. A format is data; this file is its schema. */
import * as z from 'zod/mini'

/** What a phase may open to participants. Facilitators have more, see `permission.ts`. */
export const OPENINGS = [
  'drafts',
  'add',
  'move',
  'edit',
  'lanes',
  'dots',
  'estimates',
  'actions',
  'notes',
] as const
export type Opening = (typeof OPENINGS)[number]

/** Most phases and sections of one format, and most minutes of one phase. */
export const PHASES_MAX = 30
export const SECTIONS_MAX = 30
export const MINUTES_MAX = 600

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/))
const words = z.string().check(z.minLength(1), z.maxLength(80))
const sentence = z.string().check(z.maxLength(500))
const minutes = z.int().check(z.minimum(1), z.maximum(MINUTES_MAX))

const axis = z.object({ id, title: words, low: words, high: words })
const scale = z.object({
  min: z.number().check(z.minimum(0), z.maximum(100)),
  max: z.number().check(z.minimum(0), z.maximum(100)),
  /** A whole number of steps leads from min to max. */
  step: z.number().check(z.minimum(0.25), z.maximum(100)),
})

export const sectionSchema = z.discriminatedUnion('kind', [
  /** Cards, in lanes where there are any; a card without a lane is "still to place". */
  z.object({ id, kind: z.literal('columns'), title: words, lanes: z.array(words) }),
  /** Blind estimates of the lanes of another section, on axes whose product ranks them. */
  z.object({
    id,
    kind: z.literal('matrix'),
    title: words,
    of: id,
    axes: z.array(axis).check(z.minLength(1), z.maxLength(4)),
    scale,
  }),
  z.object({ id, kind: z.literal('actions'), title: words }),
  z.object({ id, kind: z.literal('notes'), title: words }),
])
export type Section = z.infer<typeof sectionSchema>

/** `budget` dots a person, at most `cap` of them on one card (null: stack freely), totals shown while open when `live`. */
export const dotRulesSchema = z.object({
  budget: z.int().check(z.minimum(1), z.maximum(100)),
  cap: z.nullable(z.int().check(z.minimum(1), z.maximum(100))),
  live: z.boolean(),
})
export type DotRules = z.infer<typeof dotRulesSchema>

/** `places` topics of `minutes` each; a tie at the cut shares the same total, never below `least` minutes a topic. */
export const queueRulesSchema = z.object({
  from: z.enum(['dots', 'estimates']),
  places: z.int().check(z.minimum(1), z.maximum(50)),
  minutes,
  least: minutes,
})
export type QueueRules = z.infer<typeof queueRulesSchema>

export const phaseSchema = z.object({
  id,
  title: words,
  /** What happens here; picks the screen, so a new format needs no new screen. */
  activity: z.enum(['brief', 'write', 'sort', 'vote', 'estimate', 'discuss', 'actions']),
  minutes,
  /** Fewest minutes the phase is worth having; scaling stops here. */
  least: minutes,
  /** The section in focus. */
  section: id,
  /** Said aloud and shown largest. */
  question: sentence,
  /** Further words to read aloud. */
  prompts: z.array(sentence),
  opens: z.array(z.enum(OPENINGS)),
  dots: z.optional(dotRulesSchema),
  queue: z.optional(queueRulesSchema),
})
export type Phase = z.infer<typeof phaseSchema>

export const formatSchema = z.object({
  id,
  title: words,
  about: sentence,
  /** Cards carry nobody's name. Chosen at set-up, never changed later. */
  anonymous: z.boolean(),
  /** The facilitator gives no cards, dots or estimates and is left out of counts. */
  neutral: z.boolean(),
  /** Minutes kept free beside the phases. */
  spare: z.int().check(z.minimum(0), z.maximum(60)),
  sections: z.array(sectionSchema).check(z.minLength(1), z.maxLength(SECTIONS_MAX)),
  phases: z.array(phaseSchema).check(z.minLength(1), z.maxLength(PHASES_MAX)),
})
export type Format = z.infer<typeof formatSchema>

export type ParsedFormat = { ok: true; format: Format } | { ok: false; message: string }

/** Reads a format from outside; the message names the first thing that is wrong and where. */
export function parseFormat(input: unknown): ParsedFormat {
  const parsed = formatSchema.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { ok: false, message: `format: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` }
  }
  const fault = faultOf(parsed.data)
  return fault === null
    ? { ok: true, format: parsed.data }
    : { ok: false, message: `format ${parsed.data.id}: ${fault}` }
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
    const kind = sections.get(phase.section)?.kind
    if (kind === undefined) return `phase ${phase.id} has no section "${phase.section}"`
    if (phase.least > phase.minutes) return `phase ${phase.id} has more least minutes than minutes`
    if (phase.opens.includes('dots') !== (phase.dots !== undefined))
      return `phase ${phase.id} must have "dots" rules exactly when it opens dots`
    if (phase.opens.includes('estimates') && kind !== 'matrix')
      return `phase ${phase.id} opens estimates, but its section is no matrix`
    if (phase.opens.includes('drafts') && kind !== 'columns')
      return `phase ${phase.id} opens drafts, but its section holds no cards`
  }
  return null
}

/** A phase by id, or null. */
export function phaseOf(format: Format, phase: string | null): Phase | null {
  return format.phases.find((one) => one.id === phase) ?? null
}

/** A section by id, or null. */
export function sectionOf(format: Format, section: string): Section | null {
  return format.sections.find((one) => one.id === section) ?? null
}
