/** HTTP: who asks, about which session, and what every request on one may come to. */
import type { Context } from 'hono'
import { clientAddress } from './client-address.ts'
import type { Config } from './config.ts'
import { COMMAND_BURST, COMMAND_RATE } from './connection.ts'
import { hashOf } from './dice.ts'
import type { Env } from './http-env.ts'
import { problem, refused } from './problem.ts'
import { Buckets, PerWindow } from './rate.ts'
import type { Ask, Reply } from './requests.ts'
import type { Rooms } from './rooms.ts'
import type { Mailbox } from './seam.ts'

/** Wrong codes from one address in a minute. */
const WRONG_CODES_PER_MINUTE = 10

export interface AskingParts {
  rooms: Rooms
  config: Config
  now: () => number
}

export interface Asking {
  /** Where the request comes from. */
  address: (c: Context<Env>) => string
  /** What links to this server begin with. */
  baseOf: (c: Context<Env>) => string
  /** The session it is about. `by`: a code or an id opens the door; whoever has a token has the session's id. */
  room: (c: Context<Env>, by: 'code or id' | 'id') => Promise<Mailbox | Response>
  /** What the session replies to whoever has this token. */
  withToken: (c: Context<Env>, ask: (token: string) => Ask) => Promise<Reply | Response>
}

export function askingOf({ rooms, config, now }: AskingParts): Asking {
  const wrongCodes = new PerWindow(WRONG_CODES_PER_MINUTE, 60_000, now)
  const tokenRates = new Buckets(COMMAND_RATE, COMMAND_BURST, now)

  const address = (c: Context<Env>): string => clientAddress(c.env.incoming, config.trustedProxies)
  const baseOf = (c: Context<Env>): string => config.publicUrl ?? new URL(c.req.url).origin

  async function room(c: Context<Env>, by: 'code or id' | 'id'): Promise<Mailbox | Response> {
    const from = address(c)
    const id = c.req.param('id') ?? ''
    if (by === 'code or id' && wrongCodes.spent(from) && !(await isKnown(c, id)))
      return problem(c, 'too-many-codes')
    const found = by === 'id' && isJoinCode(id) ? ({ is: 'none' } as const) : await rooms.find(id)
    switch (found.is) {
      case 'room':
        return found.room
      case 'none':
        wrongCodes.take(from)
        return problem(c, 'no-such-session')
      case 'damaged':
        return problem(c, 'damaged')
      case 'later':
        return problem(c, 'later')
    }
  }

  /**
   * Whether the request carries a valid token of this very session. By its id only: looking a code up takes
   * longer when it is right, and so many codes could be tried.
   */
  async function isKnown(c: Context<Env>, id: string): Promise<boolean> {
    const token = bearer(c)
    if (token === null || isJoinCode(id)) return false
    const found = await rooms.find(id)
    return found.is === 'room' && (await found.room.ask({ is: 'known', token })).is === 'known'
  }

  async function withToken(
    c: Context<Env>,
    ask: (token: string) => Ask,
  ): Promise<Reply | Response> {
    const token = bearer(c)
    if (token === null) return problem(c, 'unknown-token')
    if (!tokenRates.take(hashOf(token))) return problem(c, 'too-fast')
    const found = await room(c, 'id')
    return found instanceof Response ? found : found.ask(ask(token))
  }

  return { address, baseOf, room, withToken }
}

function isJoinCode(id: string): boolean {
  return /^\d{9}$/.test(id)
}

/** The token that a request carries, or null. */
export function bearer(c: Context<Env>): string | null {
  // The scheme is written in any case (RFC 9110).
  const match = /^Bearer +([A-Za-z0-9_-]{43})$/i.exec(c.req.header('authorization') ?? '')
  return match?.[1] ?? null
}

/** The body of a request as JSON, or null. */
export async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    return null
  }
}

/** What every ask may come to beside its own answer. */
export function fallback(c: Context, reply: Reply): Response {
  if (reply.is === 'no') return refused(c, reply.reason)
  if (reply.is === 'none') return problem(c, 'no-such-session')
  if (reply.is === 'unknown') return problem(c, 'unknown-token')
  if (reply.is === 'malformed') return problem(c, 'malformed', reply.message)
  return problem(c, 'later')
}
