/** A real store on a disk that is full, broken or read-only while a test says so. */
import type { OnFailure } from '@plenary/server/sqlite-store'
import type { Appended, Store } from '@plenary/server/store'

/** What is wrong with the disk; `unreadable`: nothing can be read either; `no-snapshot`: there is room for records. */
export type Fault = 'full' | 'io' | 'read-only' | 'unreadable' | 'no-snapshot'

export interface FaultyStore extends Store {
  break(fault: Fault): void
  mend(): void
  /** How many writes have come to nothing so far. */
  refused(): number
}

const SAYS: Record<Fault, { code: string; message: string }> = {
  full: { code: 'SQLITE_FULL', message: 'database or disk is full' },
  io: { code: 'SQLITE_IOERR', message: 'disk I/O error' },
  'read-only': { code: 'SQLITE_READONLY', message: 'attempt to write a readonly database' },
  'no-snapshot': { code: 'SQLITE_FULL', message: 'database or disk is full' },
  unreadable: { code: 'SQLITE_IOERR_READ', message: 'disk I/O error' },
}

/** `onFailure` hears of each write that failed, as that of a real store does. */
export function faultyStore(store: Store, onFailure: OnFailure = () => {}): FaultyStore {
  let fault: Fault | null = null
  let refused = 0

  const failure = (kind: Fault): Error =>
    Object.assign(new Error(SAYS[kind].message), { code: SAYS[kind].code })

  const takesRecords = (): boolean => fault === null || fault === 'no-snapshot'

  async function write(work: () => Promise<Appended>, taken = takesRecords()): Promise<Appended> {
    if (fault === null || taken) return work()
    refused += 1
    onFailure({ error: failure(fault), room: null, isDisk: !takesRecords() })
    return 'failed'
  }

  async function read<T>(work: () => Promise<T>): Promise<T> {
    if (fault === 'unreadable') throw failure(fault)
    return work()
  }

  return {
    find: (idOrCode) => read(() => store.find(idOrCode)),
    dues: () => read(() => store.dues()),
    resting: (before) => read(() => store.resting(before)),
    async open(room, skip) {
      if (fault === null || takesRecords()) return store.open(room, skip)
      refused += 1
      throw failure(fault)
    },
    peek: (room, skip) => read(() => store.peek(room, skip)),
    point: (room, id) => read(() => store.point(room, id)),
    append: (record) => write(() => store.append(record)),
    snapshot: (snapshot, fence, options) =>
      write(() => store.snapshot(snapshot, fence, options), false),
    remove: (room, fence) => write(() => store.remove(room, fence)),
    copy: (file) => read(() => store.copy(file)),
    canWrite: async () => takesRecords() && store.canWrite(),
    close: () => store.close(),
    break: (kind) => void (fault = kind),
    mend: () => void (fault = null),
    refused: () => refused,
  }
}
