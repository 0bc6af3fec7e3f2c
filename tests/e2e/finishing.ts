/** A pre-mortem brought to its last phase by plain clients, quickly, so that a test can begin at the end. */
import type { Made } from '../kit/http-client.ts'
import { command, makeSession } from '../kit/http-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import { connectPlain, joinPlain } from '../kit/plain-client.ts'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'

const REASONS = [
  ['Performance', 'It is too slow on the largest client'],
  ['Security', 'Somebody broke in'],
  ['Timeline', 'Hard to roll out'],
  ['Timeline', 'Takes too long'],
  ['Feature Gap', 'Solves the wrong problem'],
  ['Feature Gap', 'Models are poor'],
  ['Non-Use', 'Nobody buys it'],
  ['Non-Use', 'Nobody understands it'],
] as const

/** Probability and impact of each category: everybody agrees but for Timeline, where two see it otherwise. */
const NUMBERS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  Performance: [[2, 1.5]],
  Security: [[1, 3]],
  Timeline: [
    [2.5, 1],
    [2.5, 1],
    [2.5, 3],
    [2.5, 3],
  ],
  'Feature Gap': [[2.5, 2.5]],
  'Non-Use': [[1.5, 3]],
}

export interface Ended {
  readonly made: Made
  /** Doris leads; Ash, Bo and Cy take part. */
  readonly doris: PlainClient
  readonly others: readonly PlainClient[]
}

/** In the phase "Actions and close", with reasons in categories and numbers revealed. */
export async function toTheEnd(base: string, title: string): Promise<Ended> {
  const made = await makeSession(base, { title, formatId: 'pre-mortem', name: 'Doris' })
  const { sessionId, participantId, token, seat } = made
  const doris = await connectPlain(base, sessionId, 'Doris', participantId, token, { seat })
  const others: PlainClient[] = []
  for (const name of ['Ash', 'Bo', 'Cy'])
    others.push(await joinPlain({ base, session: sessionId, name }))
  const lead = async (body: object): Promise<void> => {
    const answer = await command(base, sessionId, token, body)
    if (!answer.ok) throw new Error(`${JSON.stringify(body)}: ${answer.message}`)
  }
  for (const phase of ['scene', 'write', 'sort']) await lead({ type: 'phase.go', phase })
  for (const [lane, text] of REASONS)
    await lead({ type: 'card.add', text, to: idOf(doris, lane, 'lane') })
  await lead({ type: 'phase.go', phase: 'estimate' })
  const round = await until('the round', () => roundOf(doris))
  for (const [lane, numbers] of Object.entries(NUMBERS)) {
    const target = idOf(doris, lane, 'lane')
    for (const [n, person] of [doris, ...others].entries()) {
      const [probability = 0, impact = 0] = numbers[n % numbers.length] ?? []
      const put = { type: 'estimate.put', round, target }
      await person.ask({ ...put, axis: 'probability', value: probability })
      await person.ask({ ...put, axis: 'impact', value: impact })
    }
  }
  await lead({ type: 'estimate.reveal', round })
  await lead({ type: 'phase.go', phase: 'actions' })
  return { made, doris, others }
}

/** The facilitator's second seat, in a browser: by the host link. */
export async function leadByLink(visitor: Visitor, { made }: Ended): Promise<void> {
  await visitor.page.goto(made.hostUrl)
  const name = visitor.page.getByLabel('Your name')
  await name.fill(visitor.name)
  await name.press('Enter')
  await visitor.page.waitForURL(/\/s\/[\w-]+$/)
}

export function idOf(client: PlainClient, text: string, kind: string): string {
  for (const [id, card] of Object.entries(client.cards().toJSON()))
    if (card.kind === kind && card.text === text) return id
  throw new Error(`no ${kind} "${text}"`)
}

function roundOf(client: PlainClient): string | undefined {
  return [...client.session().keys()].find((key) => key.startsWith('round:'))?.slice(6)
}
