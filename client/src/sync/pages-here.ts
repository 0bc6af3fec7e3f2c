/**
 * Which pages of a person are open on this device. A page holds a lock for as long as it lives, also while the device has
 * frozen it; where there are no locks, as under an address that is not secure, pages are asked.
 */

/** A page that is there has said so by then; where it is frozen it has not, and counts as gone. Milliseconds. */
const ANSWERS_WITHIN = 250
/** Another page that takes over is done by then. Milliseconds. */
const DONE_WITHIN = 2_000

export type PageLocks = Pick<LockManager, 'request' | 'query'>

export interface PagesHere {
  /** Ids of pages that are there. */
  ask: () => Promise<ReadonlySet<string>>
  /** Runs it while no other page runs its own, as far as that can be told. */
  alone: <T>(act: () => Promise<T>) => Promise<T>
  /** This page is no more. */
  stop: () => void
}

/** Says that this page is there, until its stop. Names of a person's pages begin with `pages`. */
export function sayHere(pages: string, page: string, locks = browserLocks()): PagesHere {
  return locks === undefined ? byAnswer(pages, page) : byLock(pages, page, locks)
}

function browserLocks(): PageLocks | undefined {
  return 'navigator' in globalThis && 'locks' in navigator ? navigator.locks : undefined
}

function byLock(pages: string, page: string, locks: PageLocks): PagesHere {
  let stop = (): void => {}
  const end = new Promise<void>((ends) => (stop = ends))
  const isHeld = new Promise<void>((held) => {
    locks
      .request(pages + page, () => {
        held()
        return end
      })
      .catch(held)
  })
  return {
    async ask() {
      await isHeld
      const { held = [] } = await locks.query()
      const names = held.flatMap(({ name = '' }) => (name.startsWith(pages) ? [name] : []))
      return new Set(names.map((name) => name.slice(pages.length)))
    },
    alone: async (act) =>
      await locks.request(`take.${pages}`, { signal: AbortSignal.timeout(DONE_WITHIN) }, act),
    stop: () => stop(),
  }
}

function byAnswer(pages: string, page: string): PagesHere {
  const channel = channelOf(pages)
  channel?.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    if (data === '') channel.postMessage(page)
  })
  return {
    ask: () =>
      new Promise((told) => {
        const here = new Set<string>()
        const asking = new BroadcastChannel(pages)
        asking.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          if (typeof data === 'string') here.add(data)
        })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
        asking.postMessage('')
        setTimeout(() => {
          asking.close()
          told(here)
        }, ANSWERS_WITHIN)
      }),
    alone: (act) => act(),
    stop: () => channel?.close(),
  }
}

function channelOf(pages: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(pages)
  } catch {
    return null
  }
}
