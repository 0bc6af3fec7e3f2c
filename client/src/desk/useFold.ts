import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'
import type { Shown } from './fold.ts'
import { shownSteps } from './fold.ts'

/** Beside the steps, and what stands for the folded ones at one end. px */
const GAP = 4
const FOLD = 64
/** Below this width of the window only the neighbours of the present step are shown. px */
const WIDE = 1100

/** Measures the steps of a list, folded ones too, and says which of them are shown. `key` changes with their words. */
export function useFold(list: RefObject<HTMLOListElement | null>, at: number, key: string): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: Infinity })
  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    const steps = [...element.querySelectorAll<HTMLElement>(':scope > [data-step]')]
    const measure = () => {
      const next = shownSteps({
        widths: steps.map((step) => step.offsetWidth + GAP),
        at,
        room: element.clientWidth + GAP,
        fold: FOLD + GAP,
        reach: window.innerWidth < WIDE ? 1 : steps.length,
      })
      setShown((now) => (now.from === next.from && now.to === next.to ? now : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    for (const one of [element, ...steps]) observer.observe(one)
    return () => observer.disconnect()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other words have other widths
  }, [list, at, key])
  return shown
}
