/** People around one session, each with a stranger's client. */
import * as Y from 'yjs'
import { join, makeSession } from './http-client.ts'
import type { Made } from './http-client.ts'
import { connectPlain, joinPlain } from './plain-client.ts'
import type { PlainClient } from './plain-client.ts'
import { until } from './until.ts'

export interface Table {
  base: string
  made: Made
  /** Leads. */
  fay: PlainClient
  ann: PlainClient
  ben: PlainClient
  /** Watches. */
  obi: PlainClient
  all: PlainClient[]
  /** Enters a phase and waits until everybody sees it. */
  enter(phase: string, finish?: boolean): Promise<void>
  /** Waits until every document equals Fay's. */
  equal(): Promise<void>
  leave(): void
}

export async function table(base: string, formatId: string, title = 'A test'): Promise<Table> {
  const made = await makeSession(base, { title, formatId, name: 'Fay' })
  const as = { ...made, role: 'facilitator' }
  const fay = await joinPlain({ base, session: made.sessionId, name: 'Fay', as })
  const ann = await joinPlain({ base, session: made.joinCode, name: 'Ann' })
  const ben = await joinPlain({ base, session: made.joinCode, name: 'Ben' })
  const watcher = await join(base, made.joinCode, { name: 'Obi', role: 'observer' })
  const obi = await joinPlain({ base, session: made.joinCode, name: 'Obi', as: watcher })
  const all = [fay, ann, ben, obi]
  return {
    base,
    made,
    fay,
    ann,
    ben,
    obi,
    all,
    async enter(phase, finish = false) {
      await allowed(fay, { type: 'phase.go', phase, finish })
      for (const client of all)
        await until(`${client.name} sees ${phase}`, () => phaseOf(client) === phase)
    },
    equal: () => equalTo(fay, all),
    leave() {
      for (const client of all) client.leave()
    },
  }
}

export function phaseOf(client: PlainClient): string {
  const phase = client.session().get('phase')
  return typeof phase === 'object' && phase !== null && 'id' in phase ? String(phase.id) : ''
}

/** Asks for what must be allowed, and hands back the answer. */
export async function allowed(client: PlainClient, body: object): Promise<Record<string, unknown>> {
  const answer = await client.ask(body)
  if (!answer.ok) throw new Error(`${client.name}: ${JSON.stringify(body)}: ${answer.reason}`)
  return answer
}

export function plain(client: PlainClient): string {
  const cards: Record<string, unknown> = client.cards().toJSON()
  const session: Record<string, unknown> = client.session().toJSON()
  const sorted = (all: Record<string, unknown>): [string, unknown][] =>
    Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([sorted(cards), sorted(session)])
}

export async function equalTo(one: PlainClient, all: readonly PlainClient[]): Promise<void> {
  for (const other of all)
    await until(`${other.name} equals ${one.name}`, () => plain(other) === plain(one))
}

/** A new page of the same person: another seat, a fresh document. */
export function reload(base: string, session: string, client: PlainClient): Promise<PlainClient> {
  return connectPlain(base, session, client.name, client.person, client.token)
}

/** Whether the words occur in any frame this client has received. */
export function heard(client: PlainClient, words: string): boolean {
  return client.received.some((frame) => Buffer.from(frame).includes(words))
}

export function textOf(client: PlainClient, card: string): Y.Text {
  const entry = client.cards().get(card)
  const text = entry instanceof Y.Map ? entry.get('text') : null
  if (!(text instanceof Y.Text)) throw new Error(`no card ${card}`)
  return text
}

export function setField(client: PlainClient, card: string, field: string, value: unknown): void {
  const entry = client.cards().get(card)
  if (!(entry instanceof Y.Map)) throw new Error(`no card ${card}`)
  entry.set(field, value)
}

/** The key under the root `session` that begins so. */
export function keyOf(client: PlainClient, head: string): string {
  const key = [...client.session().keys()].find((one) => one.startsWith(head))
  if (key === undefined) throw new Error(`no fact ${head}`)
  return key
}
