/** One HTTP request to the server, with every way it can fail as a value. */
import * as v from 'valibot'
import { sentenceFor } from '../words/catalogue.ts'
import { link } from '../words/link.ts'

/** Why a request came to nothing. `code` is stable, `message` is for people. */
export interface Problem {
  is: 'problem'
  /** The server's problem code, or `offline` when it could not be reached, or `unreadable`. */
  code: string
  message: string
}

type Replied = { is: 'reply'; status: number; response: Response } | Problem

export interface Request {
  method?: 'GET' | 'POST'
  token?: string
  body?: unknown
  /** When it is given up; absent: after a while. */
  signal?: AbortSignal
}

const problemSchema = v.object({
  code: v.string(),
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
})

/** A network that says nothing is given up after this. Milliseconds. */
export const ANSWER_WITHIN = 40_000

/** Sends a request; `path` begins with `/api`, or with the origin of a server. Never throws. */
export async function send(
  path: string,
  { method = 'GET', token, body, signal = AbortSignal.timeout(ANSWER_WITHIN) }: Request = {},
): Promise<Replied> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      cache: 'no-store',
      signal,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    return problemOf('offline', link.problem.offline)
  }
  if (response.ok) return { is: 'reply', status: response.status, response }
  const told = v.safeParse(problemSchema, await jsonOf(response))
  if (!told.success) return problemOf('unreadable', link.problem.unreadable)
  const { code, detail, title } = told.output
  return problemOf(code, sentenceFor(code) ?? detail ?? title ?? link.problem.unreadable)
}

/** Sends a request and reads its JSON answer by a schema. Never throws. */
export async function sendFor<T>(
  schema: v.GenericSchema<unknown, T>,
  path: string,
  request: Request = {},
): Promise<{ is: 'ok'; value: T; status: number } | Problem> {
  const replied = await send(path, request)
  if (replied.is === 'problem') return replied
  const parsed = v.safeParse(schema, await jsonOf(replied.response))
  return parsed.success
    ? { is: 'ok', value: parsed.output, status: replied.status }
    : problemOf('unreadable', link.problem.unreadable)
}

export function problemOf(code: string, message: string): Problem {
  return { is: 'problem', code, message }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}
