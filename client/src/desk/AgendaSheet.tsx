import { Sheet } from '../look/Sheet.tsx'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { agendaOf } from '../look/agenda.ts'
import styles from './Brief.module.css'

/** All phases with their minutes; the stepper leads to them. */
export function AgendaSheet({ onClose }: { onClose: () => void }) {
  const view = useView()
  return (
    <Sheet title={desk.stepper.label} onClose={onClose}>
      <ol className={styles.steps}>
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
    </Sheet>
  )
}
