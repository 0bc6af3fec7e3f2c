/** What pages ask of the server outside a session's socket. Answers are unions; nothing here throws. */
import type { Format } from '@plenary/shared/format'
import { shippedSchema } from '@plenary/shared/shipped-format'
import { ROLES } from '@plenary/shared/person'
import * as v from 'valibot'
import { markJoined } from './just-joined.ts'
import { keepSession } from './keepsake.ts'
import type { Problem } from './request.ts'
import { problemOf, send, sendFor } from './request.ts'
import type { Command } from '@plenary/shared/command'
import { language, sentenceFor } from '../words/catalogue.ts'
import type { Language } from '../words/catalogue.ts'
import { link } from '../words/link.ts'

const madeSchema = v.object({
  sessionId: v.string(),
  /** Nine digits. */
  joinCode: v.string(),
  joinUrl: v.string(),
  /** Ends in the secret that opens the session as facilitator. */
  hostUrl: v.string(),
  participantId: v.string(),
  token: v.string(),
})
/** A session just made; the maker is its facilitator and already has a seat on this device. */
export type Made = { is: 'ok' } & v.InferOutput<typeof madeSchema>

const foundSchema = v.object({
  sessionId: v.string(),
  title: v.string(),
  formatId: v.string(),
  status: v.string(),
  locked: v.boolean(),
  /** Name of the person who leads, '' when there is none. */
  facilitator: v.string(),
  /** People in it now. */
  here: v.number(),
})
/** What a join page may know of a session. */
export type Found = { is: 'ok' } & v.InferOutput<typeof foundSchema>

const joinedSchema = v.object({
  sessionId: v.string(),
  participantId: v.string(),
  token: v.string(),
  role: v.picklist(ROLES),
})
export type Joined = { is: 'ok' } & v.InferOutput<typeof joinedSchema>

const askedSchema = v.object({ requestId: v.string() })
/** The chair was asked; ask again with the same `requestId` until it is something else. */
export interface Asked {
  is: 'asked'
  requestId: string
  /** Under the name of somebody who dropped out, and who may come back; else somebody new at a locked door. */
  back: boolean
}

export type Joining =
  /** `apart`: where somebody has that name, rather be told than be given a number. */
  | { name: string; role?: 'participant' | 'observer'; requestId?: string; apart?: boolean }
  /** The secret of a host or device link. */
  | { key: string; name?: string }

/** Every format of this server, in the language of this device. */
export async function listFormats(): Promise<{ is: 'ok'; formats: Format[] } | Problem> {
  const answer = await sendFor(v.array(shippedSchema), `/api/formats?language=${language()}`)
  return answer.is === 'ok' ? { is: 'ok', formats: answer.value } : answer
}

/** Makes a session and keeps its token and host link on this device. */
export async function makeSession(making: {
  title: string
  formatId: string
  name: string
  /** With it the session begins in set-up, and only facilitators may enter until it is opened. */
  setup?: { anonymous?: boolean; takesPart?: boolean }
  /** Else that of this device. */
  language?: Language
}): Promise<Made | Problem> {
  const answer = await sendFor(madeSchema, '/api/sessions', {
    method: 'POST',
    body: { language: language(), ...making },
  })
  if (answer.is === 'problem') return answer
  const { sessionId, token, participantId, joinCode, hostUrl } = answer.value
  keepSession({
    sessionId,
    token,
    participantId,
    role: 'facilitator',
    title: making.title,
    joinCode,
    hostUrl,
  })
  return { is: 'ok', ...answer.value }
}

const answerSchema = v.object({
  ok: v.boolean(),
  reason: v.optional(v.string()),
  message: v.optional(v.string()),
})

/** Asks a session that was just made; null when it is done, else why not. */
export async function askOf({ sessionId, token }: Made, body: Command): Promise<string | null> {
  const path = `/api/sessions/${sessionId}/commands`
  const answer = await sendFor(answerSchema, path, { method: 'POST', token, body })
  if (answer.is === 'problem') return answer.message
  const { ok, reason = '', message = '' } = answer.value
  return ok ? null : (sentenceFor(reason) ?? message)
}

/** Looks a session up by its id or by its code, with or without spaces. */
export async function lookUp(idOrCode: string): Promise<Found | Problem> {
  const answer = await sendFor(foundSchema, `/api/sessions/${tidyCode(idOrCode)}`)
  return answer.is === 'ok' ? { is: 'ok', ...answer.value } : answer
}

/** Joins a session and keeps the token on this device, or as `keep` says. */
export async function joinSession(
  idOrCode: string,
  joining: Joining,
  keep: (joined: Omit<Joined, 'is'>) => void = keepSession,
): Promise<Joined | Asked | Problem> {
  const replied = await send(`/api/sessions/${tidyCode(idOrCode)}/participants`, {
    method: 'POST',
    body: joining,
  })
  if (replied.is === 'problem') return replied
  const body: unknown = await replied.response.json().catch(() => null)
  const asked = v.safeParse(askedSchema, body)
  if (replied.status === 202 && asked.success)
    return {
      is: 'asked',
      requestId: asked.output.requestId,
      back: replied.response.headers.get('Plenary-Asked') === 'back',
    }
  const joined = v.safeParse(joinedSchema, body)
  if (!joined.success) return problemOf('unreadable', link.problem.unreadable)
  keep(joined.output)
  if ('name' in joining && !('key' in joining)) markJoined(joined.output.sessionId)
  return { is: 'ok', ...joined.output }
}

/** Takes a request to come in back, so that nobody is asked about it any more. */
export async function stopAsking(idOrCode: string, requestId: string): Promise<void> {
  await send(`/api/sessions/${tidyCode(idOrCode)}/participants`, {
    method: 'POST',
    body: { requestId, cancel: true },
  })
}

/** A link that opens this person's own seat on another device; one use, ten minutes. */
export async function makeDeviceLink(
  sessionId: string,
  token: string,
): Promise<{ is: 'ok'; url: string } | Problem> {
  const answer = await sendFor(
    v.object({ url: v.string() }),
    `/api/sessions/${sessionId}/devices`,
    {
      method: 'POST',
      token,
    },
  )
  return answer.is === 'ok' ? { is: 'ok', url: answer.value.url } : answer
}

/** The report as a file; `name` such as `report.md`, `report.json` or `report.csv?table=actions`. */
export async function fetchReport(
  sessionId: string,
  token: string,
  name: string,
): Promise<{ is: 'ok'; file: Blob } | Problem> {
  const replied = await send(`/api/sessions/${sessionId}/${name}`, { token })
  if (replied.is === 'problem') return replied
  try {
    return { is: 'ok', file: await replied.response.blob() }
  } catch {
    return problemOf('offline', link.problem.offline)
  }
}

function tidyCode(idOrCode: string): string {
  const plain = idOrCode.trim()
  return encodeURIComponent(/^[\d\s.-]+$/.test(plain) ? plain.replaceAll(/\D/g, '') : plain)
}
