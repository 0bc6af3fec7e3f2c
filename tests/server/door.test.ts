/** Sockets: who is let in, who is shown out, and with which code. */
import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { get, join, makeSession, takeSeat } from '../kit/http-client.ts'
import type { Made, Seat } from '../kit/http-client.ts'
import type { Knock } from '../kit/raw-socket.ts'
import { closedAfter, openRaw, turnedAway } from '../kit/raw-socket.ts'
import { connectPlain } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { allowed, table } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
let mine: Made
let other: Made
let guest: Awaited<ReturnType<typeof join>>
beforeAll(async () => {
  server = await startServer()
  const making = { title: 'Door', formatId: 'dot-vote', name: 'Fay' }
  mine = await makeSession(server.url, making)
  other = await makeSession(server.url, making)
  guest = await join(server.url, mine.joinCode, { name: 'Ann' })
})
afterAll(() => server.remove())

const named = ({ clientId, secret }: Seat): string => `${clientId}.${secret}`
const WRONG = 'x'.repeat(43)

describe('the door of the socket', () => {
  it.each<[string, () => Knock, number]>([
    ['no token', () => ({ session: mine.sessionId, seat: named(mine.seat) }), 4401],
    [
      'a token of nobody',
      () => ({ session: mine.sessionId, token: WRONG, seat: named(mine.seat) }),
      4401,
    ],
    [
      "another session's token",
      () => ({ session: mine.sessionId, token: other.token, seat: named(other.seat) }),
      4401,
    ],
    ['no seat', () => ({ session: mine.sessionId, token: mine.token }), 4409],
    [
      'a seat that nobody was given',
      () => ({ session: mine.sessionId, token: mine.token, seat: `70000.${WRONG}` }),
      4409,
    ],
    [
      'a wrong secret',
      () => ({
        session: mine.sessionId,
        token: mine.token,
        seat: `${mine.seat.clientId}.${WRONG}`,
      }),
      4409,
    ],
    [
      'the seat of somebody else',
      () => ({ session: mine.sessionId, token: guest.token, seat: named(mine.seat) }),
      4409,
    ],
    [
      'a session that is not there',
      () => ({ session: 'nowhere', token: mine.token, seat: named(mine.seat) }),
      4404,
    ],
    [
      'a join code in place of the session',
      () => ({ session: mine.joinCode, token: mine.token, seat: named(mine.seat) }),
      4404,
    ],
  ])('[J1] %s: closed before any byte', async (_what, knock, code) => {
    expect(await turnedAway(server.url, knock())).toEqual({ code, frames: 0 })
  })

  it('[J2] a page of a foreign origin is refused before the socket opens', async () => {
    const headers = { Origin: 'https://elsewhere.example' }
    const at = { session: mine.sessionId, token: mine.token, seat: named(mine.seat), headers }
    const socket = openRaw(server.url, at)
    const [error]: unknown[] = await once(socket, 'error')
    expect(String(error)).toContain('403')
  })

  it('[J3] the newest connection on a seat wins, the former is closed with 4409', async () => {
    const seat = await takeSeat(server.url, mine.sessionId, guest.token)
    const at = { session: mine.sessionId, token: guest.token, seat: named(seat) }
    const first = openRaw(server.url, at)
    await once(first, 'message')
    const second = openRaw(server.url, at)
    const [code]: unknown[] = await once(first, 'close')
    expect(code).toBe(4409)
    expect(second.readyState).toBe(second.OPEN)
    second.close()
  })

  it.each<[string, Uint8Array | string, number]>([
    ['text', 'hello', 4400],
    ['nothing', new Uint8Array(), 4400],
    ['a type that only the server sends', frame(110, '{}'), 4400],
    ['an unknown type', frame(99, '{}'), 4400],
    ['a hello of another version', frame(100, '{"protocol":2}'), 4426],
    ['a frame above 256 kB', new Uint8Array(256 * 1024 + 1), 4413],
    ['a command that is none', frame(101, '{"type":"win"}'), 4400],
  ])('[L1] %s closes the socket', async (_what, bytes, code) => {
    const seat = await takeSeat(server.url, mine.sessionId, guest.token)
    const at = { session: mine.sessionId, token: guest.token, seat: named(seat) }
    expect(await closedAfter(openRaw(server.url, at), bytes)).toBe(code)
  })

  it('[J4] who is removed is shown out within a second, and the token opens nothing more', async () => {
    const here = await table(server.url, 'dot-vote')
    const { fay, ann, made } = here
    await allowed(fay, { type: 'person.remove', person: ann.person })
    await until('shown out', () => ann.closes.includes(4403), 1_000)
    for (const path of ['report.md', 'board', 'report.csv']) {
      const response = await get(`${server.url}/api/sessions/${made.sessionId}/${path}`, ann.token)
      expect(response.status).toBe(401)
    }
    await expect(takeSeat(server.url, made.sessionId, ann.token)).rejects.toThrow('unknown-token')
    const seat = `${ann.doc.clientID}.any`
    const knock = { session: made.sessionId, token: ann.token, seat }
    expect(await turnedAway(server.url, knock)).toEqual({ code: 4401, frames: 0 })
    const listed = (): string => JSON.stringify(fay.fact(`person:${ann.person}`))
    await until('listed as left', () => listed().includes('"left":true'))
    expect(listed()).toContain('"name":"Ann"')
    here.leave()
  })

  it('[J5] a reload of the same person takes a new seat and sees everything', async () => {
    const here = await table(server.url, 'dot-vote')
    await here.enter('propose')
    here.ann.addCard('Bikes', 'ideas/a0')
    await until('at Fay', () => here.fay.cardBy('Bikes'))
    here.ann.leave()
    const { person, token } = here.ann
    const again = await connectPlain(server.url, here.made.sessionId, 'Ann', person, token)
    expect(again.doc.clientID).not.toBe(here.ann.doc.clientID)
    expect(again.cardBy('Bikes')?.card.get('by')).toBe(person)
    again.leave()
    here.leave()
  })
})

function frame(type: number, body: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarString(encoder, body)
  return encoding.toUint8Array(encoder)
}
