import { useState } from 'react'
import type { Command } from '@plenary/shared/command'
import { useClient, useUnplaced, useView } from '../sync/hooks.ts'
import type { NextStep } from './next-step.ts'
import { nextStep } from './next-step.ts'
import type { SessionClient } from '../sync/session-client.ts'
import type { Unread } from './useUnread.ts'
import { useUnread } from './useUnread.ts'

export interface Next {
  step: NextStep | null
  /** The same for as long as the step does the same. */
  means: string
  /** While what was asked for has no answer. */
  busy: boolean
  /** For the button: what it means has changed a moment ago. */
  unread: Unread
  /** Asks every command of a step in its order; stops at the first refusal. Nothing while busy. */
  take: (commands: readonly Command[]) => Promise<void>
}

/** The step behind the chair's Next button, as the room stands. */
export function useNextStep(): Next {
  const client = useClient()
  const view = useView()
  // What is still to place changes the question before the step.
  useUnplaced(view.phase?.section ?? '')
  const [busy, setBusy] = useState(false)
  const step = nextStep(view, client)
  const means = JSON.stringify(step?.commands ?? null)
  const unread = useUnread(means)
  return {
    step,
    means,
    busy,
    unread,
    take: async (commands) => {
      if (busy) return
      setBusy(true)
      await askAll(client, commands)
      setBusy(false)
    },
  }
}

/** One after the other; a refusal ends it, since the next one builds on it. */
async function askAll(client: SessionClient, commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    const answer = await client.ask(command)
    if (!answer.ok) return
  }
}
