/** What the server has kept of a session's history. */
import { toldPointSchema } from '@plenary/shared/history-point'
import type { ToldPoint } from '@plenary/shared/history-point'
import type { PastEntry } from '@plenary/shared/past'
import { pastEntrySchema } from '@plenary/shared/past'
import * as v from 'valibot'
import type { Problem } from '../session/request.ts'
import { sendFor } from '../session/request.ts'

const pointsSchema = v.object({ points: v.array(toldPointSchema) })
const boardSchema = v.object({ point: toldPointSchema, entries: v.array(pastEntrySchema) })

export interface PastBoard {
  point: ToldPoint
  entries: readonly PastEntry[]
}

/** The newest first. */
export async function fetchPoints(
  sessionId: string,
  token: string,
): Promise<{ is: 'ok'; value: readonly ToldPoint[] } | Problem> {
  const answer = await sendFor(pointsSchema, `/api/sessions/${sessionId}/history`, { token })
  return answer.is === 'ok' ? { is: 'ok', value: answer.value.points.toReversed() } : answer
}

export function fetchPast(
  sessionId: string,
  token: string,
  point: string,
): Promise<{ is: 'ok'; value: PastBoard } | Problem> {
  const path = `/api/sessions/${sessionId}/history/${encodeURIComponent(point)}`
  return sendFor(boardSchema, path, { token })
}
