/** Where a reload of the same tab finds texts. */

/** What is needed of a storage: `sessionStorage` in a page. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The storage of the page, or null where it is switched off. */
export function pageStorage(): TextStorage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
