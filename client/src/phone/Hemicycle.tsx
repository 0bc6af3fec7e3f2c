import { HEIGHT, LEAD, WIDTH, seats } from './hemicycle.ts'

const SEATS = seats()

/** The room as seats: filled is here, dashed is still to come. The words beside it say the number. */
export function Hemicycle({ here }: { here: number }) {
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {SEATS.map((seat, index) => (
        <circle
          key={`${seat.x} ${seat.y}`}
          cx={seat.x}
          cy={seat.y}
          r={9}
          fill={index < here ? 'var(--accent)' : 'none'}
          stroke={index < here ? 'var(--accent)' : 'var(--line-strong)'}
          strokeWidth={1.75}
          strokeDasharray={index < here ? undefined : '3 3'}
        />
      ))}
      <circle cx={LEAD.x} cy={LEAD.y} r={12} fill="none" stroke="var(--accent)" strokeWidth={2.5} />
    </svg>
  )
}
