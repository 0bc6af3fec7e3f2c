/**
 * A fresh page, for when a part of this one could not be loaded: a browser never asks again for a module that has
 * failed, so that trying again on the same page is in vain (seen in Chromium). Words that are not saved yet are
 * kept over a reload by `sync/unsaved-keep.ts`.
 */

/** Waits between looks whether the server is back. Milliseconds. */
const AGAIN = 1_000

const holds = new Set<() => boolean>()
let wanted = false

/** While `busy` says so, the page is not loaded anew. Returns its undoing. */
export function holdPage(busy: () => boolean): () => void {
  holds.add(busy)
  return () => void holds.delete(busy)
}

/** Loads the page anew once the server answers, nobody is typing and nothing waits to be saved. */
export function wantFreshPage(): void {
  if (wanted) return
  wanted = true
  setTimeout(() => void look(), AGAIN)
}

async function look(): Promise<void> {
  if (!isBusy() && (await isBack()) && !isBusy()) return location.reload()
  setTimeout(() => void look(), AGAIN)
}

function isBusy(): boolean {
  const typing = document.activeElement?.matches('input, textarea, [contenteditable]') === true
  return typing || [...holds].some((busy) => busy())
}

async function isBack(): Promise<boolean> {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
