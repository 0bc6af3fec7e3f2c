/** What everybody may know of a session: published from the state under the root `session`, never read back. */
import * as v from 'valibot'
import { dotRulesSchema } from './format.ts'
import { ROLES } from './person.ts'

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
