/** Which sections cards stand in. */
import type { Section } from './format.ts'

/** In columns, or on a wall. */
export function holdsCards(
  section: Section | null | undefined,
): section is Extract<Section, { kind: 'columns' | 'wall' }> {
  return section?.kind === 'columns' || section?.kind === 'wall'
}
