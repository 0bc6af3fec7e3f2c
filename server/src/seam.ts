/** The seam around a room: a mailbox and an audience. Only bytes and plain data cross. */
import type { CloseCode } from '@plenary/shared/frame'

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
