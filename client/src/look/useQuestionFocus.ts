import { useEffect, useRef } from 'react'

/** When the control that had the focus goes with a change of `key`, the question takes it: nobody starts again at the top. */
export function useQuestionFocus(key: unknown): void {
  const before = useRef(key)
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    if (document.activeElement === null || document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus()
  }, [key])
}
