/** The people who share this device in a session ("pass this phone"): a token each, in localStorage. */
import * as v from 'valibot'
import { passedKey } from './keepsake.ts'

const passedSchema = v.object({ participantId: v.string(), token: v.string(), name: v.string() })
export type Passed = v.InferOutput<typeof passedSchema>

/** Everybody on this device, in the order they came; nobody where it is one person's own. */
export function passedIn(sessionId: string): Passed[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(passedKey(sessionId)) ?? '[]')
    const parsed = v.safeParse(v.array(passedSchema), held)
    return parsed.success ? parsed.output : []
  } catch {
    return []
  }
}

export function keepPassed(sessionId: string, people: readonly Passed[]): void {
  try {
    if (people.length === 0) localStorage.removeItem(passedKey(sessionId))
    else localStorage.setItem(passedKey(sessionId), JSON.stringify(people))
  } catch {
    // Kept for this page by whoever asked; a reload will ask for the names again.
  }
}
