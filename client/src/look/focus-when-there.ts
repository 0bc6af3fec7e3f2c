/** Focuses what a part brings that is still being fetched: unless the person goes elsewhere first. */
export function focusWhenThere(selector: string): void {
  const stop = new AbortController()
  const { signal } = stop
  const look = () => {
    const found = document.querySelector<HTMLElement>(selector)
    if (found === null) return
    stop.abort()
    found.focus()
  }
  const observer = new MutationObserver(look)
  signal.addEventListener('abort', () => observer.disconnect())
  for (const kind of ['keydown', 'pointerdown'])
    document.addEventListener(kind, () => stop.abort(), { signal, capture: true })
  observer.observe(document.body, { childList: true, subtree: true })
  look()
}
