import { useEffect } from 'react'

/** Paper is white: while the page is printed it wears the light theme, whatever the screen wears. */
export function usePaper(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    let before: string | undefined
    const on = () => {
      before = dataset['theme']
      dataset['theme'] = 'light'
    }
    const off = () => {
      if (before === undefined) delete dataset['theme']
      else dataset['theme'] = before
    }
    window.addEventListener('beforeprint', on)
    window.addEventListener('afterprint', off)
    return () => {
      window.removeEventListener('beforeprint', on)
      window.removeEventListener('afterprint', off)
    }
  }, [])
}
