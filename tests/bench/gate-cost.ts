/** What the gate costs beside a bare `Y.applyUpdate`, in the ticks of a room that 200 pages have written to. */
import { createGate } from '@plenary/server/gate/gate'
import { boardReader, createBoard } from '@plenary/shared/board'
import { dotVote } from '@plenary/shared/formats/dot-vote'
import type { Change, Judging } from '@plenary/shared/judge'
import { judge } from '@plenary/shared/judge'
import * as Y from 'yjs'
import { addEntry, cardId, textOf } from '../kit/gate-board.ts'
import { median } from './browser.ts'
import type { Figure } from './cases.ts'

export interface GateCase {
  /** Client ids the document has seen. */
  ids: number
  cards: number
  /** Updates that share a tick. */
  tick: number
  updates: number
  rounds: number
}

type Cards = Y.Map<Y.Map<unknown>>
type Deed = (cards: Cards, own: string, n: number, by: string) => void

const DEEDS: Record<string, Deed> = {
  'move a card': (cards, own, n) => cards.get(own)?.set('place', `ideas/a${1 + (n % 9)}`),
  'type a letter': (cards, own) => {
    const text = textOf(cards, own)
    text.insert(text.length, 'a')
  },
  'add a card': (cards, _own, n, by) =>
    addEntry(cards, `${by}x${n}`.padEnd(22, '_'), { by, place: 'ideas/a1' }, 'A new idea'),
}

/** People who write at the same time; the other ids belong to pages that have. */
const WRITERS = 20
const FIRST_ID = 1_000

/** Figures for each deed: what one update costs, and how many times the gate's cost is that of applying it. */
export function gateCost(sizes: GateCase): Figure[] {
  const base = seenBy(sizes)
  return Object.entries(DEEDS).flatMap(([name, deed]) => {
    const updates = updatesOf(base, sizes, deed)
    const rounds: { alone: number; shared: number; gate: number }[] = []
    // The first rounds only warm up. In turns, so that a machine that slows down does so for all.
    for (let round = -3; round < sizes.rounds; round++) {
      const costs = {
        alone: bare(base, updates, 1),
        shared: bare(base, updates, sizes.tick),
        gate: gated(base, updates, sizes),
      }
      if (round >= 0) rounds.push(costs)
    }
    const of = (cost: (round: (typeof rounds)[number]) => number): number =>
      median(rounds.map(cost))
    const what = `${name}, ${sizes.ids} ids, ${sizes.tick} a tick`
    return [
      { what: `${what}: gate`, value: of(({ gate }) => gate), unit: 'µs' },
      { what: `${what}: bare applyUpdate`, value: of(({ alone }) => alone), unit: 'µs' },
      {
        what: `${what}: gate / bare`,
        value: of(({ gate, alone }) => gate / alone),
        unit: 'times',
        most: 2,
      },
      {
        what: `${what}: gate / bare in one transaction`,
        value: of(({ gate, shared }) => gate / shared),
        unit: 'times',
      },
    ]
  })
}

/** A board that as many pages have written to, as one update. */
function seenBy({ ids, cards }: GateCase): Uint8Array {
  const doc = createBoard()
  doc.clientID = 2 ** 32 - 1
  for (let n = 0; n < cards; n++) {
    const by = `p${n % ids}`
    const page = pageOf(FIRST_ID + (n % ids), Y.encodeStateAsUpdate(doc))
    page.transact(() =>
      addEntry(page.getMap('cards'), cardId(n), { by, place: 'ideas/a1' }, 'An idea of somebody'),
    )
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc)))
  }
  return Y.encodeStateAsUpdate(doc)
}

/** Takes its id last: Yjs gives a document another one when it hears of its own. */
function pageOf(id: number, board: Uint8Array): Y.Doc {
  const page = new Y.Doc()
  Y.applyUpdate(page, board)
  page.clientID = id
  return page
}

interface Sent {
  by: number
  update: Uint8Array
}

/** The same number of updates of each writer, by turns. */
function updatesOf(base: Uint8Array, { updates }: GateCase, deed: Deed): Sent[] {
  const each = Math.ceil(updates / WRITERS)
  const sent: Sent[][] = Array.from({ length: each }, () => [])
  for (let writer = 0; writer < WRITERS; writer++) {
    const page = pageOf(FIRST_ID + writer, base)
    let turn = 0
    page.on('update', (update: Uint8Array) => sent[turn]?.push({ by: writer, update }))
    for (; turn < each; turn++)
      page.transact(() => deed(page.getMap('cards'), cardId(writer), turn, `p${writer}`))
  }
  return sent.flat()
}

/** Without a gate; `tick` updates share a transaction. */
function bare(base: Uint8Array, updates: readonly Sent[], tick: number): number {
  const doc = createBoard()
  Y.applyUpdate(doc, base)
  return timed(updates, () => {
    for (let at = 0; at < updates.length; at += tick)
      doc.transact(() => {
        for (const { update } of updates.slice(at, at + tick)) Y.applyUpdate(doc, update)
      })
  })
}

function gated(base: Uint8Array, updates: readonly Sent[], { tick }: GateCase): number {
  const doc = createBoard()
  Y.applyUpdate(doc, base)
  doc.clientID = 2 ** 32 - 1
  const gate = createGate(doc)
  const board = boardReader(doc)
  const judges = Array.from({ length: WRITERS }, (_, n) => {
    const judging: Judging = {
      person: {
        id: `p${n}`,
        name: `P ${n}`,
        role: 'participant',
        colour: 1,
        takesPart: true,
        left: false,
        away: false,
      },
      format: dotVote,
      anonymous: false,
      setting: { status: 'running', opens: ['add', 'move'], cardsLocked: false },
      grace: null,
      board,
      isAuthor: () => false,
      isTaken: () => false,
      isAside: () => false,
      cardsMax: 10_000,
    }
    return { ids: new Set([FIRST_ID + n]), judge: (change: Change) => judge(change, judging) }
  })
  let taken = 0
  const cost = timed(updates, () => {
    for (let at = 0; at < updates.length; at += tick)
      doc.transact((tr) => {
        for (const { by, update } of updates.slice(at, at + tick)) {
          const who = judges[by]
          if (who === undefined) continue
          const outcome = gate.submit(update, who.ids, who.judge, tr)
          if (outcome.is === 'taken' && outcome.refused.length === 0) taken++
        }
      })
  })
  if (taken !== updates.length) throw new Error(`${updates.length - taken} updates were not taken`)
  return cost
}

/** Microseconds for each update. */
function timed(updates: readonly Sent[], work: () => void): number {
  const began = performance.now()
  work()
  return ((performance.now() - began) * 1_000) / updates.length
}
