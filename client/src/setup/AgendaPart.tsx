import { ArrowDown, ArrowUp } from 'lucide-react'
import { MINUTES_MAX, QUESTION_MAX, TITLE_MAX } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { useMoves } from '../look/useMoves.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { refusals } from '../words/refusals.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import { SavedField } from './SavedField.tsx'
import type { SetUpPhase, StepChange } from './saving.ts'
import { agendaWith, phasesOf, save } from './saving.ts'
import styles from './SetUp.module.css'

/** The phases: their order, names, minutes and words, and which of them are skipped. */
export function AgendaPart() {
  const client = useClient()
  const { facts } = useView()
  const { inOrder, move } = useMoves(phasesOf(facts))
  const change = (phase: string, to: StepChange) => save(client, agendaWith([{ phase, ...to }]))
  return (
    <SetUpPart title={words.agenda}>
      <ol className={styles.phases}>
        {inOrder.map((phase, index) => (
          <li key={phase.id} className={`${styles.phase} ${phase.skipped ? styles.skipped : ''}`}>
            <PhaseRow phase={phase} onChange={(to) => change(phase.id, to)} />
            <div className={styles.moves}>
              <Button
                kind="quiet"
                icon
                aria-label={words.up(phase.title)}
                disabled={index === 0}
                onClick={() => move(phase.id, -1)}
              >
                <ArrowUp size={17} strokeWidth={1.75} aria-hidden="true" />
              </Button>
              <Button
                kind="quiet"
                icon
                aria-label={words.down(phase.title)}
                disabled={index === inOrder.length - 1}
                onClick={() => move(phase.id, 1)}
              >
                <ArrowDown size={17} strokeWidth={1.75} aria-hidden="true" />
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </SetUpPart>
  )
}

interface PhaseRowProps {
  phase: SetUpPhase
  onChange: (to: StepChange) => Promise<string | null>
}

function PhaseRow({ phase, onChange }: PhaseRowProps) {
  const { title, minutes, skipped, question, prompts } = phase
  return (
    <div className={styles.phaseBody}>
      <div className={styles.line}>
        <SavedField
          label={words.titleOf(title)}
          quiet
          value={title}
          max={TITLE_MAX}
          className={styles.grow}
          onSave={async (text) =>
            text.trim() === '' ? refusals['empty-name'] : onChange({ title: text })
          }
        />
        <SavedField
          label={words.minutesOf(title)}
          quiet
          type="number"
          value={String(minutes)}
          className={styles.number}
          onSave={async (text) => {
            const wanted = Number(text)
            return Number.isInteger(wanted) && wanted >= 1 && wanted <= MINUTES_MAX
              ? onChange({ minutes: wanted })
              : refusals['not-minutes']
          }}
        />
        <Button
          kind="quiet"
          aria-label={skipped ? words.bringBack(title) : words.skipOf(title)}
          aria-pressed={skipped}
          onClick={() => void onChange({ skipped: !skipped })}
        >
          {skipped ? words.skipped : words.skip}
        </Button>
      </div>
      {!skipped && (
        <details className={styles.more}>
          <summary>{words.wordsOf(title)}</summary>
          <SavedField
            label={words.question}
            value={question}
            lines={2}
            max={QUESTION_MAX}
            onSave={(text) => onChange({ question: text })}
          />
          <SavedField
            label={words.prompts}
            hint={words.promptsHint}
            value={prompts.join('\n')}
            lines={4}
            onSave={(text) => onChange({ prompts: text.split('\n') })}
          />
        </details>
      )}
    </div>
  )
}
