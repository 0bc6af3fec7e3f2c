import { useEffect, useState } from 'react'

/** The height a screen may use while a phone's keyboard is up, as a CSS length; undefined until it matters. */
export function useVisibleHeight(): string | undefined {
  const [height, setHeight] = useState<string | undefined>(undefined)
  useEffect(() => {
    const viewport = window.visualViewport
    if (viewport === null) return
    const read = () => {
      const covered = window.innerHeight - viewport.height > 80 && viewport.scale === 1
      setHeight(covered ? `${Math.round(viewport.height)}px` : undefined)
      // iOS scrolls the page under the keyboard although the screen already fits above it.
      if (covered) window.scrollTo(0, 0)
    }
    viewport.addEventListener('resize', read)
    return () => viewport.removeEventListener('resize', read)
  }, [])
  return height
}
