/** The HTTP interface as a stranger uses it: from the contract, with nothing of ours imported. */
import * as z from 'zod'

const seat = z.object({ clientId: z.number(), secret: z.string(), epoch: z.number() })
export type Seat = z.infer<typeof seat>

const made = z.object({
  sessionId: z.string(),
  joinCode: z.string().regex(/^\d{9}$/),
  joinUrl: z.string(),
  hostUrl: z.string(),
  participantId: z.string(),
  token: z.string(),
  seat,
})
export type Made = z.infer<typeof made>

const joined = z.object({
  sessionId: z.string(),
  participantId: z.string(),
  token: z.string(),
  role: z.string(),
  seat,
})
export type Joined = z.infer<typeof joined>

const answer = z.looseObject({
  ok: z.boolean(),
  reason: z.string().optional(),
  message: z.string().optional(),
})
export type Answered = z.infer<typeof answer>

export async function post(url: string, body: unknown, token?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
}

export async function get(url: string, token?: string): Promise<Response> {
  return fetch(url, token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } })
}

export async function makeSession(
  base: string,
  body: { title: string; formatId: string; name: string; setup?: object; language?: string },
): Promise<Made> {
  const response = await post(`${base}/api/sessions`, body)
  if (response.status !== 201) throw new Error(`session not made: ${await response.text()}`)
  return made.parse(await response.json())
}

export async function join(
  base: string,
  idOrCode: string,
  body: { name: string; role?: string } | { key: string; name?: string },
): Promise<Joined> {
  const response = await post(`${base}/api/sessions/${idOrCode}/participants`, body)
  if (response.status !== 201)
    throw new Error(`not joined: ${response.status} ${await response.text()}`)
  return joined.parse(await response.json())
}

export async function takeSeat(base: string, session: string, token: string): Promise<Seat> {
  const response = await post(`${base}/api/sessions/${session}/seats`, {}, token)
  if (response.status !== 201) throw new Error(`no seat: ${await response.text()}`)
  return z.object({ seat }).parse(await response.json()).seat
}

/** A command over HTTP; the answer also when it is a refusal. */
export async function command(
  base: string,
  session: string,
  token: string,
  body: object,
): Promise<Answered> {
  const response = await post(`${base}/api/sessions/${session}/commands`, body, token)
  if (response.status !== 200)
    throw new Error(`command: ${response.status} ${await response.text()}`)
  return answer.parse(await response.json())
}
