/**
 * Connections that only count: whoever shares this device and is covered is still here. They say nothing after the
 * door, not even hello, so that nothing private is ever sent to them, and drop what everybody hears unread.
 */
import { CLOSE, SUBPROTOCOL } from '@plenary/shared/frame'
import * as v from 'valibot'
import type { Clock } from '../sync/clock.ts'
import { pageClock } from '../sync/clock.ts'
import type { Page } from '../sync/page.ts'
import { browserPage } from '../sync/page.ts'
import { TRY_IS_NEW, waitBefore } from '../sync/reconnect.ts'
import { sendFor } from './request.ts'

/** The server's beat comes every twelve seconds: where none has come for so long, none will. Milliseconds. */
const SILENCE_MAX = 35_000
/** After waking up, one that has been silent for longer is taken for dead. Milliseconds. */
const SILENCE_AFTER_SLEEP = 20_000

export interface Here {
  /** Keeps exactly the people of these tokens here. */
  keep: (tokens: readonly string[]) => void
  stop: () => void
}

export interface HereParts {
  page: Pick<Page, 'origin' | 'onWake' | 'WebSocketPolyfill'>
  clock: Clock
}

const seatSchema = v.object({ seat: v.object({ clientId: v.number(), secret: v.string() }) })

export function createHere(
  sessionId: string,
  parts: HereParts = { page: browserPage(), clock: pageClock },
): Here {
  const open = new Map<string, () => void>()
  /** A seat can be sat on again, so a phone that is passed often takes few. */
  const seats = new Map<string, string>()
  const stop = (token: string): void => {
    open.get(token)?.()
    open.delete(token)
  }
  return {
    keep(tokens) {
      for (const token of open.keys()) if (!tokens.includes(token)) stop(token)
      for (const token of tokens)
        if (!open.has(token)) open.set(token, stayHere(sessionId, token, seats, parts))
    },
    stop() {
      for (const token of open.keys()) stop(token)
    },
  }
}

/** One silent connection, for ever until its stop; over where the session or the person is gone. */
function stayHere(
  sessionId: string,
  token: string,
  seats: Map<string, string>,
  { page, clock }: HereParts,
): () => void {
  const { origin, WebSocketPolyfill = WebSocket } = page
  let over = false
  let attempt = 0
  let socket: WebSocket | null = null
  let callOff = (): void => {}
  /** When something was heard on it or, where nothing was, when the try began; 0: there is none. */
  let at = 0
  let heard = false

  async function begin(): Promise<void> {
    const own = (at = Date.now())
    const seat = seats.get(token) ?? (await takeSeat())
    if (over || own !== at) return
    if (seat === null) return later()
    seats.set(token, seat)
    sit(seat)
  }

  function sit(seat: string): void {
    const address = `${origin.replace(/^http/, 'ws')}/sync/${sessionId}?seat=${seat}`
    const own = new WebSocketPolyfill(address, [SUBPROTOCOL, `bearer.${token}`])
    socket = own
    listen()
    own.addEventListener('message', () => {
      if (socket !== own) return
      // Only now: a server that opens may close again at once.
      attempt = 0
      heard = true
      at = Date.now()
      listen()
    })
    own.addEventListener('close', ({ code }) => {
      if (socket !== own) return
      if (code === CLOSE.seat) seats.delete(token)
      if (code === CLOSE.seat || code < 4400 || code >= 4500) later()
      else end()
    })
  }

  function listen(): void {
    callOff()
    callOff = clock.after(SILENCE_MAX, later)
  }

  async function takeSeat(): Promise<string | null> {
    const path = `${origin}/api/sessions/${sessionId}/seats`
    const answer = await sendFor(seatSchema, path, { method: 'POST', token })
    if (answer.is === 'problem') {
      if (answer.code === 'unknown-token' || answer.code === 'no-such-session') end()
      return null
    }
    return `${answer.value.seat.clientId}.${answer.value.seat.secret}`
  }

  /** What comes of it from now on is no matter. */
  function hangUp(): void {
    callOff()
    const old = socket
    socket = null
    heard = false
    at = 0
    old?.close()
  }

  function later(): void {
    hangUp()
    callOff = clock.after(waitBefore(attempt, Math.random()), () => void begin())
    attempt += 1
  }

  function wake(): void {
    if (over || Date.now() - at < (heard ? SILENCE_AFTER_SLEEP : TRY_IS_NEW)) return
    hangUp()
    attempt = 0
    void begin()
  }

  const deafen = page.onWake(wake)
  function end(): void {
    over = true
    hangUp()
    deafen()
  }

  void begin()
  return end
}
