/** What the tests of a store write into it. */
import type { CatalogRow, Snapshot, Store, StoredRecord } from '@plenary/server/store'
import { expect } from 'vitest'

export interface StoreUnderTest {
  store: Store
  /** Closes the store and opens another one on the same data, as a restart does. */
  reopen: () => Promise<Store>
  /** Closes whatever is open and removes the data. */
  stop: () => Promise<void>
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Record `seq` of a room; its bytes say so. */
export function record(room: string, seq: number, fence: number, text?: string): StoredRecord {
  return { room, seq, epoch: 1, fence, bytes: bytesOf(text ?? `${room} ${seq}`) }
}

export function snapshotAt(room: string, seq: number, text?: string): Snapshot {
  return { room, seq, epoch: 1, bytes: bytesOf(text ?? `${room} up to ${seq}`) }
}

export function row(room: string, change: Partial<CatalogRow> = {}): CatalogRow {
  return {
    room,
    title: `Title of ${room}`,
    formatId: 'retro',
    status: 'lobby',
    joinCode: null,
    createdAt: 1_700_000_000_000,
    due: null,
    restsSince: 1_700_000_000_000,
    ...change,
  }
}

/** Opens the room and appends records 1 to `last`; answers the fence. */
export async function roomWith(store: Store, room: string, last: number): Promise<number> {
  const { fence } = await store.open(room)
  for (let seq = 1; seq <= last; seq++) {
    expect(await store.append(record(room, seq, fence))).toBe('committed')
  }
  return fence
}
