/** The life of a room in memory, from the moment somebody asks for it until it is gone: one state machine. */

/** State -> what may come next. */
export const NEXT = {
  /** Its records are read from disk. */
  loading: ['open', 'read-only', 'gone'],
  /** Nothing to do: everything that has arrived is on disk and has been said. */
  open: ['ticking', 'unloading'],
  /** What has arrived is judged, applied and said. */
  ticking: ['committing', 'open', 'gone'],
  /** The record of a tick is on its way to the disk; the document is not touched. */
  committing: ['ticking', 'gone'],
  /** The disk took no write: whoever has a seat may read, and nothing is taken. */
  'read-only': ['gone'],
  /** Nobody needs it: the last snapshot is written. Whoever comes waits, and finds it loaded again. */
  unloading: ['gone'],
  gone: [],
} as const satisfies Record<string, readonly string[]>

export type Stage = keyof typeof NEXT

/** Why a room has left memory, and so what is to be done about it. */
export type End =
  /** Nobody needs it; `due`: when it must be opened again. */
  | { is: 'idle'; due: number | null }
  /** It has to be opened again at once: its board was begun anew. */
  | { is: 'anew' }
  /** It was deleted: there is nothing to come back to. */
  | { is: 'deleted' }
  /** A record did not reach the disk. */
  | { is: 'unsaved' }
  /** What is on disk of it takes no record any more. */
  | { is: 'damaged' }
  /** Something threw, or another owner has it: it waits for the next visitor. */
  | { is: 'dropped' }

export class Life {
  private stage: Stage = 'loading'
  private readonly watch: (from: Stage, to: Stage) => void

  /** `watch` hears of every step. */
  constructor(watch: (from: Stage, to: Stage) => void = () => {}) {
    this.watch = watch
  }

  get is(): Stage {
    return this.stage
  }

  /** At work on what has arrived; whatever comes meanwhile has its turn in the next tick. */
  get isBusy(): boolean {
    return this.stage === 'ticking' || this.stage === 'committing'
  }

  /** On its way out of memory, or out of it. */
  get isLeaving(): boolean {
    return this.stage === 'unloading' || this.stage === 'gone'
  }

  /** Throws where the table above has no such step: that is a bug, and must not go on unseen. */
  become(next: Stage): void {
    const from = this.stage
    const allowed: readonly Stage[] = NEXT[from]
    if (!allowed.includes(next)) throw new Error(`a room cannot go from ${from} to ${next}`)
    this.stage = next
    this.watch(from, next)
  }
}
