import type { OthersChanges } from '../sync/others.ts'
import { othersOf } from '../sync/others.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { whatChanged as words } from '../words/what-changed.ts'

const KINDS = ['moved', 'added', 'removed', 'lanes'] as const

/** "5 cards moved, 2 new categories." behind how it begins. */
export function summaryOf(head: string, changes: OthersChanges): string {
  const parts = KINDS.flatMap((kind) => (changes[kind] > 0 ? words[kind](changes[kind]) : []))
  return `${head} ${parts.length === 0 ? words.nothing : parts.join(', ')}.`
}

export function anyOf(changes: OthersChanges): boolean {
  return KINDS.some((kind) => changes[kind] > 0)
}

/** Says what others changed in this phase, where a screen reader hears it. */
export function tellChanges(client: SessionClient): void {
  const changes = othersOf(client).changes()
  client.notify({ is: 'info', message: summaryOf(words.since, changes) })
}
