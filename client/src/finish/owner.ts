/** Who an action belongs to: a person of the session, somebody else by name, or nobody yet. */
import type { View } from '../sync/session-client.ts'

/** Whether it is the id of somebody who has a seat. */
export function isHere({ facts }: View, owner: string): boolean {
  return Object.hasOwn(facts.people, owner) && facts.people[owner]?.left === false
}

/** The name behind an owner; a name that is nobody's id is itself. */
export function ownerName({ facts }: View, owner: string): string {
  return Object.hasOwn(facts.people, owner) ? (facts.people[owner]?.name ?? owner) : owner
}
