/** A record and a snapshot as bytes: a JSON head and the board's update behind it. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Event } from '@plenary/shared/event'
import type { Json } from '@plenary/shared/json'
import type { SessionState } from '@plenary/shared/session'
import * as z from 'zod'

/** A seat as it is journaled: its client id belongs to this person for the epoch. */
export interface SeatRow {
  clientId: number
  person: string
  /** Hash of the seat's secret. */
  secret: string
}

export type AnswerBody = { ok: boolean } & Record<string, Json>

/** The answer of a command that counted, by person and by the command's id. */
export interface AnswerRow {
  person: string
  id: string
  answer: AnswerBody
  /** That of a close, which its sender may ask for again; every other answer goes with the close. */
  lasts?: true | undefined
}

export interface RoomRecord {
  /** Server time of the tick. */
  at: number
  /** The Yjs client id the server wrote with. */
  server: number
  events: Event[]
  answers: AnswerRow[]
  seats: SeatRow[]
  /** Every change of the board in this tick, after the gate; empty when there was none. */
  board: Uint8Array | null
}

export interface RoomSnapshot {
  server: number
  /** Written at an orderly unload: the server's client id may be used again. */
  clean: boolean
  /** Number of the last record that changed the board. */
  boardSeq: number
  state: SessionState
  answers: AnswerRow[]
  seats: SeatRow[]
  board: Uint8Array
}

// What is read here was written by this program and carries a checksum; the schema guards the outline.
const seat = z.object({ clientId: z.number(), person: z.string(), secret: z.string() })
const answer = z.object({
  person: z.string(),
  id: z.string(),
  answer: z.custom<AnswerBody>(
    (value) => z.looseObject({ ok: z.boolean() }).safeParse(value).success,
  ),
  lasts: z.literal(true).optional(),
})
const recordHead = z.object({
  at: z.number(),
  server: z.number(),
  events: z.array(
    z.custom<Event>((value) => z.looseObject({ is: z.string() }).safeParse(value).success),
  ),
  answers: z.array(answer),
  seats: z.array(seat),
})
const snapshotHead = z.object({
  server: z.number(),
  clean: z.boolean(),
  boardSeq: z.number(),
  state: z.custom<SessionState>(
    (value) => z.looseObject({ schema: z.literal(1), id: z.string() }).safeParse(value).success,
  ),
  answers: z.array(answer),
  seats: z.array(seat),
})

function encode(head: unknown, board: Uint8Array | null): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, JSON.stringify(head))
  encoding.writeVarUint8Array(encoder, board ?? new Uint8Array())
  return encoding.toUint8Array(encoder)
}

function decode(bytes: Uint8Array): { head: unknown; board: Uint8Array } {
  const decoder = decoding.createDecoder(bytes)
  const head: unknown = JSON.parse(decoding.readVarString(decoder))
  return { head, board: decoding.readVarUint8Array(decoder) }
}

export function encodeRecord({ board, ...head }: RoomRecord): Uint8Array {
  return encode(head, board)
}

export function decodeRecord(bytes: Uint8Array): RoomRecord {
  const { head, board } = decode(bytes)
  return { ...recordHead.parse(head), board: board.byteLength === 0 ? null : board }
}

export function encodeSnapshot({ board, ...head }: RoomSnapshot): Uint8Array {
  return encode(head, board)
}

export function decodeSnapshot(bytes: Uint8Array): RoomSnapshot {
  const { head, board } = decode(bytes)
  return { ...snapshotHead.parse(head), board }
}
