/**
 * Connections that only count: whoever shares this device and is covered is still here. They say nothing after the
 * door, not even hello, so that nothing private is ever sent to them, and drop what everybody hears unread.
 */
import { CLOSE, SUBPROTOCOL } from '@plenary/shared/frame'
import * as v from 'valibot'
import { sendFor } from './request.ts'
import { waitBefore } from '../sync/reconnect.ts'

export interface Here {
  /** Keeps exactly the people of these tokens here. */
  keep: (tokens: readonly string[]) => void
  stop: () => void
}

const seatSchema = v.object({ seat: v.object({ clientId: v.number(), secret: v.string() }) })

export function createHere(sessionId: string): Here {
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
        if (!open.has(token)) open.set(token, stayHere(sessionId, token, seats))
    },
    stop() {
      for (const token of open.keys()) stop(token)
    },
  }
}

/** One silent connection, for ever until its stop; over where the session or the person is gone. */
function stayHere(sessionId: string, token: string, seats: Map<string, string>): () => void {
  let over = false
  let attempt = 0
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function begin(): Promise<void> {
    const seat = seats.get(token) ?? (await takeSeat())
    if (over) return
    if (seat === null) return later()
    seats.set(token, seat)
    const address = `${location.origin.replace(/^http/, 'ws')}/sync/${sessionId}?seat=${seat}`
    socket = new WebSocket(address, [SUBPROTOCOL, `bearer.${token}`])
    socket.addEventListener('open', () => (attempt = 0))
    socket.addEventListener('close', ({ code }) => {
      if (code === CLOSE.seat) seats.delete(token)
      if (!over && (code === CLOSE.seat || code < 4400 || code >= 4500)) later()
    })
  }

  async function takeSeat(): Promise<string | null> {
    const path = `/api/sessions/${sessionId}/seats`
    const answer = await sendFor(seatSchema, path, { method: 'POST', token })
    if (answer.is === 'problem') {
      if (answer.code === 'unknown-token' || answer.code === 'no-such-session') over = true
      return null
    }
    return `${answer.value.seat.clientId}.${answer.value.seat.secret}`
  }

  function later(): void {
    if (over) return
    timer = setTimeout(() => void begin(), waitBefore(attempt, Math.random()))
    attempt += 1
  }

  void begin()
  return () => {
    over = true
    clearTimeout(timer)
    socket?.close()
  }
}
