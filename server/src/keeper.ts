/** Puts a room's ticks on disk: records, snapshots, and the row that lists it. */
import { nextDue, restsSince } from '@plenary/shared/due'
import type { Event } from '@plenary/shared/event'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import type { Meter } from './metrics.ts'
import type { PointsChange } from './history.ts'
import { packPast } from './history.ts'
import type { RoomRecord } from './record.ts'
import { encodeRecord } from './record.ts'
import { differenceOf, snapshotOf } from './snapshot.ts'
import type { Appended, CatalogRow, Forgetting, Store, StoredRecord } from './store.ts'

/** Records between two snapshots of a room that stays loaded. */
export const SNAPSHOT_EVERY = 500
/**
 * While a snapshot is made and read back every session waits, the longer the larger it is: for each so many bytes of the last
 * one there is once more as long until the next, up to so many times.
 */
const SNAPSHOT_STEP = 256 * 1024
const SNAPSHOT_SPARED = 4
/** The row that lists a room is not written anew with each record. Milliseconds. */
const HOUR = 3_600_000
/** Where nothing could be erased it is tried again with the first tick after this. Milliseconds. */
export const ERASE_AGAIN_AFTER = 5_000
/** A session that is larger on disk is told to the operator. Bytes. */
const SNAPSHOT_LARGE = 8 * 1024 * 1024

interface Taking {
  /** The room leaves memory with it. */
  clean: boolean
  forget: Forgetting | null
}

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
  /** When what is owed was last tried to be erased. */
  private triedErasing = -Infinity

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
    const owes = this.memory.owesErasing || record.events.some(erases)
    const row = this.row(record.at, owes)
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
  async afterTick(closed: boolean, now: number): Promise<void> {
    const { memory } = this
    if (closed) {
      memory.answers.forget()
      memory.owesErasing = true
    }
    if (memory.owesErasing) {
      if (closed || now - this.triedErasing >= ERASE_AGAIN_AFTER) await this.erase(now)
    } else if (memory.seq - Math.max(memory.snapshotSeq, this.tried) >= this.every)
      await this.snapshot({ clean: false, forget: null })
  }

  private get every(): number {
    return SNAPSHOT_EVERY * Math.min(SNAPSHOT_SPARED, 1 + Math.floor(this.bytes / SNAPSHOT_STEP))
  }

  /** Before the room leaves memory. */
  async leave(now: number): Promise<void> {
    if (this.memory.owesErasing) await this.erase(now)
    // The journal still says that it is owed; a snapshot before which it is cut would not.
    if (this.memory.owesErasing) return
    if (this.memory.seq > this.memory.snapshotSeq)
      await this.snapshot({ clean: true, forget: null })
  }

  /** Who wrote what is gone from the state; here it goes from records and older snapshots. */
  private async erase(now: number): Promise<void> {
    const { state } = this.memory
    this.triedErasing = now
    const forget = { due: state === null ? null : nextDue(state) }
    if (await this.snapshot({ clean: false, forget })) this.memory.owesErasing = false
  }

  private async snapshot({ clean, forget }: Taking): Promise<boolean> {
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
    const kept = await this.store.snapshot({ room: this.room, seq, epoch, bytes }, fence, forget)
    if (kept === 'committed') this.memory.snapshotSeq = seq
    else this.log.error({ session: this.room, seq, kept }, 'snapshot not committed')
    return kept === 'committed'
  }

  /** `at`: of the last change. What is owed is due at once, so that a start without a visitor does it. */
  private row(at: number, owes: boolean): CatalogRow | null {
    const { state } = this.memory
    if (state === null) return null
    return {
      room: this.room,
      title: state.title,
      formatId: state.format.id,
      status: state.status,
      joinCode: state.status === 'closed' ? null : state.joinCode,
      createdAt: state.createdAt,
      due: owes ? at : nextDue(state),
      restsSince: restsSince(state, Math.floor(at / HOUR) * HOUR),
    }
  }
}

/** Whether what was there before it is to be erased from the disk. */
function erases({ is }: Event): boolean {
  return is === 'session.closed' || is === 'session.cleared' || is === 'board.rebuilt'
}

async function packed({ taken, dropped }: PointsChange): Promise<StoredRecord['points'] & {}> {
  const put = taken.map(async ({ id, past }) => ({ id, bytes: await packPast(past) }))
  return { put: await Promise.all(put), drop: dropped }
}
