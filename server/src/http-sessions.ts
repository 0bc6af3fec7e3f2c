/** HTTP: the formats there are, a new session, what a join page may show of one, and joining it. */
import type { Format } from '@plenary/shared/format'
import { LANGUAGES, inLanguage } from '@plenary/shared/formats/language'
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Asking, AskingParts } from './http-asking.ts'
import { fallback, json } from './http-asking.ts'
import type { Env } from './http-env.ts'
import { problem, refused } from './problem.ts'
import { PerWindow } from './rate.ts'
import type { Ask } from './requests.ts'

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

interface SessionParts extends AskingParts {
  formats: readonly Format[]
}

export function sessionRoutes(
  app: Hono<Env>,
  { address, baseOf, room }: Asking,
  { rooms, formats, config, now }: SessionParts,
): void {
  const newSessions = new PerWindow(config.limits.sessionsPerHour, 3_600_000, now)

  app.get('/api/formats', (c) => {
    const wanted = language.default('en').safeParse(c.req.query('language'))
    if (!wanted.success)
      return problem(c, 'malformed', `language is one of ${LANGUAGES.join(', ')}.`)
    return c.json(formats.map((format) => inLanguage(format, wanted.data)))
  })

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
    const base = baseOf(c)
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
}
