/** PROTOCOL.md and the code name the same things: commands, codes, closes, messages and facts. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PROBLEMS } from '@plenary/server/problem'
import { commandSchema } from '@plenary/shared/command'
import { CLOSE, MESSAGE } from '@plenary/shared/frame'
import { publish } from '@plenary/shared/published'
import { expect, it } from 'vitest'
import { SCENES } from '../kit/scenes.ts'

const PAGE = fileURLToPath(new URL('../../shared/PROTOCOL.md', import.meta.url))
const page = readFileSync(PAGE, 'utf8')

/** What stands in backticks in a column of the last table that is headed so. */
function named(head: string, column = 0): string[] {
  const table = page.split(new RegExp(`^\\| ${head} +\\|.*\\n\\|[-| ]+\\n`, 'm')).at(-1)
  const [rows = ''] = (table ?? '').split('\n\n')
  return rows.split('\n').flatMap((row) => {
    const cell = row.split(/(?<!\\)\|/)[column + 1] ?? ''
    return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
  })
}

it('[N6] no table is there twice', () => {
  const heads = [...page.matchAll(/^\| *([^|]+?) *\|.*\n\| *-+ *\|/gm)].map(([, head = '']) => head)
  // The keys of a card, and those of the session.
  expect(heads.toSorted()).toEqual(['close', 'key', 'key', 'request', 'status', 'type'])
})

it('[N6] every command is listed, once, and no other', () => {
  const types = commandSchema.options.map((option) => option.entries.type.literal)
  expect(named('type').toSorted()).toEqual(types.toSorted())
})

it('[N6] every code of a problem is listed', () => {
  const codes = named('status', 1)
  expect(Object.keys(PROBLEMS).filter((code) => !codes.includes(code))).toEqual([])
  expect(new Set(codes.filter((code) => !code.startsWith('/'))).size).toBe(
    codes.filter((code) => !code.startsWith('/')).length,
  )
})

it('[N6] every close code and every type of message is listed', () => {
  for (const code of Object.values(CLOSE))
    expect(page).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'))
  for (const [name, type] of Object.entries(MESSAGE))
    // Ours from 100 on; y-websocket's `auth` is not spoken.
    if (name !== 'auth')
      expect(page, name).toMatch(new RegExp(`^(\\w+ +:=|            \\|) ${type}\\b`, 'm'))
})

it('[N6] every fact is listed', () => {
  const listed = named('key').map((key) => key.replace(/:<.*/, ':'))
  const facts = new Set<string>()
  for (const scene of Object.values(SCENES)) {
    const { values, maps } = publish(scene().state(), 1)
    for (const key of [...Object.keys(values), ...Object.keys(maps)])
      facts.add(key.replace(/:.*/, ':'))
  }
  expect(facts.size).toBeGreaterThan(20)
  expect([...facts].filter((fact) => !listed.includes(fact))).toEqual([])
})
