/** S3: topics, two pluses each, a tie that shares the hour; the server is killed while a dot is in flight. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import type { PlainClient } from '../kit/plain-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { until } from '../kit/until.ts'
import { button, makeSession, next, press, sees, shot, times, write } from './actors.ts'
import type { Company } from './company.ts'
import { codeOnScreen, comesBack, expectQuiet, gather, openDoors } from './company.ts'
import {
  adds,
  endOfTimer,
  idOf,
  openRound,
  ownDots,
  plus,
  pluses,
  queueOf,
  resultOf,
  tallyOn,
  topic,
} from './voting.ts'

const FORMAT = { format: 'Two pluses', title: 'Sprint 12' }
const QUESTION = 'Which topics matter most to you?'

let company: Company
let plain: PlainClient[] = []
let d: PlainClient, e: PlainClient, g: PlainClient

beforeAll(async () => {
  company = await gather()
})
afterAll(async () => {
  for (const one of plain) one.leave()
  await company?.leave()
})

describe('S3', () => {
  it('[X11] lists topics from every kind of client in one order; its facilitator only captures', async () => {
    const { f, a, b, c } = company
    ;({ plain } = await openDoors(company, FORMAT, ['Dee', 'Eli', 'Gus']))
    d = must(plain[0], 'Dee')
    e = must(plain[1], 'Eli')
    g = must(plain[2], 'Gus')
    await sees(f, /7 people are here/)
    await next(f, /Start with List topics/)
    await sees(f, 'What should we talk about?')
    const authors = [a, b, c, d, e, g, a, b]
    for (const [index, author] of authors.entries()) {
      const text = topic(index + 1)
      if ('page' in author) await write(author, text)
      else author.addCard(text, `topics/a${index}`)
      for (const who of [f, a, b, c]) await sees(who, text)
    }
    expect(await f.page.getByRole('textbox', { name: 'Add a card' }).count()).toBe(0)
    expect(await f.page.getByRole('textbox', { name: /said aloud/ }).count()).toBe(1)
    for (const who of [f, b]) await shot(who, '21-list')
  })

  it('[X12] counts a dot in flight through a kill once', async () => {
    const { server, f, a, b, c } = company
    await next(f, /Next: Vote/)
    for (const who of [a, b, c]) await sees(who, QUESTION)
    await sees(f, 'You lead without voting.')
    expect(await f.page.getByRole('button', { name: /^Add a dot/ }).count()).toBe(0)
    await pluses(a, [1, 2])

    await pluses(b, [1])
    server.freeze()
    await press(b, adds(b, 1))
    await server.kill()
    await sees(b, 'Reconnecting. Nothing is lost.')
    expect(await ownDots(b, 1)).toMatch(/^[12]$/)
    await shot(b, '22-dot-killed')
    await comesBack(company, plain)
    await until('the dot of B has come through', async () => (await ownDots(b, 1)) === '2')
    await sees(b, 'No dots left')
  })

  it('[X13] refuses a third plus, greyed and on the server, and frees one that is taken back', async () => {
    const { a, b, c } = company
    await pluses(c, [2, 3])
    for (const who of [a, b, c]) {
      const greyed = await adds(who, 5).getAttribute('aria-disabled')
      expect([who.name, greyed]).toEqual([who.name, 'true'])
      if (who.on === 'phone') await adds(who, 5).tap({ force: true })
      else await adds(who, 5).click({ force: true })
      await sees(who, 'Take a dot back from another card to use it here.')
      expect(await ownDots(who, 5)).toBe('0')
    }
    await shot(c, '23-third')
    await press(c, button(c.page, `Take a dot back from ${topic(3)}`))
    await sees(c, '1 dot left')
    expect(await ownDots(c, 3)).toBe('0')
    await pluses(c, [3], 0)

    for (const [client, numbers] of [
      [d, [3, 4]],
      [e, [5, 3]],
    ] as const)
      for (const n of numbers) expect(await plus(client, n)).toMatchObject({ ok: true })
    const third = await plus(d, 1)
    expect(third).toMatchObject({ ok: false, reason: 'no-dots-left' })
  })

  it('[X14] shows nobody a count before the close, only how many have voted', async () => {
    const { f, a, b, c } = company
    for (const who of [f, a, b, c]) await sees(who, '5 of 6 have voted')
    await until('D knows how many', () =>
      JSON.stringify(d.fact('live')).includes('"voted":{"n":5,"of":6}'),
    )
    for (const n of [2, 6]) expect(await plus(g, n)).toMatchObject({ ok: true })
    for (const who of [f, a, b, c]) await sees(who, '6 of 6 have voted')
    const round = await openRound(d)
    for (const one of plain) {
      expect(one.fact(`live:${round}`)).toBeUndefined()
      expect(JSON.stringify(one.fact(`round:${round}`))).not.toContain('result')
    }
    // Whoever leads sees no number on any card; the others only their own.
    for (let n = 1; n <= 8; n++) expect(await ownDots(f, n)).toBe('0')
    expect(await times(f, 'yours')).toBe(0)
    const shown = async (who: typeof a): Promise<string[]> =>
      Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => ownDots(who, n)))
    expect(await shown(a)).toEqual(['1', '1', '0', '0', '0', '0', '0', '0'])
    expect(await shown(b)).toEqual(['2', '0', '0', '0', '0', '0', '0', '0'])
    expect(await shown(c)).toEqual(['0', '1', '1', '0', '0', '0', '0', '0'])
    for (const who of [f, a, b]) await shot(who, '24-voted')
  })

  it('[X15] counts 3, 3, 3, 1, 1, 1, 0, 0 and proposes three topics of twenty minutes', async () => {
    const { f, a, b } = company
    await press(f, button(f.page, 'Close the vote'))
    const tally = [3, 3, 3, 1, 1, 1, 0, 0].map((dots, index) => {
      const rank = ['1=', '1=', '1=', '4=', '4=', '4=', '7=', '7='][index]
      return `${rank} | ${topic(index + 1)} | ${dots} ${dots === 1 ? 'dot' : 'dots'}`
    })
    for (const who of [f, a, b]) {
      await until(`${who.name} sees the tally`, async () => (await tallyOn(who)).length === 8)
      expect(await tallyOn(who)).toEqual(tally)
      await shot(who, '25-tally')
    }
    const counted = [3, 3, 3, 1, 1, 1].map((dots, index) => [idOf(d, index + 1), dots])
    expect(await resultOf(d)).toEqual(Object.fromEntries(counted))

    await next(f, /Next: Discuss/)
    await sees(f, 'Three topics tie for two places: 2 × 30 becomes 3 × 20 minutes.')
    await shot(f, '26-proposed')
    await press(f, button(f.page, 'Set these topics'))
    await until('the queue is set', () => queueOf(d).length === 3)
    expect(queueOf(d)).toEqual(
      [1, 2, 3].map((n) => ({ target: idOf(d, n), minutes: 20, is: 'waiting' })),
    )
    await next(f, 'Start the first topic')
    await until('the first topic is talked about', () => queueOf(d)[0]?.is === 'now')
    for (const who of [f, a, b]) {
      const clock = who.page.getByRole('timer').first()
      await until(`the clock of ${who.name} runs`, async () =>
        /^(20:00|19:5\d) left$/.test((await clock.getAttribute('aria-label')) ?? ''),
      )
      await shot(who, '27-first-topic')
    }
    expect(endOfTimer(d) - must(queueOf(d)[0]?.since, 'its beginning')).toBe(20 * 60_000)
    expectQuiet(company)
  })

  it('[X16] proposes two topics of thirty minutes where two stand out', async () => {
    const { server, f } = company
    await makeSession(f, server.url, { ...FORMAT, title: 'Without the tie' })
    const code = await codeOnScreen(f)
    const votes: Record<string, [number, number]> = {
      Ash: [1, 2],
      Bo: [1, 1],
      Cleo: [2, 3],
      Dee: [3, 4],
      Eli: [5, 3],
      Gus: [6, 4],
    }
    const voters = new Map<string, PlainClient>()
    for (const name of Object.keys(votes)) {
      const client = await joinPlain({ base: server.url, session: code, name })
      voters.set(name, client)
      plain.push(client)
    }
    await next(f, /Start with List topics/)
    const [first] = voters.values()
    for (let n = 1; n <= 8; n++) {
      const last = [...voters.values()].at(-1)
      await until('the topics are open', () => first?.fact('phase') !== null)
      first?.addCard(topic(n), `topics/a${n}`)
      await until('every topic is everywhere', () => last?.cardBy(topic(n)))
      await sees(f, topic(n))
    }
    await next(f, /Next: Vote/)
    for (const [name, numbers] of Object.entries(votes))
      for (const n of numbers)
        expect(await plus(must(voters.get(name), name), n)).toMatchObject({ ok: true })
    await next(f, 'Close the vote and discuss')
    await sees(f, 'The top 2, 30 minutes each.')
    await next(f, 'Set these topics')
    const client = must(first, 'a voter')
    await until('the queue is set', () => queueOf(client).length > 0)
    expect(queueOf(client)).toEqual(
      [1, 3].map((n) => ({
        target: idOf(client, n),
        minutes: 30,
        is: 'waiting',
      })),
    )
    expectQuiet(company)
  })
})
