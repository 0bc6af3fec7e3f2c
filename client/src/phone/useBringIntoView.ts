import { useEffect, useState } from 'react'

/** What was just added is scrolled to: on a phone the list is often below the fold. Returns the way to say what. */
export function useBringIntoView(): (id: string) => void {
  const [added, setAdded] = useState<string | null>(null)
  useEffect(() => {
    if (added === null) return
    const row = document.querySelector(`[data-entry="${CSS.escape(added)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [added])
  return setAdded
}
