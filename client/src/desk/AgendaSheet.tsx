import { AgendaEdit } from '../chair/AgendaEdit.tsx'
import { agendaOf } from '../look/agenda.ts'
import { Sheet } from '../look/Sheet.tsx'
import { useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import brief from './Brief.module.css'

/** All phases with their minutes; who leads may change them while the session runs. */
export function AgendaSheet({ onClose }: { onClose: () => void }) {
  const leads = useRefusal('lead') === null
  return (
    <Sheet title={desk.stepper.label} onClose={onClose}>
      {leads ? <AgendaEdit /> : <Readable />}
    </Sheet>
  )
}

function Readable() {
  const view = useView()
  return (
    <ol className={brief.steps}>
      {agendaOf(view).map((step) => (
        <li
          key={step.id}
          className={`${brief.step} ${step.is === 'now' ? brief.now : ''}`}
          aria-current={step.is === 'now' ? 'step' : undefined}
        >
          <span>{step.title}</span>
          <span className="figures">{common.min(step.minutes)}</span>
        </li>
      ))}
    </ol>
  )
}
