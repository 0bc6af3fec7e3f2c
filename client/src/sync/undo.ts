/** One's own deeds taken back: inverse intents, each applied only while nobody has changed the value since. */
import type { Command } from '@plenary/shared/command'
import type { Answer } from '@plenary/shared/frame'
import { removed as words } from '../words/removed.ts'
import type { Deed, Deeds, Step } from './deeds.ts'
import { valueOf } from './deeds.ts'
import { othersOf } from './others.ts'
import type { SessionClient } from './session-client.ts'

export interface UndoParts {
  client: SessionClient
  deeds: Deeds
  /** Asks without making a deed of it. */
  ask: (command: Command) => Promise<Answer>
}

/** Takes a deed back, an entry as a whole or not at all; false where somebody has changed one since, which is told. */
export function takeBack({ client, deeds, ask }: UndoParts, deed: Deed): boolean {
  const at = deeds.all.indexOf(deed)
  if (at === -1) return false
  deeds.all.splice(at, 1)
  const stands = (step: Step): boolean => {
    if ('inverse' in step) return true
    const now = client.entry(step.id)
    return now !== null && valueOf(now, step.field) === step.to
  }
  const changed = new Set(
    deed.steps.flatMap((step) => ('inverse' in step || stands(step) ? [] : step.id)),
  )
  deeds.undoing = true
  for (const step of deed.steps.toReversed())
    if ('inverse' in step) void ask(step.inverse)
    else if (!changed.has(step.id)) client.setField(step.id, step.field, step.from)
  deeds.undoing = false
  const [other] = changed
  if (other === undefined) return true
  const name = client.view()?.facts.people[othersOf(client).mover(other) ?? '']?.name
  client.notify({ is: 'info', message: words.since(name) })
  return false
}

/** The server did not take the newest change of this entry, so it is no deed. */
export function forget({ all }: Deeds, id: string): void {
  const at = all.findLastIndex(({ steps }) =>
    steps.some((step) => !('inverse' in step) && step.id === id),
  )
  if (at !== -1) all.splice(at, 1)
}
