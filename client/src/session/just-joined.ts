/** Who has come in by a name on this page, for what newcomers are told once; gone with a reload. */

const sessions = new Set<string>()

export function markJoined(sessionId: string): void {
  sessions.add(sessionId)
}

/** Whether somebody came into the session on this page and has not been told yet. */
export function hasJoined(sessionId: string): boolean {
  return sessions.has(sessionId)
}

/** They were told, or the room has moved on. */
export function settled(sessionId: string): void {
  sessions.delete(sessionId)
}
