import type { Format } from '@plenary/shared/format'
import { paperColour } from '../look/paper.ts'

/** A flat sketch of a format: its papers, and whether they end in numbers or dots. */
export function FormatPicture({ format }: { format: Format }) {
  const columns = format.sections.find((section) => section.kind === 'columns')
  const lanes = columns?.kind === 'columns' ? columns.lanes.length : 0
  const rates = format.sections.some((section) => section.kind === 'matrix')
  const papers = Array.from({ length: 4 }, (_, index) => (lanes > 0 ? index : -1))
  return (
    <svg viewBox="0 0 176 80" aria-hidden="true">
      {papers.map((lane, index) => (
        <rect
          key={index}
          x={8 + index * (rates ? 23 : 41)}
          y={rates ? 14 + (index % 2) * 26 : 14}
          width={rates ? 28 : 35}
          height={rates ? 22 : 30}
          rx={1.5}
          fill={paperColour(lane)}
        />
      ))}
      {rates ? (
        <g>
          <path d="M118 12v56h50" fill="none" stroke="var(--line-strong)" strokeWidth={1.25} />
          <circle cx={154} cy={24} r={8} fill="var(--note-mint)" />
          <circle cx={138} cy={32} r={5} fill="var(--note-rose)" />
          <circle cx={130} cy={54} r={5} fill="var(--note-sky)" />
        </g>
      ) : (
        [4, 3, 1].flatMap((dots, column) =>
          Array.from({ length: dots }, (_, index) => (
            <circle
              key={`${column} ${index}`}
              cx={13 + column * 41 + index * 9}
              cy={56}
              r={3.2}
              fill="var(--accent)"
            />
          )),
        )
      )}
    </svg>
  )
}
