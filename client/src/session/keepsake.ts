/** Which sessions this device has a seat in: tokens by session, in localStorage. */
import { ROLES } from '@plenary/shared/person'
import type { Role } from '@plenary/shared/person'
import * as v from 'valibot'

const KEY = 'plenary.sessions'

const keptSchema = v.object({
  sessionId: v.string(),
  /** Who one is there; the server keeps only its hash. */
  token: v.string(),
  participantId: v.string(),
  role: v.picklist(ROLES),
  title: v.optional(v.string()),
  /** Nine digits. */
  joinCode: v.optional(v.string()),
  /** Opens the session as facilitator; only on the maker's device. */
  hostUrl: v.optional(v.string()),
  /** When it was last kept or opened, epoch ms of this device. */
  at: v.number(),
})
export type Kept = v.InferOutput<typeof keptSchema>

/** Keeps a seat, on top of what was known of the same session. */
export function keepSession(kept: Omit<Kept, 'at'>): void {
  const before = keptSession(kept.sessionId)
  write([
    { ...before, ...kept, at: Date.now() },
    ...keptSessions().filter((one) => one.sessionId !== kept.sessionId),
  ])
}

/** Keeps the title and the code of a session for the list on the home page. */
export function describeSession(
  sessionId: string,
  known: { title: string; joinCode: string; role: Role; participantId: string },
): void {
  const before = keptSession(sessionId)
  // Where several people share the device it may be another one's screen.
  if (before !== null && before.participantId === known.participantId)
    keepSession({ ...before, ...known })
}

export function keptSession(sessionId: string): Kept | null {
  return keptSessions().find((one) => one.sessionId === sessionId) ?? null
}

/** Every session with a seat on this device, the latest first. */
export function keptSessions(): Kept[] {
  return read().sort((a, b) => b.at - a.at)
}

export function forgetSession(sessionId: string): void {
  write(keptSessions().filter((one) => one.sessionId !== sessionId))
  localStorage.removeItem(passedKey(sessionId))
}

/** Where the people are kept who share this device in a session, see `passed.ts`. */
export const passedKey = (sessionId: string): string => `plenary.passed.${sessionId}`

/** Whether several people share this device in this session, in which it has a seat. */
export function isShared(sessionId: string): boolean {
  return localStorage.getItem(passedKey(sessionId)) !== null
}

/** A test seat lives in its own tab alone, beside the seat of whoever opened it. */
const store = location.search === '?test' ? 'sessionStorage' : 'localStorage'

// Storage may be switched off, full, or hold anything at all: then this device just remembers nothing.
function read(): Kept[] {
  try {
    const found: unknown = JSON.parse(window[store].getItem(KEY) ?? '[]')
    if (!Array.isArray(found)) return []
    return found.flatMap((one) => {
      const parsed = v.safeParse(keptSchema, one)
      return parsed.success ? [parsed.output] : []
    })
  } catch {
    return []
  }
}

function write(sessions: Kept[]): void {
  try {
    window[store].setItem(KEY, JSON.stringify(sessions))
  } catch {
    // Kept for this page by whoever asked; a reload will ask for the name again.
  }
}
