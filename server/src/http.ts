/** HTTP: sessions, joining, seats, commands and the report, and the built client. */
import { serveStatic } from '@hono/node-server/serve-static'
import type { Format } from '@plenary/shared/format'
import { LANGUAGES, inLanguage } from '@plenary/shared/formats/language'
import { REPORT_TABLES, reportCsv } from '@plenary/shared/report-csv'
import { reportFileName } from '@plenary/shared/file-name'
import { reportMarkdown } from '@plenary/shared/report-markdown'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { isFromHere } from './addresses.ts'
import { clientAddress } from './client-address.ts'
import type { Config } from './config.ts'
import type { Env } from './http-env.ts'
import { historyRoutes } from './http-history.ts'
import type { Meter } from './metrics.ts'
import { isForeign } from './origin.ts'
import { pageHeaders } from './page-headers.ts'
import { problem, refused } from './problem.ts'
import { Buckets, PerWindow } from './rate.ts'
import { COMMAND_BURST, COMMAND_RATE } from './connection.ts'
import type { Ask, Reply } from './requests.ts'
import type { Rooms } from './rooms.ts'
import { hashOf } from './dice.ts'
import { SharedBodies } from './shared-body.ts'
import { PROTOCOL_VERSION } from '@plenary/shared/frame'

/** Largest body of a request. Bytes. */
export const BODY_MAX = 64 * 1024
/** Wrong codes from one address in a minute. */
export const WRONG_CODES_PER_MINUTE = 10

export interface HttpParts {
  rooms: Rooms
  formats: readonly Format[]
  meter: Meter
  config: Config
  now: () => number
  /** Under which addresses others in the network open this server. */
  addresses: () => string[]
  /** The folder of the built client. */
  clientDir: string
  /** Whether work is taken at this moment. */
  isReady: () => Promise<boolean>
}

const name = z.string().max(400)
const language = z.enum(LANGUAGES)
const setup = z.object({ anonymous: z.boolean().optional(), takesPart: z.boolean().optional() })
const makeBody = z.object({
  title: z.string().max(400).default(''),
  formatId: z.string().max(64),
  name,
  setup: setup.optional(),
  /** Of the questions, prompts and titles, which stay in it for everybody. */
  language: language.default('en'),
})
const joinBody = z.union([
  z.object({ key: z.string().min(1).max(100), name: name.optional() }),
  z.object({ requestId: z.string().min(1).max(64), cancel: z.literal(true) }),
  z.object({
    name,
    role: z.enum(['participant', 'observer']).default('participant'),
    apart: z.boolean().default(false),
    requestId: z.string().min(1).max(64).optional(),
  }),
])
const tables = z.enum(REPORT_TABLES)

export function createApp(parts: HttpParts): Hono<Env> {
  const { rooms, formats, meter, config, now, clientDir, addresses, isReady } = parts
  const app = new Hono<Env>()
  const wrongCodes = new PerWindow(WRONG_CODES_PER_MINUTE, 60_000, now)
  const newSessions = new PerWindow(config.limits.sessionsPerHour, 3_600_000, now)
  const boards = new SharedBodies()
  const tokenRates = new Buckets(COMMAND_RATE, COMMAND_BURST, now)

  const address = (c: Context<Env>): string => clientAddress(c.env.incoming, config.trustedProxies)

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
  app.get('/api/formats', (c) => {
    const wanted = language.default('en').safeParse(c.req.query('language'))
    if (!wanted.success)
      return problem(c, 'malformed', `language is one of ${LANGUAGES.join(', ')}.`)
    return c.json(formats.map((format) => inLanguage(format, wanted.data)))
  })

  app.get('/api/addresses', (c) => {
    const told = config.trustedProxies === 0 && isFromHere(c.env.incoming)
    return c.json({ addresses: told || config.publicUrl !== null ? addresses() : [] })
  })

  app.get('/api/retention', (c) => c.json({ expireDays: config.expireDays }))

  app.post('/api/sessions', async (c) => {
    const body = makeBody.safeParse(await json(c))
    const format = formats.find((one) => one.id === body.data?.formatId)
    if (!body.success || format === undefined)
      return problem(c, 'malformed', 'A session needs {title, formatId, name} with a known format.')
    if (!newSessions.take(address(c))) return problem(c, 'too-many-sessions')
    const { title, name: maker } = body.data
    const { sessionId, reply } = await rooms.make({
      title,
      format: inLanguage(format, body.data.language),
      name: maker,
      setup: body.data.setup ?? null,
    })
    if (reply.is === 'no') return refused(c, reply.reason)
    if (reply.is !== 'made') return problem(c, 'later')
    const base = config.publicUrl ?? new URL(c.req.url).origin
    return c.json(
      {
        sessionId,
        joinCode: reply.joinCode,
        joinUrl: `${base}/join#${reply.joinCode}`,
        hostUrl: `${base}/s/${sessionId}#key=${reply.hostKey}`,
        participantId: reply.person,
        token: reply.token,
        seat: reply.seat,
      },
      201,
    )
  })

  app.get('/api/sessions/:id', async (c) => {
    const found = await room(c, 'code or id')
    if (found instanceof Response) return found
    const reply = await found.ask({ is: 'summary' })
    return reply.is === 'summary' ? c.json(reply.summary) : fallback(c, reply)
  })

  app.post('/api/sessions/:id/participants', async (c) => {
    const body = joinBody.safeParse(await json(c))
    if (!body.success)
      return problem(
        c,
        'malformed',
        'Joining needs {name, role?}, {key, name?} or {requestId, cancel}.',
      )
    const ask: Ask =
      'key' in body.data
        ? { is: 'redeem', key: body.data.key, name: body.data.name }
        : 'cancel' in body.data
          ? { is: 'stop asking', request: body.data.requestId }
          : {
              is: 'join',
              name: body.data.name,
              role: body.data.role,
              apart: body.data.apart,
              request: body.data.requestId,
            }
    const found = await room(c, 'code or id')
    if (found instanceof Response) return found
    const reply = await found.ask(ask)
    if (reply.is === 'asks no more') return c.body(null, 204)
    if (reply.is === 'asked') {
      const { request: requestId, back } = reply
      return c.json({ requestId }, 202, back ? { 'Plenary-Asked': 'back' } : {})
    }
    if (reply.is !== 'in') return fallback(c, reply)
    const { person: participantId, token, role, seat } = reply
    return c.json({ sessionId: found.id, participantId, token, role, seat }, 201)
  })

  app.post('/api/sessions/:id/seats', async (c) => {
    const reply = await withToken(c, (token) => ({ is: 'seat', token }))
    if (reply instanceof Response) return reply
    if (reply.is !== 'seat') return fallback(c, reply)
    const { seat, at } = reply
    return c.json({ seat, protocolVersion: PROTOCOL_VERSION, serverTime: at }, 201)
  })

  app.post('/api/sessions/:id/devices', async (c) => {
    const reply = await withToken(c, (token) => ({ is: 'device', token }))
    if (reply instanceof Response) return reply
    if (reply.is !== 'device') return fallback(c, reply)
    const base = config.publicUrl ?? new URL(c.req.url).origin
    return c.json({ url: `${base}/s/${c.req.param('id')}/device#key=${reply.key}` }, 201)
  })

  app.post('/api/sessions/:id/test-seats', async (c) => {
    const reply = await withToken(c, (token) => ({ is: 'test seat', token }))
    if (reply instanceof Response) return reply
    if (reply.is !== 'device') return fallback(c, reply)
    const base = config.publicUrl ?? new URL(c.req.url).origin
    return c.json({ url: `${base}/s/${c.req.param('id')}/device?test#key=${reply.key}` }, 201)
  })

  app.get('/api/sessions/:id/board', async (c) => {
    const reply = await withToken(c, (token) => ({ is: 'board', token }))
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
    const reply = await withToken(c, (token) => ({ is: 'command', token, body }))
    if (reply instanceof Response) return reply
    return reply.is === 'answer' ? c.json(reply.answer) : fallback(c, reply)
  })

  historyRoutes(app, { bearer, boards, fallback, now, withToken })

  app.get('/api/sessions/:id/:file{report\\.(md|json|csv)}', async (c) => {
    const table = tables.safeParse(c.req.query('table') ?? 'cards')
    if (!table.success)
      return problem(c, 'malformed', `table is one of ${tables.options.join(', ')}.`)
    const reply = await withToken(c, (token) => ({ is: 'report', token }))
    if (reply instanceof Response) return reply
    if (reply.is !== 'report') return fallback(c, reply)
    const { report } = reply
    const [, ending = 'md'] = c.req.param('file').split('.')
    const [text, type] =
      ending === 'json'
        ? [JSON.stringify(report), 'application/json']
        : ending === 'csv'
          ? [reportCsv(report, table.data), 'text/csv']
          : [reportMarkdown(report), 'text/markdown']
    return c.body(text, 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${reportFileName(report.title, ending)}"`,
    })
  })

  app.all('/api/*', (c) => problem(c, 'not-found'))

  // Names of assets carry a hash of their content; the page itself is asked for again each time.
  app.use(
    '/assets/*',
    serveStatic({
      root: clientDir,
      precompressed: true,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.all('/assets/*', (c) => problem(c, 'not-found'))
  app.use('*', serveStatic({ root: clientDir, precompressed: true }))
  app.get('*', async (c, next) => {
    const page = serveStatic<Env>({ root: clientDir, path: 'index.html', precompressed: true })
    return (await page(c, next)) ?? problem(c, 'not-found')
  })
  app.notFound((c) => problem(c, 'not-found'))
  app.onError((_error, c) => problem(c, 'later'))

  /** `by`: a code or an id opens the door; whoever has a token has the session's id. */
  async function room(c: Context<Env>, by: 'code or id' | 'id') {
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
      case 'stopping':
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

  return app
}

function isJoinCode(id: string): boolean {
  return /^\d{9}$/.test(id)
}

function bearer(c: Context<Env>): string | null {
  // The scheme is written in any case (RFC 9110).
  const match = /^Bearer +([A-Za-z0-9_-]{43})$/i.exec(c.req.header('authorization') ?? '')
  return match?.[1] ?? null
}

async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    return null
  }
}

/** What every ask may come to beside its own answer. */
function fallback(c: Context, reply: Reply): Response {
  if (reply.is === 'no') return refused(c, reply.reason)
  if (reply.is === 'none') return problem(c, 'no-such-session')
  if (reply.is === 'unknown') return problem(c, 'unknown-token')
  if (reply.is === 'malformed') return problem(c, 'malformed', reply.message)
  return problem(c, 'later')
}
