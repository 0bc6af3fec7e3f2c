/** What one person alone may see of the state: `mine`. Sent as plain JSON, to that person's connections only. */
import * as z from 'zod/mini'
import type { SessionState } from './session.ts'

const draftSchema = z.object({
  id: z.string(),
  section: z.string(),
  text: z.string(),
  rev: z.number(),
  state: z.enum(['open', 'done']),
  late: z.nullable(z.enum(['waiting', 'asked', 'sure'])),
})

export const mineSchema = z.object({
  drafts: z.array(draftSchema),
  /** Cards without a name that this person wrote and may reword. */
  cards: z.array(z.string()),
  ready: z.boolean(),
  hand: z.boolean(),
  /** Own dots by round, then by target. */
  dots: z.record(z.string(), z.record(z.string(), z.number())),
  /** Own numbers by round, then by target, then by axis. */
  estimates: z.record(
    z.string(),
    z.record(z.string(), z.record(z.string(), z.union([z.number(), z.literal('pass')]))),
  ),
  /** For facilitators: who asks to come in, and who is done. */
  door: z.optional(
    z.array(z.object({ request: z.string(), name: z.string(), back: z.nullable(z.string()) })),
  ),
  done: z.optional(z.array(z.string())),
})
export type Mine = z.infer<typeof mineSchema>
export type MyDraft = z.infer<typeof draftSchema>

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
