/** A session on disk with two snapshots and records after them, as a server left it that was killed. */
import { createLog } from '@plenary/server/log'
import { loadMemory } from '@plenary/server/loading'
import type { Memory } from '@plenary/server/memory'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import type { Store } from '@plenary/server/store'
import { must } from '@plenary/shared/must'
import * as Y from 'yjs'
import { formatNamed } from './play.ts'
import { freshFile, withDatabase } from './temp-sqlite.ts'
import type { Page, Wire } from './wire.ts'
import { openWire, plainOf } from './wire.ts'

export const SHELVED = 'session'

export interface Shelved {
  file: string
  /** What the session says: cards, facts, and the state behind them. */
  says: unknown
  /** Of the older snapshot, of the newer one, and of the last record. */
  seqs: [number, number, number]
  token: string
}

/** Adds a card as a client does. */
export function addCardOn(page: Page, text: string): void {
  page.doc.transact(() => {
    const card = new Y.Map<unknown>()
    card.set('kind', 'card')
    card.set('text', new Y.Text(text))
    card.set('place', 'ideas/a0')
    card.set('by', page.person)
    page.doc.getMap('cards').set(text.padEnd(22, '-'), card)
  })
}

/** A dot vote in its first phase, with Fay and Ann in it. */
export async function voteOn(store: Store): Promise<{ wire: Wire; fay: Page; ann: Page }> {
  const wire = await openWire(formatNamed('dot-vote'), store)
  const [fay] = wire.pages
  if (fay === undefined) throw new Error('no Fay')
  const ann = await wire.join('Ann')
  await wire.command(fay, { type: 'phase.go', phase: 'propose' })
  await wire.quiet()
  return { wire, fay, ann }
}

export async function shelved(): Promise<Shelved> {
  const file = await freshFile()
  const store = openSqliteStore(file)
  const { wire, fay, ann } = await voteOn(store)
  for (const words of [
    ['Bikes', 'Trains'],
    ['Buses', 'Ferries'],
  ]) {
    for (const text of words) addCardOn(ann, text)
    await wire.quiet()
    await wire.room().close()
    await wire.load()
  }
  addCardOn(ann, 'Trams')
  await wire.quiet()
  await wire.command(fay, { type: 'timer.start' })
  await wire.settle()
  const memory = await loadShelved(store)
  await store.close()
  const [older, newer] = withDatabase(file, (db) =>
    db.all('SELECT seq FROM snapshots ORDER BY seq').map(({ seq }) => Number(seq)),
  )
  return {
    file,
    says: saidBy(memory),
    seqs: [must(older, 'a snapshot'), must(newer, 'another snapshot'), memory.seq],
    token: fay.token,
  }
}

/** The session as this store gives it back. */
export function loadShelved(store: Store): Promise<Memory> {
  return loadMemory(SHELVED, (past) => store.open(SHELVED, past), createLog('silent'))
}

/** What a room in memory says, in a form that compares. */
export function saidBy({ doc, state, seats, answers }: Memory): unknown {
  return structuredClone({
    board: plainOf(doc),
    state,
    seats: seats.rows(),
    answers: answers.rows(),
  })
}
