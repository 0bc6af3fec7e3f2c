import { useState } from 'react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { ConsoleFooter } from './ConsoleFooter.tsx'
import { NextButton } from './NextButton.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { PhaseControls } from './PhaseControls.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { TimerPanel } from './TimerPanel.tsx'
import { VotePanel } from './VotePanel.tsx'
import styles from './Console.module.css'

/** Everything to lead with, in one order in every phase. Below 1100 px it folds to the timer and Next. */
export function Console() {
  const { facts, phase } = useView()
  const [open, setOpen] = useState(false)
  // Until the clock runs, starting it is the first thing to do.
  const starts = facts.timer.is === 'idle' && facts.queue.every((topic) => topic.is !== 'now')
  return (
    <aside
      className={`${styles.console} ${open ? styles.open : ''}`}
      aria-label={desk.console.label}
    >
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? (
          <ChevronDown size={18} strokeWidth={1.75} aria-hidden="true" />
        ) : (
          <ChevronUp size={18} strokeWidth={1.75} aria-hidden="true" />
        )}
        {open ? desk.console.fold : desk.console.open}
      </button>
      <div className={styles.top}>
        <TimerPanel starts={starts} />
        <NextButton kind={starts ? 'line' : 'primary'} detail />
      </div>
      <div className={styles.middle}>
        <ReadAloud key={phase?.id} />
        <PhaseControls />
        <VotePanel />
        <PeoplePanel />
      </div>
      <ConsoleFooter />
    </aside>
  )
}
