import { Hand } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { SavedMark } from '../look/SavedMark.tsx'
import { Mark } from '../look/Mark.tsx'
import { TimerFigure } from '../look/TimerFigure.tsx'
import { useTimeUp } from '../look/useTimer.ts'
import { useClient, useNow, useRefusal, useView } from '../sync/hooks.ts'
import type { View } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { phaseGone } from '../look/phase-clock.ts'
import styles from './TopBar.module.css'

/** Phase, session, clock and the way through the phases. */
export function TopBar({ onMenu }: { onMenu: () => void }) {
  const view = useView()
  const { facts, phase } = view
  const over = useTimeUp()
  return (
    <header className={styles.top}>
      <div className={styles.row}>
        <button type="button" className={styles.menu} aria-haspopup="dialog" onClick={onMenu}>
          <Mark />
          <span className="unseen">{phoneFrame.openMenu}</span>
          <span className={styles.titles}>
            <span className={over ? 'unseen' : styles.phase}>{titleOf(view)}</span>
            <span className={styles.under}>
              {over ? (
                <span className={styles.over}>{common.timeIsUpSay}</span>
              ) : (
                <>
                  <span className={styles.session} dir="auto">
                    {facts.title}
                  </span>
                  <SavedMark />
                </>
              )}
            </span>
          </span>
        </button>
        <HandButton />
        {phase !== null && facts.status === 'running' && <TimerFigure />}
      </div>
      <Segments />
    </header>
  )
}

function titleOf({ facts, phase }: View): string {
  if (facts.status === 'closed') return phoneFrame.closedTop
  if (facts.status === 'setup') return phoneFrame.setUpTop
  return phase?.title ?? phoneFrame.waitingTop
}

function HandButton() {
  const client = useClient()
  const { mine, facts, you } = useView()
  const refused = useRefusal('hand')
  if (refused !== null || you.role === 'facilitator') return null
  const place = facts.live.hands[you.id]
  return (
    <Button
      kind="quiet"
      icon
      aria-pressed={mine.hand}
      aria-label={mine.hand ? phoneFrame.lowerHand : phoneFrame.raiseHand}
      title={place === undefined ? phoneFrame.raiseHand : phoneFrame.handUp(place)}
      onClick={() => void client.ask({ type: mine.hand ? 'hand.lower' : 'hand.raise' })}
    >
      <Hand size={20} strokeWidth={1.75} aria-hidden="true" />
    </Button>
  )
}

function Segments() {
  const view = useView()
  const { format, phase } = view
  const now = useNow(1000)
  const at = format.phases.findIndex((one) => one.id === phase?.id)
  const label =
    phase === null
      ? phoneFrame.waitingTop
      : phoneFrame.phaseOf(phase.title, at + 1, format.phases.length, phase.minutes)
  return (
    <>
      <span className="unseen">{label}</span>
      <div className={styles.segments} aria-hidden="true">
        {format.phases.map((one, index) => (
          <div
            key={one.id}
            className={`${styles.segment} ${index < at ? styles.past : index === at ? styles.now : ''}`}
          >
            {index === at && (
              <div className={styles.gone} style={{ width: `${phaseGone(view, now) * 100}%` }} />
            )}
          </div>
        ))}
      </div>
    </>
  )
}
