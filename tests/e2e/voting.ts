/** Pluses: placed by taps, presses and commands, and the order they put the topics in. */
import type { PlainClient } from '../kit/plain-client.ts'
import type { Answered } from '../kit/http-client.ts'
import { must } from '@plenary/shared/must'
import type { Locator } from 'playwright-core'
import * as z from 'zod'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees } from './actors.ts'

/** T1 to T8, in the order they come. */
export const TOPICS = [
  'T1 Deploys take all day',
  'T2 Nobody owns the alerts',
  'T3 Reviews wait too long',
  'T4 The stand-up drags on',
  'T5 Tests fail at random',
  'T6 Too many meetings',
  'T7 The handbook is old',
  'T8 Coffee runs out',
] as const

export function topic(n: number): string {
  return must(TOPICS[n - 1], `T${n}`)
}

export const adds = ({ page }: Visitor, n: number): Locator =>
  button(page, `Add a dot to ${topic(n)}`)

/** One plus for each number, in order; counted before the next. `left`: pluses that are left after the last. */
export async function pluses(
  visitor: Visitor,
  numbers: readonly number[],
  left = 2 - numbers.length,
): Promise<void> {
  for (const [index, n] of numbers.entries()) {
    await press(visitor, adds(visitor, n))
    const rest = left + numbers.length - 1 - index
    await sees(visitor, rest === 0 ? 'No dots left' : `${rest} dot left`)
  }
}

/** The round that dots go to: its id, once there is one. */
export async function openRound(client: PlainClient): Promise<string> {
  return until('the vote is open', () =>
    [...client.session().keys()].find((key) => key.startsWith('round:'))?.slice('round:'.length),
  )
}

/** One plus by command. */
export async function plus(client: PlainClient, n: number): Promise<Answered> {
  return client.ask({ type: 'dot.add', round: await openRound(client), target: idOf(client, n) })
}

/** Own dots on a topic, as the screen says it. */
export async function ownDots({ page }: Visitor, n: number): Promise<string> {
  const row = page.locator('li').filter({ hasText: topic(n) })
  return /(\d+) yours/.exec(await row.innerText())?.[1] ?? '0'
}

const topicFact = z.object({
  target: z.string(),
  minutes: z.number(),
  is: z.string(),
  since: z.number().optional(),
})

/** The queue as the document publishes it. */
export function queueOf(client: PlainClient): z.infer<typeof topicFact>[] {
  return z.array(topicFact).parse(client.fact('queue'))
}

/** What a closed round came to: topic -> pluses. */
export async function resultOf(client: PlainClient): Promise<Record<string, number>> {
  const fact = client.fact(`round:${await openRound(client)}`)
  return z.object({ result: z.record(z.string(), z.number()) }).parse(fact).result
}

export function endOfTimer(client: PlainClient): number {
  return z.object({ endsAt: z.number() }).parse(client.fact('timer')).endsAt
}

export function idOf(client: PlainClient, n: number): string {
  return must(client.cardBy(topic(n)), topic(n)).id
}

/** "Rank Topic Dots" of the closed vote, as the screen lists it. */
export async function tallyOn({ page }: Visitor): Promise<string[]> {
  const rows = page.getByRole('list', { name: 'Result' }).getByRole('listitem')
  return (await rows.allInnerTexts()).map((row) => row.split(/\s*\n\s*/).join(' | '))
}
