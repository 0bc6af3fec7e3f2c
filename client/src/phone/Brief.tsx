import { totalMinutes } from '../look/agenda.ts'
import { leadName } from '../look/room.ts'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneBrief } from '../words/phone-brief.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { Agenda } from './Agenda.tsx'
import { Panel } from './Panel.tsx'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'

/** The facilitator explains; the question stands there to think about. */
export default function Brief() {
  const view = useView()
  const { facts, you } = view
  const lead = leadName(view) || common.theFacilitator
  return (
    <Screen>
      <Question large />
      {you.role !== 'facilitator' && <p>{phoneBrief.leadSpeaks(lead)}</p>}
      <WhoSees hidden={facts.anonymous}>
        {facts.anonymous ? phoneFrame.waiting.anonymous(lead) : phoneFrame.waiting.named}
      </WhoSees>
      <Panel title={`${phoneBrief.agenda}, ${phoneBrief.total(totalMinutes(view))}`}>
        <Agenda />
      </Panel>
    </Screen>
  )
}
