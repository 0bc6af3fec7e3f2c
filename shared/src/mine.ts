/** What one person alone may see of the state: `mine`. Sent as plain JSON, to that person's connections only. */
import * as v from 'valibot'
import type { SessionState } from './session.ts'

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
  /** Own dots by round, then by target. */
  dots: v.record(v.string(), v.record(v.string(), v.number())),
  /** Own numbers by round, then by target, then by axis. */
  estimates: v.record(
    v.string(),
    v.record(v.string(), v.record(v.string(), v.union([v.number(), v.literal('pass')]))),
  ),
  /** For facilitators: who asks to come in, and who is done. */
  door: v.optional(
    v.array(v.object({ request: v.string(), name: v.string(), back: v.nullable(v.string()) })),
  ),
  done: v.optional(v.array(v.string())),
})
export type Mine = v.InferOutput<typeof mineSchema>
export type MyDraft = v.InferOutput<typeof draftSchema>

/** The private view of one person. */
export function mineOf(state: SessionState, person: string): Mine {
  const dots: Mine['dots'] = {}
  const estimates: Mine['estimates'] = {}
  for (const [id, round] of Object.entries(state.rounds)) {
    if (round.kind === 'dots') {
      const ballot = round.ballots[person]
      if (ballot !== undefined) dots[id] = { ...ballot }
      continue
    }
    const own: Record<string, Record<string, number | 'pass'>> = {}
    for (const [target, answers] of Object.entries(round.answers)) {
      const answer = answers[person]
      if (answer !== undefined) own[target] = { ...answer }
    }
    if (Object.keys(own).length > 0) estimates[id] = own
  }
  const mine: Mine = {
    drafts: Object.values(state.drafts)
      .filter((draft) => draft.owner === person)
      .map(({ owner: _owner, ...draft }) => draft),
    cards: Object.entries(state.authors)
      .filter(([, author]) => author === person)
      .map(([card]) => card),
    ready: state.ready[person] === true,
    hand: state.hands.includes(person),
    dots,
    estimates,
  }
  if (state.people[person]?.role === 'facilitator') {
    mine.door = Object.entries(state.door)
      .filter(([, ask]) => ask.is === 'asked')
      .map(([request, ask]) => ({ request, name: ask.name, back: ask.back }))
    mine.done = Object.keys(state.ready)
  }
  return mine
}
