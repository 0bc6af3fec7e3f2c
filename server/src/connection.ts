/** One socket: its rates, its heartbeat, and what it may hold back. */
import { CLOSE, MESSAGE } from '@plenary/shared/frame'
import type { WebSocket } from 'ws'
import { Bucket } from './rate.ts'

/** Updates and commands a second of one connection, and how many at once. */
export const UPDATE_RATE = 60
export const UPDATE_BURST = 200
export const COMMAND_RATE = 20
export const COMMAND_BURST = 40
/** What a slow reader may have waiting before presence is dropped, and before it is sent away. Bytes. */
export const BUFFER_SLOW = 256 * 1024
export const BUFFER_MAX = 4 * 1024 * 1024

export class Connection {
  readonly id: number
  readonly socket: WebSocket
  /** Past the door: hears what everybody hears. */
  admitted = false
  /** Understands our own messages. */
  hello = false
  /** Answered the last ping. */
  alive = true
  private readonly updates: Bucket
  private readonly commands: Bucket

  constructor(id: number, socket: WebSocket, now: number) {
    this.id = id
    this.socket = socket
    this.updates = new Bucket(UPDATE_RATE, UPDATE_BURST, now)
    this.commands = new Bucket(COMMAND_RATE, COMMAND_BURST, now)
  }

  /** How long (ms) this socket must not be read after this frame, 0 when it may go on. */
  pauseAfter(frame: Uint8Array, now: number): number {
    const bucket = frame[0] === MESSAGE.command ? this.commands : this.updates
    return bucket.take(now)
  }

  /** A slow reader first hears less, then is sent away: nothing waits without bound. */
  say(frame: Uint8Array, { droppable }: { droppable: boolean }): void {
    const { socket } = this
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > BUFFER_MAX) return socket.close(CLOSE.later, 'too slow a reader')
    if (!droppable || socket.bufferedAmount <= BUFFER_SLOW) socket.send(frame, { binary: true })
  }
}
