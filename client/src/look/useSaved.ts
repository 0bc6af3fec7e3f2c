import { useRef, useState } from 'react'

/** null when it is saved, else what to say beside the field. */
type Saving = (text: string) => Promise<string | null>

/**
 * The text of a field that is saved when it is left. What was typed stands there until it is answered for, whatever
 * `value` becomes meanwhile, and stays when it was not taken; what is typed on during the answer stays as well.
 */
export function useSaved(
  value: string,
  onSave: Saving,
): { text: string; problem: string | null; type: (text: string) => void; leave: () => void } {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  /** What was asked last and is not answered for. */
  const asked = useRef<string | null>(null)
  const done = (text: string, said: string | null) => {
    setProblem(said)
    if (said === null) setTyped((now) => (now === text ? null : now))
  }
  const leave = async (text: string) => {
    if (text === (asked.current ?? value)) {
      if (asked.current === null) done(text, null)
      return
    }
    asked.current = text
    const said = await onSave(text)
    // An earlier one says nothing about what has been asked since.
    if (asked.current !== text) return
    asked.current = null
    done(text, said)
  }
  return {
    text: typed ?? value,
    problem,
    type: setTyped,
    leave: () => {
      if (typed !== null) void leave(typed)
    },
  }
}
