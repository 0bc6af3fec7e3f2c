/** Who somebody is: a token says who, never what they may do. */
import type { Person } from '@plenary/shared/person'
import type { SessionState } from '@plenary/shared/session'
import { hashOf } from './dice.ts'

/** Who a token is; null for a stranger and for somebody who was removed. */
export function personOf(tick: { readonly state: SessionState }, token: string): string | null {
  return holderOf(tick.state, token)?.id ?? null
}

/** The same, where there is no tick yet. */
export function holderOf({ people, tokens }: SessionState, token: string): Person | null {
  const person = people[tokens[hashOf(token)] ?? '']
  return person === undefined || person.left ? null : person
}
