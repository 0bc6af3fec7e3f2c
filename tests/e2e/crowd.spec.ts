/** S7 with forty people: a retrospective with plain clients as the crowd, a chair and a participant at desks, one on a phone. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@plenary/shared/must'
import * as Y from 'yjs'
import * as z from 'zod'
import { get } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { allowed, setField } from '../kit/table.ts'
import { until } from '../kit/until.ts'
import { button, next, press, sees, shot } from './actors.ts'
import { idOf } from './finishing.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'

const retro = z
  .object({ cards: z.array(z.object({ text: z.string(), column: z.string() })) })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/retro-001.json', import.meta.url), 'utf8')))
/** Written on the phone; the others' are of the hack day. */
const OWN = 'Standing meetings without an agenda'
const TOTAL = retro.cards.length + 1
const PREPARE = [
  'Pre-discovery, so that everyone is up to speed at the start',
  'Get SMEs in where possible',
]
const CROWD = Array.from({ length: 36 }, (_, n) => `P${n + 1}`)

let home: House
let here: Led
beforeAll(async () => {
  home = await house()
  here = await led(home, 'start-stop', CROWD, 'Hack day retrospective')
})
afterAll(async () => {
  await here?.leave()
  await home?.leave()
})

const entriesOf = (client: PlainClient, kind: string): Record<string, unknown>[] =>
  Object.values<Record<string, unknown>>(client.cards().toJSON()).filter(
    (entry) => entry['kind'] === kind && entry['removed'] !== true,
  )

function makeGroup(client: PlainClient, name: string, cards: readonly string[]): string {
  const id = 'prepare'.padEnd(22, '-')
  client.doc.transact(() => {
    const group = new Y.Map<unknown>()
    group.set('kind', 'group')
    group.set('text', new Y.Text(name))
    group.set('place', 'thoughts/a0')
    client.cards().set(id, group)
    for (const card of cards) setField(client, card, 'group', id)
  })
  return id
}

describe('S7 with forty people', () => {
  it('[WS14] each writes at most three cards, and a hint on blame is seen by its writer alone', async () => {
    const { fay, f, a, b, plain, enter } = here
    await until(
      'forty',
      () =>
        Object.keys(fay.session().toJSON()).filter((key) => key.startsWith('person:')).length ===
        40,
    )
    await enter('check-in')
    await enter('write')
    await sees(b, /Only you can see these/)
    await sees(b, 'Up to 3 cards each.')
    await until('the limit', () => fay.fact('cardsEach') === 3)
    const put = (draft: string, text: string) => ({
      type: 'draft.put',
      draft,
      section: 'thoughts',
      text,
      rev: 1,
      state: 'done',
    })
    for (const [n, card] of retro.cards.entries())
      await allowed(must(plain[n], 'a writer'), put(`card-${n}`, card.text))
    const eager = must(plain[30], 'one more')
    for (const draft of ['x', 'y', 'z']) await allowed(eager, put(draft, draft))
    expect(await eager.ask(put('w', 'w'))).toMatchObject({ ok: false, reason: 'cards-used' })
    for (const draft of ['x', 'y', 'z']) await allowed(eager, { type: 'draft.remove', draft })

    const field = b.page.getByRole('textbox', { name: 'Write a card' })
    await field.fill('Somebody forgot the pizza')
    await b.page.getByText('What made this possible, whoever was there?').waitFor()
    await shot(b, '41-hint')
    await press(b, button(b.page, 'Leave it'))
    await field.fill(OWN)
    await field.press('Enter')
    await sees(b, /1 of 3 used/)
    await until('all are counted', () =>
      JSON.stringify(fay.fact('live')).includes(`"drafts":{"n":${TOTAL}}`),
    )
    await sees(a, `${TOTAL} cards so far, from everyone`)
    for (const who of [f, a, b]) await shot(who, '41-write')
  })

  it('[WS15] is revealed, sorted, grouped, voted on, talked about and reported exactly', async () => {
    const { made, fay, f, a, b, plain, enter } = here
    await press(f, button(f.page, /^Reveal and sort/))
    await f.page
      .getByRole('dialog')
      .getByText(new RegExp(`^${TOTAL} cards\\. `))
      .waitFor()
    await press(f, f.page.getByRole('dialog').getByRole('button', { name: 'Reveal', exact: true }))
    for (const one of [fay, ...plain])
      await until(`${one.name} has all`, () => entriesOf(one, 'card').length === TOTAL)

    for (const [n, { text, column }] of retro.cards.entries()) {
      const mover = must(plain[n], 'a mover')
      setField(
        mover,
        idOf(mover, text, 'card'),
        'place',
        `${idOf(mover, column, 'lane')}/a${n % 10}`,
      )
    }
    const first = must(plain[0], 'P1')
    setField(first, idOf(first, OWN, 'card'), 'place', `${idOf(first, 'Stop', 'lane')}/a9`)
    for (const [column, count] of [
      ['Start', 10],
      ['Continue', 6],
      ['Do differently', 3],
      ['Stop', 5],
    ] as const)
      await a.page.getByRole('region', { name: `${column}, ${count} cards` }).waitFor()
    const ids = PREPARE.map((text) => idOf(first, text, 'card'))
    const group = makeGroup(first, 'Prepare before the day', ids)
    await sees(a, 'Prepare before the day')
    for (const who of [f, a]) await shot(who, '42-sorted')

    await next(f, /Next: Vote/)
    const round = await until('the round', () =>
      [...fay.session().keys()]
        .find((key) => key.startsWith('round:') && JSON.stringify(fay.fact(key)).includes('"dots"'))
        ?.slice('round:'.length),
    )
    const large = idOf(fay, retro.cards.at(-2)?.text ?? '', 'card')
    const dot = (target: string) => ({ type: 'dot.add', round, target })
    for (const [n, voter] of plain.entries()) {
      for (let dots = 0; dots < 3; dots++) await allowed(voter, dot(group))
      if (n % 2 === 0) await allowed(voter, dot(large))
    }
    expect(await first.ask(dot(ids[0] ?? ''))).toMatchObject({ reason: 'no-such-card' })
    expect(JSON.stringify(first.session().toJSON())).not.toContain('"result":{')
    await next(f, /Close the vote/)
    await until('the result', () => JSON.stringify(fay.fact(`round:${round}`)).includes('result'))
    expect(fay.fact(`round:${round}`)).toMatchObject({ result: { [group]: 108, [large]: 18 } })

    await allowed(fay, {
      type: 'queue.set',
      topics: [
        { target: group, minutes: 6 },
        { target: large, minutes: 6 },
      ],
    })
    await allowed(fay, { type: 'queue.next' })
    await sees(a, 'Prepare before the day')
    for (const who of [a, b]) await shot(who, '43-discuss')
    await enter('actions')
    await allowed(fay, { type: 'session.close' })
    await until('closed', () => first.fact('status') === 'closed')

    const file = `${home.server.url}/api/sessions/${made.sessionId}`
    const report = reportJson.parse(await (await get(`${file}/report.json`, first.token)).json())
    const [section] = report.sections
    expect(section?.lanes.map(({ name, cards }) => [name, cards.length])).toEqual([
      ['Start', 10],
      ['Continue', 6],
      ['Do differently', 3],
      ['Stop', 5],
    ])
    expect(section?.toPlace).toEqual([])
    expect(report.votes[0]?.rows.slice(0, 3).map(({ text, dots }) => [text, dots])).toEqual([
      ['Prepare before the day', 108],
      [retro.cards.at(-2)?.text, 18],
      [expect.any(String), 0],
    ])
    // Two cards stand in the group: each target once, and none forgotten.
    expect(report.votes[0]?.rows).toHaveLength(TOTAL - 1)
    expect(report.queue.map(({ text }) => text)).toEqual([
      'Prepare before the day',
      retro.cards.at(-2)?.text,
    ])
    expect(report.actions).toEqual([])
    expect([a, b, f].flatMap((one) => one.complaints)).toEqual([])
  })
})

const reportJson = z.object({
  sections: z.array(
    z.object({
      lanes: z.array(z.object({ name: z.string(), cards: z.array(z.unknown()) })),
      toPlace: z.array(z.unknown()),
    }),
  ),
  votes: z.array(z.object({ rows: z.array(z.object({ text: z.string(), dots: z.number() })) })),
  queue: z.array(z.object({ text: z.string().nullable() })),
  actions: z.array(z.unknown()),
})
