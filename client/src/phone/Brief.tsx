import { totalMinutes } from '../look/agenda.ts'
import { leadName } from '../look/room.ts'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneBrief } from '../words/phone-brief.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
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
