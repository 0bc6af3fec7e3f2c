/** The languages say the same things. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { REFUSALS } from '@plenary/shared/refusal'
import { speak } from '@plenary/client/words/catalogue'
import { german } from '@plenary/client/words/de/german'
import { figure, formatTime } from '@plenary/client/words/figure'
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

/** A component without its comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
}

/** Letters between tags, in attributes that are read out, and in strings of two words or more. */
const TEXTS = [
  /[\w"'}/]>\s*([^<>{}=;()?:]*\p{L}{2,}[^<>{}=;()?:]*)\s*<\/[A-Za-z]/gu,
  /\b(?:aria-(?:label|description|roledescription|valuetext)|title|placeholder|alt|label)=(?:"([^"]* [^"]*|\p{Lu}[^"]*)"|\{['"]([^'"]*)['"]\})/gu,
  /'(\p{Lu}\p{L}*(?: [\p{L}’,]+)+[.?…]?)'/gu,
]
/** Said to whoever programs, in exceptions that nobody meets. */
const TO_PROGRAMMERS = /sync\/hooks\.ts$/

it('[WD14] no component holds a text of its own', () => {
  const SRC = join(WORDS, '..')
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('words'))
    .filter((file) => !TO_PROGRAMMERS.test(file))
  const found = files.flatMap((file) =>
    TEXTS.flatMap((text) =>
      [...codeOf(join(SRC, file)).matchAll(text)].map(
        ([, ...said]) => `${file}: ${said.join('').trim()}`,
      ),
    ),
  )
  expect(found).toEqual([])
})

// Last: the words of this file stay German from here on.
it('[WD16] numbers and times of day are written as the language writes them', () => {
  const early = new Date(2026, 2, 20, 6, 37).getTime()
  expect([figure(2.25), figure(3)]).toEqual(['2.25', '3'])
  speak('de', german)
  expect([figure(2.25), figure(3)]).toEqual(['2,25', '3'])
  expect(formatTime(early)).toBe('06:37')
})
