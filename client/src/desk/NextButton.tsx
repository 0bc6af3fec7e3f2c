import { Suspense, useId, useState } from 'react'
import { ArrowRight } from 'lucide-react'
import type { NextStep } from '../look/next-step.ts'
import { Button } from '../look/Button.tsx'
import type { ButtonKind } from '../look/Button.tsx'
import { CloseSheet } from '../finish/later.ts'
import { Sheet } from '../look/Sheet.tsx'
import { useNextStep } from '../look/useNextStep.ts'
import { useUnread } from '../look/useUnread.ts'
import styles from './NextButton.module.css'

interface NextButtonProps {
  kind?: ButtonKind
  large?: boolean
  /** Says underneath what will happen to everyone. */
  detail?: boolean
  /** Its words stand in a tooltip too, where it is shown as an icon. */
  tip?: boolean
}

/** The one button that leads on; it says what comes, and asks first where there is no way back. */
export function NextButton({
  kind = 'primary',
  large = false,
  detail = false,
  tip = false,
}: NextButtonProps) {
  const { step, means, busy, unread, take } = useNextStep()
  const [asks, setAsks] = useState<{ step: NextStep; means: string } | null>(null)
  // The second press of a double click is no answer.
  const fresh = useUnread(asks === null ? null : asks.means)
  const more = useId()
  // A question is about the step that was pressed, and gone once somebody else has led on.
  if (asks?.step.confirm !== undefined && asks.means !== means) setAsks(null)
  if (step === null) return null
  const idle = step.commands.length === 0
  return (
    <div className={styles.next}>
      <Button
        {...unread}
        kind={kind}
        large={large}
        busy={busy}
        aria-disabled={idle || busy}
        aria-describedby={detail ? more : undefined}
        className={styles.button ?? ''}
        title={tip ? step.label : undefined}
        onClick={() => {
          if (idle || busy) return
          if (step.confirm === undefined && step.closes === undefined) void take(step.commands)
          else setAsks({ step, means })
        }}
      >
        <span data-words>{step.label}</span>
        <ArrowRight size={18} strokeWidth={2} aria-hidden="true" />
      </Button>
      {detail && (
        <p id={more} className={styles.detail}>
          {step.detail}
        </p>
      )}
      {asks?.step.closes !== undefined && (
        <Suspense>
          <CloseSheet onClose={() => setAsks(null)} />
        </Suspense>
      )}
      {asks?.step.confirm !== undefined && (
        <Sheet title={asks.step.confirm.title} onClose={() => setAsks(null)}>
          <p>{asks.step.confirm.body}</p>
          <Button
            {...fresh}
            kind="primary"
            large
            onClick={() => {
              setAsks(null)
              void take(asks.step.commands)
            }}
          >
            {asks.step.confirm.yes}
          </Button>
          <Button {...fresh} large onClick={() => setAsks(null)}>
            {asks.step.confirm.no}
          </Button>
        </Sheet>
      )}
    </div>
  )
}
