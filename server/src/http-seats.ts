/** HTTP: a seat for whoever has a token, and links that carry one to another device. */
import { PROTOCOL_VERSION } from '@plenary/shared/frame'
import type { Hono } from 'hono'
import type { Asking } from './http-asking.ts'
import { fallback } from './http-asking.ts'
import type { Env } from './http-env.ts'

/** What is asked for at which address, and the page that the link opens. */
const LINKS = [
  { at: 'devices', is: 'device', page: 'device' },
  { at: 'test-seats', is: 'test seat', page: 'device?test' },
] as const

export function seatRoutes(app: Hono<Env>, { baseOf, withToken }: Asking): void {
  app.post('/api/sessions/:id/seats', async (c) => {
    const reply = await withToken(c, (token) => ({ is: 'seat', token }))
    if (reply instanceof Response) return reply
    if (reply.is !== 'seat') return fallback(c, reply)
    const { seat, at } = reply
    return c.json({ seat, protocolVersion: PROTOCOL_VERSION, serverTime: at }, 201)
  })

  for (const { at, is, page } of LINKS)
    app.post(`/api/sessions/:id/${at}`, async (c) => {
      const reply = await withToken(c, (token) => ({ is, token }))
      if (reply instanceof Response) return reply
      if (reply.is !== 'device') return fallback(c, reply)
      return c.json({ url: `${baseOf(c)}/s/${c.req.param('id')}/${page}#key=${reply.key}` }, 201)
    })
}
