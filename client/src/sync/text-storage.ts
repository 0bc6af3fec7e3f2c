/** Where texts are kept that must outlive the page. */

/** What is needed of a storage. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** That of the tab or of the device; null where it is switched off. */
export function pageStorage(which: 'sessionStorage' | 'localStorage'): TextStorage | null {
  try {
    return window[which]
  } catch {
    return null
  }
}

/** With this begins the key of everything that a page of the session has left. */
export const leftKey = (sessionId: string): string => `plenary.unsaved.${sessionId}`

/** Whether a page of the session has left something in one of them. */
export function hasLeft(storages: readonly (TextStorage | null)[], sessionId: string): boolean {
  try {
    return storages.some((one) => one !== null && keysOf(one, leftKey(sessionId)).length > 0)
  } catch {
    return false
  }
}

/** Every key that begins like this. */
export function keysOf(storage: TextStorage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '').filter((key) =>
    key.startsWith(prefix),
  )
}
