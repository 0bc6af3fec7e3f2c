/** Brings this screen to where the session is. */

/** People are told so long before they are brought along. Milliseconds. */
export const GATHER_NOTICE = 3_000
/** Told on the document; a board, which has a camera of its own to bring along, cancels it. */
export const COME_ALONG = 'come'

/** Leaves pages and sheets beside the activity, and shows its question. `home`: to the session's own page. */
export function comeAlong(home: () => void): void {
  if (/\/(report|board|history.*)$/.test(location.pathname)) home()
  for (const sheet of document.querySelectorAll('dialog[open]'))
    // The same way out as the Escape key.
    sheet.dispatchEvent(new Event('cancel', { cancelable: true }))
  requestAnimationFrame(() => {
    if (document.dispatchEvent(new Event(COME_ALONG, { cancelable: true })))
      document.querySelector('main h1')?.scrollIntoView()
  })
}
