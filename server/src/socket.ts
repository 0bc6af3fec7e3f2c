/** WebSockets: `ws` in, frames out; heartbeat, size and rate limits, slow readers. No rules. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE, FRAME_MAX, SUBPROTOCOL, writeHeartbeat } from '@plenary/shared/frame'
import type { CloseCode } from '@plenary/shared/frame'
import { WebSocketServer } from 'ws'
import type { RawData, WebSocket } from 'ws'
import { clientAddress } from './client-address.ts'
import type { Clock } from './clock.ts'
import { Connection } from './connection.ts'
import type { Log } from './log.ts'
import type { Meter } from './metrics.ts'
import { isForeign } from './origin.ts'
import { PerWindow } from './rate.ts'
import type { Rooms } from './rooms.ts'
import type { Audience, ConnectionId, Mailbox } from './seam.ts'

/** Largest message `ws` takes before it closes the socket itself. Bytes. */
export const SOCKET_MAX = 1024 * 1024
/**
 * An empty awareness frame feeds the provider's watchdog (30 s) this often, beside a ping. A socket that has not
 * answered the ping by the next beat is dead: noticed within two beats. Milliseconds.
 */
export const HEARTBEAT_EVERY = 12_000
/** Sockets without a valid token from one address in a minute. */
export const STRANGERS_PER_MINUTE = 60
/** What may wait while the room of a fresh socket loads. */
const EARLY_MAX = 64
const EARLY_BYTES_MAX = 512 * 1024

export interface SocketParts {
  rooms: () => Rooms
  meter: Meter
  log: Log
  clock: Clock
  publicUrl: string | null
  trustedProxies: number
}

export interface Sockets {
  /** The audience of a session. */
  audience: (session: string) => Audience
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Stops beating and closes everything that is still open. */
  stop: () => void
}

export function createSockets(parts: SocketParts): Sockets {
  const { meter, log, clock } = parts
  const { now } = clock
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: SOCKET_MAX,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const sessions = new Map<string, Map<ConnectionId, Connection>>()
  const strangers = new PerWindow(STRANGERS_PER_MINUTE, 60_000, now)
  const addresses = new WeakMap<Connection, string>()
  let lastId = 0

  const heartbeat = writeHeartbeat()
  let cancelBeat = clock.after(HEARTBEAT_EVERY, beat)
  function beat(): void {
    cancelBeat = clock.after(HEARTBEAT_EVERY, beat)
    for (const connections of sessions.values())
      for (const connection of connections.values()) {
        if (!connection.alive) {
          connection.socket.terminate()
          continue
        }
        connection.alive = false
        connection.socket.ping()
        if (connection.admitted) connection.say(heartbeat, { droppable: true })
      }
  }

  function audience(session: string): Audience {
    const all = (): Iterable<Connection> => sessions.get(session)?.values() ?? []
    const one = (id: ConnectionId): Connection | undefined => sessions.get(session)?.get(id)
    return {
      toAll(_n, frame) {
        for (const connection of all())
          if (connection.admitted) connection.say(frame, { droppable: false })
      },
      toHello(_n, frame, options) {
        for (const connection of all())
          if (connection.hello) connection.say(frame, options ?? { droppable: false })
      },
      toOne(id, frame, options) {
        one(id)?.say(frame, options ?? { droppable: false })
      },
      hello(id) {
        const connection = one(id)
        if (connection !== undefined) connection.hello = true
      },
      admit(id) {
        const connection = one(id)
        if (connection !== undefined) connection.admitted = true
      },
      close(id, code, reason) {
        const connection = one(id)
        if (connection === undefined) return
        if (code === CLOSE.token) turnAway(connection, code, reason)
        else connection.close(code, reason)
      },
    }
  }

  /** Whoever has no valid token is told why, so many times a minute; then only that it was too often. */
  function turnAway(connection: Connection, code: CloseCode, reason: string): void {
    if (strangers.take(addresses.get(connection) ?? '')) connection.close(code, reason)
    else connection.close(CLOSE.tooFast, 'too many without a token of their session')
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Whoever goes away in the middle must not take the process along.
    socket.on('error', () => socket.destroy())
    const { origin, host } = request.headers
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const session = /^\/sync\/([A-Za-z0-9_-]{1,64})$/.exec(path)?.[1]
    if (session === undefined) return hangUp(socket, '404 Not Found')
    if (isForeign(origin, host, parts.publicUrl)) return hangUp(socket, '403 Forbidden')
    const address = clientAddress(request, parts.trustedProxies)
    const token = tokenIn(request)
    server.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => ws.terminate())
      if (token === null) {
        const code = strangers.take(address) ? CLOSE.token : CLOSE.tooFast
        ws.close(code, 'a token of this session is needed')
        setTimeout(() => ws.terminate(), 1_000).unref()
        return
      }
      void welcome(ws, {
        session,
        token,
        seat: new URLSearchParams(query).get('seat') ?? '',
        address,
      })
    })
  }

  async function welcome(
    socket: WebSocket,
    { session, token, seat, address }: Record<'session' | 'token' | 'seat' | 'address', string>,
  ): Promise<void> {
    let room: Mailbox | null = null
    const early: Uint8Array[] = []
    const connection = new Connection(++lastId, socket, now, (frame) => {
      if (room !== null) return room.post(connection.id, frame)
      const bytes = early.reduce((sum, one) => sum + one.byteLength, frame.byteLength)
      if (early.length >= EARLY_MAX || bytes > EARLY_BYTES_MAX)
        return connection.close(CLOSE.tooFast, 'wait for the first frame')
      early.push(frame)
    })
    addresses.set(connection, address)
    const connections = sessions.get(session) ?? new Map<ConnectionId, Connection>()
    sessions.set(session, connections)
    connections.set(connection.id, connection)
    meter.connections(1)
    socket.on('pong', () => (connection.alive = true))
    socket.on('close', () => {
      connections.delete(connection.id)
      if (connections.size === 0 && sessions.get(session) === connections) sessions.delete(session)
      meter.connections(-1)
      room?.leave(connection.id)
    })
    socket.on('message', (data, isBinary) => {
      // `ws` goes on reading after a close of ours until the other side has answered it.
      if (socket.readyState !== socket.OPEN) return
      connection.alive = true
      if (!isBinary) return connection.close(CLOSE.malformed, 'text frames are not spoken here')
      // A copy: a pooled Buffer must never be handed to a decoder.
      const frame = new Uint8Array(toBuffer(data))
      if (frame.byteLength > FRAME_MAX) return connection.close(CLOSE.tooLarge, 'frame too large')
      connection.receive(frame)
    })
    try {
      // For an address that has tried too often nothing is loaded; a valid token is still heard where its room is awake.
      if (strangers.spent(address) && !parts.rooms().isAwake(session))
        return turnAway(connection, CLOSE.noSession, 'no such session')
      const found = await parts.rooms().find(session)
      // A join code finds the room as well, but its audience goes by the session's id.
      if (found.is === 'none' || (found.is === 'room' && found.room.id !== session))
        return turnAway(connection, CLOSE.noSession, 'no such session')
      // Asking for a seat is answered with why there is none, and nobody comes back for ever.
      if (found.is === 'damaged')
        return connection.close(CLOSE.seat, 'this session cannot be opened')
      if (found.is === 'later') return connection.close(CLOSE.later, 'come back')
      if (socket.readyState !== socket.OPEN) return
      room = found.room
      room.connect(connection.id, token, seat)
      for (const frame of early.splice(0)) room.post(connection.id, frame)
    } catch (error) {
      log.error({ session, error }, 'connection not let in')
      connection.close(CLOSE.later, 'come back')
    }
  }

  return {
    audience,
    upgrade,
    stop() {
      cancelBeat()
      for (const connections of sessions.values())
        for (const connection of connections.values()) connection.close(CLOSE.later, 'come back')
      server.close()
    },
  }
}

/** `['plenary.v1', 'bearer.<token>']` */
function tokenIn(request: IncomingMessage): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',')
  for (const protocol of offered) {
    const match = /^bearer\.([A-Za-z0-9_-]{43})$/.exec(protocol.trim())
    if (match?.[1] !== undefined) return match[1]
  }
  return null
}

function toBuffer(data: RawData): Buffer | ArrayBuffer {
  return Array.isArray(data) ? Buffer.concat(data) : data
}

/** Once it is said nothing is waited for: who never closes their end would keep ours. */
function hangUp(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
