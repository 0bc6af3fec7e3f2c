/** Brings this screen to where the session is. */

/** Whether a text field has the focus: nobody is pulled out of a sentence. */
export function isTyping(): boolean {
  const element = document.activeElement
  return (
    element instanceof HTMLElement &&
    element.matches('textarea, input:not([type="radio"], [type="checkbox"]), [contenteditable]')
  )
}

/** Leaves pages and sheets beside the activity, and shows its question. `home`: to the session's own page. */
export function comeAlong(home: () => void): void {
  if (/\/(report|board)$/.test(location.pathname)) home()
  for (const sheet of document.querySelectorAll('dialog[open]'))
    // The same way out as the Escape key.
    sheet.dispatchEvent(new Event('cancel', { cancelable: true }))
  requestAnimationFrame(() => {
    document.querySelector('main h1')?.scrollIntoView({ block: 'start' })
  })
}
