import { useState } from 'react'
import { ArrowLeft, ArrowRight, Volume2 } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { useKey } from '../look/useKey.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import styles from './Console.module.css'

const words = desk.console

/** The words to say, one after the other; a prompt may be shown to everyone. */
export function ReadAloud() {
  const client = useClient()
  const { phase, facts } = useView()
  const [at, setAt] = useState(0)
  const sayings = phase === null ? [] : [phase.question, ...phase.prompts]
  useKey('p', () => setAt(sayings.length === 0 ? 0 : (at + 1) % sayings.length))
  if (phase === null) return null
  // The question stands on every screen already; the first prompt has index 0.
  const prompt = at - 1
  const shown = facts.prompt === prompt
  return (
    <section className={styles.group} aria-label={words.readAloud}>
      <div className={styles.head}>
        <Volume2 size={16} strokeWidth={1.75} aria-hidden="true" />
        <h2>{words.readAloud}</h2>
        <span className="figures">{words.of(at + 1, sayings.length)}</span>
      </div>
      <p className={`voice ${styles.said}`} aria-live="polite">
        {sayings[at]}
      </p>
      <div className={styles.row}>
        <span className={styles.grow}>
          {prompt >= 0 && (
            <Button
              kind="quiet"
              aria-pressed={shown}
              onClick={() =>
                void client.ask(shown ? { type: 'prompt.hide' } : { type: 'prompt.show', prompt })
              }
            >
              {shown ? words.hide : words.show}
            </Button>
          )}
        </span>
        <Button
          kind="quiet"
          icon
          aria-label={words.before}
          aria-disabled={at === 0}
          onClick={() => setAt(Math.max(0, at - 1))}
        >
          <ArrowLeft size={17} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Button
          kind="quiet"
          icon
          aria-label={words.after}
          aria-disabled={at === sayings.length - 1}
          onClick={() => setAt(Math.min(sayings.length - 1, at + 1))}
        >
          <ArrowRight size={17} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
    </section>
  )
}
