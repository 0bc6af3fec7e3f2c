/** A real store whose writes a test can hold back or let fail, as a slow or full disk would. */
import type { Appended, Store } from '@plenary/server/store'

/** What a store writes. */
type Write = 'append' | 'snapshot' | 'remove'

export interface HeldStore extends Store {
  /** Writes of this kind wait from now on. Resolves when one does. */
  hold(what: Write): Promise<void>
  release(): void
  /** The next write of this kind writes nothing. */
  failNext(what: Write): void
}

export function heldStore(store: Store): HeldStore {
  let held: Write | null = null
  let failing: Write | null = null
  let arrived: () => void = () => {}
  let open: () => void = () => {}
  let gate: Promise<void> = Promise.resolve()

  async function pass(what: Write, write: () => Promise<Appended>): Promise<Appended> {
    if (failing === what) {
      failing = null
      return 'failed'
    }
    if (held === what) {
      arrived()
      await gate
    }
    return write()
  }

  return {
    ...store,
    append: (record) => pass('append', () => store.append(record)),
    snapshot: (snapshot, fence, options) =>
      pass('snapshot', () => store.snapshot(snapshot, fence, options)),
    remove: (room, fence) => pass('remove', () => store.remove(room, fence)),
    hold(what) {
      held = what
      gate = new Promise((go) => (open = go))
      return new Promise((came) => (arrived = came))
    },
    release() {
      held = null
      open()
    },
    failNext(what) {
      failing = what
    },
  }
}
