/** Saves what the set-up page asks, and gives back what to say beside the field when it was not taken. */
import type { Command, CommandOf } from '@plenary/shared/command'
import type { Facts } from '@plenary/shared/facts'
import type { SessionClient } from '../sync/session-client.ts'
import { sentenceFor } from '../words/catalogue.ts'

/** null when it is saved, else why not. */
export type Saved = Promise<string | null>

export async function save(client: SessionClient, command: Command): Saved {
  const answer = await client.ask(command)
  if (answer.ok) return null
  return sentenceFor(answer.reason ?? '') ?? answer.message ?? ''
}

export interface SetUpPhase {
  id: string
  title: string
  minutes: number
  skipped: boolean
  question: string
  prompts: readonly string[]
}

/** Every phase in its order, the skipped ones too. */
export function phasesOf({ steps, asks }: Facts): SetUpPhase[] {
  return Object.entries(steps)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, { title, minutes, skipped }]) => ({
      id,
      title,
      minutes,
      skipped,
      question: asks[id]?.question ?? '',
      prompts: asks[id]?.prompts ?? [],
    }))
}

type Steps = CommandOf<'agenda.set'>['steps']
export type StepChange = Omit<Steps[number], 'phase'>

/** Changes these phases and leaves all of them where they are. */
export function agendaWith(changes: readonly Steps[number][]): Command {
  return { type: 'agenda.set', steps: [...changes], move: null }
}
