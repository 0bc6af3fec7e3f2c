/**
 * Pointing: cursors and selections on the board, told only to whoever looks at it. Own binary frames, identity given
 * by the server. Apart from presence, which every phone loads.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MESSAGE } from './frame.ts'
import type { Opening } from './format.ts'
import type { Role } from './person.ts'
import type { Status } from './session.ts'

/** Largest body of a client. Bytes. */
const POINTING_MAX = 72
/** A cursor farther from the board's corner is none. Board units. */
export const POINT_MAX = 500_000
/** With more people here only who leads, and who has a card in hand, is seen to point. */
export const POINTING_PEOPLE = 25
/** Cursors of a room of so many people are told at most this often. Milliseconds. */
const PACES: readonly { people: number; every: number }[] = [
  { people: 8, every: 50 },
  { people: POINTING_PEOPLE, every: 100 },
]
const SLOWEST = 150

/** What a client says of its pointer. */
export type Pointed =
  /** From now on it is told what others point at, all of it first; or no longer. */
  | { is: 'watch'; on: boolean }
  /** In whole board units. */
  | { is: 'cursor'; x: number; y: number }
  /** The one card that has its focus; '' for none. */
  | { is: 'selects'; card: string }

/** What those who watch hear, by the number of a connection. */
export type Pointer =
  | { is: 'cursor'; number: number; x: number; y: number }
  | { is: 'selects'; number: number; card: string }

const OP = { blind: 0, watch: 1, cursor: 2, selects: 3 } as const

/** How far apart a client says, and the server tells, where a pointer is. Milliseconds. */
export function cursorEvery(people: number): number {
  return PACES.find((pace) => people <= pace.people)?.every ?? SLOWEST
}

/** A phase and its rounds, as state and published facts both give them. */
export interface PointingSetting {
  status: Status
  anonymous: boolean
  opens: readonly Opening[]
  rounds: Iterable<{ is: 'open' | 'closed'; rules?: object }>
}

/** Whether a board is pointed at now: never without names, nor while people write, estimate or vote unseen. */
export function isPointedAt({ status, anonymous, opens, rounds }: PointingSetting): boolean {
  if (status !== 'running' || anonymous) return false
  if (opens.includes('drafts') || opens.includes('estimates')) return false
  for (const { is, rules } of rounds) if (is === 'open' && !isLive(rules)) return false
  return true
}

/** Whether a person points in a room of so many; who only watches is not seen to. */
export function mayPoint(
  role: Role,
  { people, holds }: { people: number; holds: boolean },
): boolean {
  if (role === 'observer') return false
  return people <= POINTING_PEOPLE || role === 'facilitator' || holds
}

function isLive(rules: object | undefined): boolean {
  return rules !== undefined && 'live' in rules && rules.live === true
}

export function writePointed(pointed: Pointed): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.pointing)
  switch (pointed.is) {
    case 'watch':
      encoding.writeVarUint(encoder, pointed.on ? OP.watch : OP.blind)
      break
    case 'cursor':
      encoding.writeVarUint(encoder, OP.cursor)
      encoding.writeVarInt(encoder, pointed.x)
      encoding.writeVarInt(encoder, pointed.y)
      break
    case 'selects':
      encoding.writeVarUint(encoder, OP.selects)
      encoding.writeVarString(encoder, pointed.card)
  }
  return encoding.toUint8Array(encoder)
}

/** The body after the type; null when it is none. */
export function readPointed(body: Uint8Array): Pointed | null {
  if (body.byteLength > POINTING_MAX) return null
  try {
    const decoder = decoding.createDecoder(body)
    const pointed = readOne(decoder)
    // lib0 reads zeros behind the end.
    return decoder.pos === body.byteLength ? pointed : null
  } catch {
    return null
  }
}

function readOne(decoder: decoding.Decoder): Pointed | null {
  switch (decoding.readVarUint(decoder)) {
    case OP.blind:
      return { is: 'watch', on: false }
    case OP.watch:
      return { is: 'watch', on: true }
    case OP.cursor: {
      const x = decoding.readVarInt(decoder)
      const y = decoding.readVarInt(decoder)
      return Math.abs(x) > POINT_MAX || Math.abs(y) > POINT_MAX ? null : { is: 'cursor', x, y }
    }
    case OP.selects:
      return { is: 'selects', card: decoding.readVarString(decoder) }
    default:
      return null
  }
}

/** One frame for everything that was pointed at since the last. */
export function writePointers(pointers: readonly Pointer[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.pointing)
  encoding.writeVarUint(encoder, pointers.length)
  for (const one of pointers) {
    encoding.writeVarUint(encoder, one.number)
    if (one.is === 'cursor') {
      encoding.writeVarUint(encoder, OP.cursor)
      encoding.writeVarInt(encoder, one.x)
      encoding.writeVarInt(encoder, one.y)
    } else {
      encoding.writeVarUint(encoder, OP.selects)
      encoding.writeVarString(encoder, one.card)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** Reads on from a decoder that stands after the type. */
export function readPointers(decoder: decoding.Decoder): Pointer[] {
  const pointers: Pointer[] = []
  const count = decoding.readVarUint(decoder)
  for (let index = 0; index < count; index++) {
    const number = decoding.readVarUint(decoder)
    switch (decoding.readVarUint(decoder)) {
      case OP.cursor: {
        const x = decoding.readVarInt(decoder)
        pointers.push({ is: 'cursor', number, x, y: decoding.readVarInt(decoder) })
        break
      }
      case OP.selects:
        pointers.push({ is: 'selects', number, card: decoding.readVarString(decoder) })
        break
      default:
        return pointers
    }
  }
  return pointers
}
