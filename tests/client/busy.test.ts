/** Whether a page asks before it is left. */
import { warnWhileBusy } from '@plenary/client/session/busy'
import type { LinkState } from '@plenary/client/sync/session-client'
import type { Unsaved } from '@plenary/client/sync/unsaved'
import { expect, it } from 'vitest'

const NOTHING: Unsaved = { drafts: [], asked: [], words: [], begun: [], texts: [] }

function watched() {
  const listeners = new Set<() => void>()
  let link: LinkState = { is: 'live', waiting: 0 }
  let unsaved = NOTHING
  let keeps = true
  const page = new EventTarget()
  const stop = warnWhileBusy(
    {
      link: () => link,
      unsaved: () => unsaved,
      keeps: () => keeps,
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    page,
  )
  return {
    stop,
    becomes(next: LinkState, texts: readonly string[] = [], kept = true) {
      link = next
      unsaved = { ...NOTHING, texts }
      keeps = kept
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

it('[C35] what the device does not keep is asked about too, though nothing of it is on its way', () => {
  const page = watched()
  page.becomes({ is: 'live', waiting: 0 }, ['Refused'])
  expect(page.asks()).toBe(false)
  page.becomes({ is: 'live', waiting: 0 }, ['Refused'], false)
  expect(page.asks()).toBe(true)
  page.becomes({ is: 'live', waiting: 0 }, [], false)
  expect(page.asks()).toBe(false)
  page.becomes({ is: 'ended', why: 'removed', unsaved: [] }, ['Refused'], false)
  expect(page.asks()).toBe(false)
})
