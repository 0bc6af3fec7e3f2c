/** The phases of a session in the order and with the words its facilitators gave them. */
import type { Format, Phase } from './format.ts'

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
