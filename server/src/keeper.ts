/** Puts a room's ticks on disk: records, snapshots, and the row that lists it. */
import { nextDue, restsSince } from '@plenary/shared/due'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import type { Meter } from './metrics.ts'
import type { PointsChange } from './history.ts'
import { packPast } from './history.ts'
import type { RoomRecord } from './record.ts'
import { encodeRecord } from './record.ts'
import { differenceOf, snapshotOf } from './snapshot.ts'
import type { Appended, CatalogRow, Store, StoredRecord } from './store.ts'

/** Records between two snapshots of a room that stays loaded. */
export const SNAPSHOT_EVERY = 500
/**
 * While a snapshot is made and read back every session waits, the longer the larger it is: for each so many bytes of the last
 * one there is once more as long until the next, up to so many times.
 */
export const SNAPSHOT_STEP = 256 * 1024
export const SNAPSHOT_SPARED = 4
/** The row that lists a room is not written anew with each record. Milliseconds. */
const HOUR = 3_600_000
/** A session that is larger on disk is told to the operator. Bytes. */
export const SNAPSHOT_LARGE = 8 * 1024 * 1024

export class Keeper {
  private readonly room: string
  private readonly memory: Memory
  private readonly store: Store
  private readonly meter: Meter
  private readonly log: Log
  /** The row as last written, as JSON. */
  private listed = ''
  /** Seq of the last snapshot that was tried. */
  private tried = 0
  /** Size of that one. */
  private bytes = 0

  constructor(room: string, memory: Memory, store: Store, meter: Meter, log: Log) {
    this.room = room
    this.memory = memory
    this.store = store
    this.meter = meter
    this.log = log
  }

  /** Unless it is committed, nothing of it may be shown. */
  async commit(record: RoomRecord, points: PointsChange | null = null): Promise<Appended> {
    const began = performance.now()
    const { epoch, fence } = this.memory
    const seq = this.memory.seq + 1
    const row = this.row(record.at)
    const listed = JSON.stringify(row)
    const kept = points === null ? null : await packed(points)
    const appended = await this.store.append({
      room: this.room,
      seq,
      epoch,
      fence,
      bytes: encodeRecord(record),
      ...(row === null || listed === this.listed ? {} : { catalog: row }),
      ...(kept === null ? {} : { points: kept }),
    })
    this.meter.append((performance.now() - began) / 1000)
    if (appended !== 'committed') {
      this.log.error({ session: this.room, seq, appended }, 'record not committed')
      return appended
    }
    this.memory.seq = seq
    this.memory.changedAt = record.at
    if (record.board !== null) this.memory.boardSeq = seq
    this.listed = listed
    return appended
  }

  /** Erases the session for good, or it is still there as it was. */
  async remove(): Promise<Appended> {
    const removed = await this.store.remove(this.room, this.memory.fence)
    if (removed === 'committed') this.log.info({ session: this.room }, 'session deleted')
    else this.log.error({ session: this.room, removed }, 'session not deleted')
    return removed
  }

  /** After a tick: a snapshot when one is due. */
  async afterTick(closed: boolean): Promise<void> {
    if (closed) {
      this.memory.answers.forget()
      this.memory.owesErasing = true
    }
    if (this.memory.owesErasing) await this.erase()
    else if (this.memory.seq - Math.max(this.memory.snapshotSeq, this.tried) >= this.every)
      await this.snapshot({ clean: false, forget: false })
  }

  private get every(): number {
    return SNAPSHOT_EVERY * Math.min(SNAPSHOT_SPARED, 1 + Math.floor(this.bytes / SNAPSHOT_STEP))
  }

  /** Before the room leaves memory. */
  async leave(): Promise<void> {
    if (this.memory.owesErasing) await this.erase()
    if (this.memory.seq > this.memory.snapshotSeq)
      await this.snapshot({ clean: true, forget: false })
  }

  /** Who wrote what is gone from the state; here it goes from records and older snapshots. */
  private async erase(): Promise<void> {
    const erased = await this.snapshot({ clean: false, forget: true })
    // A second copy, so that one damaged snapshot does not cost the session.
    if (erased && (await this.snapshot({ clean: false, forget: false })))
      this.memory.owesErasing = false
  }

  private async snapshot({ clean, forget }: { clean: boolean; forget: boolean }): Promise<boolean> {
    const { seq, epoch, fence, state } = this.memory
    if (state === null || seq === 0) return true
    this.tried = seq
    const bytes = snapshotOf(this.memory, clean)
    this.bytes = bytes.byteLength
    const wrong = differenceOf(this.memory, bytes)
    if (wrong !== null) {
      // The journal still has everything: nothing is written, so nothing of it is cut.
      this.log.error(
        { session: this.room, seq, wrong },
        'a snapshot would not load as what it is of',
      )
      return false
    }
    if (bytes.byteLength > SNAPSHOT_LARGE)
      this.log.warn({ session: this.room, bytes: bytes.byteLength }, 'a large session')
    const kept = await this.store.snapshot({ room: this.room, seq, epoch, bytes }, fence, {
      forget,
    })
    if (kept === 'committed') this.memory.snapshotSeq = seq
    else this.log.error({ session: this.room, seq, kept }, 'snapshot not committed')
    return kept === 'committed'
  }

  /** `at`: of the last change. */
  private row(at: number): CatalogRow | null {
    const { state } = this.memory
    if (state === null) return null
    return {
      room: this.room,
      title: state.title,
      formatId: state.format.id,
      status: state.status,
      joinCode: state.status === 'closed' ? null : state.joinCode,
      createdAt: state.createdAt,
      due: nextDue(state),
      restsSince: restsSince(state, Math.floor(at / HOUR) * HOUR),
    }
  }
}

async function packed({ taken, dropped }: PointsChange): Promise<StoredRecord['points'] & {}> {
  const put = taken.map(async ({ id, past }) => ({ id, bytes: await packPast(past) }))
  return { put: await Promise.all(put), drop: dropped }
}
