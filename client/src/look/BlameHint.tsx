import { useState } from 'react'
import { Lightbulb } from 'lucide-react'
import { blameIn } from '@plenary/shared/blame'
import { useView } from '../sync/hooks.ts'
import { blame as words } from '../words/blame.ts'
import { writing } from '../words/writing.ts'
import { Button } from './Button.tsx'
import styles from './BlameHint.module.css'

export interface BlameHintProps {
  text: string
  /** So many cards are used, which is all of this person's: what is being written cannot be finished. */
  used?: number | false
}

/**
 * A better question beside words that look for somebody to blame. It is worked out here and stays here: nothing of it
 * is kept, counted or sent, and it never stands in the way.
 */
export function BlameHint({ text, used }: BlameHintProps) {
  const { facts, format } = useView()
  const [left, setLeft] = useState<readonly string[]>([])
  if (used) return <p role={text === '' ? undefined : 'alert'}>{writing.full(used)}</p>
  const names = Object.values(facts.people).map((person) => person.name)
  const hint = blameIn(text, names, format.blameless === true)
  if (hint === null || left.includes(hint.phrase.toLowerCase())) return null
  return (
    <div role="note" className={styles.hint}>
      <Lightbulb size={18} strokeWidth={1.75} aria-hidden="true" />
      <p className={styles.words}>
        <b>{words[hint.blame]}</b>
        <span className={styles.about}>{words.about(hint.phrase)}</span>
      </p>
      <Button kind="quiet" onClick={() => setLeft([...left, hint.phrase.toLowerCase()])}>
        {words.leave}
      </Button>
    </div>
  )
}
