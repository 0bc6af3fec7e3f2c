/** A room as it stands in memory: loaded from snapshot and journal, and written back as a snapshot. */
import { apply } from '@plenary/shared/apply'
import { boardReader, createBoard, makeEdit, sessionOf } from '@plenary/shared/board'
import type { BoardReader } from '@plenary/shared/entry'
import { placeAt } from '@plenary/shared/entry'
import { must } from '@plenary/shared/must'
import type { Past } from '@plenary/shared/past'
import type { Published } from '@plenary/shared/published'
import type { SessionState } from '@plenary/shared/session'
import { upgraded } from '@plenary/shared/fresh-session'
import * as Y from 'yjs'
import { Answers } from './answers.ts'
import type { Gate } from './gate/gate.ts'
import { createGate } from './gate/gate.ts'
import { heldFacts } from './publish.ts'
import { isSwollen, rebuiltBoard } from './rebuild.ts'
import { decodeRecord } from './record.ts'
import { readSnapshot } from './snapshot.ts'
import { Seats } from './seats.ts'
import { CorruptRoomError } from './store.ts'
import type { Opened, StoredRecord } from './store.ts'

/** The first epoch of a session. It changes only at a load, after a rehearsal was cleared, or a restore. */
const FIRST_EPOCH = 1
/** The server's own Yjs client ids count down from here, so that its writes beat writes in flight. */
const SERVER_ID_TOP = 2 ** 32 - 1

export interface Memory {
  readonly doc: Y.Doc
  readonly gate: Gate
  readonly board: BoardReader
  readonly seats: Seats
  readonly answers: Answers
  readonly epoch: number
  readonly fence: number
  /** Of the last committed record. */
  seq: number
  /**
   * Of the last committed record that changed the board: what outsiders are told, since the number of all
   * records would count private acts.
   */
  boardSeq: number
  /** Of the newest snapshot. */
  snapshotSeq: number
  /** Server time of the last change; null where there was none since the newest snapshot. */
  changedAt: number | null
  /** null while a new session has not been made. */
  state: SessionState | null
  published: Published
  /** Points of the history that this tick needs, read before it began. */
  past: ReadonlyMap<string, Past>
  /** What was erased from the state may still stand in records and older snapshots. */
  owesErasing: boolean
  /** The board is mostly history, and is to be rebuilt before anybody goes on with it. */
  swollen: boolean
}

/**
 * Rebuilds a room. Replay folds events and applies updates; it never decides again. Throws
 * {@link UnreadableSnapshotError}, and {@link CorruptRoomError} where a record cannot be read.
 */
export function remember(opened: Opened): Memory {
  let doc = createBoard()
  let seats = new Seats()
  let answers = new Answers()
  let owesErasing = false
  let state: SessionState | null = null
  let seq = 0
  let boardSeq = 0
  let snapshotSeq = 0
  let changedAt: number | null = null
  let epoch = FIRST_EPOCH
  let server = SERVER_ID_TOP
  let clean = true
  if (opened.snapshot !== null) {
    const snapshot = readSnapshot(opened.snapshot.bytes, doc)
    state = upgraded(snapshot.state)
    for (const row of snapshot.seats) seats.keep(row)
    for (const row of snapshot.answers) answers.keep(row)
    // A close that was written down before its answers were forgotten.
    if (state.status === 'closed') owesErasing = answers.forget()
    seq = snapshotSeq = opened.snapshot.seq
    boardSeq = snapshot.boardSeq
    epoch = opened.snapshot.epoch
    server = snapshot.server
    clean = snapshot.clean
  }

  function replay(stored: StoredRecord): void {
    const record = decodeRecord(stored.bytes)
    if (record.board !== null) {
      Y.applyUpdate(doc, record.board, { by: 'load' })
      boardSeq = stored.seq
    }
    for (const event of record.events) {
      if (state === null && event.is === 'session.made') state = upgraded(event.state)
      else state = apply(must(state, 'the session'), event)
    }
    for (const row of record.seats) seats.keep(row)
    for (const row of record.answers) answers.keep(row)
    // The server may have died between a close and what it erases; a session opened again since owes it all the same.
    if (record.events.some((event) => event.is === 'session.closed')) {
      answers.forget()
      owesErasing = true
    }
    seq = stored.seq
    changedAt = record.at
    epoch = stored.epoch
    if (record.events.some((event) => event.is === 'session.cleared')) {
      doc = clearedBoard(doc)
      seats = new Seats()
      answers = new Answers()
      epoch = stored.epoch + 1
      owesErasing = true
    }
    const rebuilt = record.events.find((event) => event.is === 'board.rebuilt')
    if (rebuilt !== undefined) {
      const old = doc
      doc = rebuiltBoard(old, SERVER_ID_TOP)
      old.destroy()
      seats = new Seats()
      boardSeq = stored.seq
      epoch = rebuilt.epoch ?? stored.epoch + 1
      owesErasing = true
    }
    server = record.server
    clean = false
  }

  for (const stored of opened.tail) {
    try {
      replay(stored)
    } catch (cause) {
      throw new CorruptRoomError(stored.room, stored.seq, 'what is written cannot be read', {
        cause,
      })
    }
  }
  // An id that may have written what was lost with a crash is never used again.
  doc.clientID = clean ? server : server - 1
  return {
    doc,
    gate: createGate(doc),
    board: boardReader(doc),
    seats,
    answers,
    epoch,
    fence: opened.fence,
    seq,
    boardSeq,
    snapshotSeq,
    changedAt,
    state,
    published: heldFacts(sessionOf(doc)),
    past: new Map(),
    swollen: state !== null && isSwollen(doc),
    owesErasing,
  }
}

/** A new document with the lanes that stand, and nothing else of what was there. */
function clearedBoard(doc: Y.Doc): Y.Doc {
  const fresh = createBoard()
  // The same letters under the same id at every load, until a snapshot holds them.
  fresh.clientID = SERVER_ID_TOP
  const lanes = [...boardReader(doc).entries()]
    .filter(({ kind, removed }) => kind === 'lane' && !removed)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  fresh.transact(() => {
    for (const { id, kind, text, parent, order } of lanes)
      makeEdit(fresh, { do: 'put', id, kind, text, place: placeAt(parent, order) })
  })
  doc.destroy()
  return fresh
}
