/** The languages say the same things. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { REFUSALS } from '@plenary/shared/refusal'
import { german } from '@plenary/client/words/de/german'
import { PROBLEMS } from '@plenary/server/problem'

const WORDS = join(import.meta.dirname, '../../client/src/words')

/** Each English file of words as `part` and what it hands to `translated`. */
async function english(): Promise<[string, object][]> {
  const parts: [string, object][] = []
  for (const file of readdirSync(WORDS).filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(WORDS, file), 'utf8')
    const module: unknown = await import(join(WORDS, file))
    if (typeof module !== 'object' || module === null) continue
    for (const [, name = '', part = ''] of text.matchAll(
      /export const (\w+) = translated(?:<[^(]*>)?\('(\w+)'/g,
    )) {
      const words: unknown = Reflect.get(module, name)
      if (typeof words === 'object' && words !== null) parts.push([part, words])
    }
  }
  return parts
}

/** `console.pause`, `console.plusOne` and so on: where a text is. */
function placesIn(words: object, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? placesIn(value, `${above}${key}.`)
      : [`${above}${key}`],
  )
}

it('[WD1] German has every file of words, and every text in it', async () => {
  const parts = await english()
  expect(parts.map(([part]) => part).toSorted()).toEqual(Object.keys(german).toSorted())
  for (const [part, words] of parts) {
    const said: unknown = Reflect.get(german, part)
    if (typeof said !== 'object' || said === null) throw new Error(`${part} has no German`)
    expect(placesIn(said)).toEqual(expect.arrayContaining(placesIn(words)))
  }
})

it('[WD2] every refusal and every problem has its German sentence', () => {
  const codes = [...Object.keys(REFUSALS), ...Object.keys(PROBLEMS)]
  expect(codes.filter((code) => !Object.hasOwn(german.refusals, code))).toEqual([])
})
