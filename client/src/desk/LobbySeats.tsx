import { useState } from 'react'
import { isSeated } from '@plenary/shared/person'
import { Avatar } from '../look/Avatar.tsx'
import { peopleIn } from '../look/room.ts'
import { useView } from '../sync/hooks.ts'
import type { Someone } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { lobby as words } from '../words/lobby.ts'
import type { Hemicycle, Seat } from './seats.ts'
import { DRAWN_MAX, NAMED_MAX, ROW_EDGE, SEATS_MIN, hemicycleFor, seated } from './seats.ts'
import { useArrivals } from './useArrivals.ts'
import styles from './Lobby.module.css'

/** People taking seats around whoever leads. `expected` counts those who are to sit there, null when nobody said. */
export function LobbySeats({ expected }: { expected: number | null }) {
  const view = useView()
  const here = peopleIn(view).filter((person) => isSeated(person) && view.present.has(person.id))
  const leaders = here.filter((person) => person.role === 'facilitator')
  const guests = here.filter((person) => person.role !== 'facilitator')
  const watching = peopleIn(view).filter(
    (person) => person.role === 'observer' && view.present.has(person.id),
  )
  return (
    <div className={styles.people}>
      <Arrivals here={here} />
      {guests.length <= DRAWN_MAX ? (
        <Room guests={guests} leaders={leaders} expected={expected} />
      ) : (
        <p className={styles.many}>
          <b className="figures">{words.many(guests.length)}</b> {words.manyBody}
        </p>
      )}
      {guests.length === 0 && <p className={styles.quiet}>{words.empty}</p>}
      {watching.length > 0 && (
        <p className={styles.quiet}>
          {words.watching(watching.map((person) => person.name).join(', '))}
        </p>
      )}
    </div>
  )
}

interface RoomProps {
  guests: readonly Someone[]
  leaders: readonly Someone[]
  expected: number | null
}

function Room({ guests, leaders, expected }: RoomProps) {
  const ids = guests.map(({ id }) => id)
  const [seats, setSeats] = useState<ReadonlyMap<string, number>>(() => seated(new Map(), ids))
  const [first] = useState<ReadonlySet<string>>(() => new Set(ids))
  // Who is new takes the next free seat; nobody else moves.
  const now =
    ids.every((id) => seats.has(id)) && seats.size === ids.length ? seats : seated(seats, ids)
  if (now !== seats) setSeats(now)
  const highest = Math.max(-1, ...now.values()) + 1
  const count = Math.min(DRAWN_MAX, Math.max(highest, expected ?? 0, SEATS_MIN))
  const room = hemicycleFor(Math.max(count, 1))
  const named = count <= NAMED_MAX
  const taken = new Set(now.values())
  return (
    <div
      className={styles.hemicycle}
      style={{ aspectRatio: `${room.width} / ${room.height}`, maxWidth: room.width }}
    >
      <Rows room={room} taken={taken} />
      <ul aria-label={words.people}>
        {guests.map((person) => (
          <Place
            key={person.id}
            room={room}
            at={room.seats[now.get(person.id) ?? 0] ?? room.lead}
            person={person}
            label={named ? person.name : null}
            fresh={!first.has(person.id)}
          />
        ))}
        {leaders.map((person, index) => (
          <Place
            key={person.id}
            room={room}
            // Whoever leads beside the first one sits next to them.
            at={{ x: room.lead.x + besides(index) * 116, y: room.lead.y }}
            person={person}
            label={words.leading(person.name)}
            fresh={false}
          />
        ))}
      </ul>
    </div>
  )
}

/** 0, 1, -1, 2, -2 and so on. */
function besides(index: number): number {
  return Math.ceil(index / 2) * (index % 2 === 1 ? 1 : -1) || 0
}

/** The rows as hairlines, and the seats that nobody has taken yet. */
function Rows({ room, taken }: { room: Hemicycle; taken: ReadonlySet<number> }) {
  const { width, height, lead, radii, seats, size } = room
  return (
    <svg className={styles.rows} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {radii.map((radius) => (
        <path key={radius} d={arcOf(lead, radius)} className={styles.arc} />
      ))}
      {seats.map(({ x, y }, index) =>
        taken.has(index) ? null : (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={size / 2} className={styles.free} />
        ),
      )}
    </svg>
  )
}

/** A row from its first seat to its last. */
function arcOf({ x, y }: Seat, radius: number): string {
  const [across, up] = [radius * Math.cos(ROW_EDGE), radius * Math.sin(ROW_EDGE)]
  return `M${x - across} ${y - up}A${radius} ${radius} 0 0 1 ${x + across} ${y - up}`
}

interface PlaceProps {
  room: Hemicycle
  at: { x: number; y: number }
  person: Someone
  label: string | null
  /** Came while this was on the screen. */
  fresh: boolean
}

function Place({ room, at, person, label, fresh }: PlaceProps) {
  return (
    <li
      className={styles.seat}
      style={{ left: `${(at.x / room.width) * 100}%`, top: `${(at.y / room.height) * 100}%` }}
    >
      <span
        className={`${styles.face} ${fresh ? styles.fresh : ''}`}
        style={{ marginTop: -room.size / 2 }}
        aria-hidden={label !== null}
      >
        <Avatar person={person} size={room.size} />
      </span>
      {label !== null && <span className={styles.name}>{label}</span>}
    </li>
  )
}

/** Says who came, a few at a time. */
function Arrivals({ here }: { here: readonly Someone[] }) {
  const came = useArrivals(here)
  return (
    <output className="unseen">{came.length > 0 && words.came(listed(came), here.length)}</output>
  )
}

/** Up to three names, then a number. */
function listed(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : common.people(names.length)
}
