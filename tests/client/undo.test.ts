/** One's own deeds taken back, and what is told of those of others. */
import { markToTalk } from '@plenary/client/look/talk'
import { groupWith, mergeGroups } from '@plenary/client/look/groups'
import { redoLast, undoLast } from '@plenary/client/look/undo-last'
import { anyOf, summaryOf } from '@plenary/client/look/what-changed'
import type { SessionClient } from '@plenary/client/sync/session-client'
import { editText } from '@plenary/client/sync/open-texts'
import { othersOf } from '@plenary/client/sync/others'
import { link as linkWords } from '@plenary/client/words/link'
import { isToTalkAbout } from '@plenary/shared/entry'
import { must } from '@plenary/shared/must'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPage } from '../kit/client-page.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
const pages: SessionClient[] = []

beforeAll(async () => {
  server = await startServer()
})
afterEach(() => {
  for (const client of pages.splice(0)) client.leave()
})
afterAll(() => server.remove())

interface Two {
  made: Made
  doris: SessionClient
  ben: SessionClient
  /** Takes Ben's connection away, and gives it back. */
  away: () => Promise<void>
  back: () => void
  go: (phase: string) => Promise<unknown>
}

async function two(formatId: string, phase: string): Promise<Two> {
  const made = await makeSession(server.url, { title: 'Undo', formatId, name: 'Doris' })
  const go = (to: string) =>
    command(server.url, made.sessionId, made.token, { type: 'phase.go', phase: to, finish: true })
  await go(phase)
  const ben = await join(server.url, made.joinCode, { name: 'Ben' })
  const page = openPage(server.url, ben)
  const [one, other] = [openPage(server.url, made).client, page.client]
  pages.push(one, other)
  for (const client of [one, other])
    await until(
      'the phase',
      () => client.link().is === 'live' && client.view()?.phase?.id === phase,
    )
  const away = async (): Promise<void> => {
    page.cut()
    await until('the loss', () => other.link().is === 'lost')
  }
  return { made, doris: one, ben: other, away, back: page.mend, go }
}

async function cardIn(client: SessionClient, other: SessionClient, text: string, to: string) {
  client.add('card', to, text)
  const find = (who: SessionClient) =>
    until(text, () => who.unplaced(to).find((id) => who.entry(id)?.text === text))
  await find(other)
  return find(client)
}

const isSaved = (client: SessionClient) => {
  const link = client.link()
  return link.is === 'live' && link.waiting === 0
}

const said = (client: SessionClient) => client.notices().at(-1)?.message

it('[WS21] a move is taken back while it stands, and left alone with the name of who moved it since', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const card = await cardIn(doris, ben, 'It is slow', 'reasons')
  const [first = '', second = ''] = await until('the lanes', () => {
    const lanes = ben.ids('reasons', 'lane')
    return lanes.length > 1 ? lanes : null
  })
  const move = (lane: string) => ben.deed('Moved', () => ben.move(card, lane, null))
  move(first)
  await until('there', () => doris.entry(card)?.parent === first)
  await undoLast(ben)
  expect(ben.entry(card)?.parent).toBe('reasons')
  expect(said(ben)).toBe('Taken back: Moved')
  await until('back', () => doris.entry(card)?.parent === 'reasons')

  othersOf(ben)
  move(first)
  await until('there again', () => doris.entry(card)?.parent === first)
  doris.hold(card, false)
  await until('her hand', () => ben.view()?.holders.has(card))
  doris.move(card, second, null)
  doris.release()
  await until('her move', () => ben.entry(card)?.parent === second)
  await undoLast(ben)
  expect(ben.entry(card)?.parent).toBe(second)
  await until('it is told', () => said(ben)?.startsWith('Doris moved it since'))
})

it('[WS21] cards that were added or removed and dots are taken back, newest first, also where cards carry no names', async () => {
  const { doris, ben, go } = await two('dot-vote', 'propose')
  const card = await cardIn(ben, doris, 'One', 'ideas')
  ben.remove(card)
  await undoLast(ben)
  expect(ben.entry(card)?.removed).toBe(false)
  await undoLast(ben)
  expect(ben.entry(card)?.removed).toBe(true)
  await undoLast(ben)
  expect(said(ben)).toBe('There is nothing of yours to take back.')

  const kept = await cardIn(ben, doris, 'Two', 'ideas')
  await go('vote')
  const round = await until('the round', () => Object.keys(ben.view()?.facts.rounds ?? {})[0])
  await ben.ask({ type: 'dot.add', round, target: kept })
  expect(ben.view()?.mine.dots[round]?.[kept]).toBe(1)
  await undoLast(ben)
  await until('no dot', () => ben.view()?.mine.dots[round]?.[kept] === undefined)

  const nameless = await two('pre-mortem', 'sort')
  const own = await cardIn(nameless.ben, nameless.doris, 'No name', 'reasons')
  await until('it can be taken back', () => nameless.ben.lastDeed() !== undefined)
  await undoLast(nameless.ben)
  await until('gone', () => nameless.doris.entry(own)?.removed)
})

it('[WS21] two quick presses take back two changes, also while the part that does it is still being loaded', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const card = await cardIn(doris, ben, 'It is slow', 'reasons')
  const lanes = await until('the lanes', () => {
    const found = ben.ids('reasons', 'lane')
    return found.length > 1 ? found : null
  })
  for (const lane of lanes.slice(0, 2)) ben.deed('Moved', () => ben.move(card, lane, null))
  await Promise.all([undoLast(ben), undoLast(ben)])
  expect(ben.entry(card)?.parent).toBe('reasons')
  await Promise.all([redoLast(ben), redoLast(ben)])
  expect(ben.entry(card)?.parent).toBe(lanes[1])
})

it('[WS21] what the server refused is no deed', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const card = await cardIn(ben, doris, 'It is slow', 'reasons')
  while (ben.lastDeed() !== undefined) await undoLast(ben)
  const mine = await cardIn(ben, doris, 'It is late', 'reasons')
  expect(card).not.toBe(mine)
  await until('kept', () => ben.lastDeed() !== undefined)
  await undoLast(ben)
  await doris.ask({ type: 'session.lock', cards: true })
  await until('locked', () => ben.view()?.facts.cardsLocked)
  const [lane = ''] = ben.ids('reasons', 'lane')
  const other = await cardIn(doris, ben, 'Hers', 'reasons')
  ben.deed('Moved', () => ben.move(other, lane, null))
  await until('taken back by the server', () => ben.entry(other)?.parent === 'reasons')
  await until('it is no deed', () => ben.lastDeed() === undefined)
})

it('[HN1] what was taken back is done again while nobody has changed it since, and a new change ends that', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const card = await cardIn(doris, ben, 'It is slow', 'reasons')
  const [first = '', second = ''] = await until('the lanes', () => {
    const lanes = ben.ids('reasons', 'lane')
    return lanes.length > 1 ? lanes : null
  })
  const parent = () => ben.entry(card)?.parent
  await redoLast(ben)
  expect(said(ben)).toBe('There is nothing to do again.')
  ben.deed('Moved', () => ben.move(card, first, null))
  ben.deed('Moved on', () => ben.move(card, second, null))
  await undoLast(ben)
  await undoLast(ben)
  expect(parent()).toBe('reasons')
  await redoLast(ben)
  expect([parent(), said(ben)]).toEqual([first, 'Done again: Moved'])
  await redoLast(ben)
  expect(parent()).toBe(second)
  await undoLast(ben)
  expect(parent()).toBe(first)
  // It was there before, and elsewhere in between.
  await until('saved', () => isSaved(ben))
  await until('there', () => doris.entry(card)?.parent === first)
  doris.move(card, 'reasons', null)
  await until('her move', () => parent() === 'reasons')
  await redoLast(ben)
  expect(parent()).toBe('reasons')
  expect(said(ben)).toContain('moved it since')

  ben.move(card, first, null)
  await undoLast(ben)
  ben.move(card, second, null)
  expect(ben.lastDeed(true)).toBeUndefined()

  const word = await cardIn(ben, doris, 'Fifty', 'reasons')
  await until('added', () => ben.lastDeed() !== undefined)
  for (let n = 0; n < 30; n += 1) {
    ben.move(word, first, null)
    ben.move(word, 'reasons', null)
  }
  let back = 0
  while (ben.lastDeed() !== undefined && (await undoLast(ben))) back += 1
  expect(back).toBe(50)
  for (let n = 0; n < 50; n += 1) expect(await redoLast(ben)).toBe(true)
  expect(ben.entry(word)?.parent).toBe('reasons')
})

it('[HN1] several cards of one deed go back and forth together, a card that was moved twice in it too', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const cards = [
    await cardIn(doris, ben, 'One', 'reasons'),
    await cardIn(doris, ben, 'Two', 'reasons'),
  ]
  const [first = '', second = ''] = await until('the lanes', () => {
    const lanes = ben.ids('reasons', 'lane')
    return lanes.length > 1 ? lanes : null
  })
  const parents = () => cards.map((id) => ben.entry(id)?.parent)
  ben.deed('Moved', () => {
    for (const id of cards) {
      ben.move(id, first, null)
      ben.move(id, second, null)
    }
  })
  await undoLast(ben)
  expect(parents()).toEqual(['reasons', 'reasons'])
  await redoLast(ben)
  expect(parents()).toEqual([second, second])
})

it('[HN1] groups that were put together are two again, each card in its place', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const cards: string[] = []
  for (const text of ['One', 'Two', 'Three', 'Four'])
    cards.push(await cardIn(doris, ben, text, 'reasons'))
  const [lane = ''] = await until('the lanes', () => ben.ids('reasons', 'lane'))
  const entries = () => cards.map((id) => must(ben.entry(id), 'a card'))
  const [one, two_, three, four] = entries()
  if (one === undefined || two_ === undefined || three === undefined || four === undefined) return
  groupWith(ben, one, two_, 'reasons')
  ben.move(three.id, lane, null)
  groupWith(ben, four, must(ben.entry(three.id), 'three'), 'reasons')
  const [first = '', second = ''] = ben.ids('reasons', 'group')
  const shape = () => entries().map(({ group, parent, order }) => [group, parent, order])
  const before = shape()
  await mergeGroups(ben, first, second, 'reasons')
  expect(entries().map(({ group, parent }) => [group, parent])).toEqual(
    Array.from({ length: 4 }, () => [second, lane]),
  )
  const after = shape()
  await undoLast(ben)
  expect(shape()).toEqual(before)
  expect(ben.entry(first)?.removed).toBe(false)
  await redoLast(ben)
  expect(shape()).toEqual(after)
  await until('everywhere', () => doris.entry(first)?.removed === true)
})

it('[HN18] a removed category comes back with its cards, goes again, and stays where it holds others by then', async () => {
  const { made, doris, ben } = await two('pre-mortem', 'sort')
  const [lane = '', other = ''] = await until('the lanes', () => {
    const lanes = doris.ids('reasons', 'lane')
    return lanes.length > 1 ? lanes : null
  })
  const put = (text: string, to: string) =>
    command(server.url, made.sessionId, made.token, { type: 'card.add', text, to })
  for (const text of ['One', 'Two', 'Three']) await put(text, lane)
  const [one = '', two_ = '', three = ''] = await until('the cards', () => {
    const cards = ben.ids(lane, 'card')
    return cards.length === 3 ? cards : null
  })
  await until('her cards', () => doris.ids(lane, 'card').length === 3)
  doris.remove(lane)
  await until('gone', () => ben.entry(lane)?.removed)
  await until('told', () => said(doris) === 'Category removed. Its cards are still to place.')
  expect(doris.notices().at(-1)?.undo).toBeDefined()
  // What somebody has placed since stays there.
  ben.move(two_, other, null)
  await until('placed', () => doris.entry(two_)?.parent === other)
  await undoLast(doris)
  await until('back', () => ben.entry(lane)?.removed === false)
  await until('its cards', () => ben.ids(lane, 'card').join() === [one, three].join())
  expect(ben.entry(two_)?.parent).toBe(other)
  await redoLast(doris)
  await until('gone again', () => ben.entry(lane)?.removed)
  await undoLast(doris)
  await until('back again', () => doris.entry(lane)?.removed === false)
  await until('with both', () => doris.ids(lane, 'card').length === 2)
  await put('Four', lane)
  await until('another card', () => doris.ids(lane, 'card').length === 3)
  await redoLast(doris)
  expect(said(doris)).toBe('The category holds cards by now, so it stays.')
  expect(doris.entry(lane)?.removed).toBe(false)
})

it('[HN1] a category that was added goes while it holds no card', async () => {
  const { made, doris } = await two('pre-mortem', 'sort')
  const lane = doris.add('lane', 'reasons', 'Speed') ?? ''
  await until('saved', () => doris.link().is === 'live' && doris.entry(lane) !== null)
  await undoLast(doris)
  await until('gone', () => doris.entry(lane)?.removed)
  await redoLast(doris)
  await until('back', () => doris.entry(lane)?.removed === false)
  await undoLast(doris)
  await until('gone again', () => doris.entry(lane)?.removed)
  const other = doris.add('lane', 'reasons', 'Cost') ?? ''
  const put = await command(server.url, made.sessionId, made.token, {
    type: 'card.add',
    text: 'Dear',
    to: other,
  }).catch(() => null)
  expect(put).not.toBeNull()
  await until('a card in it', () => doris.ids(other, 'card').length === 1)
  await undoLast(doris)
  expect(doris.entry(other)?.removed).toBe(false)
  expect(said(doris)).toBe('The category holds cards by now, so it stays.')
})

it.each<[string, string, string]>([
  ['dot-vote', 'propose', 'ideas'],
  ['pre-mortem', 'sort', 'reasons'],
])(
  '[HN2] words of a card in a %s are one change, taken back around those of others',
  async (format, phase, section) => {
    const { doris, ben } = await two(format, phase)
    const card = await cardIn(ben, doris, 'The build is slow today', section)
    const text = (who: SessionClient) => who.entry(card)?.text
    const write = (who: SessionClient, words: string) => {
      const edit = editText(who.editing, card)
      edit.set(words.slice(0, 4), 4)
      edit.set(words, words.length)
      edit.done()
    }
    await until('it can be taken back', () => ben.lastDeed() !== undefined)
    write(ben, 'The old build is slow today')
    await until('his words', () => text(doris) === 'The old build is slow today')
    write(doris, 'The old build is slow now')
    await until('her words', () => text(ben) === 'The old build is slow now')
    await undoLast(ben)
    await until('hers stay', () => text(doris) === 'The build is slow now')
    expect(said(ben)).toBe('Taken back: Words changed')
    await redoLast(ben)
    await until('again', () => text(doris) === 'The old build is slow now')

    write(doris, 'The ancient build is slow now')
    await until('the same words', () => text(ben) === 'The ancient build is slow now')
    await undoLast(ben)
    expect(said(ben)).toBe('Somebody changed the same words since, so they stay.')
    expect(text(ben)).toBe('The ancient build is slow now')
  },
)

it('[HN2] what others write into a field while it is open is no part of one’s own change', async () => {
  const { doris, ben } = await two('dot-vote', 'propose')
  const card = await cardIn(ben, doris, 'one three', 'ideas')
  const edit = editText(ben.editing, card)
  edit.set('one two three', 7)
  await until('his word', () => doris.entry(card)?.text === 'one two three')
  const hers = editText(doris.editing, card)
  hers.set('one two three four', 18)
  hers.done()
  await until('her word', () => edit.text() === 'one two three four')
  edit.set('zero one two three four', 4)
  edit.done()
  await undoLast(ben)
  expect(ben.entry(card)?.text).toBe('one three four')
})

it('[HN3] a dot comes back and goes again, and stays once the vote is over', async () => {
  const { doris, ben, go } = await two('dot-vote', 'propose')
  const card = await cardIn(ben, doris, 'One', 'ideas')
  await go('vote')
  const round = await until('the round', () => Object.keys(ben.view()?.facts.rounds ?? {})[0])
  const dots = () => ben.view()?.mine.dots[round]?.[card]
  await ben.ask({ type: 'dot.add', round, target: card })
  await undoLast(ben)
  await until('no dot', () => dots() === undefined)
  await redoLast(ben)
  await until('again', () => dots() === 1)
  await doris.ask({ type: 'round.close', round })
  await until('closed', () => ben.view()?.facts.rounds[round]?.is === 'closed')
  await undoLast(ben)
  expect(said(ben)).toBe('The vote is over, so your dots stay as they are.')
  expect([dots(), ben.lastDeed(true)]).toEqual([1, undefined])
})

it('[V16] another answer to a poll is seen at once, is changed back, and taken back gives the one before', async () => {
  const { doris, ben, away, back } = await two('start-stop', 'check-in')
  const [round, rules] = await until('the poll', () => {
    const found = Object.entries(ben.view()?.facts.rounds ?? {})[0]
    return found?.[1].rules.kind === 'poll' ? ([found[0], found[1].rules] as const) : null
  })
  const [one = '', other = ''] = rules.options.map(({ id }) => id)
  const answers = () => Object.keys(ben.view()?.mine.dots[round] ?? {})
  await ben.ask({ type: 'dot.add', round, target: one })
  await away()
  const asked = [ben.ask({ type: 'dot.add', round, target: other })]
  expect(answers()).toEqual([other])
  asked.push(ben.ask({ type: 'dot.add', round, target: one }))
  expect(answers()).toEqual([one])
  asked.push(ben.ask({ type: 'dot.add', round, target: other }))
  back()
  await Promise.all(asked)
  expect(answers()).toEqual([other])
  await undoLast(ben)
  expect(answers()).toEqual([one])
  await until('counted', () => doris.view()?.facts.live.voted?.n === 1)
})

it('[HN19] what is asked for is the last change at once: its answer is waited for, and without a connection that is said', async () => {
  const { doris, ben, away, back, go } = await two('dot-vote', 'propose')
  const one = await cardIn(doris, ben, 'One', 'ideas')
  const other = await cardIn(doris, ben, 'Two', 'ideas')
  await go('vote')
  const round = await until('the round', () => Object.keys(ben.view()?.facts.rounds ?? {})[0])
  const dots = () => ben.view()?.mine.dots[round] ?? {}
  await ben.ask({ type: 'dot.add', round, target: one })
  void ben.ask({ type: 'dot.add', round, target: other })
  await undoLast(ben)
  expect([dots(), said(ben)]).toEqual([{ [one]: 1 }, 'Taken back.'])

  await away()
  const asked = ben.ask({ type: 'dot.add', round, target: other })
  expect(await undoLast(ben)).toBe(false)
  expect([dots(), said(ben)]).toEqual([{ [one]: 1, [other]: 1 }, linkWords.notNow])
  back()
  await asked
  await Promise.all([undoLast(ben), undoLast(ben)])
  expect([dots(), ben.lastDeed()]).toEqual([{}, undefined])

  // What is done while it waits stays.
  void ben.ask({ type: 'dot.add', round, target: one })
  const undoing = undoLast(ben)
  void ben.ask({ type: 'dot.add', round, target: other })
  await undoing
  await until('saved', () => isSaved(ben))
  expect(dots()).toEqual({ [other]: 1 })
  await undoLast(ben)
  expect(dots()).toEqual({})

  // What is refused is no change, and the one before it is meant.
  await ben.ask({ type: 'dot.add', round, target: one })
  void ben.ask({ type: 'dot.add', round, target: 'x'.repeat(22) })
  await undoLast(ben)
  expect([dots(), ben.lastDeed()]).toEqual([{}, undefined])
})

it('[HN19] a card without a name is the last change from the press on, and stands in its order', async () => {
  const { ben, away, back } = await two('pre-mortem', 'sort')
  const cards = () => ben.unplaced('reasons').map((id) => ben.entry(id)?.text)
  ben.add('card', 'reasons', 'One')
  await until('it is there', () => cards().length === 1)
  ben.add('card', 'reasons', 'Two')
  await undoLast(ben)
  await until('the first alone', () => cards().join() === 'One')

  await away()
  const [first = ''] = ben.unplaced('reasons')
  const [lane = ''] = ben.ids('reasons', 'lane')
  ben.add('card', 'reasons', 'Three')
  ben.deed('Moved', () => ben.move(first, lane, null))
  await undoLast(ben)
  expect([ben.entry(first)?.parent, said(ben)]).toEqual(['reasons', 'Taken back: Moved'])
  back()
  await until('saved', () => isSaved(ben))
  await undoLast(ben)
  await until('the first alone', () => cards().join() === 'One')
})

it('[HN3] what became impossible says why: a card that was removed, cards that were locked', async () => {
  const { doris, ben } = await two('dot-vote', 'propose')
  const card = await cardIn(doris, ben, 'One', 'ideas')
  const other = await cardIn(doris, ben, 'Two', 'ideas')
  ben.move(card, 'ideas', null)
  ben.move(other, 'ideas', null)
  await until('moved', () => doris.unplaced('ideas').at(-1) === other)
  doris.remove(other)
  await until('removed', () => ben.entry(other)?.removed)
  await undoLast(ben)
  expect(said(ben)).toBe('It was removed since, so it stays as it is.')
  await doris.ask({ type: 'session.lock', cards: true })
  await until('locked', () => ben.view()?.facts.cardsLocked)
  const before = ben.unplaced('ideas')
  await undoLast(ben)
  expect(ben.unplaced('ideas')).toBe(before)
  expect(said(ben)).toContain('locked')
  expect(ben.lastDeed(true)).toBeUndefined()
})

it('[WS18] what others changed is counted for each phase, one’s own deeds left out', async () => {
  const { doris, ben, go } = await two('pre-mortem', 'sort')
  const others = othersOf(ben)
  const ended: string[] = []
  others.onPhase((title, changes) => ended.push(summaryOf(`In ${title}:`, changes)))
  expect(anyOf(others.changes())).toBe(false)
  const card = await cardIn(doris, ben, 'It is slow', 'reasons')
  doris.add('lane', 'reasons', 'Speed')
  const lane = await until('the lane', () => ben.ids('reasons', 'lane').at(-1))
  doris.move(card, lane, null)
  await until('moved', () => ben.entry(card)?.parent === lane)
  ben.move(card, 'reasons', null)
  expect(others.changes()).toEqual({ moved: 1, added: 1, removed: 0, lanes: 1 })
  await go('estimate')
  await until('the end of the phase', () => ended.length > 0)
  expect(ended).toEqual(['In Read out and sort: 1 card moved, 1 card added, 1 new category.'])
  expect(anyOf(others.changes())).toBe(false)
})

it('[WS19] a card is marked to be talked about by whoever may move it, and a move to another place ends it', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const id = await cardIn(doris, ben, 'It is slow', 'reasons')
  const card = (who: SessionClient) => must(who.entry(id), 'the card')
  markToTalk(ben, card(ben))
  await until('marked', () => isToTalkAbout(card(doris)))
  markToTalk(doris, card(doris))
  await until('no more', () => !isToTalkAbout(card(ben)))
  markToTalk(ben, card(ben))
  const [lane = ''] = await until('the lanes', () => ben.ids('reasons', 'lane'))
  await until('marked again', () => isToTalkAbout(card(doris)))
  doris.move(id, lane, null)
  await until('moved', () => card(ben).parent === lane)
  expect(isToTalkAbout(card(ben))).toBe(false)
  await doris.ask({ type: 'session.lock', cards: true })
  await until('locked', () => ben.view()?.facts.cardsLocked)
  markToTalk(ben, card(ben))
  await until('refused', () => ben.notices().some(({ is }) => is === 'refused'))
  expect(isToTalkAbout(card(ben))).toBe(false)
})

it('[U10] who placed a card is who had it in hand then, and nobody where nobody had', async () => {
  const { doris, ben } = await two('pre-mortem', 'sort')
  const others = othersOf(doris)
  const [first, second] = [
    await cardIn(doris, ben, 'It is slow', 'reasons'),
    await cardIn(doris, ben, 'It is late', 'reasons'),
  ]
  const [lane = ''] = await until('the lanes', () => ben.ids('reasons', 'lane'))
  ben.hold(first, true)
  await until('his hand', () => doris.view()?.holders.has(first))
  ben.move(first, lane, null)
  ben.hold(second, true)
  await until('placed', () => doris.entry(first)?.parent === lane)
  expect(others.mover(first)).toBe(ben.view()?.you.id)
  const third = await cardIn(doris, ben, 'Nobody holds it', 'reasons')
  ben.move(third, lane, null)
  await until('placed too', () => doris.entry(third)?.parent === lane)
  expect(others.mover(third)).toBeNull()
})

describe('a card that nobody has signed, opened again while its words are on their way', () => {
  const writing = async () => {
    const all = await two('pre-mortem', 'sort')
    const card = await cardIn(all.ben, all.doris, 'Slow deploys', 'reasons')
    await until('saved', () => isSaved(all.ben))
    const text = (who: SessionClient) => who.entry(card)?.text
    const write = (to: string): string => {
      const edit = editText(all.ben.editing, card)
      const before = edit.text()
      edit.set(to, to.length)
      edit.done()
      return before
    }
    return { ...all, card, text, write }
  }

  it('[C82] goes on from them, and has each once', async () => {
    const { doris, ben, away, back, text, write } = await writing()
    await away()
    write('Slow deploys on Friday')
    expect(write('Slow deploys on Friday, and Monday')).toBe('Slow deploys on Friday')
    expect(text(ben)).toBe('Slow deploys on Friday, and Monday')
    back()
    await until('saved', () => isSaved(ben))
    expect(text(ben)).toBe('Slow deploys on Friday, and Monday')
    await until('her words', () => text(doris) === text(ben))
    await undoLast(ben)
    await until('one step', () => text(doris) === 'Slow deploys on Friday')
    await undoLast(ben)
    await until('the first words', () => text(doris) === 'Slow deploys')
  })

  it('[C82] is taken back on top of them, in whatever parts they went out', async () => {
    const { doris, ben, away, back, card, text } = await writing()
    await away()
    const edit = editText(ben.editing, card)
    edit.set('Slow deploys on', 15)
    for (const one of ben.editing.asked) one.flush()
    edit.set('Slow deploys on Friday', 22)
    edit.done()
    await undoLast(ben)
    expect(text(ben)).toBe('Slow deploys')
    const again = editText(ben.editing, card)
    expect(again.text()).toBe('Slow deploys')
    again.done()
    back()
    await until('saved', () => isSaved(ben))
    expect([text(ben), text(doris)]).toEqual(['Slow deploys', 'Slow deploys'])
    await redoLast(ben)
    await until('again', () => text(doris) === 'Slow deploys on Friday')
  })

  it('[C82] keeps its words where all of them were erased, and that is nothing to take back', async () => {
    const { doris, ben, text, write } = await writing()
    const before = ben.lastDeed()
    write('')
    expect([text(ben), ben.lastDeed()]).toEqual(['Slow deploys', before])
    write('Slow deploys on Friday')
    await until('saved', () => isSaved(ben))
    write(' ')
    expect(text(ben)).toBe('Slow deploys on Friday')
    await undoLast(ben)
    await until('the first words', () => text(doris) === 'Slow deploys')
    expect(text(ben)).toBe('Slow deploys')
  })
})
