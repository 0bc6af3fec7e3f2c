/** Under which address people are invited: this page's own, or one that phones can open when this page is on localhost. */
import { useSyncExternalStore } from 'react'

const KEY = 'plenary.address'
const listeners = new Set<() => void>()
/** Chosen on this page; what was chosen earlier is in the storage. */
let chosen: string | null = null

/** Whether only this very machine can open the page's own address. */
export function isLocalPage(): boolean {
  const { hostname } = window.location
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

/** Invites people under this origin from now on, such as `http://192.168.1.20:3000`. */
export function inviteUnder(origin: string): void {
  chosen = origin
  try {
    localStorage.setItem(KEY, origin)
  } catch {
    // Kept for this page alone.
  }
  for (const listener of listeners) listener()
}

/** The origin of every link that is given to others. */
export function inviteOrigin(): string {
  return (isLocalPage() ? (chosen ?? kept()) : null) ?? window.location.origin
}

export function useInviteOrigin(): string {
  return useSyncExternalStore(listen, inviteOrigin)
}

/** A link of this server as others can open it. */
export function asInvited(link: string): string {
  const url = new URL(link)
  return link.replace(url.origin, inviteOrigin())
}

/** An origin as a person types it: without its scheme. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '')
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function kept(): string | null {
  try {
    const origin = localStorage.getItem(KEY)
    return origin !== null && URL.canParse(origin) ? new URL(origin).origin : null
  } catch {
    return null
  }
}
