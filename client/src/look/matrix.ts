import type { Section } from '@plenary/shared/format'

/** The section that is estimated on axes. */
export type Matrix = Extract<Section, { kind: 'matrix' }>
