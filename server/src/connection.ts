/** One socket: its rates, its heartbeat, and what it may hold back. */
import * as decoding from 'lib0/decoding'
import { CLOSE, MESSAGE, SYNC } from '@plenary/shared/frame'
import type { WebSocket } from 'ws'
import { Bucket } from './rate.ts'

/** Updates and commands a second of one connection, and how many at once. */
export const UPDATE_RATE = 60
export const UPDATE_BURST = 200
export const COMMAND_RATE = 20
export const COMMAND_BURST = 40
/**
 * Questions for what a client lacks (sync step 1) of one connection: an honest one asks once, and each may be answered
 * with the whole board.
 */
const QUESTION_RATE = 0.3
const QUESTION_BURST = 5
/** What may wait of a client that is too fast, before it is sent away. */
const HELD_FRAMES_MAX = 2_000
const HELD_BYTES_MAX = 1024 * 1024
/** What a slow reader may have waiting before presence is dropped, and before it is sent away. Bytes. */
export const BUFFER_SLOW = 256 * 1024
export const BUFFER_MAX = 4 * 1024 * 1024
/** A client that does not answer our close is cut off after this long. Milliseconds. */
const HANG_UP_AFTER = 2_000

export class Connection {
  readonly id: number
  readonly socket: WebSocket
  /** Past the door: hears what everybody hears. */
  admitted = false
  /** Understands our own messages. */
  hello = false
  /** Answered the last ping. */
  alive = true
  private readonly now: () => number
  private readonly updates: Bucket
  private readonly commands: Bucket
  private readonly questions: Bucket
  private readonly take: (frame: Uint8Array) => void
  /** Frames that came too fast, in their order. */
  private held: Uint8Array[] = []
  private question: Uint8Array | null = null
  private heldBytes = 0

  /** `take` is given each frame when its turn has come. */
  constructor(id: number, socket: WebSocket, now: () => number, take: (frame: Uint8Array) => void) {
    this.id = id
    this.socket = socket
    this.now = now
    this.take = take
    this.updates = new Bucket(UPDATE_RATE, UPDATE_BURST, now())
    this.commands = new Bucket(COMMAND_RATE, COMMAND_BURST, now())
    this.questions = new Bucket(QUESTION_RATE, QUESTION_BURST, now())
  }

  /** Passes a frame on at once, or later when this client is faster than it may be. */
  receive(frame: Uint8Array): void {
    if (isQuestion(frame)) return this.ask(frame)
    if (this.held.length === 0) {
      const wait = this.bucketOf(frame).take(this.now())
      if (wait === 0) return this.take(frame)
      this.hold(frame)
      this.socket.pause()
      this.later(wait)
      return
    }
    // `pause` does not stop what has been read already.
    this.hold(frame)
  }

  /** A slow reader first hears less, then is sent away: nothing waits without bound. */
  say(frame: Uint8Array, { droppable }: { droppable: boolean }): void {
    const { socket } = this
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > BUFFER_MAX) return this.close(CLOSE.later, 'too slow a reader')
    if (!droppable || socket.bufferedAmount <= BUFFER_SLOW) socket.send(frame, { binary: true })
  }

  /** Closes, and cuts off who does not answer. */
  close(code: number, reason: string): void {
    this.held = []
    this.question = null
    this.socket.resume()
    this.socket.close(code, reason)
    setTimeout(() => this.socket.terminate(), HANG_UP_AFTER).unref()
  }

  /** Of questions that come too fast only the newest is answered, and nothing else waits for it. */
  private ask(frame: Uint8Array): void {
    const waits = this.question !== null
    this.question = frame
    if (!waits) this.answer()
  }

  private answer(): void {
    const { question } = this
    if (question === null) return
    if (!this.questions.takeIfFull(this.now()))
      return void setTimeout(() => this.answer(), 1_000 / QUESTION_RATE).unref()
    this.question = null
    this.take(question)
  }

  private hold(frame: Uint8Array): void {
    this.held.push(frame)
    this.heldBytes += frame.byteLength
    if (this.held.length > HELD_FRAMES_MAX || this.heldBytes > HELD_BYTES_MAX)
      this.close(CLOSE.tooFast, 'faster than the server takes')
  }

  private later(wait: number): void {
    setTimeout(() => this.drain(), wait).unref()
  }

  private drain(): void {
    let first = true
    for (;;) {
      const frame = this.held[0]
      if (frame === undefined) return this.socket.resume()
      // The first one has paid already: it was what this waited for.
      const wait = first ? 0 : this.bucketOf(frame).take(this.now())
      if (wait > 0) {
        // Paid now, passed on when the time has come.
        return this.later(wait)
      }
      first = false
      this.held.shift()
      this.heldBytes -= frame.byteLength
      this.take(frame)
    }
  }

  private bucketOf(frame: Uint8Array): Bucket {
    return headOf(frame)[0] === MESSAGE.command ? this.commands : this.updates
  }
}

function isQuestion(frame: Uint8Array): boolean {
  const [type, kind] = headOf(frame)
  return type === MESSAGE.sync && kind === SYNC.step1
}

/** The type of a frame, and of a sync frame its kind, as the room will read them, whatever their encoding. */
function headOf(frame: Uint8Array): [type: number, kind: number] {
  try {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    return [type, type === MESSAGE.sync ? decoding.readVarUint(decoder) : -1]
  } catch {
    return [-1, -1]
  }
}
