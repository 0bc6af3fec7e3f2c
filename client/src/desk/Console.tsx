import type { KeyboardEvent } from 'react'
import { Suspense, useState } from 'react'
import { ChevronDown, ChevronUp, PanelRightClose, PanelRightOpen } from 'lucide-react'
import { TimeAsked } from '../chair/MoreTime.tsx'
import { Schedule } from '../chair/Schedule.tsx'
import { Button } from '../look/Button.tsx'
import { useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { ConsoleFooter } from './ConsoleFooter.tsx'
import { folds } from './folded.ts'
import { NextButton } from './NextButton.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { PhaseControls } from './PhaseControls.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { TimerPanel } from './TimerPanel.tsx'
import { TopicsPanel, VotePanel, ZeroChime } from './later.ts'
import styles from './Console.module.css'

const STOPS = ['peek', 'half', 'full'] as const

/**
 * Everything to lead with, in one order in every phase. Beside the board it folds to the clock and Next as icons; below
 * 1100 px it is a sheet with three stops.
 */
export function Console() {
  const { facts, mine, phase } = useView()
  const [at, setAt] = useState(0)
  const folded = folds.useOn()
  const waiting = Object.keys(facts.live.hands).length + (mine.moreTime ?? 0)
  // Until the clock runs, starting it is the first thing to do.
  const starts =
    facts.status === 'running' &&
    facts.timer.is === 'idle' &&
    facts.queue.every((topic) => topic.is !== 'now')
  const Sides = folded ? PanelRightOpen : PanelRightClose
  const lower = () => setAt(Math.max(0, at - 1))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || at === 0) return
    lower()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape lowers the sheet from anywhere in it
    <aside
      tabIndex={-1}
      data-folded={folded || undefined}
      className={`${styles.console} ${styles[STOPS[at] ?? 'peek']}`}
      aria-label={desk.console.label}
      onKeyDown={onKeyDown}
    >
      <div className={styles.top}>
        <Button
          kind="quiet"
          icon
          className={styles.narrow ?? ''}
          aria-expanded={!folded}
          aria-label={folded ? desk.console.widen(waiting) : desk.console.narrow}
          title={folded ? desk.console.widen(waiting) : desk.console.narrow}
          onClick={() => folds.set(!folded)}
        >
          <Sides size={18} strokeWidth={1.75} aria-hidden="true" />
          {folded && waiting > 0 && (
            <span className={`figures ${styles.waiting}`} aria-hidden="true">
              {waiting}
            </span>
          )}
        </Button>
        <TimerPanel starts={starts} />
        <TimeAsked className={styles.asked} />
        <div className={styles.schedule}>
          <Schedule />
        </div>
        <div className={styles.next}>
          <NextButton kind={starts ? 'line' : 'primary'} detail tip={folded} />
        </div>
        <div className={styles.stops}>
          <Button
            kind="quiet"
            icon
            aria-disabled={at === STOPS.length - 1}
            aria-label={desk.console.open}
            onClick={() => setAt(Math.min(STOPS.length - 1, at + 1))}
          >
            <ChevronUp size={18} strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <Button
            kind="quiet"
            icon
            aria-disabled={at === 0}
            aria-label={desk.console.fold}
            onClick={lower}
          >
            <ChevronDown size={18} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </div>
      </div>
      <div className={styles.middle}>
        <ReadAloud key={phase?.id} />
        {phase?.activity === 'discuss' && (
          <Suspense>
            <TopicsPanel />
          </Suspense>
        )}
        <PhaseControls />
        <Suspense>
          <VotePanel />
        </Suspense>
        <PeoplePanel />
      </div>
      <ConsoleFooter />
      <Suspense>
        <ZeroChime />
      </Suspense>
    </aside>
  )
}
