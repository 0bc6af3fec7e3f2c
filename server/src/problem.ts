/** Errors over HTTP: RFC 9457 problems with a stable `code`. */
import { REFUSALS } from '@plenary/shared/refusal'
import type { Refusal } from '@plenary/shared/refusal'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export const PROBLEMS = {
  'no-such-session': [404, 'No open session has that code. Check the last three digits.'],
  'unknown-token': [401, 'This device has no seat in the session. Join it again.'],
  malformed: [400, 'The request is not one the server understands.'],
  'foreign-origin': [403, 'This page is not served by this server. Open its own address.'],
  'too-large': [413, 'The request is too large.'],
  'too-fast': [429, REFUSALS['too-fast']],
  'too-many-codes': [429, 'Too many wrong codes from this address. Wait a minute.'],
  'too-many-sessions': [
    429,
    'This address has made as many sessions as it may in an hour. Try again later.',
  ],
  later: [503, 'The server cannot do that at the moment. Try again in a few seconds.'],
  damaged: [503, 'This session cannot be opened. The person who runs the server has been told.'],
  'no-such-point': [404, REFUSALS['no-such-point']],
  'not-found': [404, 'There is nothing at this address.'],
} as const

export type ProblemCode = keyof typeof PROBLEMS

function body(status: number, code: string, detail: string): string {
  return JSON.stringify({ type: 'about:blank', title: detail, status, detail, code })
}

function send(c: Context, status: ContentfulStatusCode, code: string, detail: string): Response {
  return c.body(body(status, code, detail), status, { 'Content-Type': 'application/problem+json' })
}

export function problem(c: Context, code: ProblemCode, detail?: string): Response {
  const [status, sentence] = PROBLEMS[code]
  return send(c, status, code, detail ?? sentence)
}

const STATUS: Partial<Record<Refusal, ContentfulStatusCode>> = {
  'empty-name': 422,
  'read-only': 503,
}

/** A refusal where a person asked over HTTP and there is no answer to put it in. */
export function refused(c: Context, reason: Refusal): Response {
  return send(c, STATUS[reason] ?? 403, reason, REFUSALS[reason])
}
