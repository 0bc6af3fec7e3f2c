/** What is said and estimated in S1, and what it comes to. */
import { readFileSync } from 'node:fs'
import { must } from '@plenary/shared/must'
import * as z from 'zod'

const premortem = z
  .object({
    brainstorm: z.array(z.object({ id: z.string(), text: z.string(), category: z.string() })),
    categories: z.array(
      z.object({ name: z.string(), probability: z.number(), impact: z.number() }),
    ),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../fixtures/premortem-004.json', import.meta.url), 'utf8')),
  )

/** The estimates that everybody gives, in the order of the lanes. */
export const CATEGORIES = premortem.categories

/** All nine, sorted. */
export const SAID = premortem.brainstorm.map((one) => one.text).toSorted()

export function said(...ids: readonly string[]): string[] {
  return ids.map((id) => must(premortem.brainstorm.find((one) => one.id === id)?.text, id))
}

export function laneFor(text: string): string {
  return must(premortem.brainstorm.find((one) => one.text === text)?.category, text)
}

/** Lane -> texts, sorted: where every card belongs. */
export const SORTED = Object.fromEntries(
  CATEGORIES.map(({ name }) => [
    name,
    premortem.brainstorm
      .filter((one) => one.category === name)
      .map((one) => one.text)
      .toSorted(),
  ]),
)

/** Rank, category, probability, impact, product. */
export const TABLE = [
  '1 | Feature Gap | 2.5 | 2.5 | 6.25',
  '2 | Non-Use | 1.5 | 3 | 4.5',
  '3 | Timeline | 2.5 | 1.5 | 3.75',
  '4= | Performance | 2 | 1.5 | 3',
  '4= | Security | 1 | 3 | 3',
]

/** With an agreed probability of 1.5 for Security. */
export const TABLE_AGREED = [
  '1 | Feature Gap | 2.5 | 2.5 | 6.25',
  '2= | Security | 1.5 | 3 | 4.5',
  '2= | Non-Use | 1.5 | 3 | 4.5',
  '4 | Timeline | 2.5 | 1.5 | 3.75',
  '5 | Performance | 2 | 1.5 | 3',
]
