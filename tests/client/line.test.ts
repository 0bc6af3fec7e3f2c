/** Lines that fall silent, and people who are sent away: what a page does until it is back. */
import type { SessionClient } from '@plenary/client/sync/session-client'
import { TRY_IS_NEW } from '@plenary/client/sync/reconnect'
import { REFUSED_EDITS_WINDOW, REJECTS_MAX } from '@plenary/server/attendance'
import * as Y from 'yjs'
import { afterEach, expect, it, vi } from 'vitest'
import { openAttacker } from '../kit/attack-seat.ts'
import { memoryStorage, openPage } from '../kit/client-page.ts'
import type { ClientPage } from '../kit/client-page.ts'
import { raw } from '../kit/gate-board.ts'
import { command, join, makeSession, takeSeat } from '../kit/http-client.ts'
import type { Joined } from '../kit/http-client.ts'
import { openLine } from '../kit/line.ts'
import { serveHere } from '../kit/serve-here.ts'
import type { ServedHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

const pages: ClientPage[] = []
afterEach(() => {
  for (const { client } of pages.splice(0)) client.leave()
  vi.useRealTimers()
})

const saved = (client: SessionClient) =>
  until('all saved', () => {
    const link = client.link()
    return link.is === 'live' && link.waiting === 0
  })

async function begin(): Promise<ServedHere & { ben: Joined }> {
  const here = await serveHere()
  const made = await makeSession(here.url, { title: 'Line', formatId: 'dot-vote', name: 'Fay' })
  await command(here.url, made.sessionId, made.token, { type: 'phase.go', phase: 'propose' })
  return { ...here, ben: await join(here.url, made.joinCode, { name: 'Ben' }) }
}

function open(url: string, seat: Joined, storage = memoryStorage()): ClientPage {
  const page = openPage(url, seat, storage)
  pages.push(page)
  return page
}

/** The device says that it is back, as often as phones do. */
function wakes(page: ClientPage): void {
  for (let n = 0; n < 4; n++) page.mend()
}

it('[C60] a page that is opened in a dead zone is in as soon as it wakes outside, with one more seat', async () => {
  const { url, ben } = await begin()
  vi.useFakeTimers({ toFake: ['Date'] })
  const line = await openLine(url)
  line.hang('silent')
  const page = open(line.url, ben)
  await until('it asks for a seat and the board', () => line.hanging() === 2)
  line.mend()
  // It has only just begun, as on every load.
  wakes(page)
  expect(line.hanging()).toBe(2)
  vi.setSystemTime(Date.now() + TRY_IS_NEW)
  wakes(page)
  await saved(page.client)
  await until('nothing is waited for any more', () => line.hanging() === 0)
  expect(line.seats()).toBe(2)
})

it.each([
  ['does not open', 'silent'],
  ['is not welcomed', 'opens'],
] as const)(
  '[C60] a page whose socket %s comes back at once when it wakes, with its words',
  async (_what, how) => {
    const { url, ben } = await begin()
    const line = await openLine(url)
    const page = open(line.url, ben)
    await until('the session', () => page.client.view() !== null)
    await saved(page.client)
    vi.useFakeTimers({ toFake: ['Date'] })
    const before = line.count()
    line.hang(how)
    line.cut()
    await until('the loss', () => page.client.link().is === 'lost')
    page.client.add('card', 'ideas', 'Written in a lift')
    await until('it tries', () => line.count() > before)
    line.mend()
    vi.setSystemTime(Date.now() + TRY_IS_NEW)
    wakes(page)
    await saved(page.client)
    const other = open(url, ben)
    await until('the words', () =>
      other.client
        .unplaced('ideas')
        .some((id) => other.client.entry(id)?.text === 'Written in a lift'),
    )
  },
)

it('[C38] a page that is loaded anew by somebody who is sent away says so, comes in by itself, and brings what was left', async () => {
  const { url, clock, ben } = await begin()
  const device = memoryStorage()
  const before = open(url, ben, device)
  await until('the session', () => before.client.view() !== null)
  await saved(before.client)
  before.cut()
  await until('the loss', () => before.client.link().is === 'lost')
  before.client.add('card', 'ideas', 'From before')
  await until('it is kept', () => [...device.held.values()].join('').includes('From before'))
  pages.splice(0)
  before.client.leave()
  for (let n = 0; n < REJECTS_MAX; n++) await isRejected(url, ben)

  const page = open(url, ben, device)
  await until('it is told', () => {
    const link = page.client.link()
    return link.is === 'connecting' && link.why === 'away'
  })
  expect([...device.held.values()].join('')).toContain('From before')
  clock.advance(REFUSED_EDITS_WINDOW)
  // It would try by itself, in half a minute.
  wakes(page)
  await until('it is in', () => page.client.link().is === 'live')
  await saved(page.client)
  expect(page.client.unplaced('ideas').map((id) => page.client.entry(id)?.text)).toEqual([
    'From before',
  ])
  expect(page.client.notices()).toEqual([])
})

/** Another program of the same person sends what no honest one would. */
async function isRejected(base: string, as: Joined): Promise<void> {
  const seat = await takeSeat(base, as.sessionId, as.token)
  const eve = await openAttacker({ base, session: as.sessionId, as: { ...as, seat } })
  const item = { parent: 'cards', key: 'x', content: new Y.ContentAny(['x']) }
  eve.sends(raw({ client: 77, clock: 0, items: [item] }))
  expect(await eve.closed()).toBe('4403 foreign-client-id')
}
