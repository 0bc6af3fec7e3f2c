/** Who somebody is: a token says who, never what they may do. */
import { hashOf } from './dice.ts'
import type { Tick } from './tick.ts'

/** Who a token is; null for a stranger and for somebody who was removed. */
export function personOf(tick: Tick, token: string): string | null {
  const person = tick.state.people[tick.state.tokens[hashOf(token)] ?? '']
  return person === undefined || person.left ? null : person.id
}
