/** What it takes until a large session that nobody was in answers, beside bare Yjs with the same bytes. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { must } from '@plenary/shared/must'
import { keysAfter } from '@plenary/shared/order'
import * as Y from 'yjs'
import * as z from 'zod'
import { formatNamed } from '../kit/play.ts'
import type { Page } from '../kit/wire.ts'
import { openWire } from '../kit/wire.ts'
import type { Figure } from './cases.ts'

const ONCE = fileURLToPath(new URL('open-once.mjs', import.meta.url))
const printed = z.object({ ms: z.number(), bytes: z.number().default(0) })
/** Cards in one update, as a client sends them. */
const AT_ONCE = 100
/** People who have written them, and moved every third one. */
const WRITERS = 25
const TEXT = 'we should keep the release on Tuesday and write down what we decided, '

export interface OpenSizes {
  cards: number
  rounds: number
}

/** `file`: where the database may be made. */
export async function openCost(file: string, { cards, rounds }: OpenSizes): Promise<Figure[]> {
  await fill(file, cards)
  // As after a kill -9: the journal alone, from its first record on.
  const journal = await measured(file, rounds)
  await inProcess(file, 'away')
  const snapshot = await measured(file, rounds)
  const said = `${cards.toLocaleString('en')} cards`
  return [
    { what: `${said}, snapshot: until it answers`, value: snapshot.open, unit: 'ms', most: 1_000 },
    {
      what: `${said}, snapshot: beside a bare applyUpdate`,
      value: snapshot.open / snapshot.bare,
      unit: 'times',
    },
    { what: `${said}, journal: until it answers`, value: journal.open, unit: 'ms', most: 1_000 },
    {
      what: `${said}, journal: beside a bare applyUpdate`,
      value: journal.open / journal.bare,
      unit: 'times',
    },
    { what: `${said}: the board`, value: snapshot.bytes / 1_000, unit: 'kB' },
  ]
}

async function fill(file: string, cards: number): Promise<void> {
  const store = openSqliteStore(file)
  const wire = await openWire(formatNamed('dot-vote'), store, { cards: cards + 1_000, people: 100 })
  const fay = must(wire.pages[0], 'Fay')
  await wire.command(fay, { type: 'phase.go', phase: 'propose' })
  const writers: Page[] = []
  for (let n = 0; n < WRITERS; n++) writers.push(await wire.join(`Writer ${n}`))
  await wire.quiet()
  const orders = keysAfter(null, cards)
  for (let from = 0; from < cards; from += AT_ONCE) {
    const page = must(writers[(from / AT_ONCE) % WRITERS], 'a writer')
    const map = page.doc.getMap<Y.Map<unknown>>('cards')
    page.doc.transact(() => {
      for (let n = from; n < Math.min(cards, from + AT_ONCE); n++) {
        const card = new Y.Map<unknown>()
        card.set('kind', 'card')
        card.set('text', new Y.Text(`${n} ${TEXT.slice(0, 20 + ((n * 7) % 50))}`))
        card.set('place', `ideas/${orders[n]}`)
        card.set('by', page.person)
        map.set(`bench-${n}`.padEnd(22, '-'), card)
      }
    })
    page.doc.transact(() => {
      for (let n = from; n < Math.min(cards, from + AT_ONCE); n += 3)
        map.get(`bench-${n}`.padEnd(22, '-'))?.set('place', `ideas/${orders[cards - 1 - n]}`)
    })
    wire.carry(page, 'up', Infinity)
    await wire.settle()
    for (const one of wire.pages) one.down = []
  }
  const summary = await wire.ask({ is: 'board', token: fay.token })
  if (summary.is !== 'board') throw new Error(summary.is)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, summary.update)
  if (doc.getMap('cards').size !== cards) throw new Error(`${doc.getMap('cards').size} cards`)
  // Without a word to the room: no snapshot is written.
  await store.close()
}

async function inProcess(file: string, what: 'open' | 'bare' | 'away') {
  const { stdout } = await promisify(execFile)(process.execPath, [ONCE, file, what])
  return printed.parse(JSON.parse(stdout))
}

/** Each opening in a process of its own: nothing of the one before is warm. */
async function measured(file: string, rounds: number) {
  const opens: number[] = []
  const bares: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    opens.push((await inProcess(file, 'open')).ms)
    const bare = await inProcess(file, 'bare')
    bares.push(bare.ms)
    bytes = bare.bytes
  }
  return { open: median(opens), bare: median(bares), bytes }
}

function median(values: readonly number[]): number {
  return must(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)], 'a value')
}
