/** What a session's memory must be able to do. Rooms know this interface only; a driver lives in one `*-store.ts`. */

/** What lists, join codes and alarms read, so that nobody but the owning room opens a board. */
export interface CatalogRow {
  room: string
  title: string
  formatId: string
  status: 'setup' | 'lobby' | 'running' | 'paused' | 'closed'
  /** Nine digits while the session takes newcomers, else null. Unique among rooms that have one. */
  joinCode: string | null
  /** Server time (epoch ms) of the creation. */
  createdAt: number
  /** Server time (epoch ms) at which something must happen by itself, or null. */
  due: number | null
  /** Server time (epoch ms) of its close; of one that is not closed, the hour of the last change. */
  restsSince: number
}

/** One record of the journal as the store keeps it: opaque bytes, committed whole or not at all. */
export interface StoredRecord {
  room: string
  /** 1 for the first record of a room, then without a gap. */
  seq: number
  epoch: number
  /** The fence of the owner that writes; an older one is refused. */
  fence: number
  bytes: Uint8Array
  /** Replaces the room's row in the catalog in the same commit. */
  catalog?: CatalogRow
  /** Points of the history that come and go in the same commit. */
  points?: { put: readonly { id: string; bytes: Uint8Array }[]; drop: readonly string[] }
}

/** The whole room as of `seq`. */
export interface Snapshot {
  room: string
  seq: number
  epoch: number
  bytes: Uint8Array
}

/**
 * `committed`: on disk, also after kill -9. `fenced`: another owner has opened the room since; this one must drop it.
 * `failed`: nothing was written (disk full, I/O error); the caller must not show what depends on it.
 * `taken`: nothing was written, since another room holds the join code; the disk is well.
 * `damaged`: nothing was written, since what is on disk of this room is not what was written there.
 */
export type Appended = 'committed' | 'fenced' | 'failed' | 'taken' | 'damaged'

/** What a snapshot with which everything before it goes leaves in the room's row. */
export interface Forgetting {
  due: number | null
}

export interface Opened {
  /** Grows with each open of the room. */
  fence: number
  /** The newest snapshot whose checksum holds; null where there is none, or all were passed over. */
  snapshot: Snapshot | null
  /** Every record after the snapshot, in order, without a gap. */
  tail: StoredRecord[]
}

/** A row failed its checksum or a record is missing: the room must not be opened as if it were empty. */
export class CorruptRoomError extends Error {
  readonly room: string
  readonly seq: number
  constructor(room: string, seq: number, what: string, options?: ErrorOptions) {
    // An id may begin with a hyphen, hence no space before it.
    const command = `npm run restore -- --session=${room} --from FILE`
    super(
      `session ${room}: ${what} at record ${seq}. Stop the server and restore it alone from a backup: ${command}`,
      options,
    )
    this.name = 'CorruptRoomError'
    this.room = room
    this.seq = seq
  }
}

export interface Store {
  /** By session id or by join code. */
  find(idOrCode: string): Promise<CatalogRow | null>
  /** Every room that has a `due`. */
  dues(): Promise<{ room: string; due: number }[]>
  /** Every room that has rested since before this moment (epoch ms). */
  resting(before: number): Promise<string[]>
  /**
   * Takes a room over (also one that has no record yet). Throws {@link CorruptRoomError}, and whatever the disk says
   * when it takes no write. `skip`: so many of the newest sound snapshots are passed over, since they could not be read.
   */
  open(room: string, skip?: number): Promise<Opened>
  /** Reads a room as {@link open} does and writes nothing: its owner stays who it was. */
  peek(room: string, skip?: number): Promise<Opened>
  /**
   * Appends to the journal. Records of many rooms that arrive together are committed together.
   * Idempotent by (room, seq) with the same bytes; other bytes for a known seq are `fenced`.
   * A join code that another room holds makes the record `taken`.
   */
  append(record: StoredRecord): Promise<Appended>
  /**
   * Keeps the newest two snapshots of a room and cuts the journal before the older one. One that was passed over when
   * the room was opened goes first.
   * With `forget` everything older than this snapshot goes: earlier snapshots, records up to `seq`. It is kept twice
   * then, and the room's row says what is due in it from now on.
   */
  snapshot(snapshot: Snapshot, fence: number, forget?: Forgetting | null): Promise<Appended>
  /** What a point of the history holds; null where there is none, or where its checksum does not hold. */
  point(room: string, id: string): Promise<Uint8Array | null>
  /** Erases everything of a room, for good: records, snapshots, points, the row that lists it. */
  remove(room: string, fence: number): Promise<Appended>
  /** Tries a write that leaves nothing behind, larger than most records: whether the disk takes one at this moment. */
  canWrite(): Promise<boolean>
  /** Writes everything that is committed to a new file: a database of its own, whole whatever is written meanwhile. */
  copy(file: string): Promise<void>
  close(): Promise<void>
}
