/** A page of the client on a bad wire: the real sync layer, over a socket that loses frames and brings some twice. */
import { answers } from '@plenary/client/sync/page'
import type { SessionClient } from '@plenary/client/sync/session-client'
import type { TextStorage } from '@plenary/client/sync/text-storage'
import { MESSAGE } from '@plenary/shared/frame'
import { WebSocket as NodeSocket } from 'ws'
import type { Weather } from './weather.ts'
import { isDropped, isRepeated } from './weather.ts'
import type { SocketWitness, Witness } from './witness.ts'
import { openSession } from '../kit/open-session.ts'

/** A frame of its own is lost on no real line: soon after one it breaks off. Milliseconds. */
const LOST_LASTS = 4_000

export interface Line {
  /** Where everything goes. */
  origin: string
  weather: Weather
  witness: Pick<Witness, 'socket'>
  counts: { sockets: number; dropped: number; repeated: number }
}

export interface PersonPage {
  readonly client: SessionClient
  /** The private view as the server last told it, canonical. */
  mine(): string | null
  /** The socket breaks off at once. */
  cut(): void
}

export interface Whose {
  sessionId: string
  token: string
  person: string
}

export function openPersonPage(whose: Whose, line: Line, storage: TextStorage): PersonPage {
  const { weather, witness, counts } = line
  let now: { socket: BadSocket; seen: SocketWitness } | null = null

  class BadSocket extends NodeSocket {
    private readonly seen: SocketWitness

    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      counts.sockets++
      const seat = Number.parseInt(new URL(url).searchParams.get('seat') ?? '', 10)
      this.seen = witness.socket(whose.person, seat)
      now = { socket: this, seen: this.seen }
    }

    override send(frame: Uint8Array): void {
      if (this.readyState !== NodeSocket.OPEN) return
      const type = frame[0]
      // Without a hello nothing goes on at all; its loss is the loss of the socket.
      if (type !== MESSAGE.hello && isDropped(weather)) return this.loses()
      // A command counts once however often it comes. An update that came twice would be counted twice.
      if (type === MESSAGE.command && isRepeated(weather)) {
        counts.repeated++
        super.send(frame)
      }
      this.seen.sent(frame)
      super.send(frame)
    }

    override emit(event: string | symbol, ...args: unknown[]): boolean {
      const [data] = args
      if (event !== 'message' || !(data instanceof ArrayBuffer)) return super.emit(event, ...args)
      const frame = new Uint8Array(data)
      if (frame[0] !== MESSAGE.welcome && isDropped(weather)) {
        this.loses()
        return true
      }
      this.seen.received(frame)
      if (isRepeated(weather)) {
        counts.repeated++
        super.emit(event, ...args)
      }
      return super.emit(event, ...args)
    }

    private loses(): void {
      counts.dropped++
      setTimeout(() => this.terminate(), weather.random() * LOST_LASTS)
    }
  }

  const client = openSession({
    sessionId: whose.sessionId,
    token: whose.token,
    page: {
      origin: line.origin,
      answers: () => answers(line.origin),
      storage,
      device: storage,
      onWake: () => () => {},
      onHide: () => () => {},
      reload: () => {},
      // The part of the interface that the provider uses is the same.
      WebSocketPolyfill: BadSocket as unknown as typeof WebSocket,
    },
  })
  return {
    client,
    mine: () => now?.seen.mine() ?? null,
    cut: () => now?.socket.terminate(),
  }
}
