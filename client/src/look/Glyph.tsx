/** The sign of a category. Shape carries the meaning, colour only helps. */

const COLOURS = ['--data-1', '--data-4', '--data-2', '--data-3', '--data-5']
const SHAPES = [
  'M6.5 1.3a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4Z',
  'M6.5.6 12.4 6.5 6.5 12.4.6 6.5Z',
  'M6.5 1.2 12.2 11.6H.8Z',
  'M2.6 1.6h7.8a1 1 0 0 1 1 1v7.8a1 1 0 0 1-1 1H2.6a1 1 0 0 1-1-1V2.6a1 1 0 0 1 1-1Z',
  'M3.4 1.3h6.2l3 5.2-3 5.2H3.4l-3-5.2Z',
]

interface GlyphProps {
  /** The lane's place in its section, from 0. */
  index: number
  size?: number
}

export function Glyph({ index, size = 14 }: GlyphProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 13 13" aria-hidden="true">
      <path d={SHAPES[at(index)]} fill={glyphColour(index)} />
    </svg>
  )
}

/** The shape alone, 13 by 13, in the colour of what it stands in. */
export function GlyphShape({ index }: { index: number }) {
  return <path d={SHAPES[at(index)]} />
}

/** The colour that goes with a sign, as a CSS value. */
export function glyphColour(index: number): string {
  return `var(${COLOURS[at(index)]})`
}

function at(index: number): number {
  return ((index % SHAPES.length) + SHAPES.length) % SHAPES.length
}
