/** A real store whose writes a test can hold back or let fail, as a slow or full disk would. */
import type { Appended, Store } from '@plenary/server/store'

export interface HeldStore extends Store {
  /** Writes of this kind wait from now on. Resolves when one does. */
  hold(what: 'append' | 'snapshot'): Promise<void>
  release(): void
  /** The next write of this kind writes nothing. */
  failNext(what: 'append' | 'snapshot'): void
}

export function heldStore(store: Store): HeldStore {
  let held: 'append' | 'snapshot' | null = null
  let failing: 'append' | 'snapshot' | null = null
  let arrived: () => void = () => {}
  let open: () => void = () => {}
  let gate: Promise<void> = Promise.resolve()

  async function pass(
    what: 'append' | 'snapshot',
    write: () => Promise<Appended>,
  ): Promise<Appended> {
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
