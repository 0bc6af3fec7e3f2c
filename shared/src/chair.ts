/** Who has the chair, who may take it when it is empty, and what has become of it. */
import * as v from 'valibot'
import type { Person } from './person.ts'
import type { Refusal } from './refusal.ts'

/** The stand-in is offered an empty chair after this long, and anybody after that. Milliseconds. */
export const STANDIN_AFTER = 15_000
export const ANYONE_AFTER = 60_000
/** Changes of the chair that are remembered; the oldest go first. */
export const LEADS_KEPT = 50

const OFFERS = ['nobody', 'standin', 'anyone'] as const
export type Offer = (typeof OFFERS)[number]

/** No facilitator is connected, and somebody else is. */
export interface Vacancy {
  /** Server time at which the last facilitator was gone. */
  since: number
  /** Who had the chair. */
  by: string
  offered: Offer
}

const LEAD_WAYS = ['began', 'handed', 'took'] as const

/** Who has led from when on, and how they came to it. */
export interface Lead {
  person: string
  at: number
  how: (typeof LEAD_WAYS)[number]
}

/** The next offer and when it is due; null when everybody has it already. */
export function nextOffer({ since, offered }: Vacancy): { to: Offer; at: number } | null {
  switch (offered) {
    case 'nobody':
      return { to: 'standin', at: since + STANDIN_AFTER }
    case 'standin':
      return { to: 'anyone', at: since + ANYONE_AFTER }
    case 'anyone':
      return null
  }
}

type Taker = Pick<Person, 'role' | 'left' | 'standin' | 'lead'>

/** Why this person may not take the chair now, or null when they may. Nobody takes it from somebody who is here. */
export function takeRefusal(person: Taker, vacancy: Vacancy | null): Refusal | null {
  if (person.left) return 'no-such-person'
  if (vacancy === null) return 'chair-taken'
  switch (vacancy.offered) {
    case 'nobody':
      return 'chair-kept'
    case 'standin':
      return person.standin === true ? null : 'chair-kept'
    case 'anyone':
      return null
  }
}

/** Why this facilitator may not give the chair away, or null: only who has it may, while they are here. */
export function handRefusal({ lead }: Pick<Person, 'lead'>, leadIsHere: boolean): Refusal | null {
  return lead === true || !leadIsHere ? null : 'chair-taken'
}

const vacancySchema = v.object({ since: v.number(), by: v.string(), offered: v.picklist(OFFERS) })
const leadsSchema = v.array(
  v.object({ person: v.string(), at: v.number(), how: v.picklist(LEAD_WAYS) }),
)
const gatherSchema = v.object({ at: v.number(), by: v.string() })

/** The empty chair as it was published, or null. */
export function readVacancy(published: unknown): Vacancy | null {
  const parsed = v.safeParse(vacancySchema, published)
  return parsed.success ? parsed.output : null
}

/** Who has led, as it was published. */
export function readLeads(published: unknown): readonly Lead[] {
  const parsed = v.safeParse(leadsSchema, published)
  return parsed.success ? parsed.output : []
}

/** The last time everybody was brought along, as it was published, or null. */
export function readGather(published: unknown): { at: number; by: string } | null {
  const parsed = v.safeParse(gatherSchema, published)
  return parsed.success ? parsed.output : null
}
