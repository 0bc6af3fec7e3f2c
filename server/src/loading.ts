/** Reads a room from disk: from its newest snapshot that can be read, and everything after it. */
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import { remember } from './memory.ts'
import { UnreadableSnapshotError } from './snapshot.ts'
import type { Opened } from './store.ts'

/** `read` opens the room, with so many of its newest snapshots passed over. Throws `CorruptRoomError`. */
export async function loadMemory(
  session: string,
  read: (skip: number) => Promise<Opened>,
  log: Log,
): Promise<Memory> {
  for (let skip = 0; ; skip++) {
    const opened = await read(skip)
    try {
      return remember(opened)
    } catch (error) {
      // The one before it has a longer journal; where that was cut, the store says so.
      if (!(error instanceof UnreadableSnapshotError)) throw error
      log.error(
        { session, seq: opened.snapshot?.seq, error },
        'a snapshot cannot be read, the one before it is tried',
      )
    }
  }
}
