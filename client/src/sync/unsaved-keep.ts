/**
 * Own words that have not reached the server, kept on this device: a phone kills tabs without a word. Each page has an
 * entry of its own, so that two tabs never write over each other; what a page left that is no more is taken over by the
 * next one of the same person.
 */
import { newId } from './new-id.ts'
import type { PageLocks } from './pages-here.ts'
import { sayHere } from './pages-here.ts'
import type { TextStorage } from './text-storage.ts'
import { keysOf } from './text-storage.ts'
import { UNSAVED_VERSION, asideKey, deviceKey, isEmpty, tabKey } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'

export interface UnsavedKeep {
  /**
   * What pages before this one left; null: nothing, or it came too late, when nobody wanted it any more, and stays.
   * `wanted` is asked once, before anything leaves its place; whoever says yes waits for it.
   */
  takeOver: (wanted?: () => boolean) => Promise<Unsaved | null>
  /**
   * `tab`: only for as long as this tab lives, because the device may be somebody else's next. False: it could not be
   * kept.
   */
  write: (unsaved: Unsaved, where: 'device' | 'tab') => boolean
  /** Whether what this page had left on the device is no longer there: another page has taken it over. */
  gone: () => boolean
  /** What could not be read does not stay on the device. */
  dropUnread: () => void
  /** Nothing of this person's stays, of whatever page. */
  wipe: () => void
  /** This page is no more: another one may take over what it left. */
  stop: () => void
}

export interface KeepParts {
  sessionId: string
  token: string
  device: TextStorage | null
  /** null also where several people share it. */
  tab: TextStorage | null
  locks?: PageLocks
}

const loadTakeOver = () => import('./take-over.ts')

/** Never throws: a storage that is full, forbidden or full of something else only means that nothing is kept. */
export function createUnsavedKeep({
  sessionId,
  token,
  device,
  tab,
  locks,
}: KeepParts): UnsavedKeep {
  const pages = deviceKey({ sessionId, token })
  const page = newId()
  const keys = { device: pages + page, tab: tabKey({ sessionId, token }) }
  const storages = { device, tab }
  const written = { device: '', tab: '' }
  const here = sayHere(pages, page, locks)
  /** Of other pages: in an entry of this page by now, or about to be. */
  let taken: readonly string[] = []

  function put(where: 'device' | 'tab', text: string): boolean {
    if (text === written[where]) return true
    const storage = storages[where]
    if (storage === null) return false
    const isDone = guarded(() => {
      if (text === '') storage.removeItem(keys[where])
      else storage.setItem(keys[where], text)
      return true
    })
    if (isDone === true) written[where] = text
    return isDone === true
  }

  function write(unsaved: Unsaved, where: 'device' | 'tab'): boolean {
    const text = isEmpty(unsaved) ? '' : JSON.stringify({ version: UNSAVED_VERSION, ...unsaved })
    const isKept = put(where, text)
    // What may not stay on the device does not, though it is nowhere else.
    if (isKept || where === 'tab') {
      put(where === 'tab' ? 'device' : 'tab', '')
      guarded(() => taken.forEach((key) => device?.removeItem(key)))
      taken = []
    }
    return isKept
  }

  return {
    async takeOver(wanted = () => true) {
      const left = guarded(() => device && keysOf(device, pages)) ?? []
      const tabs = guarded(() => tab?.getItem(keys.tab) ?? null) ?? null
      if (left.length === 0 && tabs === null) return null
      try {
        const { takeOver } = await loadTakeOver()
        return await here.alone(async () => {
          const before = await takeOver({ pages, device, tab, tabKey: keys.tab, here: here.ask })
          if (!wanted()) return null
          // Written again before it leaves the place where it was.
          taken = before.taken
          const where = taken.length === 0 && !before.tabStays ? 'tab' : 'device'
          if (write(before.found, where) && written.tab === '' && !before.tabStays)
            guarded(() => tab?.removeItem(keys.tab))
          return before.found
        })
      } catch {
        // It stays where it is, for the next page.
        return null
      }
    },
    write,
    gone: () =>
      written.device !== '' &&
      guarded(() => device?.getItem(keys.device) ?? null) === null &&
      hasSeat(device, token),
    dropUnread: () => guarded(() => drop(device, asideKey(pages))),
    wipe() {
      taken = []
      written.device = written.tab = ''
      guarded(() => [keys.tab, asideKey(pages)].forEach((key) => tab?.removeItem(key)))
      for (const prefix of [asideKey(pages), pages]) guarded(() => drop(device, prefix))
    },
    stop: here.stop,
  }
}

function drop(storage: TextStorage | null, prefix: string): void {
  if (storage !== null) for (const key of keysOf(storage, prefix)) storage.removeItem(key)
}

/** Whether this person has a seat on the device: without one their words were not taken over but forgotten. */
function hasSeat(device: TextStorage | null, token: string): boolean {
  const seats = ['plenary.sessions', 'plenary.passed.']
  return seats.some((prefix) =>
    guarded(
      () =>
        device !== null &&
        keysOf(device, prefix).some((key) => device.getItem(key)?.includes(`"${token}"`) === true),
    ),
  )
}

function guarded<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
