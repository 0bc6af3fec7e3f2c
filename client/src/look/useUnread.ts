import type { KeyboardEvent, MouseEvent } from 'react'
import { useEffect, useState } from 'react'

/**
 * So long what has just come under the finger takes no press. The second tap of a double tap comes within 300 ms of the
 * first; whoever reads even a short card and chooses where it goes takes longer than this. Milliseconds.
 */
const UNREAD = 400

/** Goes onto the button, or what holds the buttons, that acts on what is shown. */
export interface Unread {
  'data-unread': true | undefined
  onClickCapture: (event: MouseEvent) => void
  onKeyDownCapture: (event: KeyboardEvent) => void
}

/**
 * A second tap means what the first one meant, not what has slid into its place: for a moment after `shown` is another
 * one no press reaches what this stands on, and a key that is held is one press. Nothing is told of it.
 */
export function useUnread(shown: string | null): Unread {
  const [read, setRead] = useState<string | null>()
  useEffect(() => {
    const timer = setTimeout(() => setRead(shown), UNREAD)
    return () => clearTimeout(timer)
  }, [shown])
  const isUnread = read !== shown
  return {
    'data-unread': isUnread || undefined,
    onClickCapture: (event) => {
      if (!isUnread) return
      event.preventDefault()
      event.stopPropagation()
    },
    onKeyDownCapture: (event) => {
      if (event.repeat && event.key === 'Enter') event.preventDefault()
    },
  }
}
