/** A page of the client without a browser: its sync layer over a real socket that a test can cut. */
import { answers } from '@plenary/client/sync/page'
import type { SessionClient } from '@plenary/client/sync/session-client'
import type { TextStorage } from '@plenary/client/sync/text-storage'
import { WebSocket as NodeSocket } from 'ws'
import { openSession } from './open-session.ts'

// In Node every provider of y-websocket listens for the end of the process, and a crowd is more than ten.
process.setMaxListeners(0)

/** One socket of a page, as it went for the page; times of `performance.now()`. */
export interface Try {
  began: number
  opened?: number
  /** The first frame came. */
  heard?: number
  ended?: number
  code?: number
}

export interface ClientPage {
  readonly client: SessionClient
  /** Every socket falls, and no new one comes through. */
  cut: () => void
  /** The network is back, and the device says so. */
  mend: () => void
  /** From now on nothing that this page sends arrives, though it seems to. */
  mute: () => void
  /** Another connection takes this page's seat, and the newest one wins. */
  steal: () => Promise<void>
  hide: () => void
  /** Every socket so far. */
  tries: () => readonly Try[]
  /** Whether it has begun to load itself anew. */
  reloads: () => boolean
}

interface Wire {
  cut: boolean
  /** Sockets whose frames get lost. */
  muted: Set<NodeSocket>
  sockets: Set<NodeSocket>
  tries: Try[]
  /** How the last socket was opened. */
  last: { url: string; protocols: string[] }
}

export function memoryStorage(): TextStorage & { readonly held: Map<string, string> } {
  const held = new Map<string, string>()
  return {
    held,
    get length() {
      return held.size
    },
    key: (n) => [...held.keys()][n] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  }
}

export function openPage(
  origin: string,
  { sessionId, token }: { sessionId: string; token: string },
  storage: TextStorage | null = null,
  /** That of the device; absent: the same. */
  device: TextStorage | null = storage,
): ClientPage {
  const wire: Wire = {
    cut: false,
    muted: new Set(),
    sockets: new Set(),
    tries: [],
    last: { url: '', protocols: [] },
  }
  let wake = () => {}
  let hide = () => {}
  let reloads = false
  class CuttableSocket extends NodeSocket {
    constructor(url: string, protocols: string[]) {
      // A port that nobody listens on: refused like a network that is gone.
      super(wire.cut ? 'ws://127.0.0.1:1' : url, protocols)
      wire.last = { url, protocols }
      wire.sockets.add(this)
      const own: Try = { began: performance.now() }
      wire.tries.push(own)
      this.addEventListener('open', () => (own.opened = performance.now()))
      this.addEventListener('message', () => (own.heard ??= performance.now()))
      this.addEventListener('close', ({ code }) => {
        wire.sockets.delete(this)
        Object.assign(own, { ended: performance.now(), code })
      })
    }

    override send(data: Uint8Array): void {
      if (!wire.muted.has(this)) super.send(data)
    }
  }
  const client = openSession({
    sessionId,
    token,
    page: {
      origin,
      answers: () => (wire.cut ? Promise.resolve(false) : answers(origin)),
      storage,
      device,
      onWake: (listener) => {
        wake = listener
        return () => {}
      },
      onHide: (listener) => {
        hide = listener
        return () => {}
      },
      reload: () => void (reloads = true),
      // The part of the interface that the provider uses is the same.
      WebSocketPolyfill: CuttableSocket as unknown as typeof WebSocket,
    },
  })
  return {
    client,
    cut() {
      wire.cut = true
      for (const socket of wire.sockets) socket.terminate()
    },
    mend() {
      wire.cut = false
      wake()
    },
    mute() {
      for (const socket of wire.sockets) wire.muted.add(socket)
    },
    steal: () =>
      new Promise((done, failed) => {
        const thief = new NodeSocket(wire.last.url, wire.last.protocols)
        thief.once('error', failed)
        thief.once('message', () => {
          thief.close()
          done()
        })
      }),
    hide: () => hide(),
    tries: () => wire.tries,
    reloads: () => reloads,
  }
}
