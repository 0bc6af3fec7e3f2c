import type { SessionClient } from '../sync/session-client.ts'
import { groups as words } from '../words/groups.ts'

/** The name of a group as it is shown; one that nobody named says so. */
export function groupName(client: Pick<SessionClient, 'entry'>, group: string): string {
  return client.entry(group)?.text.trim() || words.unnamed
}
