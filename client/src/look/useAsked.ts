import { useState } from 'react'

/**
 * What was asked for last is shown until its own answer is there, so that a second press means what it shows: `ask`
 * resolves then. Refused, it goes back to `now`.
 */
export function useAsked<T>(now: T, ask: (to: T) => unknown): [T, (to: T) => void] {
  const [asked, setAsked] = useState<{ to: T } | null>(null)
  const set = async (to: T): Promise<void> => {
    const own = { to }
    setAsked(own)
    await ask(to)
    setAsked((last) => (last === own ? null : last))
  }
  return [asked === null ? now : asked.to, (to) => void set(to)]
}
