/** Brings this screen to where the session is. */

/** Told on the document to a board, which has a camera of its own to bring along. */
export const COME_ALONG = 'plenary-come'

/** Leaves pages and sheets beside the activity, and shows its question. `home`: to the session's own page. */
export function comeAlong(home: () => void): void {
  if (/\/(report|board)$/.test(location.pathname)) home()
  for (const sheet of document.querySelectorAll('dialog[open]'))
    // The same way out as the Escape key.
    sheet.dispatchEvent(new Event('cancel', { cancelable: true }))
  requestAnimationFrame(() => {
    if (document.querySelector('[data-surface]') !== null)
      document.dispatchEvent(new Event(COME_ALONG))
    else document.querySelector('main h1')?.scrollIntoView({ block: 'start' })
  })
}
