import { RefreshCw } from 'lucide-react'
import { CHECK_IN_MAX, readPlan } from '@plenary/shared/plan'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import { SavedField } from './SavedField.tsx'
import { nextQuestion } from './check-in.ts'
import { save } from './saving.ts'
import styles from './SetUp.module.css'

/** What is asked in the lobby while people come. */
export function CheckInPart() {
  const client = useClient()
  const { checkIn } = readPlan(useView().facts.plan)
  const ask = (question: string) => save(client, { type: 'plan.set', checkIn: question })
  return (
    <SetUpPart title={words.checkIn}>
      <SavedField
        label={words.checkInLabel}
        hint={words.checkInHint}
        value={checkIn}
        lines={2}
        max={CHECK_IN_MAX}
        onSave={ask}
      />
      <Button className={styles.start ?? ''} onClick={() => void ask(nextQuestion(checkIn))}>
        <RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />
        {checkIn === '' ? words.ask : words.another}
      </Button>
    </SetUpPart>
  )
}
