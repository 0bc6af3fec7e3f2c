/**
 * Own words that have not reached the server, kept on this device: a phone kills tabs without a word. Each page has an
 * entry of its own, so that two tabs never write over each other; what a page left that is no more is taken over by the
 * next one of the same person.
 */
import { newId } from './new-id.ts'
import type { TextStorage } from './text-storage.ts'
import { keysOf } from './text-storage.ts'
import { UNSAVED_VERSION, asideKey, deviceKey, tabKey } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'

export interface UnsavedKeep {
  /** What pages before this one left; null: nothing. */
  takeOver: () => Promise<Unsaved | null>
  /** `tab`: only for as long as this tab lives, because the device may be somebody else's next. */
  write: (unsaved: Unsaved, where: 'device' | 'tab') => void
  /** Nothing of this person's stays, of whatever page. */
  wipe: () => void
  /** This page is no more: another one may take over what it left. */
  stop: () => void
}

export interface KeepParts {
  sessionId: string
  token: string
  /** Name under which words stay with the tab. */
  keepAs: string
  device: TextStorage | null
  tab: TextStorage | null
}

const loadTakeOver = () => import('./take-over.ts')

/** Never throws: a storage that is full, forbidden or full of something else only means that nothing is kept. */
export function createUnsavedKeep({
  sessionId,
  token,
  keepAs,
  device,
  tab,
}: KeepParts): UnsavedKeep {
  const pages = deviceKey({ sessionId, token })
  const page = newId()
  const keys = { device: pages + page, tab: tabKey(keepAs) }
  const storages = { device, tab }
  const written = { device: '', tab: '' }
  const stopTelling = tellHere(pages, page)

  function put(where: 'device' | 'tab', text: string): void {
    if (text === written[where]) return
    written[where] = text
    guarded(() => {
      if (text === '') storages[where]?.removeItem(keys[where])
      else storages[where]?.setItem(keys[where], text)
    })
  }

  function write(unsaved: Unsaved, where: 'device' | 'tab'): void {
    const isEmpty = Object.values(unsaved).every((some) => some.length === 0)
    put(where, isEmpty ? '' : JSON.stringify({ version: UNSAVED_VERSION, ...unsaved }))
    put(where === 'tab' ? 'device' : 'tab', '')
  }

  return {
    async takeOver() {
      const left = guarded(() => device && keysOf(device, pages)) ?? []
      const tabs = guarded(() => tab?.getItem(keys.tab) ?? null) ?? null
      if (left.length === 0 && tabs === null) return null
      try {
        const { takeOver } = await loadTakeOver()
        const { found, taken } = await takeOver({ pages, device, tab, tabKey: keys.tab })
        // Written again before it leaves the place where it was.
        write(found, taken.length === 0 ? 'tab' : 'device')
        guarded(() => taken.forEach((key) => device?.removeItem(key)))
        if (taken.length > 0) guarded(() => tab?.removeItem(keys.tab))
        return found
      } catch {
        // It stays where it is, for the next page.
        return null
      }
    },
    write,
    wipe() {
      written.device = written.tab = ''
      guarded(() => tab?.removeItem(keys.tab))
      guarded(() => {
        for (const key of device === null ? [] : [asideKey(pages), ...keysOf(device, pages)])
          device?.removeItem(key)
      })
    },
    stop: stopTelling,
  }
}

/** Answers whoever asks which pages are there. */
function tellHere(pages: string, page: string): () => void {
  const channel = guarded(() => new BroadcastChannel(pages))
  if (channel === undefined) return () => {}
  channel.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    if (data === '') channel.postMessage(page)
  })
  return () => channel.close()
}

function guarded<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
