/** The locks of a browser, as far as pages use them: a name is held by one at a time, and nothing lets go of it by itself. */
import type { PageLocks } from '@plenary/client/sync/pages-here'

type Act = LockGrantedCallback<unknown>

export function memoryLocks(): PageLocks {
  const held = new Map<string, Promise<unknown>>()
  async function request(name: string, given: LockOptions | Act, act?: Act): Promise<unknown> {
    while (held.has(name)) await held.get(name)
    const run = typeof given === 'function' ? given : act
    const done = Promise.resolve(run?.({ name, mode: 'exclusive' }))
    held.set(name, done)
    return done.finally(() => held.delete(name))
  }
  return {
    request: request,
    query: () => Promise.resolve({ held: Array.from(held.keys(), (name) => ({ name })) }),
  }
}
