/** The connections of a room, as the room sees them. */
import type { ConnectionId } from './seam.ts'

export interface Peer {
  readonly id: ConnectionId
  readonly person: string
  /** The ids this connection may write with: its seat's. */
  readonly clientIds: ReadonlySet<number>
  /** Said hello: understands our own messages. */
  hello: boolean
  /** Update frames and answers to sync step 1 taken from this socket. */
  taken: number
  /** As last told. */
  saved: number
  /** Updates that did not connect since the last that did; the first is answered by sync step 1, a second by reset. */
  gaps: number
  /** The private view as last sent. */
  mine: string
}

export class Peers {
  private readonly byId = new Map<ConnectionId, Peer>()

  add(peer: Peer): void {
    this.byId.set(peer.id, peer)
  }

  remove(id: ConnectionId): Peer | null {
    const peer = this.byId.get(id) ?? null
    this.byId.delete(id)
    return peer
  }

  get(id: ConnectionId): Peer | null {
    return this.byId.get(id) ?? null
  }

  all(): Peer[] {
    return [...this.byId.values()]
  }

  of(person: string): Peer[] {
    return this.all().filter((peer) => peer.person === person)
  }

  /** The connection that sits on this seat, if any. */
  onSeat(clientId: number): Peer | null {
    return this.all().find((peer) => peer.clientIds.has(clientId)) ?? null
  }

  get size(): number {
    return this.byId.size
  }
}
