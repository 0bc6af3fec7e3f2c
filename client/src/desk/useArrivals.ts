import { useEffect, useRef, useState } from 'react'

/** Arrivals are said together, so that a full room is not one voice without end. Milliseconds. */
const SAY_EVERY = 5_000

/** Names of those who came since this was last said; said politely, a few seconds after the first of them. */
export function useArrivals(here: readonly { id: string; name: string }[]): readonly string[] {
  const known = useRef<ReadonlySet<string> | null>(null)
  const waiting = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [said, setSaid] = useState<readonly string[]>([])
  useEffect(() => {
    const ids = new Set(here.map(({ id }) => id))
    const before = known.current ?? ids
    known.current = ids
    for (const { id, name } of here) if (!before.has(id)) waiting.current.push(name)
    if (waiting.current.length === 0) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      setSaid(waiting.current)
      waiting.current = []
    }, SAY_EVERY)
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return said
}
