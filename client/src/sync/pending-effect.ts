/** What a request that is on its way will make of one's own view, so that a press is seen at once. */
import { withDots } from '@plenary/shared/ballot'
import type { Command } from '@plenary/shared/command'
import type { Mine } from '@plenary/shared/mine'

export type Effect = (mine: Mine) => Mine

/**
 * The effect of a command on the view of its sender, or null. Numbers are fixed when the command is asked: the
 * server's view arrives a moment before the answer, and a dot must not be counted twice in between.
 */
export function pendingEffect(command: Command, now: Mine | null): Effect | null {
  switch (command.type) {
    case 'dot.add':
      return dots(command.round, command.target, dotsOn(now, command.round, command.target) + 1)
    case 'dot.take':
      return dots(command.round, command.target, dotsOn(now, command.round, command.target) - 1)
    case 'estimate.put':
      return estimate(command, command.value)
    case 'estimate.pass':
      return estimate(command, 'pass')
    case 'ready':
      return (mine) => ({ ...mine, ready: command.on })
    case 'hand.raise':
      return (mine) => ({ ...mine, hand: true })
    case 'hand.lower':
      return command.person === undefined ? (mine) => ({ ...mine, hand: false }) : null
    default:
      return null
  }
}

function dotsOn(mine: Mine | null, round: string, target: string): number {
  return mine?.dots[round]?.[target] ?? 0
}

function dots(round: string, target: string, count: number): Effect {
  return (mine) => ({
    ...mine,
    dots: { ...mine.dots, [round]: withDots(mine.dots[round] ?? {}, target, count) },
  })
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
