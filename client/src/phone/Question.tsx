import { Eye, EyeOff } from 'lucide-react'
import { useView } from '../sync/hooks.ts'
import styles from './Question.module.css'

/** The largest words on the screen, and the prompt that the facilitator shows to everyone. */
export function Question({ text, large = false }: { text?: string; large?: boolean }) {
  const { phase, facts } = useView()
  const prompt = facts.prompt === null ? undefined : phase?.prompts[facts.prompt]
  return (
    <>
      <h1 tabIndex={-1} className={`voice ${styles.question} ${large ? styles.long : ''}`}>
        {text ?? phase?.question}
      </h1>
      <output>
        {prompt !== undefined && <span className={`voice ${styles.prompt}`}>{prompt}</span>}
      </output>
    </>
  )
}

/** Says who can see what is done here. */
export function WhoSees({ hidden, children }: { hidden: boolean; children: string }) {
  const Icon = hidden ? EyeOff : Eye
  return (
    <p className={styles.who}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </p>
  )
}
