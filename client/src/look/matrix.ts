import type { Section } from '@plenary/shared/format'

/** The section that is estimated on axes. */
export type Matrix = Extract<Section, { kind: 'matrix' }>

/** What the product of the axes is called: "P × I". */
export function productTitle({ axes }: Matrix): string {
  return axes.length === 1
    ? (axes[0]?.title ?? '')
    : axes.map((axis) => axis.title.slice(0, 1)).join(' × ')
}
