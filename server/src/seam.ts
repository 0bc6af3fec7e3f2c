/** The seam around a room: a mailbox and an audience. Only bytes and plain data cross. */
import type { CloseCode } from '@plenary/shared/frame'
import type { Ask, Reply } from './requests.ts'

/** One socket, by the number it has in presence frames. */
export type ConnectionId = number

/** What a room can do to the outside. `n` is the room's sequence number: by it a relay that misses a frame can tell. */
export interface Audience {
  /** The same bytes for everyone, the sender included. */
  toAll(n: number, frame: Uint8Array): void
  /** Our own message types, only to connections that said hello. Presence may be dropped for slow readers. */
  toHello(n: number, frame: Uint8Array, options?: { droppable: boolean }): void
  toOne(connection: ConnectionId, frame: Uint8Array, options?: { droppable: boolean }): void
  /** From now on `toHello` reaches this connection. */
  hello(connection: ConnectionId): void
  /** From now on `toAll` reaches this connection. */
  admit(connection: ConnectionId): void
  close(connection: ConnectionId, code: CloseCode, reason: string): void
}

/** What the outside can do to a room. */
export interface Mailbox {
  readonly id: string
  /** Lets a connection in, or closes it with the reason, in its turn. */
  connect(connection: ConnectionId, token: string, seat: string): void
  /** A frame from a connection that {@link connect} announced. */
  post(connection: ConnectionId, bytes: Uint8Array): void
  leave(connection: ConnectionId): void
  /** Every HTTP request on the session. */
  ask(ask: Ask): Promise<Reply>
  /** Takes what has arrived, leaves memory, tells everyone to come back later. */
  close(): Promise<void>
  /** On its way out of memory: whoever comes now waits for {@link left} and finds it loaded again. */
  readonly leaving: boolean
  /** Nobody has made it, or it was deleted: there is no such session. */
  readonly isNone: boolean
  /** How many people have an open connection. */
  readonly here: number
  /** Since when the oldest thing that has arrived waits to be on disk and answered, or null. Steady ms. */
  readonly waitsSince: number | null
  /** Settled when the room has left memory. */
  readonly left: Promise<void>
}
