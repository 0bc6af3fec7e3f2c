/** HTTP: everything the server answers on its port beside sockets, from the parts of its interface. */
import type { Format } from '@plenary/shared/format'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isFromHere } from './addresses.ts'
import type { AskingParts } from './http-asking.ts'
import { askingOf, fallback, json } from './http-asking.ts'
import type { Env } from './http-env.ts'
import { historyRoutes } from './http-history.ts'
import { reportRoutes } from './http-report.ts'
import { seatRoutes } from './http-seats.ts'
import { sessionRoutes } from './http-sessions.ts'
import type { Meter } from './metrics.ts'
import { isForeign } from './origin.ts'
import { pageFiles } from './page-files.ts'
import { pageHeaders } from './page-headers.ts'
import { problem } from './problem.ts'
import { SharedBodies } from './shared-body.ts'

/** Largest body of a request. Bytes. */
const BODY_MAX = 64 * 1024

export interface HttpParts extends AskingParts {
  formats: readonly Format[]
  meter: Meter
  /** Under which addresses others in the network open this server. */
  addresses: () => string[]
  /** The folder of the built client. */
  clientDir: string
  /** Whether work is taken at this moment. */
  isReady: () => Promise<boolean>
}

export function createApp(parts: HttpParts): Hono<Env> {
  const { meter, config, now, clientDir, addresses, isReady } = parts
  const app = new Hono<Env>()
  const boards = new SharedBodies()
  const asking = askingOf(parts)

  app.use(pageHeaders)
  app.use('/api/*', async (c, next) => {
    if (isForeign(c.req.header('origin'), c.req.header('host'), config.publicUrl))
      return problem(c, 'foreign-origin')
    await next()
  })
  app.use('/api/*', bodyLimit({ maxSize: BODY_MAX, onError: (c) => problem(c, 'too-large') }))

  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => ((await isReady()) ? c.json({ ok: true }) : problem(c, 'later')))
  app.get('/metrics', async (c) =>
    c.body(await meter.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )

  app.get('/api/addresses', (c) => {
    const told = config.trustedProxies === 0 && isFromHere(c.env.incoming)
    return c.json({ addresses: told || config.publicUrl !== null ? addresses() : [] })
  })

  app.get('/api/retention', (c) => c.json({ expireDays: config.expireDays }))

  sessionRoutes(app, asking, parts)
  seatRoutes(app, asking)

  app.get('/api/sessions/:id/board', async (c) => {
    const reply = await asking.withToken(c, (token) => ({ is: 'board', token }))
    if (reply instanceof Response) return reply
    if (reply.is !== 'board') return fallback(c, reply)
    const { bytes, encoding } = await boards.forClient(
      reply.update,
      c.req.header('accept-encoding'),
    )
    return c.body(new Uint8Array(bytes), 200, {
      ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
      'Content-Type': 'application/octet-stream',
      'Plenary-Epoch': String(reply.epoch),
      'Plenary-Seq': String(reply.seq),
    })
  })

  app.post('/api/sessions/:id/commands', async (c) => {
    const body = await json(c)
    const reply = await asking.withToken(c, (token) => ({ is: 'command', token, body }))
    if (reply instanceof Response) return reply
    return reply.is === 'answer' ? c.json(reply.answer) : fallback(c, reply)
  })

  historyRoutes(app, asking, { boards, now })
  reportRoutes(app, asking)

  app.all('/api/*', (c) => problem(c, 'not-found'))
  pageFiles(app, clientDir)
  app.notFound((c) => problem(c, 'not-found'))
  app.onError((_error, c) => problem(c, 'later'))

  return app
}
