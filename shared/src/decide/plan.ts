/** What is decided before the session, by whoever leads. */
import type { CommandOf } from '../command.ts'
import type { Decided } from '../decision.ts'
import { decided, refuse } from '../decision.ts'
import { tidyName } from '../person.ts'
import { CHECK_IN_MAX, EXPECTED_MAX } from '../plan.ts'
import type { Plan } from '../plan.ts'
import type { SessionState } from '../session.ts'

export function set(
  state: SessionState,
  { type: _type, ...asked }: CommandOf<'plan.set'>,
): Decided {
  const { expected, checkIn } = asked
  if (typeof expected === 'number')
    if (!Number.isInteger(expected) || expected < 1 || expected > EXPECTED_MAX)
      return refuse('not-expected')
  if (checkIn !== undefined && checkIn.length > CHECK_IN_MAX) return refuse('words-too-long')
  const { plan } = state
  const now: Plan = {
    startsAt: asked.startsAt ?? (asked.startsAt === null ? null : plan.startsAt),
    by: asked.by ?? plan.by,
    expected: expected ?? (expected === null ? null : plan.expected),
    standin: asked.standin === undefined ? plan.standin : tidyName(asked.standin),
    notesTo: asked.notesTo === undefined ? plan.notesTo : tidyName(asked.notesTo),
    checkIn: checkIn === undefined ? plan.checkIn : checkIn.toWellFormed().trim(),
  }
  return decided([{ is: 'plan.set', plan: now }])
}
