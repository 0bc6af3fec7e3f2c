/** Which topics are talked about and how long: the top N, and the tie rule with its arithmetic. */
import type { QueueRules } from './format.ts'

export interface Topic {
  target: string
  minutes: number
  is: 'waiting' | 'now' | 'done'
  /** Server time it began, while it is the topic talked about. */
  since?: number
  /** Minutes talked about so far, to a tenth; absent until it has been the topic. */
  used?: number
}

export type Queue = readonly Topic[]

/** Fewest minutes that a topic keeps when another one takes from its box. */
const BOX_LEAST = 1

/** Whether a topic that waits has so many minutes to give. */
export function gives(
  queue: readonly Pick<Topic, 'target' | 'minutes' | 'is'>[],
  from: string,
  minutes: number,
): boolean {
  return queue.some(
    (topic) =>
      topic.target === from && topic.is === 'waiting' && topic.minutes - minutes >= BOX_LEAST,
  )
}

/** The queue with the topic talked about put down: its minutes counted, and done or kept for later. */
export function putDown(queue: Queue, as: 'done' | 'waiting', now: number): Queue {
  return queue.map((topic): Topic => {
    if (topic.is !== 'now') return topic
    const { since, used = 0, ...rest } = topic
    const spent = since === undefined ? 0 : (now - since) / 60_000
    return { ...rest, is: as, used: Math.round((used + spent) * 10) / 10 }
  })
}

/**
 * What the rules propose; a person decides.
 * `top`: the best N; `shared`: a tie at the cut adds every tied topic and shares the same total, its box no
 * smaller than the least; `crowded`: so many tie that the box would be too small, so the group chooses;
 * `none`: nobody has a dot or an estimate.
 */
export type Proposal =
  | { is: 'none' }
  | { is: 'top'; targets: string[]; minutes: number; total: number }
  | {
      is: 'shared'
      targets: string[]
      minutes: number
      total: number
      planned: { places: number; minutes: number }
    }
  | {
      is: 'crowded'
      /** Stand above the cut, whatever happens. */
      sure: string[]
      tied: string[]
      places: number
      /** Minutes each if all were talked about, in seconds to stay exact. */
      secondsEach: number
      total: number
    }

/** Targets in their order of making, with their dots or products; those at zero never enter the queue. */
export function propose(
  scores: readonly { target: string; score: number }[],
  rules: QueueRules,
): Proposal {
  const total = rules.places * rules.minutes
  const order = scores
    .map((one, index) => ({ ...one, index }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  if (order.length === 0) return { is: 'none' }
  const cut = order[Math.min(rules.places, order.length) - 1]?.score ?? 0
  const taken = order.filter((one) => one.score >= cut)
  const targets = taken.map((one) => one.target)
  if (taken.length <= rules.places) return { is: 'top', targets, minutes: rules.minutes, total }
  // Whole minutes, so that people can keep them in mind; what is left over stays spare.
  const each = Math.floor(total / taken.length)
  if (total / taken.length >= rules.least)
    return {
      is: 'shared',
      targets,
      minutes: each,
      total,
      planned: { places: rules.places, minutes: rules.minutes },
    }
  const sure = taken.filter((one) => one.score > cut).map((one) => one.target)
  return {
    is: 'crowded',
    sure,
    tied: taken.filter((one) => one.score === cut).map((one) => one.target),
    places: rules.places - sure.length,
    secondsEach: Math.floor((total * 60) / taken.length),
    total,
  }
}
