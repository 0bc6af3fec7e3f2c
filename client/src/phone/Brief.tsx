import { Suspense } from 'react'
import { sectionOf } from '@plenary/shared/format'
import { Poll } from '../look/poll-part.ts'
import { totalMinutes } from '../look/agenda.ts'
import { leadName } from '../look/room.ts'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneBrief } from '../words/phone-brief.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { Agenda } from './Agenda.tsx'
import { Panel } from '../look/Panel.tsx'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'

/** The facilitator explains; the question stands there to think about. */
export default function Brief() {
  const view = useView()
  const { facts, format, phase, you } = view
  const asks =
    phase !== null && facts.solo !== true && sectionOf(format, phase.section)?.kind === 'poll'
  const lead = leadName(view) || common.theFacilitator
  return (
    <Screen>
      <Question large />
      {asks && (
        <Suspense>
          <Poll section={phase.section} />
        </Suspense>
      )}
      {you.role !== 'facilitator' && !asks && <p>{phoneBrief.leadSpeaks(lead)}</p>}
      {facts.solo !== true && (
        <WhoSees hidden={facts.anonymous}>
          {facts.anonymous ? phoneWaiting.anonymous(lead) : phoneWaiting.named}
        </WhoSees>
      )}
      <Panel title={`${phoneBrief.agenda}, ${phoneBrief.total(totalMinutes(view))}`}>
        <Agenda />
      </Panel>
    </Screen>
  )
}
