/** What a request that is on its way will make of one's own view, so that a press is seen at once. */
import { withDots } from '@plenary/shared/ballot'
import type { Command } from '@plenary/shared/command'
import type { Facts } from '@plenary/shared/facts'
import type { Mine } from '@plenary/shared/mine'

/** What a person sees as they ask. */
export interface Seen {
  facts: Pick<Facts, 'rounds'>
  mine: Mine
}

export type Effect = (mine: Mine) => Mine

/**
 * The effect of a command on the view of its sender, or null. Numbers are fixed when the command is asked: the
 * server's view arrives a moment before the answer, and a dot must not be counted twice in between.
 */
export function pendingEffect(command: Command, now: Seen | null): Effect | null {
  const { type } = command
  if (type === 'dot.add' || type === 'dot.take') {
    const { round, target } = command
    const count = (now?.mine.dots[round]?.[target] ?? 0) + (type === 'dot.add' ? 1 : -1)
    // In a poll an answer takes the place of the one before.
    const isPoll = now?.facts.rounds[round]?.rules.kind === 'poll'
    return (mine) => {
      const others = isPoll ? {} : (mine.dots[round] ?? {})
      return { ...mine, dots: { ...mine.dots, [round]: withDots(others, target, count) } }
    }
  }
  if (type === 'estimate.put') return estimate(command, command.value)
  if (type === 'estimate.pass') return estimate(command, 'pass')
  if (type === 'ready') return (mine) => ({ ...mine, ready: command.on })
  if (type === 'hand.raise') return (mine) => ({ ...mine, hand: true })
  if (type === 'hand.lower' && command.person === undefined)
    return (mine) => ({ ...mine, hand: false })
  return null
}

function estimate(
  { round, target, axis }: { round: string; target: string; axis: string },
  value: number | 'pass',
): Effect {
  return (mine) => {
    const own = mine.estimates[round] ?? {}
    const answers = { ...own[target], [axis]: value }
    return { ...mine, estimates: { ...mine.estimates, [round]: { ...own, [target]: answers } } }
  }
}
