import { ArrowRight } from 'lucide-react'
import type { Phase } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneBrief } from '../words/phone-brief.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import styles from './Agenda.module.css'

/** The phases with their minutes; with `onGo` each but the present one can be gone to. */
export function Agenda({ onGo }: { onGo?: ((phase: Phase) => void) | undefined }) {
  const { format, phase } = useView()
  const at = format.phases.findIndex((one) => one.id === phase?.id)
  return (
    <ol className={styles.agenda}>
      {format.phases.map((one, index) => (
        <li
          key={one.id}
          className={`${styles.step} ${index === at ? styles.now : index < at ? styles.past : ''}`}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.title}>{one.title}</span>
          <span className={`figures ${styles.minutes}`}>
            {index === at ? `${phoneBrief.now}, ` : ''}
            {common.min(one.minutes)}
          </span>
          {onGo !== undefined && index !== at && (
            <Button
              kind="quiet"
              icon
              aria-label={phoneMenu.goTo(one.title)}
              onClick={() => onGo(one)}
            >
              <ArrowRight size={18} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
