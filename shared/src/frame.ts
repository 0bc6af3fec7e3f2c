/** The wire: y-websocket's frames and our own, as pairs of write and read. Numbers and bodies are in PROTOCOL.md. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import { formatSchema } from './format.ts'
import { mineSchema } from './mine.ts'
import { ROLES } from './person.ts'

/** A client of another version is closed with 4426. */
export const PROTOCOL_VERSION = 1
/** The subprotocol the server selects. */
export const SUBPROTOCOL = 'plenary.v1'

/** Largest frame to the application, and largest update and answer to a sync step 1. Bytes. */
export const FRAME_MAX = 256 * 1024
export const UPDATE_MAX = 64 * 1024
export const SYNC_STEP_2_MAX = 256 * 1024

/** The first varUint of a frame. 0 to 3 are y-websocket's. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 100,
  command: 101,
  presence: 102,
  pointing: 103,
  welcome: 110,
  answer: 111,
  mine: 112,
  saved: 113,
  reset: 115,
  refused: 116,
} as const

/** The second varUint of a sync frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Why a socket was closed. 44xx never reconnects; all else does, with jitter. */
export const CLOSE = {
  malformed: 4400,
  token: 4401,
  removed: 4403,
  noSession: 4404,
  seat: 4409,
  tooLarge: 4413,
  version: 4426,
  later: 4503,
  tooFast: 4529,
} as const
/** What is said with `tooFast` to whoever has too many connections; what it says otherwise is for programmers. */
export const TOO_MANY_PAGES = 'close another page of yours first'
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

export const helloSchema = v.object({ protocol: v.number() })

const youSchema = v.object({
  id: v.string(),
  name: v.string(),
  role: v.picklist(ROLES),
  takesPart: v.boolean(),
})

/** First frame after hello: enough to draw the first screen before the board is there. */
export const welcomeSchema = v.object({
  protocol: v.number(),
  sessionId: v.string(),
  epoch: v.number(),
  seq: v.number(),
  /** Server time, epoch ms, for clocks. */
  serverTime: v.number(),
  /** This connection's number in presence frames. */
  number: v.number(),
  you: youSchema,
  format: formatSchema,
  /** The root `session` as plain JSON, nested maps included. */
  facts: v.record(v.string(), v.unknown()),
  mine: mineSchema,
  /** The server cannot save at the moment: nothing is taken on this connection. */
  readOnly: v.optional(v.boolean()),
})
export type Welcome = v.InferOutput<typeof welcomeSchema>

/** `{id, ok: true, ...}` or `{id, ok: false, reason, message}`. */
export const answerSchema = v.looseObject({
  id: v.string(),
  ok: v.boolean(),
  reason: v.optional(v.string()),
  message: v.optional(v.string()),
})
export type Answer = v.InferOutput<typeof answerSchema>

/** What of this client's own edits was not taken; its words come back so that nothing is lost. */
export const refusedSchema = v.object({
  changes: v.array(
    v.object({
      card: v.string(),
      reason: v.string(),
      message: v.string(),
      text: v.optional(v.string()),
    }),
  ),
})
export type Refused = v.InferOutput<typeof refusedSchema>

export const resetSchema = v.object({ reason: v.string(), message: v.string() })
export type Reset = v.InferOutput<typeof resetSchema>

export function writeJson(type: number, body: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder)
}

/** `saved`: how many update frames of this socket are on disk. */
export function writeSaved(frames: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.saved)
  encoding.writeVarUint(encoder, frames)
  return encoding.toUint8Array(encoder)
}

export function writeSync(kind: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

/** An awareness frame that says nothing: food for the provider's watchdog, which counts messages and not pings. */
export function writeHeartbeat(): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, 0)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

/** A frame from a client, read as far as its envelope. */
export type Incoming =
  | { is: 'step1'; vector: Uint8Array }
  | { is: 'step2' | 'update'; update: Uint8Array }
  | { is: 'awareness' }
  | { is: 'hello'; body: unknown }
  | { is: 'command'; body: unknown }
  | { is: 'presence' | 'pointing'; body: Uint8Array }
  | { is: 'malformed' }

export function readIncoming(bytes: Uint8Array): Incoming {
  try {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return readSync(decoder)
      case MESSAGE.awareness:
      case MESSAGE.queryAwareness:
        return { is: 'awareness' }
      case MESSAGE.hello:
        return { is: 'hello', body: JSON.parse(decoding.readVarString(decoder)) }
      case MESSAGE.command:
        return { is: 'command', body: JSON.parse(decoding.readVarString(decoder)) }
      case MESSAGE.presence:
        return { is: 'presence', body: decoding.readTailAsUint8Array(decoder) }
      case MESSAGE.pointing:
        return { is: 'pointing', body: decoding.readTailAsUint8Array(decoder) }
      default:
        return { is: 'malformed' }
    }
  } catch {
    return { is: 'malformed' }
  }
}

function readSync(decoder: decoding.Decoder): Incoming {
  const kind = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  if (kind === SYNC.step1) return { is: 'step1', vector: body }
  if (kind === SYNC.step2) return { is: 'step2', update: body }
  if (kind === SYNC.update) return { is: 'update', update: body }
  return { is: 'malformed' }
}
