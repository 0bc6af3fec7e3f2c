/** Whoever loses a race: what was not taken is said in words, their own text stays, and the rest of their work stands. */
import type { SessionClient } from '@plenary/client/sync/session-client'
import { editText } from '@plenary/client/sync/open-texts'
import { REBUILD_FROM } from '@plenary/server/rebuild'
import { UNLOAD_AFTER } from '@plenary/server/unload'
import { SYNC, writeSync } from '@plenary/shared/frame'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openPage, memoryStorage } from '../kit/client-page.ts'
import type { ClientPage } from '../kit/client-page.ts'
import { command, get, join, makeSession, takeSeat } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { openRaw } from '../kit/raw-socket.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

const pages: ClientPage[] = []
afterEach(() => {
  for (const { client } of pages.splice(0)) client.leave()
})

interface Two {
  url: string
  clock: { advance: (ms: number) => void }
  made: Made
  doris: SessionClient
  ben: SessionClient
  benPage: ClientPage
  benToken: string
  lead: (body: object) => Promise<unknown>
}

/** Doris leads, Ben takes part, everybody may add cards. */
async function two(env: Record<string, string> = {}): Promise<Two> {
  const { url, clock } = await serveHere(env)
  const made = await makeSession(url, { title: 'Race', formatId: 'dot-vote', name: 'Doris' })
  const lead = (body: object) => command(url, made.sessionId, made.token, body)
  await lead({ type: 'phase.go', phase: 'propose' })
  const open = async (seat: { sessionId: string; token: string }): Promise<ClientPage> => {
    const page = openPage(url, seat, memoryStorage())
    pages.push(page)
    await until('the session', () => page.client.view() !== null)
    await saved(page.client)
    return page
  }
  const seat = await join(url, made.joinCode, { name: 'Ben' })
  const benPage = await open(seat)
  const { client: doris } = await open(made)
  return { url, clock, made, doris, ben: benPage.client, benPage, benToken: seat.token, lead }
}

const saved = (client: SessionClient) =>
  until('all saved', () => {
    const link = client.link()
    return link.is === 'live' && link.waiting === 0
  })
const lost = (client: SessionClient) => until('the loss', () => client.link().is === 'lost')
const texts = (client: SessionClient) =>
  client.unplaced('ideas').map((id) => client.entry(id)?.text ?? '')
const notes = (client: SessionClient) =>
  client.ids('parking', 'note').map((id) => client.entry(id)?.text ?? '')
const told = (client: SessionClient) => client.notices().flatMap(({ text }) => text ?? [])

it('[C30] of what was done without a network only what the rules refuse is not taken, each with a sentence', async () => {
  const { doris, ben, benPage, lead, clock } = await two()
  const own = ben.add('card', 'ideas', 'Of Ben') ?? ''
  await until('it is there', () => doris.entry(own))
  benPage.cut()
  await lost(ben)
  ben.add('card', 'ideas', 'Too late')
  ben.add('note', 'parking', 'For later')
  const edit = editText(ben.editing, own)
  edit.set('Of Ben, and more', 16)
  edit.done()
  await lead({ type: 'phase.go', phase: 'vote' })
  await lead({ type: 'phase.go', phase: 'discuss', finish: true })
  clock.advance(5_000)
  benPage.mend()
  await until('the notice', () => told(ben).length > 0)
  await saved(ben)
  expect(told(ben)).toEqual(['Too late'])
  for (const { message } of ben.notices()) expect(message).toMatch(/\S.*\.$/s)
  await until('the rest', () => doris.entry(own)?.text === 'Of Ben, and more')
  await until('the note', () => notes(doris).includes('For later'))
  expect(texts(doris)).not.toContain('Too late')
  expect(texts(ben)).toEqual(texts(doris))
})

it('[C30] who wrote the card that was one too many is told, and has the words', async () => {
  const { doris, ben, benPage } = await two({ LIMIT_CARDS: '3' })
  benPage.cut()
  await lost(ben)
  ben.add('card', 'ideas', 'First of Ben')
  ben.add('card', 'ideas', 'Second of Ben')
  for (const text of ['One', 'Two']) doris.add('card', 'ideas', text)
  await saved(doris)
  benPage.mend()
  await until('the notice', () => told(ben).length > 0)
  await saved(ben)
  const kept = ['First of Ben', 'Second of Ben'].filter((text) => texts(doris).includes(text))
  expect([...kept, ...told(ben)].toSorted()).toEqual(['First of Ben', 'Second of Ben'])
  expect(texts(ben).toSorted()).toEqual(texts(doris).toSorted())
})

it('[C30] who comes back with more than two hundred late cards is told of each, and stays', async () => {
  const { doris, ben, benPage, lead, clock } = await two()
  const late = Array.from({ length: 230 }, (_, n) => `Late ${n}`)
  benPage.cut()
  await lost(ben)
  for (const text of late) ben.add('card', 'ideas', text)
  await lead({ type: 'phase.go', phase: 'vote' })
  await lead({ type: 'phase.go', phase: 'discuss', finish: true })
  clock.advance(5_000)
  const heard = new Set<string>()
  const stop = ben.subscribe(() => {
    for (const text of told(ben)) heard.add(text)
  })
  benPage.mend()
  await until('all of them', () => heard.size === late.length)
  stop()
  await saved(ben)
  expect([...heard].toSorted()).toEqual(late.toSorted())
  expect(texts(doris)).toEqual([])
  ben.add('note', 'parking', 'And on')
  await until('the note', () => notes(doris).includes('And on'))
})

it('[C30] after the close what was not sent comes back as words', async () => {
  const { ben, benPage, lead, clock } = await two()
  benPage.cut()
  await lost(ben)
  ben.add('card', 'ideas', 'Unsent')
  ben.add('note', 'parking', 'Unsent too')
  await lead({ type: 'session.close' })
  clock.advance(5_000)
  benPage.mend()
  await until('both', () => told(ben).length === 2)
  expect(told(ben).toSorted()).toEqual(['Unsent', 'Unsent too'])
})

it('[C31] a reset takes nothing else along: own cards, own words and a new text all arrive', async () => {
  const { doris, ben, benPage } = await two()
  const theirs = doris.add('card', 'ideas', 'Doris wrote this') ?? ''
  const own = ben.add('card', 'ideas', 'Ben wrote this') ?? ''
  await until('both', () => ben.entry(theirs) !== null && doris.entry(own) !== null)
  await saved(ben)
  benPage.cut()
  await lost(ben)
  const erasing = editText(ben.editing, theirs)
  erasing.set('gone', 4)
  erasing.done()
  const editing = editText(ben.editing, own)
  editing.set('Ben wrote this, and that', 24)
  editing.done()
  ben.add('card', 'ideas', 'One more')
  benPage.mend()
  await until('told', () => ben.notices().length > 0)
  await until('the card', () => texts(doris).includes('One more'))
  await until('the words', () => {
    const here = doris.entry(own)?.text === 'Ben wrote this, and that'
    return here || told(ben).includes('Ben wrote this, and that')
  })
  expect(doris.entry(theirs)?.text).toBe('Doris wrote this')
  await saved(ben)
  expect(texts(ben)).toEqual(texts(doris))
})

it('[C31] a board that is rebuilt under another epoch loses no word of somebody who was away', async () => {
  const { url, clock, made, doris, ben, benPage, benToken } = await two()
  const own = ben.add('card', 'ideas', 'Known') ?? ''
  await until('it is there', () => doris.entry(own))
  await saved(ben)
  await swell(url, made.sessionId, benToken, own)
  const size = async (): Promise<number> =>
    (await (await get(`${url}/api/sessions/${made.sessionId}/board`, made.token)).arrayBuffer())
      .byteLength
  await until('it is mostly history', async () => (await size()) > REBUILD_FROM)
  benPage.cut()
  await lost(ben)
  ben.add('card', 'ideas', 'Unsent')
  // More than one update holds.
  const many = Array.from({ length: 60 }, (_, n) => `${n} ${'long '.repeat(300)}`.trim())
  for (const text of many) ben.add('card', 'ideas', text)
  const edit = editText(ben.editing, own)
  edit.set('Known, and more', 15)
  edit.done()
  doris.leave()
  await until('asleep', async () => {
    clock.advance(UNLOAD_AFTER)
    return /^plenary_rooms 0$/m.test(await (await get(`${url}/metrics`)).text())
  })
  // The first visitor is answered, though the board begins anew for them.
  const visit = await get(`${url}/api/sessions/${made.sessionId}`, made.token)
  expect(visit.status).toBe(200)
  expect(await size()).toBeLessThan(20_000)
  benPage.mend()
  await saved(ben)
  const again = openPage(url, made)
  pages.push(again)
  await until('his words', () => texts(again.client).includes('Known, and more'))
  expect(texts(again.client).toSorted()).toEqual(['Known, and more', 'Unsent', ...many].toSorted())
  expect(told(ben)).toEqual([])
  await until('equal', () => texts(ben).length === 2 + many.length)
})

/** Moves a card a hundred thousand times, by another program of the same person. */
async function swell(url: string, session: string, token: string, card: string): Promise<void> {
  const { clientId, secret } = await takeSeat(url, session, token)
  const socket = openRaw(url, { session, token, seat: `${clientId}.${secret}` })
  await once(socket, 'message')
  const doc = new Y.Doc()
  doc.clientID = clientId
  const board = await get(`${url}/api/sessions/${session}/board`, token)
  Y.applyUpdate(doc, new Uint8Array(await board.arrayBuffer()))
  doc.on('update', (update: Uint8Array) => socket.send(writeSync(SYNC.update, update)))
  const entry = doc.getMap('cards').get(card)
  if (!(entry instanceof Y.Map)) throw new Error('no card')
  for (let frame = 0; frame < 125; frame++)
    doc.transact(() => {
      for (let set = 0; set < 800; set++)
        if (set % 2 === 0) entry.set('place', `ideas/a${(frame + set) % 10}`)
        else entry.set('talk', set % 4 === 1 ? '' : 'ideas')
    })
  socket.close()
  await once(socket, 'close')
}
