/** What a person may ask of a session, and the schema each request must fit. */
import * as v from 'valibot'
import { CARD_TEXT_MAX, LANE_CARDS_MAX, NAME_MAX } from './kinds.ts'
import { PHASES_MAX, PROMPTS_MAX, QUESTION_MAX, dotRulesSchema } from './format.ts'
import { CARDS_EACH_MAX } from './draft.ts'
import { isDay } from './day.ts'
import { PLAN_CHANGES } from './plan.ts'
import { ROLES } from './person.ts'
import { THUMBS } from './thumb.ts'
import { isOnWall } from './wall.ts'

/** Longest id of a command; counted per person, the last {@link ANSWERS_KEPT} remembered. */
export const COMMAND_ID_MAX = 64
export const ANSWERS_KEPT = 1_000

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[A-Za-z0-9_-]+$/))
const nullableId = v.nullable(id)
/** Longer text than any card is cut off here; between the two a person gets a sentence. */
const text = v.pipe(v.string(), v.maxLength(CARD_TEXT_MAX * 4))
const name = v.pipe(v.string(), v.maxLength(400))
const title = v.pipe(v.string(), v.maxLength(400))
/** Longer than any question; between the two a person gets a sentence. */
const spoken = v.pipe(v.string(), v.maxLength(QUESTION_MAX * 4))
const place = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))

const one = <T extends string, S extends v.ObjectEntries>(type: T, shape: S) =>
  v.object({ type: v.literal(type), ...shape })

export const commandSchema = v.variant('type', [
  one('session.setup', {
    title: v.optional(title),
    anonymous: v.optional(v.boolean()),
    takesPart: v.optional(v.boolean()),
  }),
  one('session.open', {}),
  /** For the one person who is here: begins at once, without what is there for others. */
  one('session.solo', {}),
  /** Ends a rehearsal: every trace of it goes, and everybody takes a new seat. */
  one('session.clear', {}),
  one('plan.set', PLAN_CHANGES),
  one('session.rename', { title }),
  /** The door: newcomers have to ask. The cards: participants cannot move or edit them. */
  one('session.lock', { door: v.optional(v.boolean()), cards: v.optional(v.boolean()) }),
  one('session.close', {}),
  one('session.reopen', {}),
  /** Erases the session for good, for everybody. */
  one('session.delete', {}),
  one('person.rename', { name }),
  one('person.remove', { person: id }),
  one('person.role', { person: id, role: v.picklist(ROLES) }),
  /** Another person leads from now on. */
  one('chair.hand', { person: id }),
  /** One more facilitator beside the one who leads. */
  one('chair.share', { person: id }),
  /** Takes the chair when it is empty and offered. */
  one('chair.take', {}),
  /** null: nobody stands in. */
  one('chair.standin', { person: nullableId }),
  one('person.admit', { request: id, admit: v.boolean() }),
  /** With `finish` what the phase has open is revealed or closed on the way. */
  one('phase.go', { phase: id, finish: v.optional(v.boolean()) }),
  /**
   * The given order is the new one, phases that are not named keep theirs behind it; with `move` only that one is moved,
   * before another or to the end, and with null none is.
   */
  one('agenda.set', {
    move: v.optional(v.nullable(v.object({ phase: id, before: nullableId }))),
    steps: v.pipe(
      v.array(
        v.object({
          phase: id,
          title: v.optional(title),
          minutes: v.optional(v.number()),
          skipped: v.optional(v.boolean()),
          question: v.optional(spoken),
          prompts: v.optional(v.pipe(v.array(spoken), v.maxLength(PROMPTS_MAX * 4))),
        }),
      ),
      v.maxLength(PHASES_MAX),
    ),
  }),
  one('timer.start', {}),
  one('timer.pause', {}),
  one('timer.resume', {}),
  one('timer.add', { minutes: v.pipe(v.number(), v.minValue(-600), v.maxValue(600)) }),
  one('timer.hide', { hidden: v.boolean() }),
  one('prompt.show', { prompt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)) }),
  one('prompt.hide', {}),
  /** Brings everybody to where the session is. */
  one('gather', {}),
  /** Asks for more time, privately: who leads learns how many ask, and nobody who. */
  one('more-time', {}),
  one('ready', { on: v.boolean() }),
  one('hand.raise', {}),
  one('hand.lower', { person: v.optional(id) }),
  one('draft.put', {
    // The one id that comes from outside and becomes a key.
    draft: v.pipe(id, v.notValue('__proto__')),
    section: id,
    text,
    rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
    state: v.picklist(['open', 'done']),
    /** The owner was warned that others may guess, and says "Add". */
    sure: v.optional(v.boolean()),
  }),
  one('draft.remove', { draft: id }),
  /** Cards each person may write in a section; null for as many as they like. */
  one('draft.limit', {
    each: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CARDS_EACH_MAX))),
  }),
  one('reveal', {}),
  one('pour.late', {}),
  /** `to`: a section or a lane; `at`: where on a wall. With `capture` it is what somebody said aloud: nobody's. */
  one('card.add', {
    card: v.optional(id),
    text,
    to: place,
    at: v.optional(v.pipe(v.object({ x: v.number(), y: v.number() }), v.check(isOnWall))),
    capture: v.optional(v.boolean()),
  }),
  /** `from` is the text the change was made on; the server merges it with what has happened since. */
  one('card.reword', { card: id, from: text, to: text }),
  /** For cards without a name, which their author must not sign by removing them. */
  one('card.remove', { card: id }),
  one('card.restore', { card: id }),
  /** Who moved it last, and when. */
  one('card.history', { card: id }),
  /** Keeps the board as it stands, under a name. */
  one('history.mark', { name }),
  /** The board goes back to a point that was kept; what it holds now is kept first. */
  one('history.restore', { point: id }),
  /** The card that is read out, on show for everybody; null for none. */
  one('card.show', { card: nullableId }),
  one('card.aside', { card: id }),
  one('card.return', { card: id }),
  one('lane.remove', { lane: id }),
  /** The lane comes back, with those of `cards` that nobody has placed since. */
  one('lane.restore', { lane: id, cards: v.pipe(v.array(id), v.maxLength(LANE_CARDS_MAX)) }),
  /** The cards of `group` join `into`. */
  one('group.merge', { group: id, into: id }),
  /** With `targets` only among these, as when several tie; with `minutes` on a clock of its own. */
  one('round.open', {
    section: id,
    rules: dotRulesSchema,
    targets: v.optional(v.pipe(v.array(id), v.minLength(2), v.maxLength(100))),
    minutes: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(600))),
  }),
  one('round.change', { round: id, rules: dotRulesSchema }),
  one('round.close', { round: id }),
  one('dot.add', { round: id, target: id }),
  one('dot.take', { round: id, target: id }),
  one('estimate.open', { section: id }),
  one('estimate.put', { round: id, target: id, axis: id, value: v.number() }),
  one('estimate.pass', { round: id, target: id, axis: id }),
  one('estimate.reveal', { round: id }),
  one('estimate.reopen', { round: id, target: id }),
  /** `value` null takes an agreed number back. */
  one('estimate.settle', { round: id, target: id, axis: id, value: v.nullable(v.number()) }),
  one('queue.set', {
    topics: v.pipe(
      v.array(
        v.object({ target: id, minutes: v.pipe(v.number(), v.minValue(0.5), v.maxValue(600)) }),
      ),
      v.maxLength(50),
    ),
  }),
  /** `next`: only while it still waits, as what Next leads to; without it also once more. */
  one('queue.start', { target: id, next: v.optional(v.boolean()) }),
  one('queue.next', {}),
  /**
   * `from`: the waiting topic that gives the minutes, `phase`: the phase to come that does; without both nobody does.
   * `on`: only while this topic has the floor with so many minutes.
   */
  one('queue.extend', {
    minutes: v.pipe(v.number(), v.minValue(-600), v.maxValue(600)),
    from: v.optional(id),
    phase: v.optional(id),
    on: v.optional(v.object({ target: id, minutes: v.number() })),
  }),
  /** "Keep going?" at zero; null takes it back. */
  one('thumb', { thumb: v.nullable(v.picklist(THUMBS)) }),
  one('decision.add', { text, from: v.optional(id) }),
  /** With `from`, the text the change was made on, other words are merged as those of a card are. */
  one('decision.change', {
    decision: id,
    from: v.optional(text),
    text: v.optional(text),
    removed: v.optional(v.boolean()),
  }),
  one('scribe.set', { person: nullableId }),
  one('notes.by', {
    /** Absent: it stays who it is. */
    person: v.optional(nullableId),
    checkIns: v.optional(v.pipe(v.string(), v.maxLength(NAME_MAX * 5))),
    /** One day, put to the others or taken from them: two of them in a row are two days. ISO date. */
    checkIn: v.optional(v.object({ day: v.pipe(v.string(), v.check(isDay)), on: v.boolean() })),
  }),
])
export type Command = v.InferOutput<typeof commandSchema>
/** The command of this type. */
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>
