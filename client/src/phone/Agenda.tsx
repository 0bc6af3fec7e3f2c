import type { ReactNode } from 'react'
import type { Phase } from '@plenary/shared/format'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phone } from '../words/phone.ts'
import styles from './Agenda.module.css'

/** The phases with their minutes; `beside` may add a control to each. */
export function Agenda({ beside }: { beside?: (phase: Phase) => ReactNode }) {
  const { format, facts, phase } = useView()
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
            {index === at ? `${phone.brief.now}, ` : ''}
            {common.min(facts.steps[one.id]?.minutes ?? one.minutes)}
          </span>
          {beside?.(one)}
        </li>
      ))}
    </ol>
  )
}
