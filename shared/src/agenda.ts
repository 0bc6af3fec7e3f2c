/** The phases of a session in the order and with the words its facilitators gave them. */
import type { Format, Phase } from './format.ts'

const MINUTE = 60_000

interface Agenda {
  /** By phase. */
  steps: Readonly<
    Record<string, { title: string; minutes: number; skipped: boolean; order: number }>
  >
  /** By phase: what is asked there. */
  asks: Readonly<Record<string, { question: string; prompts: string[] }>>
  /** One person alone: nothing is kept free beside the phases. */
  solo?: boolean | undefined
}

/** The format as the published agenda has it: phases in their order, the skipped ones left out. */
export function formatAs(format: Format, { steps, asks, solo }: Agenda): Format {
  const phases = format.phases.map((phase) => ({
    order: 0,
    skipped: false,
    ...phase,
    ...steps[phase.id],
    ...asks[phase.id],
  }))
  return {
    ...format,
    spare: solo === true ? 0 : format.spare,
    phases: phases.filter((phase) => !phase.skipped).sort((a, b) => a.order - b.order),
  }
}

/** The phases the session goes through: those that are not skipped, in their order. */
export function phasesAhead(
  phases: readonly Phase[],
  steps: Readonly<Record<string, { skipped: boolean }>>,
): Phase[] {
  return phases.filter(({ id }) => steps[id]?.skipped !== true)
}

/** Minutes of all phases the session goes through, with what is kept free beside them. */
export function minutesOf(
  { phases, spare }: Pick<Format, 'phases' | 'spare'>,
  steps: Readonly<Record<string, { minutes: number; skipped: boolean }>>,
): number {
  return phasesAhead(phases, steps).reduce(
    (sum, { id, minutes }) => sum + (steps[id]?.minutes ?? minutes),
    spare,
  )
}

/**
 * When a session of so many minutes should end: counted from its planned start, or from when it began where none was
 * planned, or where it began on quite another occasion.
 */
export function endOf(startsAt: number | null, began: number, minutes: number): number {
  const length = minutes * MINUTE
  const asPlanned = startsAt !== null && Math.abs(began - startsAt) < length
  return (asPlanned ? startsAt : began) + length
}

/** When a session that is set up for a start should end; null where no start was said. */
export function plannedEnd(session: {
  plan: { startsAt: number | null }
  format: Pick<Format, 'phases' | 'spare'>
  steps: Readonly<Record<string, { minutes: number; skipped: boolean }>>
}): number | null {
  const { startsAt } = session.plan
  if (startsAt === null) return null
  return endOf(startsAt, startsAt, minutesOf(session.format, session.steps))
}
