/** T110 to T114: wires that fail, people who come back late or all at once, and sockets that end at the wrong time. */
import { once } from 'node:events'
import { editText } from '@plenary/client/sync/open-texts'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { remember } from '@plenary/server/memory'
import { HEARTBEAT_EVERY } from '@plenary/server/socket'
import { MESSAGE } from '@plenary/shared/frame'
import { must } from '@plenary/shared/must'
import * as fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryStorage, openPage } from '../kit/client-page.ts'
import type { ClientPage } from '../kit/client-page.ts'
import { joinHello } from '../kit/hello-client.ts'
import { command, join, makeSession, takeSeat } from '../kit/http-client.ts'
import { formatNamed } from '../kit/play.ts'
import { openRaw } from '../kit/raw-socket.ts'
import { startServer } from '../kit/running-server.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'
import { openWire, plainOf } from '../kit/wire.ts'
import type { Page, Wire } from '../kit/wire.ts'

const pages: ClientPage[] = []
afterEach(() => {
  for (const { client } of pages.splice(0)) client.leave()
})

const saved = (client: SessionClient) =>
  until(
    'all saved',
    () => {
      const link = client.link()
      return link.is === 'live' && link.waiting === 0
    },
    20_000,
  )
const lost = (client: SessionClient) => until('the loss', () => client.link().is === 'lost')
const texts = (client: SessionClient) =>
  client.unplaced('ideas').map((id) => client.entry(id)?.text ?? '')

async function open(url: string, seat: { sessionId: string; token: string }): Promise<ClientPage> {
  const page = openPage(url, seat, memoryStorage())
  pages.push(page)
  await until('the session', () => page.client.view() !== null, 20_000)
  await saved(page.client)
  return page
}

const aTurn = fc.record({
  page: fc.nat(2),
  what: fc.constantFrom(
    ...(['add', 'move', 'type', 'add', 'type', 'deliver', 'deliver', 'deliver'] as const),
    ...(['lose', 'repeat', 'swap', 'cut', 'settle'] as const),
  ),
  up: fc.boolean(),
  a: fc.nat(9),
})
type Turn = typeof aTurn extends fc.Arbitrary<infer T> ? T : never

function ownEdit(page: Page, { what, a }: Turn, section: string, n: number): void {
  const cards = page.doc.getMap('cards')
  const own = [...cards.values()].find(
    (one): one is Y.Map<unknown> => one instanceof Y.Map && one.get('by') === page.person,
  )
  const text = own?.get('text')
  if (what === 'move') own?.set('place', `${section}/a${a}`)
  else if (what === 'type' && text instanceof Y.Text) text.insert(a % (text.length + 1), 'why ')
  else
    page.doc.transact(() => {
      const card = new Y.Map<unknown>()
      card.set('kind', 'card')
      card.set('text', new Y.Text(`card ${n}`))
      card.set('place', `${section}/a${a}`)
      card.set('by', page.person)
      cards.set(`card${n}`.padEnd(22, '-'), card)
    })
}

/** What a bad wire does to the messages that are on their way, one way. */
function onTheWay(wire: Wire, page: Page, { what, up, a }: Turn): Promise<void> | void {
  const queue = up ? page.up : page.down
  const at = a % Math.max(1, queue.length)
  switch (what) {
    case 'deliver':
      return wire.carry(page, up ? 'up' : 'down', a + 1)
    case 'lose':
      return void queue.splice(at, 1)
    case 'repeat':
      return void queue.splice(at, 0, ...queue.slice(at, at + 1))
    case 'swap':
      return void queue.splice(at, 2, ...queue.slice(at, at + 2).toReversed())
    case 'cut':
      wire.drop(page)
      return wire.connect(page)
    case 'settle':
    case 'add':
    case 'move':
    case 'type':
      return wire.settle()
  }
}

/** Who was sent for another seat takes one. */
async function seatAnew(wire: Wire): Promise<void> {
  for (const page of wire.pages) {
    if (page.closes.at(-1) !== 4409) continue
    page.closes.push(0)
    await wire.reload(page)
    wire.connect(page)
  }
}

it('[T110] messages that are lost, repeated, swapped and held, both ways: all are equal once everybody is back', async () => {
  const format = formatNamed('two-pluses')
  const phase = must(
    format.phases.find(({ opens }) => opens.includes('add')),
    'a phase',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(aTurn, { minLength: 60, maxLength: 120 }), async (turns) => {
      const wire = await openWire(format)
      for (const name of ['Ann', 'Ben']) await wire.join(name)
      await wire.command(must(wire.pages[0], 'Fay'), { type: 'phase.go', phase: phase.id })
      await wire.quiet()
      let n = 0
      for (const turn of turns) {
        const page = must(wire.pages[turn.page], 'three pages')
        if (['add', 'move', 'type'].includes(turn.what))
          ownEdit(page, turn, phase.section ?? '', n++)
        else await onTheWay(wire, page, turn)
        await seatAnew(wire)
      }
      for (let round = 0; round < 2; round++) {
        for (const page of wire.pages) wire.drop(page)
        await wire.quiet()
        await seatAnew(wire)
      }
      await wire.quiet()
      const replayed = plainOf(remember(await wire.store.open('session')).doc)
      for (const page of wire.pages) {
        expect(plainOf(page.doc)).toEqual(replayed)
        // Nobody honest is taken for somebody else.
        expect(page.closes.filter((code) => ![0, 4409, 4503].includes(code))).toEqual([])
      }
      await wire.store.close()
    }),
    { numRuns: 25, seed: 110 },
  )
})

it('[T111] two hours without a network, 500 edits, the phase is over: each word is taken, or told and kept', async () => {
  const { url, clock } = await serveHere()
  const made = await makeSession(url, { title: 'Away', formatId: 'dot-vote', name: 'Doris' })
  const lead = (body: object) => command(url, made.sessionId, made.token, body)
  await lead({ type: 'phase.go', phase: 'propose' })
  const benPage = await open(url, await join(url, made.joinCode, { name: 'Ben' }))
  const { client: doris } = await open(url, made)
  const ben = benPage.client
  const own = Array.from({ length: 10 }, (_, n) => ben.add('card', 'ideas', `Own ${n}`) ?? '')
  await saved(ben)
  benPage.cut()
  await lost(ben)
  const late = Array.from({ length: 250 }, (_, n) => `Late ${n}`)
  for (const text of late) ben.add('card', 'ideas', text)
  for (const id of own) {
    const edit = editText(ben.editing, id)
    for (let n = 0; n < 25; n++) edit.set(`${edit.text()}, more`, 0)
    edit.done()
  }
  const reworded = own.map((id) => ben.entry(id)?.text)
  await lead({ type: 'phase.go', phase: 'vote' })
  await lead({ type: 'phase.go', phase: 'discuss', finish: true })
  clock.advance(2 * 60 * 60 * 1_000)
  const told = new Set<string>()
  ben.subscribe(() => {
    for (const { text, message } of ben.notices())
      if (text !== undefined && message !== '') told.add(text)
  })
  benPage.mend()
  await until('every late card is told', () => late.every((text) => told.has(text)))
  await saved(ben)
  await until('his words', () => own.every((id, n) => doris.entry(id)?.text === reworded[n]))
  expect(told.size).toBe(late.length)
  expect(texts(doris)).toHaveLength(own.length)
  expect(texts(ben)).toEqual(texts(doris))
})

it('[T112] forty pages come back after a kill, each with what it had not sent, and nobody is turned away', async () => {
  const server = await startServer()
  try {
    const made = await makeSession(server.url, {
      title: 'All',
      formatId: 'dot-vote',
      name: 'Doris',
    })
    await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase: 'propose' })
    const { sessionId } = made
    const here: ClientPage[] = []
    for (let n = 0; n < 40; n++) {
      const { token } = await join(server.url, made.joinCode, { name: `P${n}` })
      here.push(await open(server.url, { sessionId, token }))
    }
    const sentAway = new Set<string>()
    for (const { client } of here)
      client.subscribe(() => {
        const link = client.link()
        if (link.is === 'ended' || (link.is === 'lost' && link.why !== 'offline'))
          sentAway.add(JSON.stringify(link))
      })
    await server.kill()
    for (const [n, { client }] of here.entries()) {
      await lost(client)
      client.add('card', 'ideas', `Of ${n}`)
    }
    await server.start()
    for (const { client } of here) await saved(client)
    const all = here.map((_, n) => `Of ${n}`).toSorted()
    for (const { client } of here)
      await until('everything', () => texts(client).toSorted().join() === all.join())
    expect([...sentAway]).toEqual([])
  } finally {
    for (const { client } of pages.splice(0)) client.leave()
    await server.remove()
  }
}, 60_000)

it('[T113] the end of a socket that comes after its page is back takes nobody out of the room', async () => {
  const { url } = await serveHere()
  const made = await makeSession(url, { title: 'Late', formatId: 'dot-vote', name: 'Fay' })
  const fay = await joinHello(url, made.sessionId, made.token)
  const ann = await join(url, made.joinCode, { name: 'Ann' })
  const { clientId, secret } = await takeSeat(url, made.sessionId, ann.token)
  const knock = { session: made.sessionId, token: ann.token, seat: `${clientId}.${secret}` }
  const presence = () => fay.heard().filter((one) => one.is === 'here' || one.is === 'gone')
  const annIsHere = (): number[] => {
    const numbers = new Set<number>()
    for (const one of presence())
      if (one.is === 'here' && one.person === ann.participantId) numbers.add(one.number)
      else if (one.is === 'gone') numbers.delete(one.number)
    return [...numbers]
  }
  const old = openRaw(url, knock)
  await once(old, 'message')
  const [before] = await until('Ann is here', () => (annIsHere().length === 1 ? annIsHere() : null))
  // Its other end does not read any more, so that its close is not answered.
  old.pause()
  const now = openRaw(url, knock)
  await once(now, 'message')
  await until('Ann is here anew', () => annIsHere().length === 1 && annIsHere()[0] !== before)
  old.terminate()
  const answered = await fay.ask({ type: 'phase.go', phase: 'propose' })
  expect(answered).toMatchObject({ ok: true })
  expect(annIsHere()).toHaveLength(1)
  expect(now.readyState).toBe(now.OPEN)
  now.terminate()
  await until('Ann is gone', () => annIsHere().length === 0)
  fay.leave()
})

it('[T114] a network that is gone without a word is noticed within 45 s, and its person is here no more', async () => {
  const { url, clock } = await serveHere()
  const made = await makeSession(url, { title: 'Silent', formatId: 'dot-vote', name: 'Fay' })
  const fay = await joinHello(url, made.sessionId, made.token)
  const ann = await join(url, made.joinCode, { name: 'Ann' })
  const { clientId, secret } = await takeSeat(url, made.sessionId, ann.token)
  const silent = openRaw(url, {
    session: made.sessionId,
    token: ann.token,
    seat: `${clientId}.${secret}`,
  })
  await once(silent, 'message')
  const number = await until('Ann is here', () => {
    const one = fay.heard().findLast((heard) => heard.is === 'here')
    return one?.is === 'here' && one.person === ann.participantId ? one.number : null
  })
  // No answer to any ping, and no end either.
  silent.pause()
  const gone = () => fay.heard().some((one) => one.is === 'gone' && one.number === number)
  let passed = 0
  for (; passed + HEARTBEAT_EVERY <= 45_000 && !gone(); passed += HEARTBEAT_EVERY) {
    const beats = (): number => fay.received.filter(([type]) => type === MESSAGE.awareness).length
    const before = beats()
    clock.advance(HEARTBEAT_EVERY)
    await until('the beat', () => beats() > before)
    // Its answer to the beat went before this one, in the same stream.
    const answered = once(fay.socket, 'pong')
    fay.socket.ping()
    await answered
  }
  await until('Ann is gone', gone)
  expect(passed).toBeLessThanOrEqual(45_000)
  expect(fay.socket.readyState).toBe(fay.socket.OPEN)
  silent.terminate()
  fay.leave()
})
