/** Where more minutes for a topic come from: an account in whole minutes. */
import type { Queue } from './queue.ts'
import { gives } from './queue.ts'

const MINUTE = 60_000

/** A phase that is still to come. */
export interface Ahead {
  id: string
  title: string
  minutes: number
  /** Fewest minutes it is worth having. */
  least: number
}

/** What is known when somebody asks for more. Server epoch ms, and milliseconds. */
export interface Account {
  now: number
  /** When the session should end; null where nobody knows. */
  endsBy: number | null
  /** What is left of the topics. */
  left: number
  queue: readonly Pick<Queue[number], 'target' | 'minutes' | 'is'>[]
  ahead: readonly Ahead[]
}

export type Source =
  /** Minutes that no topic and no phase needs. */
  | { is: 'spare'; before: number; after: number }
  | { is: 'topic'; target: string; before: number; after: number }
  | { is: 'phase'; phase: string; title: string; before: number; after: number }
  /** Nobody gives any: this is when the session ends then. */
  | { is: 'end'; ends: number }

/** Whether a phase has so many minutes to give. */
export function phaseGives({ minutes, least }: Pick<Ahead, 'minutes' | 'least'>, asked: number) {
  return minutes - asked >= least
}

/** Whole minutes before the end that nothing needs as things stand. */
export function spareOf(account: Account): number {
  if (account.endsBy === null) return 0
  return Math.max(0, Math.floor((account.endsBy - endsAt(account)) / MINUTE))
}

/**
 * Where `minutes` can come from, in the order in which they are taken: spare minutes, a topic that waits (the last
 * one first, it matters least), a phase that is still to come, a later end. The last one is always there.
 */
export function sourcesOf(account: Account, minutes: number): Source[] {
  const spare = spareOf(account)
  const { queue, ahead } = account
  const topics = queue.toReversed().filter(({ target }) => gives(queue, target, minutes))
  const phases = ahead.filter((phase) => phaseGives(phase, minutes))
  return [
    ...(spare >= minutes ? [{ is: 'spare', before: spare, after: spare - minutes } as const] : []),
    ...topics.map(
      ({ target, minutes: before }) =>
        ({ is: 'topic', target, before, after: before - minutes }) as const,
    ),
    ...phases.map(
      ({ id, title, minutes: before }) =>
        ({ is: 'phase', phase: id, title, before, after: before - minutes }) as const,
    ),
    ...(spare < minutes ? [{ is: 'end', ends: endsAt(account) + minutes * MINUTE } as const] : []),
  ]
}

function endsAt({ now, left, ahead }: Account): number {
  return now + left + ahead.reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE
}
