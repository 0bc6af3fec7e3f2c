/** Several honest clients and a gate over a hand-cranked wire that loses and repeats frames. */
import * as Y from 'yjs'
import { SYNC_STEP_2_LIMITS } from '@plenary/server/gate/limits'
import type { Judge, Outcome } from '@plenary/server/gate/gate'
import type { Change } from '@plenary/shared/judge'
import { addEntry, cardId, openBoard, openClient, textOf } from './gate-board.ts'
import type { Board, Client } from './gate-board.ts'

interface Seat {
  client: Client
  up: Uint8Array[]
  down: Uint8Array[]
}

export interface Net {
  board: Board
  seats: Seat[]
  /** Outcomes of every submit, in order. */
  outcomes: Outcome[]
  /** How often a client had to begin anew. */
  readonly resets: number
  /** A client edits its own replica; the three numbers choose what. */
  edit(seat: number, deed: number, a: number, b: number): void
  /** One tick: the server takes up to `n` frames of each seat, and `fact` it writes itself. */
  tick(n: number, fact: number): void
  /** A client takes up to `n` frames. */
  hear(seat: number, n: number): void
  /** The wire loses or repeats the next frame of a seat, or lets the one behind it pass. */
  spoil(seat: number, how: Spoil): void
  /** A seat loses its socket with all that was on the way, and syncs again. */
  reconnect(seat: number): void
  /** Syncs until nothing changes any more. */
  quiet(): void
}

export const SPOILS = [
  'lose-up',
  'lose-down',
  'repeat-up',
  'repeat-down',
  'swap-up',
  'swap-down',
] as const
export type Spoil = (typeof SPOILS)[number]

const WORDS = ['a', 'no', 'why', 'risk', '🙂', 'x'.repeat(700)]

/** A judge without memory that refuses about one change in `often`, always the same ones. */
export function judgeBy(seed: number, often: number): Judge {
  return (change) => {
    if (often === 0) return null
    let hash = seed
    for (const char of key(change)) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0
    return hash % often === 0 ? 'not-now' : null
  }
}

function key(change: Change): string {
  return JSON.stringify(change)
}

export function openNet(size: number, judge: Judge): Net {
  const board = openBoard()
  let nextId = 10
  let cards = 0
  const seats: Seat[] = []
  const outcomes: Outcome[] = []
  const newClient = (): Client => openClient(board, nextId++)
  let resets = 0
  for (let n = 0; n < size; n++) seats.push({ client: newClient(), up: [], down: [] })
  board.doc.on('update', (update: Uint8Array) => {
    for (const seat of seats) seat.down.push(update)
  })

  const seatAt = (n: number): Seat => {
    const seat = seats[n % seats.length]
    if (seat === undefined) throw new Error('no seats')
    return seat
  }

  /** Runs a tick, then deals with those who missed something or were stripped. */
  const takeTick = (work: (submit: (seat: Seat, update: Uint8Array) => void) => void): void => {
    const gapped = new Set<Seat>()
    const stripped = new Set<Seat>()
    board.tick((tr) => {
      work((seat, update) => {
        const outcome = board.within(tr, update, seat.client.id, judge)
        outcomes.push(outcome)
        if (outcome.is === 'gap') gapped.add(seat)
        if (outcome.is === 'taken' && outcome.stripped) stripped.add(seat)
      })
    })
    resets += stripped.size
    for (const seat of stripped) {
      seat.client = newClient()
      seat.up = []
      seat.down = []
    }
    for (const seat of gapped) if (!stripped.has(seat)) sync(seat)
  }

  const sync = (seat: Seat): void => {
    seat.up = []
    seat.down = []
    const { doc } = seat.client
    const step2 = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(board.doc))
    const answer = Y.encodeStateAsUpdate(board.doc, Y.encodeStateVector(doc))
    Y.applyUpdate(doc, answer, 'server')
    const outcome = board.submit(step2, seat.client.id, judge, SYNC_STEP_2_LIMITS)
    outcomes.push(outcome)
    if (outcome.is === 'taken' && outcome.stripped) {
      resets++
      seat.client = newClient()
      seat.down = []
    }
  }

  const hear = (seat: Seat, n: number): void => {
    for (const frame of seat.down.splice(0, n)) Y.applyUpdate(seat.client.doc, frame, 'server')
  }

  return {
    board,
    seats,
    outcomes,
    get resets() {
      return resets
    },
    edit(n, deed, a, b) {
      const seat = seatAt(n)
      const update = seat.client.does((map) => {
        const ids = [...map.keys()].toSorted()
        const id = ids[a % Math.max(1, ids.length)]
        if (id === undefined || deed % 8 === 0) {
          addEntry(map, cardId(cards++), { by: `p${b % 3}` }, WORDS[b % WORDS.length])
          return
        }
        editEntry(map, id, deed, b)
        if (deed % 5 === 0) editEntry(map, id, deed + b, a)
      })
      if (update.length > 2) seat.up.push(update)
    },
    tick(n, fact) {
      takeTick((submit) => {
        for (const seat of seats) {
          for (const update of seat.up.splice(0, n)) submit(seat, update)
          if (fact % 4 === 0) board.doc.getMap('session').set(`fact${fact % 3}`, fact)
        }
      })
    },
    hear: (n, frames) => hear(seatAt(n), frames),
    spoil(n, how) {
      const seat = seatAt(n)
      const queue = how.endsWith('up') ? seat.up : seat.down
      const frame = queue.shift()
      if (frame === undefined || how.startsWith('lose')) return
      if (how.startsWith('repeat')) queue.unshift(frame, frame)
      else queue.splice(1, 0, frame)
    },
    reconnect: (n) => sync(seatAt(n)),
    quiet() {
      for (let round = 0; round < 4; round++) for (const seat of seats) sync(seat)
      for (const seat of seats) hear(seat, seat.down.length)
    },
  }
}

/** One of the deeds of an honest client on an entry it has. */
function editEntry(map: Y.Map<Y.Map<unknown>>, id: string, deed: number, b: number): void {
  const entry = map.get(id)
  const text = textOf(map, id)
  const at = b % (text.length + 1)
  const length = Math.min(b % 4, text.length - at)
  switch (deed % 8) {
    case 1:
      entry?.set('place', `section/${b % 7}`)
      return
    case 2:
      entry?.set('removed', b % 2 === 0)
      return
    case 3:
      entry?.set('group', b % 3 === 0 ? '' : `g${b % 5}`)
      entry?.set('group', `g${b % 2}`)
      return
    case 4:
    case 5:
      text.insert(at, WORDS[b % WORDS.length] ?? '')
      return
    case 6:
      text.delete(at, length)
      return
    default:
      text.delete(at, length)
      text.insert(at, 'q')
      text.insert(Math.max(0, at - 1), 'rs')
      text.delete(at, 1)
  }
}
