/** What everybody may know of a session: published from the state under the root `session`, never read back. */
import * as z from 'zod/mini'
import { tally } from './ballot.ts'
import { estimateResult } from './estimate.ts'
import { dotRulesSchema } from './format.ts'
import { ROLES, counts } from './person.ts'
import type { Round, SessionState } from './session.ts'
import { SCHEMA } from './session.ts'

const number = z.number()
const dots = z.record(z.string(), number)

const stepSchema = z.object({
  title: z.string(),
  minutes: number,
  used: number,
  skipped: z.boolean(),
  order: number,
})
const personSchema = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  colour: number,
  takesPart: z.boolean(),
  left: z.boolean(),
})
const timerSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('idle'), left: number, hidden: z.optional(z.boolean()) }),
  z.object({ is: z.literal('running'), endsAt: number, hidden: z.optional(z.boolean()) }),
  z.object({ is: z.literal('paused'), left: number, hidden: z.optional(z.boolean()) }),
])
const roundSchema = z.object({
  section: z.string(),
  is: z.enum(['open', 'closed']),
  openedAt: number,
  rules: z.discriminatedUnion('kind', [
    z.extend(dotRulesSchema, { kind: z.literal('dots') }),
    z.object({
      kind: z.literal('estimates'),
      of: z.string(),
      axes: z.array(z.string()),
      scale: z.object({ min: number, max: number, step: number }),
    }),
  ]),
  result: z.optional(dots),
})
const axisResultSchema = z.object({
  shown: z.nullable(number),
  mean: z.nullable(number),
  n: number,
  spread: dots,
  agreed: z.optional(number),
})
const estimateSchema = z.object({
  result: z.nullable(
    z.object({ axes: z.record(z.string(), axisResultSchema), product: z.nullable(number) }),
  ),
})
const topicSchema = z.object({
  target: z.string(),
  minutes: number,
  is: z.enum(['waiting', 'now', 'done']),
  since: z.optional(number),
})
const countSchema = z.object({ n: number, of: number })

/** Keys that stand alone. */
const SINGLE = {
  schema: number,
  epoch: number,
  title: z.string(),
  format: z.string(),
  status: z.enum(['setup', 'lobby', 'running', 'paused', 'closed']),
  joinCode: z.string(),
  locked: z.boolean(),
  anonymous: z.boolean(),
  cardsLocked: z.boolean(),
  createdAt: number,
  closedAt: z.nullable(number),
  phase: z.nullable(z.object({ id: z.string(), since: number })),
  timer: timerSchema,
  prompt: z.nullable(number),
  reveal: z.nullable(z.object({ at: number })),
  poured: z.array(z.string()),
  queue: z.array(topicSchema),
  notes: z.object({ by: z.nullable(z.string()), checkIns: z.string() }),
} as const
const SINGLES = z.object(SINGLE)

export type PersonFact = z.infer<typeof personSchema>
export type RoundFact = z.infer<typeof roundSchema>
export type EstimateFact = z.infer<typeof estimateSchema>
export type Facts = z.infer<typeof SINGLES> & {
  /** `step:<phaseId>` */
  steps: Record<string, z.infer<typeof stepSchema>>
  /** `person:<id>` */
  people: Record<string, PersonFact>
  /** `round:<id>` */
  rounds: Record<string, RoundFact>
  /** `estimate:<round>:<target>` */
  estimates: Record<string, EstimateFact>
  /** The nested map `live`. */
  live: {
    ready?: z.infer<typeof countSchema>
    voted?: z.infer<typeof countSchema>
    drafts?: { n: number }
    /** Raised hands: `hand:<person>` -> place in the queue, from 1. */
    hands: Record<string, number>
  }
  /** The nested maps `live:<roundId>` of open rounds with live dots. */
  tallies: Record<string, Record<string, number>>
}

export type Json = string | number | boolean | null | readonly Json[] | { [key: string]: Json }

/** The facts as they stand under the root `session`: JSON values, and nested maps of JSON values. */
export interface Published {
  values: Record<string, Json>
  maps: Record<string, Record<string, Json>>
}

/** What is published of a state; secrets have no way into it but through this function. */
export function publish(state: SessionState, epoch: number): Published {
  const values: Record<string, Json> = {
    schema: SCHEMA,
    epoch,
    title: state.title,
    format: state.format.id,
    status: state.status,
    joinCode: state.joinCode,
    locked: state.locked,
    anonymous: state.anonymous,
    cardsLocked: state.cardsLocked.on,
    createdAt: state.createdAt,
    closedAt: state.closedAt,
    phase: state.phase === null ? null : { id: state.phase.id, since: state.phase.since },
    timer: { ...state.timer },
    prompt: state.prompt,
    reveal: state.reveal === null ? null : { at: state.reveal.at },
    poured: [...state.poured],
    queue: state.queue.map((topic) => ({ ...topic })),
    notes: { ...state.notes },
  }
  for (const [id, step] of Object.entries(state.steps)) values[`step:${id}`] = { ...step }
  for (const [id, person] of Object.entries(state.people)) {
    const { name, role, colour, takesPart, left } = person
    values[`person:${id}`] = { name, role, colour, takesPart, left }
  }
  const maps: Published['maps'] = { live: live(state) }
  for (const [id, round] of Object.entries(state.rounds)) {
    values[`round:${id}`] = roundFact(round)
    if (round.kind === 'estimates') Object.assign(values, estimateFacts(id, round))
    else if (round.is === 'open' && round.rules.live) maps[`live:${id}`] = tally(round.ballots)
  }
  return { values, maps }
}

function roundFact(round: Round): Json {
  const { section, is, openedAt } = round
  if (round.kind === 'dots')
    return {
      section,
      is,
      openedAt,
      rules: { kind: 'dots', ...round.rules },
      ...(round.result === undefined ? {} : { result: { ...round.result } }),
    }
  const { of, axes, scale } = round
  return {
    section,
    is,
    openedAt,
    rules: { kind: 'estimates', of, axes: [...axes], scale: { ...scale } },
  }
}

function estimateFacts(
  id: string,
  round: Extract<Round, { kind: 'estimates' }>,
): Record<string, Json> {
  const facts: Record<string, Json> = {}
  for (const target of Object.keys(round.answers)) {
    const key = `estimate:${id}:${target}`
    if (!round.revealed.includes(target)) {
      facts[key] = { result: null }
      continue
    }
    const answers = Object.values(round.answers[target] ?? {})
    const { axes, product } = estimateResult(round.axes, answers, round.agreed[target])
    const plain: Record<string, Json> = {}
    for (const [axis, result] of Object.entries(axes))
      plain[axis] = { ...result, spread: { ...result.spread } }
    facts[key] = { result: { axes: plain, product } }
  }
  return facts
}

function live(state: SessionState): Record<string, Json> {
  const counted = Object.values(state.people).filter(counts)
  const facts: Record<string, Json> = {
    ready: { n: counted.filter((person) => state.ready[person.id]).length, of: counted.length },
  }
  const open = Object.values(state.rounds).find((round) => round.is === 'open')
  if (open !== undefined)
    facts['voted'] = {
      n: counted.filter((person) => hasVoted(open, person.id)).length,
      of: counted.length,
    }
  // With one or two writers a total says who wrote; it is published from three on.
  if (counted.length >= 3 && state.draftCount.shown > 0)
    facts['drafts'] = { n: state.draftCount.shown }
  state.hands.forEach((person, index) => (facts[`hand:${person}`] = index + 1))
  return facts
}

function hasVoted(round: Round, person: string): boolean {
  if (round.kind === 'dots') return Object.keys(round.ballots[person] ?? {}).length > 0
  const targets = Object.values(round.answers)
  return (
    targets.length > 0 &&
    targets.every((answers) => round.axes.every((axis) => answers[person]?.[axis] !== undefined))
  )
}

/** The facts from the root `session` as plain JSON; null while the first frame has not come or is not ours. */
export function readFacts(session: Readonly<Record<string, unknown>>): Facts | null {
  const singles = SINGLES.safeParse(session)
  if (!singles.success) return null
  const facts: Facts = {
    ...singles.data,
    steps: {},
    people: {},
    rounds: {},
    estimates: {},
    live: { hands: {} },
    tallies: {},
  }
  for (const [key, value] of Object.entries(session)) {
    const [head = '', ...rest] = key.split(':')
    const name = rest.join(':')
    if (head === 'step') keep(facts.steps, name, stepSchema, value)
    else if (head === 'person') keep(facts.people, name, personSchema, value)
    else if (head === 'round') keep(facts.rounds, name, roundSchema, value)
    else if (head === 'estimate') keep(facts.estimates, name, estimateSchema, value)
    else if (head === 'live' && name !== '') keep(facts.tallies, name, dots, value)
    else if (key === 'live') readLive(facts, value)
  }
  return facts
}

function keep<T>(
  into: Record<string, T>,
  name: string,
  schema: z.ZodMiniType<T>,
  value: unknown,
): void {
  const parsed = schema.safeParse(value)
  if (parsed.success) into[name] = parsed.data
}

const liveSchema = z.record(z.string(), z.unknown())

function readLive(facts: Facts, value: unknown): void {
  const parsed = liveSchema.safeParse(value)
  if (!parsed.success) return
  const ready = countSchema.safeParse(parsed.data['ready'])
  const voted = countSchema.safeParse(parsed.data['voted'])
  const drafts = z.object({ n: number }).safeParse(parsed.data['drafts'])
  if (ready.success) facts.live.ready = ready.data
  if (voted.success) facts.live.voted = voted.data
  if (drafts.success) facts.live.drafts = drafts.data
  for (const [key, place] of Object.entries(parsed.data))
    if (key.startsWith('hand:') && typeof place === 'number') facts.live.hands[key.slice(5)] = place
}
