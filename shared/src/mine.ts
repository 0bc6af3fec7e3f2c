/** What one person alone may see of the state: `mine`. Sent as plain JSON, to that person's connections only. */
import * as v from 'valibot'
import type { Draft } from './draft.ts'
import { canGuess, latePour } from './draft.ts'
import { own } from './own.ts'
import type { SessionState } from './session.ts'
import { THUMBS } from './thumb.ts'

const draftSchema = v.object({
  id: v.string(),
  section: v.string(),
  text: v.string(),
  rev: v.number(),
  state: v.picklist(['open', 'done']),
  late: v.nullable(v.picklist(['waiting', 'asked', 'sure'])),
})

export const mineSchema = v.object({
  drafts: v.array(draftSchema),
  /** Cards without a name that this person wrote and may reword. */
  cards: v.array(v.string()),
  ready: v.boolean(),
  hand: v.boolean(),
  /** Asked for more time in this phase. */
  asksTime: v.boolean(),
  /** Own answer to "keep going?". */
  thumb: v.optional(v.picklist(THUMBS)),
  /** Own dots by round, then by target. */
  dots: v.record(v.string(), v.record(v.string(), v.number())),
  /** Own numbers by round, then by target, then by axis. */
  estimates: v.record(
    v.string(),
    v.record(v.string(), v.record(v.string(), v.union([v.number(), v.literal('pass')]))),
  ),
  /** Own cards that were set aside, and for facilitators all of them, with the words that left the board. */
  aside: v.optional(
    v.array(
      v.object({ card: v.string(), text: v.string(), own: v.boolean(), reworded: v.boolean() }),
    ),
  ),
  /** For facilitators: who asks to come in, who is done, whether a pour would bring cards that came late, and how many
   * ask for more time. */
  door: v.optional(
    v.array(v.object({ request: v.string(), name: v.string(), back: v.nullable(v.string()) })),
  ),
  done: v.optional(v.array(v.string())),
  late: v.optional(v.boolean()),
  /** Of the finished cards, as last counted: so few people wrote them that others could guess whose one is. */
  few: v.optional(v.boolean()),
  moreTime: v.optional(v.number()),
})
export type Mine = v.InferOutput<typeof mineSchema>
export type MyDraft = v.InferOutput<typeof draftSchema>

/** Drafts and cards by person, grouped once for everybody whose view is drawn. */
export interface Belongings {
  drafts: ReadonlyMap<string, readonly Draft[]>
  cards: ReadonlyMap<string, readonly string[]>
}

export function belongingsOf(state: SessionState): Belongings {
  const drafts = new Map<string, Draft[]>()
  const cards = new Map<string, string[]>()
  for (const draft of Object.values(state.drafts)) push(drafts, draft.owner, draft)
  for (const [card, author] of Object.entries(state.authors)) push(cards, author, card)
  return { drafts, cards }
}

function push<T>(lists: Map<string, T[]>, person: string, item: T): void {
  const list = lists.get(person)
  if (list === undefined) lists.set(person, [item])
  else list.push(item)
}

/** The private view of one person. */
export function mineOf(
  state: SessionState,
  person: string,
  belongings: Belongings = belongingsOf(state),
): Mine {
  const dots: Mine['dots'] = {}
  const estimates: Mine['estimates'] = {}
  for (const [id, round] of Object.entries(state.rounds)) {
    if (round.kind === 'dots') {
      const ballot = own(round.ballots, person)
      if (ballot !== undefined) dots[id] = { ...ballot }
      continue
    }
    const given: Record<string, Record<string, number | 'pass'>> = {}
    for (const [target, answers] of Object.entries(round.answers)) {
      const answer = own(answers, person)
      if (answer !== undefined) given[target] = { ...answer }
    }
    if (Object.keys(given).length > 0) estimates[id] = given
  }
  const drafts = belongings.drafts.get(person) ?? []
  const mine: Mine = {
    drafts: drafts.map(({ owner: _owner, ...draft }) => draft),
    cards: [...(belongings.cards.get(person) ?? [])],
    ready: state.ready[person] === true,
    hand: state.hands.includes(person),
    asksTime: state.moreTime?.includes(person) === true,
    dots,
    estimates,
  }
  const leads = state.people[person]?.role === 'facilitator'
  const aside = Object.entries(state.aside)
    .map(([card, { text, by, reworded }]) => {
      return { card, text, own: (by ?? own(state.authors, card)) === person, reworded }
    })
    .filter((one) => one.own || leads)
  if (aside.length > 0) mine.aside = aside
  const thumb = own(state.thumbs, person)
  if (thumb !== undefined) mine.thumb = thumb
  if (leads) {
    mine.door = Object.entries(state.door)
      .filter(([, ask]) => ask.is === 'asked')
      .map(([request, ask]) => ({ request, name: ask.name, back: ask.back }))
    mine.done = Object.keys(state.ready)
    mine.late = hasLate(state)
    mine.few = state.draftCount.few === true
    mine.moreTime = state.moreTime?.length ?? 0
  }
  return mine
}

/** From fewer authors than a pour may take this would say who is writing. */
function hasLate(state: SessionState): boolean {
  const { drafts, poured } = state
  return poured.some((section) => {
    const late = Object.values(drafts).filter((draft) => draft.section === section)
    return latePour(late, canGuess(state)).pour.length > 0
  })
}
