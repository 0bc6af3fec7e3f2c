import type { ReactNode } from 'react'
import { Suspense } from 'react'
import { Volume2 } from 'lucide-react'
import { useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { AsideCards } from './card-parts.ts'
import styles from './Frame.module.css'

interface FrameProps {
  /** What is open or hidden here now. */
  chip?: ReactNode
  /** Beneath the question: who sees what. */
  sub?: ReactNode
  children: ReactNode
}

/** The section in focus, framed under its question. */
export function Frame({ chip, sub, children }: FrameProps) {
  const { format, phase, facts, mine } = useView()
  const at = format.phases.findIndex((one) => one.id === phase?.id)
  const shown = facts.prompt === null ? undefined : phase?.prompts[facts.prompt]
  return (
    <section className={styles.frame} aria-labelledby="question">
      <header className={styles.head}>
        {at >= 0 && (
          <span className={`figures ${styles.number}`} aria-hidden="true">
            {at + 1}
          </span>
        )}
        <h1 id="question" tabIndex={-1} className={`voice ${styles.question}`}>
          {phase?.question ?? phoneFrame.question}
        </h1>
        {chip}
      </header>
      <output>
        {shown !== undefined && (
          <span className={styles.prompt}>
            <Volume2 size={17} strokeWidth={1.75} aria-hidden="true" />
            <span className="unseen">{desk.shown}</span>
            {shown}
          </span>
        )}
      </output>
      {sub !== undefined && <div className={styles.sub}>{sub}</div>}
      <div className={styles.body}>
        {mine.aside !== undefined && (
          <Suspense>
            <AsideCards />
          </Suspense>
        )}
        {children}
      </div>
    </section>
  )
}
