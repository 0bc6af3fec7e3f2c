/** What HTTP may ask a room, and what a room answers: the `ask` side of the mailbox. */
import type { Format } from '@plenary/shared/format'
import type { Role } from '@plenary/shared/person'
import type { HistoryPoint } from '@plenary/shared/history-point'
import type { PastEntry } from '@plenary/shared/past'
import type { Refusal } from '@plenary/shared/refusal'
import type { Report } from '@plenary/shared/report'
import type { Status } from '@plenary/shared/session'
import type { AnswerBody } from './record.ts'
import type { Seat } from './seats.ts'

export type Ask =
  | {
      is: 'make'
      title: string
      format: Format
      name: string
      joinCode: string
      setup: { anonymous?: boolean | undefined; takesPart?: boolean | undefined } | null
    }
  | { is: 'summary' }
  | {
      is: 'join'
      name: string
      role: 'participant' | 'observer'
      apart: boolean
      request: string | undefined
    }
  | { is: 'stop asking'; request: string }
  | { is: 'redeem'; key: string; name: string | undefined }
  | { is: 'known'; token: string }
  | { is: 'seat'; token: string }
  | { is: 'device'; token: string }
  /** A link to one test seat, for whoever leads. */
  | { is: 'test seat'; token: string }
  | { is: 'board'; token: string }
  | { is: 'command'; token: string; body: unknown }
  | { is: 'report'; token: string }
  /** The points of the history. */
  | { is: 'history'; token: string }
  /** The board as it stood at one of them. */
  | { is: 'past'; token: string; point: string }
  /** Deletes the session if it rests since before this moment. */
  | { is: 'expire'; before: number }

export interface Summary {
  sessionId: string
  title: string
  formatId: string
  status: Status
  locked: boolean
  facilitator: string
  here: number
}

export type Reply =
  | { is: 'made'; person: string; token: string; hostKey: string; joinCode: string; seat: Seat }
  | { is: 'summary'; summary: Summary }
  | { is: 'in'; person: string; token: string; role: Role; seat: Seat }
  /** `back`: under the name of somebody away. */
  | { is: 'asked'; request: string; back: boolean }
  | { is: 'asks no more' }
  | { is: 'no'; reason: Refusal }
  /** The token is one of this session's. */
  | { is: 'known' }
  | { is: 'seat'; seat: Seat; at: number }
  | { is: 'device'; key: string }
  | { is: 'board'; update: Uint8Array; epoch: number; seq: number }
  | { is: 'answer'; answer: AnswerBody }
  | { is: 'report'; report: Report }
  | { is: 'history'; points: readonly HistoryPoint[] }
  | { is: 'past'; point: HistoryPoint; entries: readonly PastEntry[] }
  /** The token is not one of this session's. */
  | { is: 'unknown' }
  /** No honest client sends this. */
  | { is: 'malformed'; message: string }
  /** The session has just been deleted. */
  | { is: 'none' }
  /** Nothing could be committed; ask again. */
  | { is: 'later' }
