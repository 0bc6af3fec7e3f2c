/** HTTP: the points of a session's history, and the board as it stood at one of them. */
import type { HistoryPoint } from '@plenary/shared/history-point'
import type { Hono } from 'hono'
import { hashOf } from './dice.ts'
import type { Asking } from './http-asking.ts'
import { bearer, fallback } from './http-asking.ts'
import type { Env } from './http-env.ts'
import { problem } from './problem.ts'
import { Buckets } from './rate.ts'
import type { SharedBodies } from './shared-body.ts'

/** Looks at a past board a second with one token, and how many at once: each is read from disk. */
const LOOK_RATE = 1
const LOOK_BURST = 10

interface HistoryParts {
  boards: SharedBodies
  now: () => number
}

export function historyRoutes(
  app: Hono<Env>,
  { withToken }: Asking,
  { boards, now }: HistoryParts,
): void {
  const lookRates = new Buckets(LOOK_RATE, LOOK_BURST, now)

  app.get('/api/sessions/:id/history', async (c) => {
    const reply = await withToken(c, (token) => ({ is: 'history', token }))
    if (reply instanceof Response) return reply
    return reply.is === 'history' ? c.json({ points: reply.points.map(told) }) : fallback(c, reply)
  })

  app.get('/api/sessions/:id/history/:point', async (c) => {
    const point = c.req.param('point')
    const whose = bearer(c)
    if (whose !== null && !lookRates.take(hashOf(whose))) return problem(c, 'too-fast')
    const reply = await withToken(c, (token) => ({ is: 'past', token, point }))
    if (reply instanceof Response) return reply
    if (reply.is === 'no') return problem(c, 'no-such-point')
    if (reply.is !== 'past') return fallback(c, reply)
    const body = JSON.stringify({ point: told(reply.point), entries: reply.entries })
    const { bytes, encoding } = await boards.forClient(
      new TextEncoder().encode(body),
      c.req.header('accept-encoding'),
    )
    return c.body(new Uint8Array(bytes), 200, {
      ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
      'Content-Type': 'application/json',
    })
  })
}

/** What it takes to keep is the server's own business. */
function told({ size: _size, ...point }: HistoryPoint): Omit<HistoryPoint, 'size'> {
  return point
}
