import { Suspense, useId, useState } from 'react'
import { ArrowRight } from 'lucide-react'
import type { Command } from '@plenary/shared/command'
import type { NextStep } from '../look/next-step.ts'
import { nextStep } from '../look/next-step.ts'
import { Button } from '../look/Button.tsx'
import type { ButtonKind } from '../look/Button.tsx'
import { CloseSheet } from '../finish/later.ts'
import { Sheet } from '../look/Sheet.tsx'
import type { SessionClient } from '../sync/session-client.ts'
import { useClient, useUnplaced, useView } from '../sync/hooks.ts'
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
  const client = useClient()
  const view = useView()
  // The step depends on how many cards are still to place.
  useUnplaced(view.phase?.section ?? '')
  const [asks, setAsks] = useState<NextStep | null>(null)
  const [busy, setBusy] = useState(false)
  const more = useId()
  const step = nextStep(view, client)
  if (step === null) return null
  const take = async (commands: readonly Command[]) => {
    setAsks(null)
    setBusy(true)
    await askAll(client, commands)
    setBusy(false)
  }
  const idle = step.commands.length === 0
  return (
    <div className={styles.next}>
      <Button
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
          else setAsks(step)
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
      {asks?.closes !== undefined && (
        <Suspense>
          <CloseSheet onClose={() => setAsks(null)} />
        </Suspense>
      )}
      {asks?.confirm !== undefined && (
        <Sheet title={asks.confirm.title} onClose={() => setAsks(null)}>
          <p>{asks.confirm.body}</p>
          <Button kind="primary" large onClick={() => void take(asks.commands)}>
            {asks.confirm.yes}
          </Button>
          <Button large onClick={() => setAsks(null)}>
            {asks.confirm.no}
          </Button>
        </Sheet>
      )}
    </div>
  )
}

/** One after the other; a refusal ends it, since the next one builds on it. */
async function askAll(client: SessionClient, commands: readonly Command[]): Promise<void> {
  const [first, ...rest] = commands
  if (first === undefined) return
  const answer = await client.ask(first)
  if (answer.ok) await askAll(client, rest)
}
