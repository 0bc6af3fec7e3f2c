/** Takes a seat for this page load, and the board beside it. */
import { PROTOCOL_VERSION } from '@plenary/shared/frame'
import { createBoard } from '@plenary/shared/board'
import * as Y from 'yjs'
import * as v from 'valibot'
import { send, sendFor } from '../session/request.ts'
import type { Clock } from './clock.ts'

/** The right to write under one Yjs client id, for as long as the page lives. In memory only. */
export interface Seat {
  clientId: number
  secret: string
  epoch: number
}

export type Seated =
  | { is: 'seated'; seat: Seat; doc: Y.Doc; serverTime: number; askedAt: number }
  /** Nothing to be done from here. */
  | { is: 'ended'; why: 'token' | 'not-found' | 'version' | 'refused' | 'damaged' }
  /** Ask again after a while. */
  | { is: 'later' }

const seatsSchema = v.object({
  seat: v.object({ clientId: v.number(), secret: v.string(), epoch: v.number() }),
  protocolVersion: v.number(),
  serverTime: v.number(),
})

/** Both requests at once; the document has the seat's client id and, when it came, the board. */
export async function takeSeat(
  origin: string,
  sessionId: string,
  token: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<Seated> {
  const askedAt = clock.now()
  const path = `${origin}/api/sessions/${encodeURIComponent(sessionId)}`
  const [seats, board] = await Promise.all([
    sendFor(seatsSchema, `${path}/seats`, { method: 'POST', token, signal }),
    fetchBoard(path, token, signal),
  ])
  if (seats.is === 'problem') return outcome(seats.code)
  const { seat, protocolVersion, serverTime } = seats.value
  if (protocolVersion !== PROTOCOL_VERSION) return { is: 'ended', why: 'version' }
  const doc = board === null || board.epoch !== seat.epoch ? null : boardFrom(board.update)
  return { is: 'seated', seat, doc: seatedAt(seat, doc ?? createBoard()), serverTime, askedAt }
}

/** A document with this in it, or null when it is no board: something between us may answer in its place. */
function boardFrom(update: Uint8Array): Y.Doc | null {
  const doc = createBoard()
  try {
    Y.applyUpdate(doc, update, { by: 'board' })
    return doc
  } catch {
    return null
  }
}

function seatedAt({ clientId }: Seat, doc: Y.Doc): Y.Doc {
  doc.clientID = clientId
  return doc
}

/** What the problems mean that do not pass. */
const ENDS = new Map<string, Extract<Seated, { is: 'ended' }>['why']>([
  ['unknown-token', 'token'],
  ['no-such-session', 'not-found'],
  ['damaged', 'damaged'],
  ['too-many-seats', 'refused'],
])

function outcome(code: string): Seated {
  const why = ENDS.get(code)
  return why === undefined ? { is: 'later' } : { is: 'ended', why }
}

/** The whole board; null when it did not come, then the socket brings it. */
async function fetchBoard(
  path: string,
  token: string,
  signal: AbortSignal,
): Promise<{ epoch: number; update: Uint8Array } | null> {
  const replied = await send(`${path}/board`, { token, signal })
  if (replied.is === 'problem') return null
  try {
    const update = new Uint8Array(await replied.response.arrayBuffer())
    return { epoch: Number(replied.response.headers.get('Plenary-Epoch')), update }
  } catch {
    return null
  }
}
