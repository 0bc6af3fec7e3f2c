import type { SessionClient } from '../sync/session-client.ts'
import { groupName } from './group-name.ts'

/** What a topic is called: the words of its card or category, the name of its group. */
export function topicText(client: Pick<SessionClient, 'entry'>, target: string): string {
  const entry = client.entry(target)
  return entry === null || entry.kind === 'group' ? groupName(client, target) : entry.text
}
