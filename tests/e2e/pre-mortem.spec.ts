/**
 * S1: a whole pre-mortem, from two people at desks and two on phones to the report. The server is killed while a
 * draft and again while a drag is in flight.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainClient } from '../kit/plain-client.ts'
import { must } from '@plenary/shared/must'
import { until } from '../kit/until.ts'
import { allSaved, button, next, press, sees, shot, times, write } from './actors.ts'
import type { Company } from './company.ts'
import { comesBack, expectQuiet, gather, openDoors } from './company.ts'
import {
  estimateByCommand,
  estimateOnDesk,
  estimateOnPhone,
  estimateRound,
  tableOnDesk,
  tableOnPhone,
} from './estimating.ts'
import { CATEGORIES, SAID, SORTED, TABLE, TABLE_AGREED, laneFor, said } from './pre-mortem-data.ts'
import { expectReportPage, expectReports } from './pre-mortem-report.ts'
import {
  carry,
  entriesOf,
  freeCard,
  laneIds,
  lanesOf,
  lanesOnDesk,
  placeAll,
  seeAll,
  textsOf,
} from './sorting.ts'

const QUESTION = 'Our project has failed. What happened?'

let company: Company
let session = ''
let d: PlainClient, e: PlainClient

beforeAll(async () => {
  company = await gather()
})
afterAll(async () => {
  for (const one of [d, e]) one?.leave()
  await company?.leave()
})

describe('S1', () => {
  it('[X1] opens from the home page, and everybody gets in by the link', async () => {
    const { f, a, b } = company
    const opened = await openDoors(company, { format: 'Pre-mortem', title: 'Audience app' }, [
      'Dee',
      'Eli',
    ])
    session = opened.id
    d = must(opened.plain[0], 'Dee')
    e = must(opened.plain[1], 'Eli')
    await sees(f, /6 people are here/)
    for (const who of [f, a, b]) await shot(who, '1-lobby')
    await next(f, /Start with Set the scene/)
    await sees(a, QUESTION)
    await sees(b, QUESTION)
    for (const who of [f, b]) await shot(who, '2-scene')
    await next(f, /Next: Write/)
    await press(f, button(f.page, /^Start 7:00/))
    await sees(b, /Only you can see these/)
  })

  it('[X2] keeps a draft in flight through a kill, and a reload keeps the drafts', async () => {
    const { server, a, b, c } = company
    for (const text of said('F5', 'F4')) await write(a, text)
    for (const text of said('F2')) await write(b, text)
    for (const text of said('F8', 'F7')) await write(c, text)
    for (const who of [a, b, c]) await allSaved(who)
    await putDrafts(d, said('F6'))
    await putDrafts(e, said('F9', 'F1'))

    server.freeze()
    const [inFlight = ''] = said('F3')
    await write(b, inFlight)
    await server.kill()
    await sees(b, 'Reconnecting. Nothing is lost.')
    expect(await times(b, inFlight)).toBe(1)
    await shot(b, '3-write-killed')
    await comesBack(company, [d, e])
    expect(await times(b, inFlight)).toBe(1)

    await c.page.reload()
    for (const text of said('F8', 'F7')) await sees(c, text)
    await allSaved(c)
  })

  it('[X3] [WS2] shows and sends nobody what others write before the reveal', async () => {
    const { f, a, b, c } = company
    await until('nine drafts are counted', () => {
      const live = d.fact('live')
      return JSON.stringify(live).includes('"drafts":{"n":9}')
    })
    for (const who of [f, a]) await sees(who, '9 cards so far, from everyone')
    for (const who of [b, c]) await sees(who, /2 cards, 9 from everyone/)
    for (const who of [f, a, b, c]) await shot(who, '4-write')
    const own = new Map([
      [f, said()],
      [a, said('F5', 'F4')],
      [b, said('F2', 'F3')],
      [c, said('F8', 'F7')],
    ])
    for (const [who, mine] of own)
      for (const text of SAID)
        expect([who.name, text, await times(who, text)]).toEqual([
          who.name,
          text,
          mine.includes(text) ? 1 : 0,
        ])
    expect(SAID.filter((text) => hasReceived(d, text))).toEqual([])
    expect(SAID.filter((text) => hasReceived(e, text))).toEqual([])
  })

  it('[X4] reveals all nine to everybody, once each and without names', async () => {
    const { f, a, b, c } = company
    await next(f, /Reveal and sort/, 'Reveal')
    for (const who of [f, a])
      await until(`${who.name} sees nine`, async () => {
        const { 'Still to place': cards = [] } = await lanesOnDesk(who)
        return cards.length === SAID.length && cards
      }).then((cards) => expect(cards).toEqual(SAID))
    for (const who of [b, c]) expect(await seeAll(who, SAID)).toEqual(SAID.map(() => 1))
    for (const one of [d, e]) {
      await until(`${one.name} has nine`, () => textsOf(one).length === SAID.length)
      expect(textsOf(one)).toEqual(SAID)
      expect(entriesOf(one, 'card').map(({ map }) => map.get('by'))).toEqual(
        SAID.map(() => undefined),
      )
    }
    for (const who of [f, b]) await shot(who, '5-revealed')
  })

  it('[X5] keeps a drag in flight through a kill: its card is in the lane, once', async () => {
    const { server, f, a } = company
    const dragged = await freeCard(a)
    await carry(a, dragged, laneFor(dragged))
    await shot(a, '6-drag')
    await a.page.mouse.up()
    await until('F sees the card moved', async () =>
      (await lanesOnDesk(f))[laneFor(dragged)]?.includes(dragged),
    )

    const inFlight = await freeCard(f)
    const lane = laneFor(inFlight)
    await carry(f, inFlight, lane)
    await server.kill()
    await f.page.mouse.up()
    expect((await lanesOnDesk(f))[lane]).toContain(inFlight)
    await sees(f, 'Reconnecting. Nothing is lost.')
    await shot(f, '6-drag-killed')
    await comesBack(company, [d, e])
    for (const who of [f, a])
      await until(`${who.name} sees the drop`, async () =>
        (await lanesOnDesk(who))[lane]?.includes(inFlight),
      )
    await until('D has the drop', () => lanesOf(d)[lane]?.includes(inFlight))
    for (const lanes of [await lanesOnDesk(f), await lanesOnDesk(a), lanesOf(d)])
      expect(
        Object.values(lanes)
          .flat()
          .filter((text) => text === inFlight),
      ).toHaveLength(1)
    expect(textsOf(d)).toEqual(SAID)
  })

  it('[X6] sorts by mouse, by taps and by a plain write, and all agree on every lane', async () => {
    const { f, a, b, c } = company
    const written = await freeCard(a)
    const { map } = must(
      entriesOf(d, 'card').find(({ map: card }) => String(card.get('text')) === written),
      written,
    )
    map.set('place', `${must(laneIds(d).get(laneFor(written)), 'its lane')}/a9`)
    const placed = await Promise.all([placeAll(b, laneFor), placeAll(c, laneFor)])
    expect(placed.map((n) => n > 0)).toEqual([true, true])
    await shot(b, '7-sorted')
    for (const who of [f, a]) {
      await until(`${who.name} sees all placed`, async () => {
        const { 'Still to place': left } = await lanesOnDesk(who)
        return left?.length === 0
      })
      expect(await lanesOnDesk(who)).toEqual({ 'Still to place': [], ...SORTED })
      await shot(who, '7-sorted')
    }
    for (const one of [d, e]) expect(lanesOf(one)).toEqual(SORTED)
    for (const who of [b, c]) expect(await seeAll(who, SAID)).toEqual(SAID.map(() => 1))
  })

  it('[X7] hides every number until the reveal', async () => {
    const { f, a, b, c } = company
    await next(f, /Next: Estimate/)
    await until('the round is open', () => hasRound(d))
    await sees(b, 'How likely is it?')
    await sees(b, 'How bad would it be?')
    await shot(b, '8-estimate')
    await estimateByCommand(d, CATEGORIES)
    await estimateByCommand(e, CATEGORIES)
    await Promise.all([estimateOnPhone(b, CATEGORIES), estimateOnPhone(c, CATEGORIES)])
    await estimateOnDesk(a, CATEGORIES)
    const chosen = 'input[type=radio]:checked'
    expect(await f.page.locator(chosen).count()).toBe(0)
    await estimateOnDesk(f, CATEGORIES)
    await sees(f, '6 of 6 in')
    for (const who of [f, a]) {
      expect(await who.page.locator(chosen).count()).toBe(2 * CATEGORIES.length)
      expect(await times(who, 'P × I')).toBe(0)
      await shot(who, '8-estimate')
    }
    for (const one of [d, e])
      for (const id of laneIds(one).values()) {
        const fact = one.fact(`estimate:${estimateRound(one)}:${id}`)
        expect(fact === undefined || JSON.stringify(fact) === '{"result":null}').toBe(true)
      }
  })

  it('[X8] multiplies and ranks exactly, and an agreed number is taken back', async () => {
    const { f, b } = company
    await next(f, 'Reveal the numbers')
    await sees(f, 'Numbers revealed')
    await until('B sees the ranking', async () => (await tableOnPhone(b)).length === TABLE.length)
    expect(await tableOnDesk(f)).toEqual(TABLE)
    expect(await tableOnPhone(b)).toEqual(TABLE)
    for (const who of [f, b]) await shot(who, '9-ranked')
    const agree = f.page.getByLabel('Agreed Probability, Security')
    await agree.selectOption('1.5')
    await until('Security moves up', async () => (await tableOnDesk(f))[1]?.includes('Security'))
    expect(await tableOnDesk(f)).toEqual(TABLE_AGREED)
    await until('B sees it too', async () => (await tableOnPhone(b))[1]?.includes('Security'))
    expect(await tableOnPhone(b)).toEqual(TABLE_AGREED)
    await shot(f, '9-agreed')
    await agree.selectOption('')
    await until('the table is back', async () => (await tableOnDesk(f))[4]?.includes('Security'))
    expect(await tableOnDesk(f)).toEqual(TABLE)
  })

  it('[X9] [FN17] discusses the highest and writes actions from a desk, a phone and a plain client', async () => {
    const { f, a, b } = company
    await next(f, /Next: Discuss/)
    await sees(f, 'The top 3, 5 minutes each.')
    await next(f, 'Set these topics')
    await next(f, 'Start the first topic')
    await sees(b, 'Topic 1 of 3')
    await sees(b, /left of 5 min/)
    await write(a, 'Ask ten customers', 'Add an action')
    await a.page.getByLabel('Who, Ask ten customers').selectOption({ label: 'Ash' })
    await press(b, button(b.page, 'Actions'))
    await write(b, 'Measure the first page', 'Add an action')
    d.addCard('Plan the first release', 'actions/a7', { kind: 'action', owner: d.person })
    for (const who of [f, a, b]) {
      for (const text of ['Ask ten customers', 'Measure the first page', 'Plan the first release'])
        await sees(who, text)
      await shot(who, '10-discuss')
    }
    await next(f, 'Next topic')
    await next(f, 'Next topic')
    await next(f, /Next: Actions and close/)
    await f.page.getByLabel('Who sends the notes round?').selectOption({ label: 'Ash' })
    const checkIns = f.page.getByRole('textbox', { name: 'When do we look again?' })
    await checkIns.fill('At each sprint retrospective')
    await checkIns.blur()
    await sees(a, 'At each sprint retrospective')
    for (const who of [f, a, b]) await shot(who, '11-actions')
  })

  it('[X10] ends in a report that holds all of it, on the page and in every file', async () => {
    const { server, f, a, b } = company
    await next(f, 'Close the session', 'Close the session')
    await sees(b, 'Read the report')
    for (const who of [f, b]) await shot(who, '12-closed')
    await a.page.getByRole('link', { name: 'Read the report' }).click()
    await expectReportPage(a)
    await shot(a, '13-report')
    await expectReports(`${server.url}/api/sessions/${session}/report`, d.token)
    expectQuiet(company)
  })
})

/** By command, each done at once. */
async function putDrafts(client: PlainClient, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    const draft = `${client.name}-${index}`
    const put = { type: 'draft.put', draft, section: 'reasons', text, rev: 1, state: 'done' }
    expect(await client.ask(put)).toMatchObject({ ok: true })
  }
}

function hasReceived(client: PlainClient, text: string): boolean {
  return client.received.some((frame) => Buffer.from(frame).includes(text))
}

function hasRound(client: PlainClient): boolean {
  return [...client.session().keys()].some((key) => key.startsWith('round:'))
}
