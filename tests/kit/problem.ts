/** What a request came to: its status, and the stable code of a problem. */
import { expect } from 'vitest'
import * as z from 'zod'

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
})

/** `"201"`, or `"403 door-refused"` where it is a problem in the form of RFC 9457. */
export async function outcome(answering: Promise<Response> | Response): Promise<string> {
  const response = await answering
  expect(response.headers.get('cache-control')).toBe('no-store')
  if (response.ok) return String(response.status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = problem.parse(await response.json())
  expect(body.status).toBe(response.status)
  expect(body.detail).toMatch(/\S.*\.$/s)
  return `${response.status} ${body.code}`
}
