/** The sentence of a refusal. They are many and seldom needed, so they are loaded when the first one is told. */
import type { Kind } from '@plenary/shared/kinds'
import type { Refusal } from '@plenary/shared/refusal'
import { link } from '../words/link.ts'

export const loadSentences = () => import('../words/refusals.ts')
export const loadRemoved = () => import('../words/removed.ts')

/** Never rejects: what it is told about carries somebody's own words. */
export async function sentenceOf(refusal: Refusal): Promise<string> {
  try {
    const { refusals } = await loadSentences()
    return refusals[refusal]
  } catch {
    return link.notSaved
  }
}

/** What was taken away, in one sentence. Never rejects: the way back stands beside it. */
export async function removedSentence(kind: Kind): Promise<string> {
  try {
    const { removed } = await loadRemoved()
    return removed[kind]
  } catch {
    return link.removed
  }
}
