import type { ReactNode } from 'react'
import type { Format } from '@plenary/shared/format'

/** A flat sketch of the shape of a meeting, 264 × 120: papers, hairlines and pine. Drawn from what a format holds. */
export function FormatPicture({ format }: { format: Format }) {
  return (
    <svg viewBox="0 0 264 120" aria-hidden="true">
      {sketchOf(format)}
    </svg>
  )
}

function sketchOf({ sections, phases }: Format): ReactNode {
  const lanes = Math.max(
    0,
    ...sections.map((section) => (section.kind === 'columns' ? section.lanes.length : 0)),
  )
  const votes = phases.find((phase) => phase.dots !== undefined)?.dots
  if (sections.some((section) => section.kind === 'matrix')) return <Risks />
  if (lanes > 0) return <Lanes />
  const connects = sections[0]?.kind === 'wall' && votes?.live !== true
  if (connects) return <Wall />
  return votes?.live === true ? <Options /> : <Topics />
}

interface PaperProps {
  at: [x: number, y: number]
  size?: [width: number, height: number]
  paper: 'butter' | 'sky' | 'rose' | 'apricot' | 'mint'
}

function Paper({ at: [x, y], size: [width, height] = [30, 23], paper }: PaperProps) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={1.5}
      fill={`var(--note-${paper})`}
      stroke="var(--line)"
      strokeWidth={0.75}
    />
  )
}

const LINE = { fill: 'none', stroke: 'var(--line-strong)', strokeWidth: 1.5 }

/** Loose cards become bubbles on two axes. */
function Risks() {
  return (
    <>
      <Paper at={[27, 20]} paper="butter" />
      <Paper at={[66, 27]} paper="butter" />
      <Paper at={[46, 56]} paper="butter" />
      <path d="M114 48h20m-7-6 7 6-7 6" {...LINE} />
      <path d="M154 16v76h88" {...LINE} />
      <circle cx={192} cy={36} r={8.5} fill="var(--note-rose)" />
      <circle cx={223} cy={34} r={13} fill="var(--note-mint)" />
      <circle cx={172} cy={72} r={7.5} fill="var(--note-sky)" />
      <circle cx={219} cy={70} r={9.5} fill="var(--note-apricot)" />
    </>
  )
}

/** Papers under headings. */
function Lanes() {
  const lanes = [
    { paper: 'mint', cards: 3 },
    { paper: 'sky', cards: 2 },
    { paper: 'butter', cards: 3 },
    { paper: 'rose', cards: 2 },
  ] as const
  return lanes.map(({ paper, cards }, lane) => (
    <g key={paper} transform={`translate(${21 + lane * 57} 15)`}>
      <rect
        width={50}
        height={90}
        rx={6}
        fill="var(--surface)"
        stroke="var(--line)"
        strokeWidth={1}
      />
      {Array.from({ length: cards }, (_, card) => (
        <Paper key={card} at={[7, 9 + card * 25]} size={[36, 18]} paper={paper} />
      ))}
    </g>
  ))
}

/** Topics in a row, the dots they have, and a line under those that are talked about. */
function Topics() {
  const topics = [
    { paper: 'butter', dots: 5 },
    { paper: 'sky', dots: 4 },
    { paper: 'mint', dots: 2 },
    { paper: 'rose', dots: 1 },
  ] as const
  return (
    <>
      {topics.map(({ paper, dots }, topic) => (
        <g key={paper} transform={`translate(${27 + topic * 54} 24)`}>
          <Paper at={[0, 0]} size={[42, 33]} paper={paper} />
          {Array.from({ length: dots }, (_, dot) => (
            <circle
              key={dot}
              cx={4 + dot * 8.5}
              cy={46}
              r={topic < 2 ? 3.4 : 2.8}
              fill={topic < 2 ? 'var(--accent)' : 'none'}
              stroke={topic < 2 ? 'none' : 'var(--line-strong)'}
              strokeWidth={1.25}
            />
          ))}
        </g>
      ))}
      <path d="M27 88h96" fill="none" stroke="var(--accent)" strokeWidth={2} />
    </>
  )
}

/** Papers anywhere, some of them together, some connected. */
function Wall() {
  return (
    <>
      <path d="M72 40q24 -14 46 0m8 18q-2 22 -34 26m94 -52q-14 2 -26 10" {...LINE} />
      <rect x={174} y={54} width={70} height={52} rx={6} {...LINE} strokeDasharray="4 3" />
      <Paper at={[30, 28]} size={[40, 28]} paper="butter" />
      <Paper at={[120, 30]} size={[40, 28]} paper="sky" />
      <Paper at={[50, 76]} size={[40, 28]} paper="mint" />
      <Paper at={[188, 16]} size={[40, 28]} paper="rose" />
      <Paper at={[181, 62]} size={[34, 24]} paper="butter" />
      <Paper at={[203, 74]} size={[34, 24]} paper="apricot" />
    </>
  )
}

/** Ideas in no order, some of them with dots on them. */
function Options() {
  const ideas = [
    { x: 34, y: 18, paper: 'butter', dots: 3 },
    { x: 106, y: 18, paper: 'mint', dots: 1 },
    { x: 178, y: 18, paper: 'butter', dots: 0 },
    { x: 34, y: 66, paper: 'sky', dots: 0 },
    { x: 106, y: 66, paper: 'butter', dots: 2 },
    { x: 178, y: 66, paper: 'apricot', dots: 1 },
  ] as const
  return ideas.map(({ x, y, paper, dots }) => (
    <g key={`${x} ${y}`}>
      <Paper at={[x, y]} size={[52, 36]} paper={paper} />
      {Array.from({ length: dots }, (_, dot) => (
        <circle key={dot} cx={x + 9 + dot * 10} cy={y + 27} r={3.6} fill="var(--accent)" />
      ))}
    </g>
  ))
}
