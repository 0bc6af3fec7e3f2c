/** What a format is: sections, and phases that open deeds in them. A format is data; this file is its schema. */
import * as v from 'valibot'

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
const SECTIONS_MAX = 30
export const MINUTES_MAX = 600
/** Most answers of one poll. */
const OPTIONS_MAX = 10
/** Most prompts of one phase, and the most characters of a title, and of a question or prompt (UTF-16 code units). */
export const PROMPTS_MAX = 20
export const TITLE_MAX = 80
export const QUESTION_MAX = 500

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/))
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(TITLE_MAX))
export const sentence = v.pipe(v.string(), v.maxLength(QUESTION_MAX))
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const minutes = whole(1, MINUTES_MAX)

const axis = v.object({
  id,
  title: words,
  low: words,
  high: words,
  /** What is asked where one axis stands alone, as on a phone; absent: its title. */
  asks: v.optional(sentence),
})
const scale = v.object({
  min: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  max: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  /** A whole number of steps leads from min to max. */
  step: v.pipe(v.number(), v.minValue(0.25), v.maxValue(100)),
})

const sectionSchema = v.variant('kind', [
  /** Cards, in lanes where there are any; a card without a lane is "still to place". */
  v.object({ id, kind: v.literal('columns'), title: words, lanes: v.array(words) }),
  /** Cards placed anywhere, groups of them, and connectors between them. */
  v.object({ id, kind: v.literal('wall'), title: words }),
  /** Blind estimates of the lanes of another section, on axes whose product ranks them. */
  v.object({
    id,
    kind: v.literal('matrix'),
    title: words,
    of: id,
    axes: v.pipe(v.array(axis), v.minLength(1), v.maxLength(4)),
    scale,
  }),
  /** One question with its answers, of which everybody gives one; the phase asks it. */
  v.object({
    id,
    kind: v.literal('poll'),
    title: words,
    options: v.pipe(v.array(words), v.minLength(2), v.maxLength(OPTIONS_MAX)),
  }),
  v.object({ id, kind: v.literal('actions'), title: words }),
  v.object({ id, kind: v.literal('notes'), title: words }),
])
export type Section = v.InferOutput<typeof sectionSchema>

/** `budget` dots a person, at most `cap` of them on one card (null: stack freely), totals shown while open when `live`. */
export const dotRulesSchema = v.object({
  budget: whole(1, 100),
  cap: v.nullable(whole(1, 100)),
  live: v.boolean(),
  /** Whether one's own cards may have one's own dots; absent: they may. */
  own: v.optional(v.boolean()),
})
export type DotRules = v.InferOutput<typeof dotRulesSchema>

/** `places` topics of `minutes` each; a tie at the cut shares the same total, never below `least` minutes a topic. */
const queueRulesSchema = v.object({
  from: v.picklist(['dots', 'estimates']),
  places: whole(1, 50),
  minutes,
  least: minutes,
})
export type QueueRules = v.InferOutput<typeof queueRulesSchema>

const phaseSchema = v.object({
  id,
  title: words,
  /** What happens here; picks the screen, so a new format needs no new screen. */
  activity: v.picklist(['brief', 'write', 'sort', 'vote', 'estimate', 'discuss', 'actions']),
  minutes,
  /** Fewest minutes the phase is worth having; scaling stops here. */
  least: minutes,
  /** The section in focus. */
  section: id,
  /** Said aloud and shown largest. */
  question: sentence,
  /** Further words to read aloud. */
  prompts: v.array(sentence),
  opens: v.array(v.picklist(OPENINGS)),
  dots: v.optional(dotRulesSchema),
  queue: v.optional(queueRulesSchema),
})
export type Phase = v.InferOutput<typeof phaseSchema>

export const formatSchema = v.object({
  id,
  title: words,
  about: sentence,
  /** Cards carry nobody's name. Chosen at set-up, never changed later. */
  anonymous: v.boolean(),
  /** Looks back at an incident: hints on hindsight and carelessness are on for who writes, see `blame.ts`. */
  blameless: v.optional(v.boolean()),
  /** The facilitator gives no cards, dots or estimates and is left out of counts. */
  neutral: v.boolean(),
  /** Minutes kept free beside the phases. */
  spare: whole(0, 60),
  sections: v.pipe(v.array(sectionSchema), v.minLength(1), v.maxLength(SECTIONS_MAX)),
  phases: v.pipe(v.array(phaseSchema), v.minLength(1), v.maxLength(PHASES_MAX)),
})

/** What is taken for granted at the beginning of a format's questions. */
export interface Premise {
  /** Until a session says its own. */
  stands: string
  /** With {title}. */
  named: string
  /** With {title} and {day}. */
  dated: string
}

export type Format = v.InferOutput<typeof formatSchema> & {
  premise?: Premise | undefined
  /** How many people it is made for, in words. */
  crowd?: string | undefined
}

/** A phase by id, or null. */
export function phaseOf(format: Format, phase: string | null): Phase | null {
  return format.phases.find((one) => one.id === phase) ?? null
}

/** Whether "I'm done" means something in a phase: where each works alone. In sorting the cards still to place say it. */
export function asksReady(phase: Phase | null): boolean {
  switch (phase?.activity) {
    case 'write':
    case 'vote':
    case 'estimate':
      return true
    case 'brief':
    case 'sort':
    case 'discuss':
    case 'actions':
    case undefined:
      return false
  }
}

/** Whether a phase lets people move cards, so that locking them means something. */
export function movesCards(phase: Phase | null): boolean {
  return phase?.opens.some((deed) => deed === 'move' || deed === 'add') === true
}

/** A section by id, or null. */
export function sectionOf(format: Format, section: string): Section | null {
  return format.sections.find((one) => one.id === section) ?? null
}
