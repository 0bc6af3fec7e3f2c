/** A session of any size, made the way people's clients make one: cards in categories, texts as long as people write. */
import { must } from '@plenary/shared/must'
import { keysAfter } from '@plenary/shared/order'
import * as Y from 'yjs'
import { entriesOf } from '../e2e/sorting.ts'
import type { Made } from '../kit/http-client.ts'
import { makeSession } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { allowed } from '../kit/table.ts'
import { until } from '../kit/until.ts'

/** Cards in one update: below the limits of the gate, whatever their texts. */
const AT_ONCE = 100
/** How a large retrospective spreads over its four categories; what is left is still to place. */
const SHARES = [0.55, 0.22, 0.12, 0.06]
const WORDS =
  'we the team should keep start stop deploy review test release plan meeting early late often code customer feedback slow fast write down share decide before after every week sprint goal risk build alert on call small large change ask help'.split(
    ' ',
  )

/** The same sequence in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Mostly a line or two; one in fifty is long, one in a thousand as long as a card can be. */
function textOf(number: number, roll: () => number): string {
  const kind = roll()
  const length = kind < 0.001 ? 1_900 : kind < 0.02 ? 200 + roll() * 400 : 20 + roll() * 90
  let text = `${number}`
  while (text.length < length) text += ` ${WORDS[Math.floor(roll() * WORDS.length)]}`
  return text
}

export interface LargeSession {
  made: Made
  fay: PlainClient
  section: string
  lanes: readonly string[]
  /** In the order in which they were made; the first lie in the first category. */
  cards: readonly string[]
}

/** A running retrospective with names, in the phase in which cards are sorted. */
export async function largeSession(base: string, count: number): Promise<LargeSession> {
  const made = await makeSession(base, {
    title: `${count} cards`,
    formatId: 'start-stop',
    name: 'Fay',
    setup: { anonymous: false },
  })
  const as = { ...made, role: 'facilitator' }
  const fay = await joinPlain({ base, session: made.sessionId, name: 'Fay', as })
  await allowed(fay, { type: 'session.open' })
  await allowed(fay, { type: 'phase.go', phase: 'group', finish: true })
  const section = 'thoughts'
  const lanes = await until('the categories', () => {
    const found = entriesOf(fay, 'lane').map(({ id }) => id)
    return found.length === SHARES.length ? found : null
  })
  const roll = dice(20_171_205)
  const cards: string[] = []
  const parents = lanes.flatMap((lane, at) =>
    Array.from({ length: Math.floor(count * must(SHARES[at], 'a share')) }, () => lane),
  )
  while (parents.length < count) parents.push(section)
  const orders = keysAfter(null, count)
  for (let from = 0; from < count; from += AT_ONCE) {
    fay.doc.transact(() => {
      for (let n = from; n < Math.min(count, from + AT_ONCE); n++) {
        const id = `bench-${n}`.padEnd(22, '-')
        const card = new Y.Map<unknown>()
        card.set('kind', 'card')
        card.set('text', new Y.Text(textOf(n, roll)))
        card.set('place', `${parents[n]}/${orders[n]}`)
        card.set('by', fay.person)
        fay.cards().set(id, card)
        cards.push(id)
      }
    })
  }
  await until('the server has all cards', async () => {
    const response = await fetch(`${base}/api/sessions/${made.sessionId}/board`, {
      headers: { Authorization: `Bearer ${made.token}` },
    })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
    return doc.getMap('cards').size >= count + lanes.length
  })
  return { made, fay, section, lanes, cards }
}
