/** Words that are not saved: counted, kept when the page is killed, given back by the next one, gone when it is over. */
import { editText } from '@plenary/client/sync/open-texts'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { UNSAVED_VERSION, asideKey, deviceKey } from '@plenary/client/sync/unsaved'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { memoryStorage, openPage } from '../kit/client-page.ts'
import type { ClientPage } from '../kit/client-page.ts'
import { memoryLocks } from '../kit/memory-locks.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import type { Joined, Made } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
const pages: ClientPage[] = []
beforeAll(async () => {
  server = await startServer()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const { client } of pages.splice(0)) client.leave()
})
afterAll(() => server.remove())

async function begin(formatId: string, phase: string): Promise<{ made: Made; ben: Joined }> {
  const made = await makeSession(server.url, { title: 'Kept', formatId, name: 'Doris' })
  await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase })
  return { made, ben: await join(server.url, made.joinCode, { name: 'Ben' }) }
}

async function open(
  seat: { sessionId: string; token: string },
  device = memoryStorage(),
  tab = memoryStorage(),
): Promise<ClientPage & { device: typeof device; tab: typeof tab }> {
  const page = openPage(server.url, seat, tab, device)
  pages.push(page)
  await until('the session', () => page.client.view() !== null)
  await saved(page.client)
  return { ...page, device, tab }
}

const saved = (client: SessionClient) =>
  until('all saved', () => {
    const link = client.link()
    return link.is === 'live' && link.waiting === 0
  })
const waiting = (client: SessionClient): number => {
  const link = client.link()
  return link.is === 'lost' ? link.waiting : -1
}
const texts = (client: SessionClient, section = 'ideas') =>
  client.unplaced(section).map((id) => client.entry(id)?.text ?? '')
const told = (client: SessionClient) => client.notices().flatMap(({ text }) => text ?? [])
const holds = ({ held }: { held: Map<string, string> }): string => [...held.values()].join('\n')

function reword(client: SessionClient, id: string, text: string): void {
  const edit = editText(client.editing, id)
  for (let end = 1; end <= text.length; end++) edit.set(text.slice(0, end), end)
  edit.done()
}

/** The device of a page as it is once it has written this down. */
async function kept(page: Awaited<ReturnType<typeof open>>, text: string) {
  await until('it is kept', () => holds(page.device).includes(text))
  return copyOf(page.device)
}

function copyOf({ held }: { held: Map<string, string> }) {
  const copy = memoryStorage()
  for (const [key, text] of held) copy.held.set(key, text)
  return copy
}

/** The phone has killed it: nothing of it is there but what it had written down. Returns the device as it was then. */
async function kill(page: Awaited<ReturnType<typeof open>>, held: () => boolean) {
  await until('it is kept', held)
  const then = copyOf(page.device)
  pages.splice(pages.indexOf(page), 1)
  page.client.leave()
  return then
}

it('[C33] what a killed page had on the board arrives once, and where others wrote meanwhile it is there to copy', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const { client: doris } = await open(made)
  const page = await open(seat)
  const ben = page.client
  const mine = ben.add('card', 'ideas', 'Mine') ?? ''
  const both = ben.add('card', 'ideas', 'Both') ?? ''
  await until('both are there', () => texts(doris).length === 2)
  await saved(ben)
  page.cut()
  await until('the loss', () => ben.link().is === 'lost')
  ben.add('card', 'ideas', 'New')
  reword(ben, mine, 'Mine, longer')
  reword(ben, both, 'Both, by Ben')
  // However many keys it took.
  expect(waiting(ben)).toBe(3)
  const left = await kill(page, () => holds(page.device).includes('Both, by Ben'))
  reword(doris, both, 'Both, by Doris')
  await saved(doris)
  const next = await open(seat, left)
  await until('the new one', () => texts(doris).includes('New'))
  expect(texts(doris).toSorted()).toEqual(['Both, by Doris', 'Mine, longer', 'New'])
  expect(told(next.client)).toEqual(['Both, by Ben'])
  await saved(next.client)
  // To copy until it is read.
  await until('it is still kept', () => holds(next.device).includes('Both, by Ben'))
  for (const { id } of next.client.notices()) next.client.dismiss(id)
  expect(next.device.held.size).toBe(0)
})

it('[C62] what was taken over as the wait for it ended is on the board all the same', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const { client: doris } = await open(made)
  const page = await open(seat)
  page.cut()
  await until('the loss', () => page.client.link().is === 'lost')
  page.client.add('card', 'ideas', 'New')
  const left = await kill(page, () => holds(page.device).includes('New'))
  const locks = memoryLocks()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const isOver = new Promise<void>((over) => {
    const request = async (name: string, ...how: [LockOptions, LockGrantedCallback<unknown>]) => {
      const done = await locks.request(name, ...how)
      if (name.startsWith('take.')) {
        vi.advanceTimersByTime(60_000)
        over()
      }
      return done
    }
    vi.stubGlobal('navigator', { locks: { ...locks, request } })
  })
  const next = openPage(server.url, seat, memoryStorage(), left)
  pages.push(next)
  await isOver
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await until('the words', () => texts(doris).includes('New'))
})

it('[C33] what a killed page had asked for counts once, and what was begun stands in its field', async () => {
  const { made, ben: seat } = await begin('pre-mortem', 'sort')
  const { client: doris } = await open(made)
  const page = await open(seat)
  const ben = page.client
  page.mute()
  ben.add('card', 'reasons', 'Asked')
  ben.begun.keep('note/notes/', 'Half a th')
  const left = await kill(page, () => holds(page.device).includes('Half a th'))
  const next = await open(seat, left)
  expect(next.client.begun.of('note/notes/')).toBe('Half a th')
  await until('the card', () => texts(doris, 'reasons').length > 0)
  await saved(next.client)
  expect(texts(doris, 'reasons')).toEqual(['Asked'])
  next.client.begun.keep('note/notes/', '')
  await until('nothing is kept', () => next.device.held.size === 0)
})

it('[C33] of a card that nobody has signed, what was typed on top of what was asked for arrives too, once', async () => {
  const { made, ben: seat } = await begin('pre-mortem', 'sort')
  const { client: doris } = await open(made)
  const page = await open(seat)
  const ben = page.client
  ben.add('card', 'reasons', 'One')
  await until('the card', () => texts(ben, 'reasons').length > 0)
  await saved(ben)
  const edit = editText(ben.editing, ben.unplaced('reasons')[0] ?? '')
  edit.set('One two', 7)
  const link = ben.link()
  expect(link.is === 'live' && link.waiting).toBe(1)
  for (const one of ben.editing.asked) one.flush()
  await until('it arrived', () => texts(doris, 'reasons').includes('One two'))
  page.cut()
  await until('the loss', () => ben.link().is === 'lost')
  edit.set('One two three', 13)
  for (const one of ben.editing.asked) one.flush()
  edit.set('One two three four', 18)
  expect(waiting(ben)).toBe(1)
  const left = await kill(page, () => holds(page.device).includes('four'))
  const next = await open(seat, left)
  await until('the words', () => texts(doris, 'reasons').includes('One two three four'))
  await saved(next.client)
  expect(texts(doris, 'reasons')).toEqual(['One two three four'])
  expect(told(next.client)).toEqual([])
})

it('[C33] a draft that was removed without a network stays removed, though the page was killed', async () => {
  const { ben: seat } = await begin('pre-mortem', 'write')
  const page = await open(seat)
  const { client } = page
  client.putDraft({ id: 'd1', section: 'reasons', text: 'Not this', state: 'done' })
  await until('it is there', () => client.view()?.mine.drafts.length === 1)
  await saved(client)
  page.cut()
  await until('the loss', () => client.link().is === 'lost')
  client.removeDraft('d1')
  const left = await kill(page, () => holds(page.device).includes('draft.remove'))
  const next = await open(seat, left)
  await until('nothing is kept', () => next.device.held.size === 0)
  await saved(next.client)
  next.client.leave()
  expect((await open(seat)).client.view()?.mine.drafts).toEqual([])
})

it('[C32] two tabs of one person keep their words apart, and each sends its own', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const { client: doris } = await open(made)
  const one = await open(seat)
  const other = await open(seat, one.device)
  for (const page of [one, other]) page.cut()
  await until('the loss', () => other.client.link().is === 'lost')
  one.client.add('card', 'ideas', 'Of one')
  other.client.add('card', 'ideas', 'Of the other')
  await until('both are kept', () =>
    ['Of one', 'Of the other'].every((text) => holds(one.device).includes(text)),
  )
  const third = await open(seat, one.device)
  expect(texts(third.client)).toEqual([])
  const next = await open(seat, await kill(one, () => true))
  await until('the words of the killed one', () => texts(doris).includes('Of one'))
  expect(texts(next.client)).toEqual(['Of one'])
  other.mend()
  await until('those of the other', () => texts(doris).includes('Of the other'))
  expect(texts(doris)).toHaveLength(2)
})

it('[C32] a page that wakes and finds its words taken over sends nothing, and loads itself anew', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const { client: doris } = await open(made)
  const page = await open(seat)
  page.cut()
  await until('the loss', () => page.client.link().is === 'lost')
  page.client.add('card', 'ideas', 'Once')
  // Under another name, because this page would answer, which one that is frozen does not.
  const asleep = memoryStorage()
  for (const [key, text] of (await kept(page, 'Once')).held) asleep.held.set(`${key}x`, text)
  const next = await open(seat, asleep)
  await until('the words', () => texts(doris).includes('Once'))
  page.device.held.clear()
  page.device.held.set('plenary.sessions', JSON.stringify([seat]))
  page.mend()
  expect(page.reloads()).toBe(true)
  expect(page.client.link().is).toBe('connecting')
  await saved(next.client)
  expect(texts(doris)).toEqual(['Once'])
  // Whatever became of them there: it has them to copy.
  expect(holds(page.tab)).toContain('Once')
})

it('[C32] a page that wakes where its words are gone and no tab can keep them goes on with them', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const { client: doris } = await open(made)
  const page = await open(seat)
  page.cut()
  await until('the loss', () => page.client.link().is === 'lost')
  page.client.add('card', 'ideas', 'Not lost')
  await kept(page, 'Not lost')
  page.device.held.clear()
  page.device.held.set('plenary.sessions', JSON.stringify([seat]))
  page.tab.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  page.mend()
  await until('the words', () => texts(doris).includes('Not lost'))
  expect(page.reloads()).toBe(false)
})

it('[C16] a device that keeps nothing is not said to keep words', async () => {
  const { ben: seat } = await begin('dot-vote', 'propose')
  const device = memoryStorage()
  const page = await open(seat, device)
  page.cut()
  await until('the loss', () => page.client.link().is === 'lost')
  expect(page.client.link()).toMatchObject({ kept: true })
  const { setItem } = device
  device.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  page.client.add('card', 'ideas', 'One')
  await until('it is told', () => {
    const link = page.client.link()
    return link.is === 'lost' && !link.kept
  })
  device.setItem = setItem
  page.client.add('card', 'ideas', 'Two')
  await until('both are kept', () => holds(device).includes('Two'))
  expect(page.client.link()).toMatchObject({ kept: true })
})

it('[C34] a removed person’s words stay with the tab alone, and whoever leaves leaves none', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const page = await open(seat)
  page.cut()
  await until('the loss', () => page.client.link().is === 'lost')
  page.client.add('card', 'ideas', 'Nobody has this')
  await until('it is kept', () => holds(page.device).includes('Nobody has this'))
  const { sessionId, token } = made
  await command(server.url, sessionId, token, { type: 'person.remove', person: seat.participantId })
  page.mend()
  await until('the end', () => page.client.link().is === 'ended')
  expect(page.device.held.size).toBe(0)
  expect(holds(page.tab)).toContain('Nobody has this')

  const leaving = await open(await join(server.url, made.joinCode, { name: 'Cleo' }))
  leaving.cut()
  await until('the loss', () => leaving.client.link().is === 'lost')
  leaving.client.add('card', 'ideas', 'Unsent')
  leaving.client.begun.keep('note/parking', 'Begun')
  await until('it is kept', () => holds(leaving.device).includes('Unsent'))
  leaving.client.forget()
  expect([...leaving.device.held, ...leaving.tab.held]).toEqual([])
  expect(leaving.client.link().is).toBe('connecting')
})

it('[C34] [C72] once the session is closed, what was not taken or read is no longer on the device', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const page = await open(seat)
  page.cut()
  await until('the loss', () => page.client.link().is === 'lost')
  page.client.add('card', 'ideas', 'Too late')
  page.device.held.set(`${asideKey(deviceKey(seat))}p1`, '{')
  await command(server.url, made.sessionId, made.token, { type: 'session.close' })
  page.mend()
  await until('it came back', () => told(page.client).includes('Too late'))
  await until('the tab has it', () => holds(page.tab).includes('Too late'))
  expect(page.device.held.size).toBe(0)
}, 20_000)

it('[C39] a backlog larger than one answer may be arrives in pieces, and nothing is refused', async () => {
  const { made, ben: seat } = await begin('dot-vote', 'propose')
  const page = await open(seat)
  page.cut()
  await until('the loss', () => page.client.link().is === 'lost')
  const many = Array.from({ length: 180 }, (_, n) => `${n} ${'x'.repeat(1_900)}`)
  for (const text of many) page.client.add('card', 'ideas', text)
  expect(waiting(page.client)).toBe(many.length)
  page.mend()
  await saved(page.client)
  const { client: doris } = await open(made)
  expect(texts(doris).toSorted()).toEqual(many.toSorted())
  expect(told(page.client)).toEqual([])
}, 30_000)

it('[C38] who has too many pages open is told so, and comes in once one is closed', async () => {
  const { ben: seat } = await begin('dot-vote', 'propose')
  const page = await open(seat)
  page.cut()
  const others = await Promise.all(Array.from({ length: 20 }, () => open(seat)))
  page.mend()
  await until('it is told', () => {
    const link = page.client.link()
    return link.is === 'lost' && link.why === 'pages'
  })
  const fresh = openPage(server.url, seat)
  pages.push(fresh)
  await until('a page to which nothing has come is told', () => {
    const now = fresh.client.link()
    return now.is === 'connecting' && now.why === 'pages'
  })
  for (const { client } of others) client.leave()
  // They would try by themselves, in half a minute; the server hears at any moment that the others have gone.
  for (const one of [page, fresh])
    await until('it is in', () => {
      one.mend()
      return one.client.link().is === 'live'
    })
}, 30_000)

it('[C33] what the server would not hear of is not sent to it again, but there to copy', async () => {
  const { ben: seat } = await begin('dot-vote', 'propose')
  const device = memoryStorage()
  const after = { id: 'x'.repeat(22), kind: 'card', text: 'Poison', parent: 'ideas', order: 'a0' }
  device.setItem(
    `${deviceKey(seat)}p1`,
    JSON.stringify({
      version: UNSAVED_VERSION,
      drafts: [],
      asked: [],
      begun: [],
      texts: [],
      words: [
        {
          id: after.id,
          before: null,
          after: {
            ...after,
            removed: false,
            by: 'nobody',
          },
        },
      ],
    }),
  )
  const page = openPage(server.url, seat, memoryStorage(), device)
  pages.push(page)
  const link = await until('the end', () => {
    const now = page.client.link()
    return now.is === 'ended' ? now : null
  })
  expect(link).toMatchObject({ why: 'refused', unsaved: ['Poison'] })
  page.client.leave()
  const next = await open(seat, device)
  expect(next.client.unplaced('ideas')).toEqual([])
  expect(told(next.client)).toEqual(['Poison'])
})
