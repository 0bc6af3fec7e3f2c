/** One step of an agenda in another place. */

export interface StepMove {
  phase: string
  /** The one it goes before; null: to the end. */
  before: string | null
}

/** The others stay in the order they have; nothing moves where one of the two is not there. */
export function withMove<T extends { id: string }>(
  steps: readonly T[],
  { phase, before }: StepMove,
): readonly T[] {
  const step = steps.find(({ id }) => id === phase)
  const others = steps.filter((one) => one !== step)
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
  if (step === undefined || at < 0) return steps
  return [...others.slice(0, at), step, ...others.slice(at)]
}
