/** A room as one piece of bytes: written, read back and compared before anything leans on it. */
import { cardsOf, createBoard, sessionOf } from '@plenary/shared/board'
import { must } from '@plenary/shared/must'
import type { SessionState } from '@plenary/shared/session'
import * as Y from 'yjs'
import type { AnswerRow, RoomSnapshot, SeatRow } from './record.ts'
import { decodeSnapshot, encodeSnapshot } from './record.ts'

/** What of a room in memory goes into its snapshot. */
interface Kept {
  doc: Y.Doc
  state: SessionState | null
  boardSeq: number
  answers: { rows: () => AnswerRow[] }
  seats: { rows: () => SeatRow[] }
}

/** The bytes of a snapshot are as they were written, and yet they are none that this version can read. */
export class UnreadableSnapshotError extends Error {
  override readonly name = 'UnreadableSnapshotError'
}

/** The room as bytes, with the board encoded from a reloaded document: only then are old tombstones merged. */
export function snapshotOf(memory: Kept, clean: boolean): Uint8Array {
  const reloaded = createBoard()
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(memory.doc), { by: 'snapshot' })
  return encodeSnapshot({
    server: memory.doc.clientID,
    clean,
    boardSeq: memory.boardSeq,
    state: must(memory.state, 'the session'),
    answers: memory.answers.rows(),
    seats: memory.seats.rows(),
    board: Y.encodeStateAsUpdate(reloaded),
  })
}

/** Reads a snapshot, its board into an empty document. Throws {@link UnreadableSnapshotError}. */
export function readSnapshot(bytes: Uint8Array, doc: Y.Doc): RoomSnapshot {
  try {
    const snapshot = decodeSnapshot(bytes)
    Y.applyUpdate(doc, snapshot.board, { by: 'load' })
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error('something of the board is missing')
    return snapshot
  } catch (cause) {
    throw new UnreadableSnapshotError('a snapshot cannot be read', { cause })
  }
}

/** What a room loaded from these bytes would lack or have else than the live one; null where it is equal. */
export function differenceOf(memory: Kept, bytes: Uint8Array): string | null {
  const loaded = createBoard()
  try {
    const { state, answers, seats, boardSeq } = readSnapshot(bytes, loaded)
    if (JSON.stringify(state) !== JSON.stringify(memory.state)) return 'the state'
    if (JSON.stringify(answers) !== JSON.stringify(memory.answers.rows())) return 'the answers'
    if (JSON.stringify(seats) !== JSON.stringify(memory.seats.rows())) return 'the seats'
    if (boardSeq !== memory.boardSeq) return 'the number of the board'
    if (!sameClocks(loaded, memory.doc)) return 'the clocks of the board'
    if (!sameEntries(cardsOf(loaded), cardsOf(memory.doc))) return 'the cards'
    if (!sameEntries(sessionOf(loaded), sessionOf(memory.doc))) return 'the facts'
    return null
  } catch {
    return 'all of it'
  } finally {
    loaded.destroy()
  }
}

function sameClocks(one: Y.Doc, other: Y.Doc): boolean {
  const [a, b] = [one, other].map((doc) => Y.decodeStateVector(Y.encodeStateVector(doc)))
  return a?.size === b?.size && [...(a ?? [])].every(([client, clock]) => b?.get(client) === clock)
}

/** Entry by entry, so that no second copy of a large board is made. */
function sameEntries(one: Y.Map<unknown>, other: Y.Map<unknown>): boolean {
  if (one.size !== other.size) return false
  for (const [key, value] of one.entries()) if (!same(value, other.get(key))) return false
  return true
}

function same(one: unknown, other: unknown): boolean {
  if (one instanceof Y.Map) return other instanceof Y.Map && sameEntries(one, other)
  if (one instanceof Y.Text) return other instanceof Y.Text && one.toString() === other.toString()
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
