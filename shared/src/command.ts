/** What a person may ask of a session, and the schema each request must fit. */
import * as z from 'zod/mini'
import { CARD_TEXT_MAX, NAME_MAX } from './kinds.ts'
import { dotRulesSchema } from './format.ts'
import { ROLES } from './person.ts'

/** Longest id of a command; counted per person, the last {@link ANSWERS_KEPT} remembered. */
export const COMMAND_ID_MAX = 64
export const ANSWERS_KEPT = 1_000

const id = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/))
const nullableId = z.nullable(id)
/** Longer text than any card is cut off here; between the two a person gets a sentence. */
const text = z.string().check(z.maxLength(CARD_TEXT_MAX * 4))
const name = z.string().check(z.maxLength(400))
const title = z.string().check(z.maxLength(400))
const place = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

const one = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

export const commandSchema = z.discriminatedUnion('type', [
  one('session.setup', {
    title: z.optional(title),
    anonymous: z.optional(z.boolean()),
    takesPart: z.optional(z.boolean()),
  }),
  one('session.open', {}),
  one('session.rename', { title }),
  /** The door: newcomers have to ask. The cards: participants cannot move or edit them. */
  one('session.lock', { door: z.optional(z.boolean()), cards: z.optional(z.boolean()) }),
  one('session.close', {}),
  one('session.reopen', {}),
  one('person.rename', { name }),
  one('person.remove', { person: id }),
  one('person.role', { person: id, role: z.enum(ROLES) }),
  one('person.admit', { request: id, admit: z.boolean() }),
  /** With `finish` what the phase has open is revealed or closed on the way. */
  one('phase.go', { phase: id, finish: z.optional(z.boolean()) }),
  one('timer.start', {}),
  one('timer.pause', {}),
  one('timer.resume', {}),
  one('timer.add', { minutes: z.number().check(z.minimum(-600), z.maximum(600)) }),
  one('timer.hide', { hidden: z.boolean() }),
  one('prompt.show', { prompt: z.int().check(z.minimum(0), z.maximum(100)) }),
  one('prompt.hide', {}),
  one('ready', { on: z.boolean() }),
  one('hand.raise', {}),
  one('hand.lower', { person: z.optional(id) }),
  one('draft.put', {
    draft: id,
    section: id,
    text,
    rev: z.int().check(z.minimum(1)),
    state: z.enum(['open', 'done']),
    /** The owner was warned that others may guess, and says "Add". */
    sure: z.optional(z.boolean()),
  }),
  one('draft.remove', { draft: id }),
  one('reveal', {}),
  one('pour.late', {}),
  /** `to`: a section or a lane. With `capture` it is what somebody said aloud: nobody's. */
  one('card.add', { card: z.optional(id), text, to: place, capture: z.optional(z.boolean()) }),
  /** `from` is the text the change was made on; the server merges it with what has happened since. */
  one('card.reword', { card: id, from: text, to: text }),
  one('lane.remove', { lane: id }),
  one('round.open', { section: id, rules: dotRulesSchema }),
  one('round.change', { round: id, rules: dotRulesSchema }),
  one('round.close', { round: id }),
  one('dot.add', { round: id, target: id }),
  one('dot.take', { round: id, target: id }),
  one('estimate.open', { section: id }),
  one('estimate.put', { round: id, target: id, axis: id, value: z.number() }),
  one('estimate.pass', { round: id, target: id, axis: id }),
  one('estimate.reveal', { round: id }),
  one('estimate.reopen', { round: id, target: id }),
  /** `value` null takes an agreed number back. */
  one('estimate.settle', { round: id, target: id, axis: id, value: z.nullable(z.number()) }),
  one('queue.set', {
    topics: z
      .array(z.object({ target: id, minutes: z.number().check(z.minimum(0.5), z.maximum(600)) }))
      .check(z.maxLength(50)),
  }),
  one('queue.start', { target: id }),
  one('queue.next', {}),
  one('queue.extend', { minutes: z.number().check(z.minimum(-600), z.maximum(600)) }),
  one('notes.by', {
    person: nullableId,
    checkIns: z.optional(z.string().check(z.maxLength(NAME_MAX * 5))),
  }),
])
export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']

/** A command as it comes over the wire, with its number. */
export const askSchema = z.intersection(
  z.object({ id: z.optional(z.string().check(z.minLength(1), z.maxLength(COMMAND_ID_MAX))) }),
  commandSchema,
)
