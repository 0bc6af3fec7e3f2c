/** What everybody may know of a session: published from the state under the root `session`, never read back. */
import * as v from 'valibot'
import { plannedEnd } from './agenda.ts'
import { tally } from './ballot.ts'
import { cardsEach } from './draft.ts'
import { estimateResult } from './estimate.ts'
import type { DotRules } from './format.ts'
import { dotRulesSchema, phaseOf } from './format.ts'
import { ROLES, counts } from './person.ts'
import type { Round, SessionState } from './session.ts'
import { SCHEMA } from './session.ts'
import { isSolo } from './solo.ts'

const number = v.number()
const dots = v.record(v.string(), number)

const stepSchema = v.object({
  title: v.string(),
  minutes: number,
  used: number,
  skipped: v.boolean(),
  order: number,
})
const askSchema = v.object({ question: v.string(), prompts: v.array(v.string()) })
const personSchema = v.object({
  name: v.string(),
  role: v.picklist(ROLES),
  colour: number,
  takesPart: v.boolean(),
  left: v.boolean(),
  lead: v.optional(v.boolean()),
  standin: v.optional(v.boolean()),
  test: v.optional(v.boolean()),
  scribe: v.optional(v.boolean()),
})
const timerSchema = v.variant('is', [
  v.object({ is: v.literal('idle'), left: number, hidden: v.optional(v.boolean()) }),
  v.object({ is: v.literal('running'), endsAt: number, hidden: v.optional(v.boolean()) }),
  v.object({ is: v.literal('paused'), left: number, hidden: v.optional(v.boolean()) }),
])
const roundSchema = v.object({
  section: v.string(),
  is: v.picklist(['open', 'closed']),
  openedAt: number,
  rules: v.variant('kind', [
    v.object({ ...dotRulesSchema.entries, kind: v.literal('dots') }),
    v.object({
      kind: v.literal('poll'),
      options: v.array(v.object({ id: v.string(), text: v.string() })),
    }),
    v.object({
      kind: v.literal('estimates'),
      of: v.string(),
      axes: v.array(v.string()),
      scale: v.object({ min: number, max: number, step: number }),
    }),
  ]),
  targets: v.optional(v.array(v.string())),
  result: v.optional(dots),
  /** How many counted when a poll closed. */
  of: v.optional(number),
})
const axisResultSchema = v.object({
  shown: v.nullable(number),
  mean: v.nullable(number),
  n: number,
  spread: dots,
  agreed: v.optional(number),
})
const estimateSchema = v.object({
  result: v.nullable(
    v.object({ axes: v.record(v.string(), axisResultSchema), product: v.nullable(number) }),
  ),
})
const topicSchema = v.object({
  target: v.string(),
  minutes: number,
  is: v.picklist(['waiting', 'now', 'done']),
  since: v.optional(number),
  used: v.optional(number),
})
const momentSchema = v.object({ at: number })
const countSchema = v.object({ n: number, of: number })
/** Beside `hand:<person>`. */
const liveSchema = v.object({
  ready: v.optional(countSchema),
  voted: v.optional(countSchema),
  drafts: v.optional(v.object({ n: number })),
  thumb: v.optional(v.object({ up: number, side: number, down: number, of: number })),
})
const decisionSchema = v.object({ text: v.string(), from: v.nullable(v.string()), at: number })

/** Keys that stand alone. */
const SINGLE = {
  schema: number,
  epoch: number,
  title: v.string(),
  format: v.string(),
  status: v.picklist(['setup', 'lobby', 'running', 'paused', 'closed']),
  joinCode: v.string(),
  locked: v.boolean(),
  anonymous: v.boolean(),
  solo: v.optional(v.boolean()),
  cardsLocked: v.boolean(),
  cardsLockedBy: v.nullable(v.string()),
  createdAt: number,
  closedAt: v.nullable(number),
  phase: v.nullable(v.object({ id: v.string(), since: number })),
  timer: timerSchema,
  prompt: v.nullable(number),
  reveal: v.nullable(momentSchema),
  show: v.nullable(v.string()),
  cardsEach: v.nullable(number),
  poured: v.array(v.string()),
  queue: v.array(topicSchema),
  /** Read with `readPlan` where it is shown. */
  plan: v.optional(v.unknown()),
  notes: v.object({
    by: v.nullable(v.string()),
    checkIns: v.string(),
    checkInDates: v.array(v.string()),
  }),
  /** Read with `readVacancy`, `readLeads` and `readGather` where they are shown: a phone loads their schemas later. */
  chair: v.unknown(),
  leads: v.unknown(),
  gather: v.unknown(),
  /** Read with `readBroughtBack`. */
  broughtBack: v.unknown(),
  endsBy: v.nullable(number),
} as const
const SINGLES = v.object(SINGLE)

export type PersonFact = v.InferOutput<typeof personSchema>
export type RoundFact = v.InferOutput<typeof roundSchema>
export type EstimateFact = v.InferOutput<typeof estimateSchema>
export type Facts = v.InferOutput<typeof SINGLES> & {
  /** `step:<phaseId>` */
  steps: Record<string, v.InferOutput<typeof stepSchema>>
  /** `ask:<phaseId>` */
  asks: Record<string, v.InferOutput<typeof askSchema>>
  /** `person:<id>` */
  people: Record<string, PersonFact>
  /** `round:<id>` */
  rounds: Record<string, RoundFact>
  /** `aside:<cardId>`: cards set aside. */
  aside: Record<string, v.InferOutput<typeof momentSchema>>
  /** `estimate:<round>:<target>` */
  estimates: Record<string, EstimateFact>
  /** `decision:<id>` */
  decisions: Record<string, v.InferOutput<typeof decisionSchema>>
  /** The nested map `live`. */
  live: Pick<v.InferOutput<typeof liveSchema>, 'ready' | 'voted' | 'drafts' | 'thumb'> & {
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
    solo: isSolo(state),
    cardsLocked: state.cardsLocked.on,
    cardsLockedBy: state.cardsLocked.by ?? null,
    createdAt: state.createdAt,
    closedAt: state.closedAt,
    phase: state.phase === null ? null : { id: state.phase.id, since: state.phase.since },
    timer: { ...state.timer },
    prompt: state.prompt,
    reveal: state.reveal === null ? null : { at: state.reveal.at },
    show: state.show,
    cardsEach: cardsEach(state),
    poured: [...state.poured],
    queue: state.queue.map((topic) => ({ ...topic })),
    notes: { ...state.notes, checkInDates: [...(state.notes.checkInDates ?? [])] },
    endsBy: state.endsBy ?? (state.phase === null ? plannedEnd(state) : null),
    plan: { ...state.plan },
    chair: state.vacancy === undefined || state.vacancy === null ? null : { ...state.vacancy },
    leads: (state.leads ?? []).map((lead) => ({ ...lead })),
    broughtBack:
      state.broughtBack === undefined || state.broughtBack === null
        ? null
        : { ...state.broughtBack, to: { ...state.broughtBack.to } },
    gather: state.gather === undefined || state.gather === null ? null : { ...state.gather },
  }
  for (const [id, step] of Object.entries(state.steps)) values[`step:${id}`] = { ...step }
  for (const { id, question, prompts } of state.format.phases)
    values[`ask:${id}`] = { question, prompts: [...prompts] }
  for (const [id, person] of Object.entries(state.people)) {
    const { name, role, colour, takesPart, left, lead, standin, test, scribe } = person
    values[`person:${id}`] = {
      name,
      role,
      colour,
      takesPart,
      left,
      ...(lead === true ? { lead } : {}),
      ...(standin === true ? { standin } : {}),
      ...(test === true ? { test } : {}),
      ...(scribe === true ? { scribe } : {}),
    }
  }
  for (const [card, { at }] of Object.entries(state.aside)) values[`aside:${card}`] = { at }
  for (const [id, { text, from, at, removed }] of Object.entries(state.decisions))
    if (!removed) values[`decision:${id}`] = { text, from, at }
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
      rules:
        round.options === undefined
          ? dotRulesFact(round.rules)
          : { kind: 'poll', options: round.options.map((option) => ({ ...option })) },
      ...(round.targets === undefined ? {} : { targets: [...round.targets] }),
      ...(round.result === undefined ? {} : { result: { ...round.result } }),
      ...(round.of === undefined ? {} : { of: round.of }),
    }
  const { of, axes, scale } = round
  return {
    section,
    is,
    openedAt,
    rules: { kind: 'estimates', of, axes: [...axes], scale: { ...scale } },
  }
}

function dotRulesFact({ own, ...rules }: DotRules): Json {
  return { kind: 'dots', ...rules, ...(own === undefined ? {} : { own }) }
}

function estimateFacts(
  id: string,
  round: Extract<Round, { kind: 'estimates' }>,
): Record<string, Json> {
  const facts: Record<string, Json> = {}
  // Of what is not revealed not even the key: one that came with the first number would tell of it.
  for (const target of round.revealed) {
    const key = `estimate:${id}:${target}`
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
  const rounds = Object.values(state.rounds).filter((round) => round.is === 'open')
  const focus = phaseOf(state.format, state.phase?.id ?? null)?.section
  const open = rounds.find((round) => round.section === focus) ?? rounds[0]
  if (open !== undefined)
    facts['voted'] = {
      n: counted.filter((person) => hasVoted(open, person.id)).length,
      of: counted.length,
    }
  // With one or two writers a total says who wrote; it is published from three on.
  if (counted.length >= 3 && state.draftCount.shown > 0)
    facts['drafts'] = { n: state.draftCount.shown }
  const thumbs = counted.flatMap((person) => state.thumbs[person.id] ?? [])
  if (thumbs.length > 0) {
    const all = (which: string): number => thumbs.filter((thumb) => thumb === which).length
    facts['thumb'] = { up: all('up'), side: all('side'), down: all('down'), of: counted.length }
  }
  state.hands.forEach((person, index) => (facts[`hand:${person}`] = index + 1))
  return facts
}

function hasVoted(round: Round, person: string): boolean {
  if (round.kind === 'dots') return Object.keys(round.ballots[person] ?? {}).length > 0
  const targets =
    round.asked?.map((target) => round.answers[target]) ?? Object.values(round.answers)
  return (
    targets.length > 0 &&
    targets.every((answers) => round.axes.every((axis) => answers?.[person]?.[axis] !== undefined))
  )
}

/** The facts from the root `session` as plain JSON; null while the first frame has not come or is not ours. */
export function readFacts(session: Readonly<Record<string, unknown>>): Facts | null {
  const singles = v.safeParse(SINGLES, session)
  if (!singles.success) return null
  const facts: Facts = {
    ...singles.output,
    steps: {},
    asks: {},
    people: {},
    rounds: {},
    aside: {},
    estimates: {},
    decisions: {},
    live: { hands: {} },
    tallies: {},
  }
  for (const [key, value] of Object.entries(session)) {
    const [head = '', ...rest] = key.split(':')
    const name = rest.join(':')
    if (head === 'step') keep(facts.steps, name, stepSchema, value)
    else if (head === 'ask') keep(facts.asks, name, askSchema, value)
    else if (head === 'person') keep(facts.people, name, personSchema, value)
    else if (head === 'round') keep(facts.rounds, name, roundSchema, value)
    else if (head === 'aside') keep(facts.aside, name, momentSchema, value)
    else if (head === 'estimate') keep(facts.estimates, name, estimateSchema, value)
    else if (head === 'decision') keep(facts.decisions, name, decisionSchema, value)
    else if (head === 'live' && name !== '') keep(facts.tallies, name, dots, value)
    else if (key === 'live') readLive(facts, value)
  }
  return facts
}

function keep<T>(
  into: Record<string, T>,
  name: string,
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
): void {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) into[name] = parsed.output
}

function readLive(facts: Facts, value: unknown): void {
  const counted = v.safeParse(liveSchema, value)
  const all = v.safeParse(v.record(v.string(), v.unknown()), value)
  if (!counted.success || !all.success) return
  const { hands } = facts.live
  facts.live = { ...counted.output, hands }
  for (const key in all.output) {
    const place = all.output[key]
    if (typeof place === 'number') hands[key.slice(5)] = place
  }
}
