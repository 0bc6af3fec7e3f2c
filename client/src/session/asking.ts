/** A request to come in that this tab has made and that is not answered yet, so that a reload goes on waiting. */
import * as v from 'valibot'

const askingSchema = v.object({
  requestId: v.string(),
  name: v.string(),
  role: v.picklist(['participant', 'observer']),
  /** Under the name of somebody who dropped out. */
  back: v.boolean(),
})
export type Asking = v.InferOutput<typeof askingSchema>

const keyOf = (sessionId: string): string => `plenary.asking.${sessionId}`

export function keptAsking(sessionId: string): Asking | null {
  try {
    const held: unknown = JSON.parse(sessionStorage.getItem(keyOf(sessionId)) ?? 'null')
    const parsed = v.safeParse(askingSchema, held)
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** null: it is answered or taken back. */
export function keepAsking(sessionId: string, asking: Asking | null): void {
  try {
    if (asking === null) sessionStorage.removeItem(keyOf(sessionId))
    else sessionStorage.setItem(keyOf(sessionId), JSON.stringify(asking))
  } catch {
    // A reload will ask for the name again.
  }
}
