/** A test seat: a link that opens the session as a participant would see it, in a window of its own. */
import * as v from 'valibot'
import { link } from '../words/link.ts'
import type { Problem } from './request.ts'
import { problemOf, sendFor } from './request.ts'

export async function makeTestSeat(
  sessionId: string,
  token: string,
): Promise<{ is: 'ok'; path: string } | Problem> {
  const answer = await sendFor(
    v.object({ url: v.string() }),
    `/api/sessions/${sessionId}/test-seats`,
    { method: 'POST', token, body: {} },
  )
  if (answer.is === 'problem') return answer
  if (!URL.canParse(answer.value.url)) return problemOf('unreadable', link.problem.unreadable)
  const { pathname, search, hash } = new URL(answer.value.url)
  return { is: 'ok', path: `${pathname}${search}${hash}` }
}
