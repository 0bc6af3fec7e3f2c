/** Who changed what was to be taken back. Needed seldom, so who did is looked up when it is. */
import { link } from '../words/link.ts'
import { loadRemoved } from './sentence.ts'
import type { SessionClient } from './session-client.ts'

/** That somebody has changed since what was to be taken back. Never rejects. */
export async function sinceSentence(client: SessionClient, id: string): Promise<string> {
  try {
    const [{ removed }, { othersOf }] = await Promise.all([loadRemoved(), import('./others.ts')])
    return removed.since(client.view()?.facts.people[othersOf(client).mover(id) ?? '']?.name)
  } catch {
    return link.changedSince
  }
}
