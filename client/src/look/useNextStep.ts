import { useClient, useUnplaced, useView } from '../sync/hooks.ts'
import type { NextStep } from './next-step.ts'
import { nextStep } from './next-step.ts'
import type { SessionClient } from '../sync/session-client.ts'

export interface Next {
  step: NextStep | null
  /** Asks every command in its order; stops at the first refusal. */
  take: () => Promise<void>
}

/** The step behind the chair's Next button, as the room stands. */
export function useNextStep(): Next {
  const client = useClient()
  const view = useView()
  // What is still to place changes the question before the step.
  useUnplaced(view.phase?.section ?? '')
  const step = nextStep(view, client)
  return { step, take: () => takeStep(client, step) }
}

async function takeStep(client: SessionClient, step: NextStep | null): Promise<void> {
  for (const command of step?.commands ?? []) {
    const answer = await client.ask(command)
    if (!answer.ok) return
  }
}
