import { Suspense } from 'react'
import { sectionOf } from '@plenary/shared/format'
import { Poll } from '../look/poll-part.ts'
import { leadName } from '../look/room.ts'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { lobby } from '../words/lobby.ts'
import { phoneBrief } from '../words/phone-brief.ts'
import { Frame } from './Frame.tsx'
import { agendaOf, totalMinutes } from '../look/agenda.ts'
import styles from './Brief.module.css'
import panel from './Panel.module.css'

/** Somebody explains; the agenda is there to follow. */
export function Brief() {
  const view = useView()
  const lead = leadName(view) || common.theFacilitator
  const { phase } = view
  const asks =
    phase !== null &&
    view.facts.solo !== true &&
    sectionOf(view.format, phase.section)?.kind === 'poll'
  return (
    <Frame>
      <div className={styles.brief}>
        {asks && (
          <Suspense>
            <Poll section={phase.section} />
          </Suspense>
        )}
        <ol className={styles.steps} aria-label={phoneBrief.agenda}>
          {agendaOf(view).map((step) => (
            <li
              key={step.id}
              className={`${styles.step} ${step.is === 'now' ? styles.now : ''}`}
              aria-current={step.is === 'now' ? 'step' : undefined}
            >
              <span>{step.title}</span>
              <span className="figures">{common.min(step.minutes)}</span>
            </li>
          ))}
        </ol>
        <p className={panel.quiet}>{phoneBrief.total(totalMinutes(view))}</p>
        {view.facts.solo !== true && (
          <p>{view.facts.anonymous ? phoneWaiting.anonymous(lead) : lobby.named}</p>
        )}
        {view.you.role !== 'facilitator' && !asks && (
          <p className={panel.quiet}>{phoneBrief.leadSpeaks(lead)}</p>
        )}
      </div>
    </Frame>
  )
}
