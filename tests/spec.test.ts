/**
 * SPEC.md and the tests say the same: every rule is cited by a test, every citation is a rule.
 * `[T1]` and its like are the attacks listed in server/README.md; that page lists where each is tried.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const TESTS = fileURLToPath(new URL('.', import.meta.url))
const SPEC = fileURLToPath(new URL('../shared/SPEC.md', import.meta.url))

const page = readFileSync(SPEC, 'utf8')

function rulesIn(text: string): string[] {
  return [...text.matchAll(/^- \*\*([A-Z]+\d+)\*\* /gm)].map(([, rule = '']) => rule)
}

const rules = rulesIn(page)

function lettersOf(rule: string): string {
  return rule.replace(/\d+$/, '')
}

function numberOf(rule: string): number {
  return Number(rule.replace(/^[A-Z]+/, ''))
}

function citations(): Set<string> {
  const cited = new Set<string>()
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/(^|\/)(dist|node_modules)\//.test(file),
  )
  for (const file of files) {
    const text = readFileSync(join(TESTS, file), 'utf8')
    for (const [, list = ''] of text.matchAll(/\[([A-Z]+\d+(?:[ ,]+[A-Z]+\d+)*)\]/g))
      for (const rule of list.split(/[ ,]+/)) cited.add(rule)
  }
  return cited
}

it('[N5] no rule has two texts', () => {
  const twice = rules.filter((rule, at) => rules.indexOf(rule) !== at)
  expect(twice).toEqual([])
})

it('[N5] the rules of a section share their letters and stand in the order of their numbers', () => {
  const sections = page.split(/^## /m).map(rulesIn)
  for (const section of sections) {
    expect(new Set(section.map(lettersOf)).size, section[0]).toBeLessThanOrEqual(1)
    expect(section).toEqual(section.toSorted((a, b) => numberOf(a) - numberOf(b)))
  }
  const letters = sections.flatMap((section) => section.slice(0, 1).map(lettersOf))
  expect(letters).toEqual([...new Set(letters)])
})

it('[N5] every rule of SPEC.md is cited by a test', () => {
  const cited = citations()
  expect(rules.filter((rule) => !cited.has(rule))).toEqual([])
})

it('[N5] every citation is a rule of SPEC.md', () => {
  const cited = [...citations()].filter((rule) => !/^T\d+$/.test(rule))
  expect(cited.filter((rule) => !rules.includes(rule))).toEqual([])
})
