/** What keeps own words on the device is fetched behind the first screen, with the first word, or before where some were left. */
import type { SafeWords, SafeWordsParts } from './safe-words.ts'
import { isEmpty } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'

export const loadSafeWords = () => import('./safe-words.ts')

/** As `SafeWords`, for those who do not wait for it. */
export interface SafePart extends Pick<SafeWords, 'soon' | 'now' | 'gone' | 'stop'> {
  /** Whether this device keeps words, as far as is known. */
  keeps: () => boolean
  settled: () => Unsaved | undefined
  takeOver: (...how: Parameters<SafeWords['takeOver']>) => Promise<Unsaved | undefined>
  last: (...how: Parameters<SafeWords['last']>) => Promise<string[]>
}

export interface SafePartParts extends Omit<SafeWordsParts, 'keeps'> {
  /** Whether this device keeps words is different. */
  changed: () => void
}

export function createSafePart({ changed, ...parts }: SafePartParts): SafePart {
  let safe: SafeWords | null = null
  let keeps = parts.device !== null
  let over: { wipe: boolean } | null = null

  function nowKeeps(does: boolean): void {
    if (keeps === does) return
    keeps = does
    changed()
  }

  async function load(): Promise<SafeWords> {
    const { createSafeWords } = await loadSafeWords()
    safe ??= createSafeWords({ ...parts, keeps: nowKeeps })
    if (over?.wipe === false) safe.now()
    if (over !== null) safe.stop(over.wipe)
    safe.soon()
    return safe
  }

  return {
    keeps: () => keeps,
    soon() {
      if (safe !== null) safe.soon()
      else if (!isEmpty(parts.unsaved())) load().catch(() => nowKeeps(false))
    },
    now: () => safe?.now(),
    gone: () => safe?.gone() === true,
    settled: () => safe?.settled(),
    async takeOver(...how) {
      const kept = await load()
      return over === null ? kept.takeOver(...how) : undefined
    },
    last: async (...how) => (await load()).last(...how),
    stop(wipe) {
      over = { wipe }
      safe?.stop(wipe)
    },
  }
}
