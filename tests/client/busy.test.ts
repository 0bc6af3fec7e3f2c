/** Whether a page asks before it is left. */
import { warnWhileBusy } from '@plenary/client/session/busy'
import type { LinkState } from '@plenary/client/sync/session-client'
import { expect, it } from 'vitest'

function watched() {
  const listeners = new Set<() => void>()
  let link: LinkState = { is: 'live', waiting: 0 }
  const page = new EventTarget()
  const stop = warnWhileBusy(
    {
      link: () => link,
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    page,
  )
  return {
    stop,
    becomes(next: LinkState) {
      link = next
      for (const listener of listeners) listener()
    },
    asks: () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  }
}

it('[C35] a page asks before it is left while something is not saved, and no longer once it is passed on', () => {
  const page = watched()
  expect(page.asks()).toBe(false)
  page.becomes({ is: 'lost', since: 0, waiting: 1, why: 'offline', kept: true })
  expect(page.asks()).toBe(true)
  page.becomes({ is: 'live', waiting: 0 })
  expect(page.asks()).toBe(false)
  page.becomes({ is: 'lost', since: 0, waiting: 1, why: 'offline', kept: true })
  page.stop()
  expect(page.asks()).toBe(false)
})
