import { seenAsMarkdown } from '@plenary/client/look/seen-markdown'
import { join as path } from 'node:path'
import { link as linkWords } from '@plenary/client/words/link'
import { editText } from '@plenary/client/sync/open-texts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { openPage, memoryStorage } from '../kit/client-page.ts'
import type { ClientPage } from '../kit/client-page.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { startServer } from '../kit/running-server.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { flipBit } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
const pages: ClientPage[] = []

beforeAll(async () => {
  server = await startServer()
})
afterEach(() => {
  for (const { client } of pages.splice(0)) client.leave()
})
afterAll(() => server.remove())

interface Seat {
  sessionId: string
  token: string
  participantId: string
}

async function open(seat: Seat, storage = memoryStorage()): Promise<ClientPage> {
  const page = openPage(server.url, seat, storage)
  pages.push(page)
  await until('the session to arrive', () => page.client.view() !== null)
  return page
}

const live = (client: SessionClient) => until('a live link', () => client.link().is === 'live')
const saved = (client: SessionClient) =>
  until('all saved', () => {
    const link = client.link()
    return link.is === 'live' && link.waiting === 0
  })
const texts = (client: SessionClient, section: string) =>
  client.unplaced(section).map((id) => client.entry(id)?.text)

/** A session in which everybody may add cards. */
async function proposing(formatId = 'dot-vote'): Promise<Made> {
  const made = await makeSession(server.url, { title: 'Options', formatId, name: 'Doris' })
  await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase: 'propose' })
  return made
}
const guest = (made: Made, name: string) => join(server.url, made.joinCode, { name })

describe('a session in two pages', () => {
  it('[C20] shows each what the other adds, writes, moves and removes', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const { client: ben } = await open(await guest(made, 'Ben'))
    const first = doris.add('card', 'ideas', 'One')
    ben.add('card', 'ideas', 'Two')
    await until(
      'both cards',
      () => texts(doris, 'ideas').length === 2 && texts(ben, 'ideas').length === 2,
    )
    expect(texts(doris, 'ideas')).toEqual(texts(ben, 'ideas'))
    if (first === null) throw new Error('the card has a name')
    const edit = editText(doris.editing, first)
    edit.set('One and a half', 14)
    edit.done()
    await until('the new words', () => ben.entry(first)?.text === 'One and a half')
    doris.move(first, 'ideas', null)
    await until('the new order', () => texts(ben, 'ideas').at(-1) === 'One and a half')
    doris.remove(first)
    await until('its end', () => texts(ben, 'ideas').join() === 'Two')
    const undo = await until('the way back', () =>
      doris
        .notices()
        .map((notice) => notice.undo)
        .find((one) => one !== undefined),
    )
    undo()
    await until('its return', () => texts(ben, 'ideas').length === 2)
    await saved(doris)
  })

  it('[C20] tells the first screen from the first frame, and who is here', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const ben = await guest(made, 'Ben')
    const { client } = await open(ben)
    expect(client.view()).toMatchObject({
      sessionId: made.sessionId,
      phase: { id: 'propose' },
      you: { id: ben.participantId, name: 'Ben', role: 'participant' },
      mine: { ready: false, drafts: [] },
    })
    await until('Ben to be here', () => doris.view()?.present.has(ben.participantId))
    expect(Math.abs(client.now() - Date.now())).toBeLessThan(1_000)
    client.leave()
    await until('Ben to be gone', () => doris.view()?.present.has(ben.participantId) === false)
  })

  it('[C21] shows a card in somebody’s hand to the others until it is let go', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const { client: ben } = await open(await guest(made, 'Ben'))
    const card = doris.add('card', 'ideas', 'One') ?? ''
    await until('the card', () => ben.entry(card))
    doris.hold(card, false)
    await until('the hand', () => ben.view()?.holders.get(card) === made.participantId)
    expect(doris.view()?.holders.size).toBe(0)
    doris.release()
    await until('the hand to open', () => ben.view()?.holders.size === 0)
  })

  it('[C22] an own dot is seen before its answer and counted once after it; a refusal says why', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const card = doris.add('card', 'ideas', 'One') ?? ''
    await saved(doris)
    await doris.ask({ type: 'phase.go', phase: 'vote' })
    const round = await until('the round', () => Object.keys(doris.view()?.facts.rounds ?? {})[0])
    const dots = () => doris.view()?.mine.dots[round]?.[card]
    const seen: (number | undefined)[] = []
    const stop = doris.subscribe(() => seen.push(dots()))
    const [one, two] = [
      doris.ask({ type: 'dot.add', round, target: card }),
      doris.ask({ type: 'dot.add', round, target: card }),
    ]
    expect(dots()).toBe(2)
    expect([(await one).ok, (await two).ok]).toEqual([true, true])
    expect(new Set(seen.slice(2))).toEqual(new Set([2]))
    const third = await doris.ask({ type: 'dot.add', round, target: card })
    expect(third).toMatchObject({ ok: false, reason: 'card-full' })
    expect(dots()).toBe(2)
    expect(doris.notices()).toMatchObject([{ is: 'refused', message: third.message }])
    stop()
  })
})

describe('a connection that comes and goes', () => {
  it('[C23] what is done offline is shown, counted, and there for all after it', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const benPage = await open(await guest(made, 'Ben'))
    const ben = benPage.client
    await saved(ben)
    benPage.cut()
    await until('the loss', () => ben.link().is === 'lost')
    const card = ben.add('card', 'ideas', 'Written offline') ?? ''
    const edit = editText(ben.editing, card)
    edit.set('Written offline, twice', 22)
    edit.done()
    const hand = ben.ask({ type: 'hand.raise' })
    // A card, however often it was written in, and a hand.
    expect(ben.link()).toMatchObject({ is: 'lost', waiting: 2, why: 'offline' })
    expect(ben.view()?.mine.hand).toBe(true)
    doris.add('card', 'ideas', 'Meanwhile')
    benPage.mend()
    await saved(ben)
    expect(await hand).toMatchObject({ ok: true })
    await until(
      'both cards',
      () => texts(doris, 'ideas').length === 2 && texts(ben, 'ideas').length === 2,
    )
    expect(texts(ben, 'ideas')).toEqual(texts(doris, 'ideas'))
    expect(ben.entry(card)?.text).toBe('Written offline, twice')
    expect(ben.notices()).toEqual([])
  })

  it('[C23] what was saved, and what was not, outlives a server that is killed', async () => {
    const made = await proposing()
    const page = await open(made)
    const doris = page.client
    const kept = doris.add('card', 'ideas', 'Saved') ?? ''
    await saved(doris)
    await server.kill()
    await until('the loss', () => doris.link().is === 'lost')
    doris.add('card', 'ideas', 'Not yet')
    await server.start()
    page.mend()
    await saved(doris)
    const { client: ben } = await open(await guest(made, 'Ben'))
    await until('both cards', () => texts(ben, 'ideas').length === 2)
    expect(ben.entry(kept)?.text).toBe('Saved')
  })

  it('[C24] who was removed is told so and keeps the words that were not sent', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const seat = await guest(made, 'Ben')
    const benPage = await open(seat)
    const ben = benPage.client
    await saved(ben)
    benPage.cut()
    await until('the loss', () => ben.link().is === 'lost')
    ben.add('card', 'ideas', 'Nobody has this')
    await doris.ask({ type: 'person.remove', person: seat.participantId })
    benPage.mend()
    const link = await until('the end', () => (ben.link().is === 'ended' ? ben.link() : null))
    expect(link).toEqual({ is: 'ended', why: 'token', unsaved: ['Nobody has this'] })
    expect(await ben.ask({ type: 'ready', on: true })).toMatchObject({ ok: false, reason: 'ended' })
  })

  it('[C24] who is removed while connected is told that', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const seat = await guest(made, 'Ben')
    const { client: ben } = await open(seat)
    await doris.ask({ type: 'person.remove', person: seat.participantId })
    await until('the end', () => ben.link().is === 'ended')
    expect(ben.link()).toEqual({ is: 'ended', why: 'removed', unsaved: [] })
  })

  it('[WD9] who is removed keeps every own word, also after a reload', async () => {
    const made = await makeSession(server.url, {
      title: 'Launch',
      formatId: 'pre-mortem',
      name: 'Doris',
    })
    await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase: 'write' })
    const { client: doris } = await open(made)
    const seat = await guest(made, 'Ben')
    const storage = memoryStorage()
    const benPage = await open(seat, storage)
    const ben = benPage.client
    ben.putDraft({ id: ben.newId(), section: 'reasons', text: 'On the server', state: 'done' })
    await saved(ben)
    benPage.cut()
    ben.putDraft({ id: ben.newId(), section: 'reasons', text: 'Not sent', state: 'open' })
    ben.begun.keep('note/notes/', 'Begun')
    await doris.ask({ type: 'person.remove', person: seat.participantId })
    benPage.mend()
    const own = ['Begun', 'Not sent', 'On the server']
    const unsaved = ({ client }: ClientPage) =>
      until('the end', () => {
        const link = client.link()
        return link.is === 'ended' ? link.unsaved.toSorted() : null
      })
    expect(await unsaved(benPage)).toEqual(own)
    const again = openPage(server.url, seat, storage)
    pages.push(again)
    expect(await unsaved(again)).toEqual(own)
  })

  it('[WD15] what a page shows can be saved as a document, without what is set aside', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const first = doris.add('card', 'ideas', 'A *bold* plan') ?? ''
    const hurt = doris.add('card', 'ideas', 'Hurtful') ?? ''
    doris.begun.keep('note/notes', 'Half a th')
    await saved(doris)
    expect(await doris.ask({ type: 'card.aside', card: hurt })).toMatchObject({ ok: true })
    await until('it is set aside', () => hurt in (doris.view()?.facts.aside ?? {}))
    await server.kill()
    await until('the loss', () => doris.link().is === 'lost')
    const view = doris.view()
    const text = view === null ? '' : seenAsMarkdown(doris, view, 0)
    expect(text).toContain('# Options')
    expect(text).toContain('## Ideas')
    expect(text).toContain(String.raw`- A \*bold\* plan`)
    expect(text).toContain('- Half a th')
    expect(text).not.toContain('Hurtful')
    expect(doris.entry(first)?.text).toBe('A *bold* plan')
    await server.start()
  })

  it('[C24] a session or a token that does not exist ends at once', async () => {
    const made = await proposing()
    const stranger = openPage(server.url, { sessionId: made.sessionId, token: 'x'.repeat(43) })
    const nowhere = openPage(server.url, { sessionId: 'nowhere', token: 'x'.repeat(43) })
    pages.push(stranger, nowhere)
    const end = (page: ClientPage) =>
      until('the end', () => {
        const link = page.client.link()
        return link.is === 'ended' ? link.why : null
      })
    expect([await end(stranger), await end(nowhere)]).toEqual(['token', 'not-found'])
  })

  it('[C44] that is damaged on the disk says so, and what was not sent stays for later', async () => {
    const made = await proposing()
    const storage = memoryStorage()
    const before = await open(made, storage)
    await saved(before.client)
    before.cut()
    await until('the loss', () => before.client.link().is === 'lost')
    before.client.add('card', 'ideas', 'Nobody has this')
    const kept = () => [...storage.held.values()].some((text) => text.includes('Nobody has this'))
    await until('it is kept', kept)
    before.client.leave()
    await server.kill()
    flipBit(path(server.dataDir, 'plenary.db'), 'records', `room = '${made.sessionId}' AND seq = 1`)
    await server.start()
    const after = openPage(server.url, made, storage)
    pages.push(after)
    const link = await until('the end', () => {
      const now = after.client.link()
      return now.is === 'ended' ? now : null
    })
    expect(link).toMatchObject({ why: 'damaged', unsaved: ['Nobody has this'] })
    expect(kept()).toBe(true)
  })
})

describe('what cannot be taken back', () => {
  const outcomeOf = (asked: ReturnType<SessionClient['ask']>) =>
    Promise.race([asked, until('an answer', () => null).catch(() => null)])

  it('[C43] is refused while the server does not answer, and not done later', async () => {
    const made = await proposing()
    const page = await open(made)
    const { client } = page
    await saved(client)
    page.cut()
    await until('the loss', () => client.link().is === 'lost')
    const asked = [
      client.ask({ type: 'session.delete' }),
      client.ask({ type: 'session.close' }),
      client.ask({ type: 'history.mark', name: 'Before lunch' }),
      client.ask({ type: 'phase.go', phase: 'vote', finish: true }),
    ]
    const hand = client.ask({ type: 'hand.raise' })
    for (const one of asked)
      expect(await outcomeOf(one)).toMatchObject({ ok: false, reason: 'not-now' })
    expect(client.notices().map(({ message }) => message)).toEqual([linkWords.notNow])
    expect(client.link()).toMatchObject({ is: 'lost', waiting: 1 })
    page.mend()
    await saved(client)
    expect(await hand).toMatchObject({ ok: true })
    expect(client.view()).toMatchObject({ phase: { id: 'propose' }, facts: { status: 'running' } })
  })

  it('[C43] is not sent again when the connection goes before the answer', async () => {
    const made = await proposing()
    const page = await open(made)
    const { client } = page
    await saved(client)
    // What checks it is there from now on, so that the next one is sent at once.
    expect(await client.ask({ type: 'hand.raise' })).toMatchObject({ ok: true })
    page.mute()
    const asked = client.ask({ type: 'session.delete' })
    expect(client.link()).toMatchObject({ is: 'live', waiting: 1 })
    page.cut()
    // It may have arrived: the sentence says to look.
    expect(await outcomeOf(asked)).toMatchObject({ ok: false, message: linkWords.notNow })
    page.mend()
    await saved(client)
    expect(client.view()?.facts.status).toBe('running')
  })
})

describe('words that cannot be taken', () => {
  it('[C25] a card for a phase that is over comes back with its words', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const benPage = await open(await guest(made, 'Ben'))
    const ben = benPage.client
    await saved(ben)
    benPage.cut()
    await until('the loss', () => ben.link().is === 'lost')
    const card = ben.add('card', 'ideas', 'Too late') ?? ''
    await doris.ask({ type: 'phase.go', phase: 'vote' })
    await doris.ask({ type: 'phase.go', phase: 'discuss', finish: true })
    const since = doris.view()?.facts.phase?.since ?? 0
    await until('the grace to end', () => doris.now() > since + 2_100)
    benPage.mend()
    await until('the notice', () => ben.notices().length > 0)
    expect(ben.notices()).toMatchObject([{ is: 'refused', text: 'Too late' }])
    expect(ben.entry(card)).toBeNull()
    await saved(ben)
  })

  it('[C25] an erasure that is refused brings another document, in which the text stands as it was', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const seat = await guest(made, 'Ben')
    const { client: ben } = await open(seat)
    const card = doris.add('card', 'ideas', 'Doris wrote this') ?? ''
    await until('the card', () => ben.entry(card))
    const edit = editText(ben.editing, card)
    edit.set('gone', 4)
    await until('the text again', () => ben.entry(card)?.text === 'Doris wrote this')
    await live(ben)
    await until('the notice', () => ben.notices().length > 0)
    expect(doris.entry(card)?.text).toBe('Doris wrote this')
    // The page goes on with its new seat.
    const own = ben.add('card', 'ideas', 'Ben goes on') ?? ''
    await until('the next card', () => doris.entry(own))
    await saved(ben)
    edit.done()
  })

  it('[C26] own words that no server has confirmed are offered to the document after a new seat', async () => {
    const made = await proposing()
    const { client: doris } = await open(made)
    const benPage = await open(await guest(made, 'Ben'))
    const ben = benPage.client
    const card = ben.add('card', 'ideas', 'Known') ?? ''
    await saved(ben)
    benPage.mute()
    const edit = editText(ben.editing, card)
    edit.set('Known, and more', 15)
    ben.add('card', 'ideas', 'New')
    doris.add('card', 'ideas', 'From Doris')
    await benPage.steal()
    await until('Ben’s words', () => doris.entry(card)?.text === 'Known, and more')
    await until('Ben’s card', () => texts(doris, 'ideas').includes('New'))
    await saved(ben)
    expect(texts(ben, 'ideas')).toEqual(texts(doris, 'ideas'))
    expect(texts(ben, 'ideas')).toHaveLength(3)
    // The field that was open goes on in the new document.
    edit.set('Known, and more, and on', 23)
    await until('more of Ben’s words', () => doris.entry(card)?.text === 'Known, and more, and on')
    edit.done()
    expect(ben.notices()).toEqual([])
  })
})

describe('an anonymous session', () => {
  it('[C27] cards are added and reworded by command, and shown at once to their writer', async () => {
    const made = await makeSession(server.url, {
      title: 'Launch',
      formatId: 'pre-mortem',
      name: 'Doris',
    })
    const { client: doris } = await open(made)
    const { client: ben } = await open(await guest(made, 'Ben'))
    await doris.ask({ type: 'phase.go', phase: 'sort' })
    await until('the phase', () => ben.view()?.phase?.id === 'sort')
    expect(ben.add('card', 'reasons', 'Nobody asked')).toBeNull()
    const card = await until('the card', () => ben.unplaced('reasons')[0])
    expect(ben.entry(card)?.by).toBeUndefined()
    const edit = editText(ben.editing, card)
    edit.set('Nobody asked us', 15)
    edit.done()
    expect(ben.entry(card)?.text).toBe('Nobody asked us')
    await until('the words', () => doris.entry(card)?.text === 'Nobody asked us')
    await saved(ben)
  })

  it('[C28] a draft is saved by itself, flushed when a reveal is announced, and survives a reload', async () => {
    const made = await makeSession(server.url, {
      title: 'Launch',
      formatId: 'pre-mortem',
      name: 'Doris',
    })
    const { client: doris } = await open(made)
    const seat = await guest(made, 'Ben')
    const storage = memoryStorage()
    const first = await open(seat, storage)
    await doris.ask({ type: 'phase.go', phase: 'write' })
    await until('the phase', () => first.client.view()?.phase?.id === 'write')
    const id = first.client.newId()
    first.cut()
    await until('the loss', () => first.client.link().is === 'lost')
    first.client.putDraft({ id, section: 'reasons', text: 'No owner', state: 'open' })
    expect(first.client.view()?.mine.drafts).toMatchObject([{ id, text: 'No owner' }])
    await until('it is kept', () => storage.held.size > 0)
    first.client.leave()
    const { client: ben } = await open(seat, storage)
    await saved(ben)
    expect(ben.view()?.mine.drafts).toMatchObject([{ id, text: 'No owner' }])
    expect(storage.held.size).toBe(0)
    ben.putDraft({ id, section: 'reasons', text: 'No owner for this', state: 'done' })
    await doris.ask({ type: 'reveal' })
    await until('the pour', () => doris.unplaced('reasons').length === 1)
    expect(texts(doris, 'reasons')).toEqual(['No owner for this'])
  })
})
