/** T69 by counting: over a thousand reveals nothing about a card says who wrote it, or when. */
import { Disk } from '@plenary/server/disk'
import { createLog } from '@plenary/server/log'
import { createMeter } from '@plenary/server/metrics'
import { Rooms } from '@plenary/server/rooms'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { REVEAL_NOTICE } from '@plenary/shared/decide/drafts'
import { SYNC } from '@plenary/shared/frame'
import * as decoding from 'lib0/decoding'
import { beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../kit/hand-clock.ts'
import { formatNamed } from '../kit/play.ts'

const REVEALS = 1_000
const AUTHORS = ['Ann', 'Ben', 'Cem'] as const
const DRAFTS = 6
const MIDDLE = (DRAFTS - 1) / 2
/** Six standard deviations of the mean of `n` ranks: true chance fails once in hundreds of millions of runs. */
const spread = (n: number): number => (6 * Math.sqrt((DRAFTS ** 2 - 1) / 12)) / Math.sqrt(n)

interface Seen {
  id: string
  place: string
  /** Where its words stand in the one frame that told of the reveal. */
  byte: number
  author: string
  written: number
}

const reveals: Seen[][] = []
/** Frames to everybody that each reveal took. */
const frames: number[] = []

/** Each reveal in a room of its own, on one store, as the server makes them; nothing but the sockets is left out. */
beforeAll(async () => {
  const clock = handClock()
  const store = openSqliteStore(':memory:')
  let heard: Uint8Array[] = []
  const rooms = new Rooms({
    store,
    disk: new Disk(() => store, clock),
    clock,
    limits: { cards: 100, people: 100 },
    meter: createMeter(),
    log: createLog('silent'),
    audience: () => ({
      toAll: (_n, frame) => void heard.push(frame),
      toHello() {},
      toOne() {},
      hello() {},
      admit() {},
      close() {},
    }),
  })
  const making = { title: 'Reveal', format: formatNamed('pre-mortem'), name: 'Fay', setup: null }
  for (let reveal = 0; reveal < REVEALS; reveal++) {
    const { sessionId, reply } = await rooms.make(making)
    const found = await rooms.find(sessionId)
    if (reply.is !== 'made' || found.is !== 'room') throw new Error(reply.is)
    const { room } = found
    const ask = async (token: string, body: object): Promise<void> => {
      const answer = await room.ask({ is: 'command', token, body })
      if (answer.is !== 'answer' || !answer.answer.ok) throw new Error(JSON.stringify(answer))
    }
    const tokens: string[] = []
    for (const name of AUTHORS) {
      const coming = { role: 'participant', apart: false, request: undefined } as const
      const joined = await room.ask({ is: 'join', name, ...coming })
      if (joined.is !== 'in') throw new Error(joined.is)
      tokens.push(joined.token)
    }
    await ask(reply.token, { type: 'phase.go', phase: 'write' })
    for (let written = 0; written < DRAFTS; written++) {
      const token = tokens[written % AUTHORS.length] ?? ''
      const draft = { draft: `d${written}`, section: 'reasons', rev: 1, state: 'done' }
      await ask(token, { type: 'draft.put', ...draft, text: `words ${written}` })
    }
    await ask(reply.token, { type: 'reveal' })
    heard = []
    clock.advance(REVEAL_NOTICE)
    const board = await room.ask({ is: 'board', token: reply.token })
    if (board.is !== 'board') throw new Error(board.is)
    frames.push(heard.length)
    reveals.push(seenIn(board.update, heard[0] ?? new Uint8Array()))
    await room.close()
  }
  await store.close()
})

/** The poured cards as a stranger sees them. */
function seenIn(board: Uint8Array, frame: Uint8Array): Seen[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, board)
  const decoder = decoding.createDecoder(frame)
  const head = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
  if (head[1] !== SYNC.update) throw new Error('no update')
  const bytes = Buffer.from(frame)
  const seen: Seen[] = []
  for (const [id, card] of doc.getMap('cards').entries()) {
    const text = card instanceof Y.Map ? String(card.get('text')) : ''
    const written = Number(/^words (\d)$/.exec(text)?.[1] ?? -1)
    if (written < 0 || !(card instanceof Y.Map)) continue
    const author = AUTHORS[written % AUTHORS.length] ?? ''
    seen.push({ id, place: String(card.get('place')), byte: bytes.indexOf(text), author, written })
  }
  return seen
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const orders: [string, (one: Seen) => string | number][] = [
  ['place', ({ place }) => place],
  ['id', ({ id }) => id],
  ['byte', ({ byte }) => byte],
]
const ranked = (seen: readonly Seen[], by: (one: Seen) => string | number): Seen[] =>
  seen.toSorted((a, b) => (by(a) < by(b) ? -1 : 1))

it('[T69] a reveal is one frame with every card', () => {
  expect(reveals).toHaveLength(REVEALS)
  expect(new Set(frames)).toEqual(new Set([1]))
  for (const seen of reveals) {
    expect(seen).toHaveLength(DRAFTS)
    for (const { byte, id } of seen) {
      expect(byte).toBeGreaterThan(0)
      expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/)
    }
  }
})

it.each(orders)('[T69] the %s of a card says nothing of its author', (_what, by) => {
  for (const author of AUTHORS) {
    const ranks = reveals.flatMap((seen) =>
      ranked(seen, by).flatMap((one, rank) => (one.author === author ? [rank] : [])),
    )
    expect(Math.abs(mean(ranks) - MIDDLE), author).toBeLessThan(spread(ranks.length))
  }
  // Nor do the two cards of an author stand together more often than one time in three.
  const together = reveals.map(
    (seen) =>
      ranked(seen, by).filter((one, at, all) => at > 0 && all[at - 1]?.author === one.author)
        .length,
  )
  expect(Math.abs(mean(together) - 1)).toBeLessThan((6 * 0.9) / Math.sqrt(REVEALS))
})

it.each(orders)('[T69] the %s of a card says nothing of when it was written', (_what, by) => {
  for (let written = 0; written < DRAFTS; written++) {
    const ranks = reveals.map((seen) =>
      ranked(seen, by).findIndex((one) => one.written === written),
    )
    expect(Math.abs(mean(ranks) - MIDDLE), `draft ${written}`).toBeLessThan(spread(REVEALS))
  }
  // Nor does one follow the other as they were written: 5 of the 30 pairs of neighbours do by chance.
  const following = reveals.map(
    (seen) =>
      ranked(seen, by).filter((one, at, all) => at > 0 && all[at - 1]?.written === one.written - 1)
        .length,
  )
  expect(Math.abs(mean(following) - 5 / 6)).toBeLessThan((6 * 0.9) / Math.sqrt(REVEALS))
})
