/** Coming in over HTTP: by code, by link, at a locked door, under the name of somebody who is away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { command, get, join, makeSession, post } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { joinHello } from '../kit/hello-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { outcome } from '../kit/problem.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const make = (more: object = {}): Promise<Made> =>
  makeSession(server.url, { title: 'Join', formatId: 'dot-vote', name: 'Fay', ...more })
const knock = (session: string, body: object): Promise<Response> =>
  post(`${server.url}/api/sessions/${session}/participants`, body)
const lead = (made: Made, body: object) => command(server.url, made.sessionId, made.token, body)
const keyIn = (url: string): string => url.split('#key=')[1] ?? ''

async function requestIn(answering: Promise<Response>): Promise<string> {
  const response = await answering
  expect(response.status).toBe(202)
  return z.strictObject({ requestId: z.string().min(22) }).parse(await response.json()).requestId
}

describe('joining', () => {
  it('[J10] by code or by id: 201 with a token, a seat and the role asked for', async () => {
    const made = await make()
    const ann = await join(server.url, made.joinCode, { name: ' Ann\u0000 ' })
    expect(ann).toMatchObject({ sessionId: made.sessionId, role: 'participant' })
    expect(ann.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(ann.seat.epoch).toBe(made.seat.epoch)
    const obi = await join(server.url, made.sessionId, { name: 'Obi', role: 'observer' })
    expect(obi.role).toBe('observer')
    expect(new Set([made.token, ann.token, obi.token]).size).toBe(3)
    expect(new Set([made, ann, obi].map((one) => one.seat.clientId)).size).toBe(3)
  })

  it('[J11] the join page may know seven things and no more', async () => {
    const made = await make()
    await join(server.url, made.joinCode, { name: 'Ann' })
    const response = await get(`${server.url}/api/sessions/${made.joinCode}`)
    expect(await response.json()).toEqual({
      sessionId: made.sessionId,
      title: 'Join',
      formatId: 'dot-vote',
      status: 'lobby',
      locked: false,
      facilitator: 'Fay',
      here: 2,
    })
  })

  it('[J12] the code is nine digits and the links keep their secrets behind the #', async () => {
    const made = await make()
    expect(made.joinCode).toMatch(/^[1-9]\d{8}$/)
    expect(made.joinUrl).toBe(`${server.url}/join#${made.joinCode}`)
    expect(made.hostUrl).toMatch(new RegExp(`^${server.url}/s/${made.sessionId}#key=[\\w-]{43}$`))
  })

  it.each<[string, object, string]>([
    ['no name', {}, '400 malformed'],
    ['an empty name', { name: ' \u200b' }, '422 empty-name'],
    ['a role that nobody may take', { name: 'Eve', role: 'facilitator' }, '400 malformed'],
    ['a key of nothing', { key: 'x'.repeat(43) }, '403 key-used'],
    ['a request that was never made', { name: 'Eve', requestId: 'x' }, '403 no-such-request'],
  ])('[J13] %s is refused', async (_what, body, code) => {
    const made = await make()
    expect(await outcome(knock(made.joinCode, body))).toBe(code)
  })

  it('[J14] while it is set up only facilitators may enter', async () => {
    const made = await make({ setup: { anonymous: true } })
    expect(await outcome(knock(made.joinCode, { name: 'Ann' }))).toBe('403 not-open')
    expect(await outcome(knock(made.sessionId, { key: keyIn(made.hostUrl) }))).toBe('201')
    await lead(made, { type: 'session.open' })
    expect(await outcome(knock(made.joinCode, { name: 'Ann' }))).toBe('201')
  })

  it('[J15] a closed session takes nobody by its code', async () => {
    const made = await make()
    await lead(made, { type: 'session.close' })
    expect(await outcome(knock(made.joinCode, { name: 'Ann' }))).toBe('404 no-such-session')
    expect(await outcome(knock(made.sessionId, { name: 'Ann' }))).toBe('403 not-open')
  })
})

describe('the door', () => {
  it('[J16] locked: 202 while asked, 201 once when admitted, then refused', async () => {
    const made = await make()
    await lead(made, { type: 'session.lock', door: true })
    const requestId = await requestIn(knock(made.joinCode, { name: 'Ann' }))
    const again = { name: 'Ann', requestId }
    expect(await requestIn(knock(made.joinCode, again))).toBe(requestId)
    await lead(made, { type: 'person.admit', request: requestId, admit: true })
    const response = await knock(made.joinCode, again)
    expect(await outcome(response)).toBe('201')
    expect(await outcome(knock(made.joinCode, again))).toBe('403 no-such-request')
  })

  it('[J17] locked and refused: 403', async () => {
    const made = await make()
    await lead(made, { type: 'session.lock', door: true })
    const requestId = await requestIn(knock(made.joinCode, { name: 'Ann', role: 'observer' }))
    await lead(made, { type: 'person.admit', request: requestId, admit: false })
    expect(await outcome(knock(made.joinCode, { name: 'Ann', requestId }))).toBe('403 door-refused')
  })

  it('[EB1] a request that is taken back asks nobody any more', async () => {
    const made = await make()
    await lead(made, { type: 'session.lock', door: true })
    const requestId = await requestIn(knock(made.joinCode, { name: 'Ann' }))
    expect((await knock(made.joinCode, { requestId, cancel: true })).status).toBe(204)
    const admitting = { type: 'person.admit', request: requestId, admit: true }
    expect(await command(server.url, made.sessionId, made.token, admitting)).toMatchObject({
      reason: 'no-such-request',
    })
    expect(await outcome(knock(made.joinCode, { name: 'Ann', requestId }))).toBe(
      '403 no-such-request',
    )
    expect((await knock(made.joinCode, { requestId, cancel: true })).status).toBe(204)
  })

  it('[EB1] a request ends with the session', async () => {
    const made = await make()
    await lead(made, { type: 'session.lock', door: true })
    const requestId = await requestIn(knock(made.joinCode, { name: 'Ann' }))
    await lead(made, { type: 'session.close' })
    expect(await outcome(knock(made.sessionId, { name: 'Ann', requestId }))).toBe('403 not-open')
  })

  it('[J18] under the name of somebody away the chair is asked, and it is the same person', async () => {
    const made = await make()
    const fay = await joinHello(server.url, made.sessionId, made.token)
    const first = await joinPlain({ base: server.url, session: made.joinCode, name: 'Ann' })
    const here = await until('Ann', () =>
      fay.heard().find((one) => one.is === 'here' && one.person === first.person),
    )
    first.leave()
    await until('gone', () =>
      fay.heard().some((one) => one.is === 'gone' && one.number === here.number),
    )
    const requestId = await requestIn(knock(made.joinCode, { name: 'ann' }))
    await lead(made, { type: 'person.admit', request: requestId, admit: true })
    const again = { name: 'ann', requestId }
    const back = await join(server.url, made.joinCode, again)
    expect(back.participantId).toBe(first.person)
    expect(back.token).not.toBe(first.token)
    fay.leave()
  })

  it('[WD6] the name of somebody who was removed asks, and comes in as another person', async () => {
    const made = await make()
    const ann = await join(server.url, made.joinCode, { name: 'Ann' })
    await lead(made, { type: 'person.remove', person: ann.participantId })
    const requestId = await requestIn(knock(made.joinCode, { name: ' ANN ' }))
    await lead(made, { type: 'person.admit', request: requestId, admit: true })
    const again = { name: 'Ann', requestId }
    const back = await join(server.url, made.joinCode, again)
    expect(back.participantId).not.toBe(ann.participantId)
    expect(back.role).toBe('participant')
  })

  it('[J19] the name of somebody who is here is another person', async () => {
    const made = await make()
    const ann = await joinPlain({ base: server.url, session: made.joinCode, name: 'Ann' })
    const second = await join(server.url, made.joinCode, { name: 'Ann' })
    expect(second.participantId).not.toBe(ann.person)
    ann.leave()
  })

  it('[EB7] equal names are told apart, by a number or by asking', async () => {
    const made = await make()
    await join(server.url, made.joinCode, { name: 'Ana' })
    await join(server.url, made.joinCode, { name: 'ána' })
    const people = async (): Promise<unknown> => {
      const one = await joinPlain({ base: server.url, session: made.joinCode, name: 'Zoe' })
      const names = [...one.session().entries()]
        .filter(([key]) => key.startsWith('person:'))
        .map(([, person]) => z.object({ name: z.string() }).parse(person).name)
      one.leave()
      return names.toSorted()
    }
    expect(await people()).toEqual(['Ana', 'Fay', 'Zoe', 'ána 2'])
    const asking = { name: 'ANA', apart: true }
    expect(await outcome(knock(made.joinCode, asking))).toBe('403 name-taken')
    expect(await outcome(knock(made.joinCode, { ...asking, name: 'Ana B.' }))).toBe('201')
  })
})

describe('links', () => {
  it('[J20] the host link makes facilitators, again and again', async () => {
    const made = await make()
    for (const name of ['Gil', 'Hua']) {
      const host = await join(server.url, made.sessionId, { key: keyIn(made.hostUrl), name })
      expect(host.role).toBe('facilitator')
      const locked = { type: 'session.rename', title: `By ${name}` }
      expect(await command(server.url, made.sessionId, host.token, locked)).toEqual({ ok: true })
    }
  })

  it('[J21] a device link is the same person with a new token, once', async () => {
    const made = await make()
    const ann = await join(server.url, made.joinCode, { name: 'Ann' })
    const response = await post(
      `${server.url}/api/sessions/${made.sessionId}/devices`,
      {},
      ann.token,
    )
    expect(response.status).toBe(201)
    const { url } = z.strictObject({ url: z.string() }).parse(await response.json())
    const phone = await join(server.url, made.sessionId, { key: keyIn(url) })
    expect(phone).toMatchObject({ participantId: ann.participantId, role: 'participant' })
    expect(phone.token).not.toBe(ann.token)
    expect(await outcome(knock(made.sessionId, { key: keyIn(url) }))).toBe('403 key-used')
  })

  it('[J22] a seat is a page load: another client id each time, for a token only', async () => {
    const made = await make()
    const seats = `${server.url}/api/sessions/${made.sessionId}/seats`
    const response = await post(seats, {}, made.token)
    expect(response.status).toBe(201)
    const body: unknown = await response.json()
    expect(body).toEqual({
      seat: { clientId: expect.any(Number), secret: expect.any(String), epoch: 1 },
      protocolVersion: 1,
      serverTime: expect.any(Number),
    })
    expect(body).not.toMatchObject({ seat: { clientId: made.seat.clientId } })
    expect(await outcome(post(seats, {}))).toBe('401 unknown-token')
    expect(await outcome(post(seats, {}, 'x'.repeat(43)))).toBe('401 unknown-token')
  })
})
