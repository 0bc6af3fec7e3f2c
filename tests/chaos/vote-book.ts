/** Counts the votes of a session from its events alone, apart from the rules of the product, and says where a limit falls. */
import type { Event, EventOf } from '@plenary/shared/event'
import type { DotRound, Round } from '@plenary/shared/session'

interface Book {
  round: DotRound
  open: boolean
  /** Person -> target -> dots. */
  ballots: Map<string, Map<string, number>>
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, one) => all + one, 0)

export class VoteBook {
  private readonly books = new Map<string, Book>()

  /** Begins anew with what a state says, where events before it were not read. */
  takeUp(rounds: Readonly<Record<string, Round>>): void {
    this.books.clear()
    for (const [id, round] of Object.entries(rounds)) {
      if (round.kind !== 'dots') continue
      const ballots = Object.entries(round.ballots).map(
        ([person, ballot]) => [person, new Map(Object.entries(ballot))] as const,
      )
      this.books.set(id, { round, open: round.is === 'open', ballots: new Map(ballots) })
    }
  }

  /** What is wrong with this event after all before it; '' where nothing is. */
  takes(event: Event): string {
    if (event.is === 'dots.set') return this.sets(event)
    if (event.is === 'round.closed') return this.closes(event)
    if (event.is === 'round.opened' && event.as.kind === 'dots')
      this.books.set(event.round, { round: event.as, open: true, ballots: new Map() })
    if (event.is === 'round.changed') {
      const book = this.books.get(event.round)
      if (book !== undefined) book.round = { ...book.round, rules: event.rules }
    }
    return ''
  }

  private closes({ round, result }: EventOf<'round.closed'>): string {
    const book = this.books.get(round)
    if (book === undefined) return ''
    book.open = false
    const counted = new Map<string, number>()
    for (const ballot of book.ballots.values())
      for (const [target, dots] of ballot)
        if (dots > 0) counted.set(target, (counted.get(target) ?? 0) + dots)
    const told = Object.entries(result)
    const same = told.length === counted.size && told.every(([id, n]) => counted.get(id) === n)
    return same ? '' : `the result of round ${round} is not what was voted`
  }

  private sets({ round, person, target, dots }: EventOf<'dots.set'>): string {
    const book = this.books.get(round)
    if (book === undefined) return `a dot in no round: ${round}`
    if (!book.open) return `a dot in the closed round ${round}`
    const ballot = book.ballots.get(person) ?? new Map<string, number>()
    const before = ballot.get(target) ?? 0
    book.ballots.set(person, ballot.set(target, dots))
    if (dots <= before) return ''
    const { rules, targets, options } = book.round
    const used = sum(ballot.values())
    const who = `${person} in round ${round}`
    if (used > rules.budget) return `${used} dots of ${rules.budget} by ${who}`
    if (rules.cap !== null && dots > rules.cap) return `${dots} dots on one card by ${who}`
    if (targets?.includes(target) === false) return `a dot beside the vote by ${who}`
    if (options?.every(({ id }) => id !== target) === true)
      return `an answer that is none by ${who}`
    return ''
  }
}
