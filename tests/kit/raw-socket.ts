/** A bare WebSocket to `/sync`: what it got, and how it was closed. */
import { once } from 'node:events'
import { WebSocket } from 'ws'

export interface Knock {
  session: string
  token?: string
  /** `<clientId>.<secret>` */
  seat?: string
  headers?: Record<string, string>
}

export function openRaw(base: string, { session, token, seat, headers }: Knock): WebSocket {
  const protocols = ['plenary.v1', ...(token === undefined ? [] : [`bearer.${token}`])]
  const query = seat === undefined ? '' : `?seat=${seat}`
  const url = `${base.replace('http', 'ws')}/sync/${session}${query}`
  return new WebSocket(url, protocols, { headers })
}

/** The close code, and how many frames came before it. */
export async function turnedAway(
  base: string,
  knock: Knock,
): Promise<{ code: number; frames: number }> {
  const socket = openRaw(base, knock)
  let frames = 0
  socket.on('message', () => frames++)
  const gone = AbortSignal.timeout(20_000)
  const [code]: unknown[] = await once(socket, 'close', { signal: gone })
  return { code: Number(code), frames }
}

/** Sends what the server must not take on an open socket; returns the close code. */
export async function closedAfter(socket: WebSocket, send: Uint8Array | string): Promise<number> {
  await once(socket, 'message')
  socket.send(send)
  const [code]: unknown[] = await once(socket, 'close', { signal: AbortSignal.timeout(20_000) })
  return Number(code)
}
