/** What the pages for people point at is there, and the attacks that one of them lists are tried. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const pages = ['', 'client', 'docs', 'server', 'shared', 'tests'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, folder, name)),
)

/** Links and pictures of Markdown that lead to a file of this repository. */
function filesIn(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to))
}

it('[N7] every file that a page links to, and every picture, is there', () => {
  expect(pages.length).toBeGreaterThan(3)
  const missing = pages.flatMap((page) =>
    filesIn(page)
      .filter((to) => !existsSync(join(dirname(page), to)))
      .map((to) => `${relative(ROOT, page)}: ${to}`),
  )
  expect(missing).toEqual([])
})

/** Attacks of the table in server/README.md. */
const LAST = 120

interface Row {
  number: number
  files: string[]
  leftOut: boolean
}

const rows: Row[] = [
  ...readFileSync(join(ROOT, 'server/README.md'), 'utf8').matchAll(/^\| T(\d+) .*$/gm),
].map(([line, number = '']) => {
  const where = line.split('|').at(-2) ?? ''
  const files = [...where.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
  return { number: Number(number), files, leftOut: /^ left out: \S/.test(where) }
})

/** Number of an attack -> the files of tests whose names have it. */
function tried(): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>()
  const files = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:test|spec)\.ts$/.test(file) && !/(^|\/)(dist|node_modules)\//.test(file),
  )
  for (const file of files) {
    // In a name, not in what is said about one.
    const names = readFileSync(join(ROOT, 'tests', file), 'utf8').replaceAll(
      /^\s*(?:\*|\/\/|\/\*\*).*$/gm,
      '',
    )
    for (const [, list = ''] of names.matchAll(/\[(T\d+(?:[ ,]+[A-Z]+\d+)*)\]/g))
      for (const [, number = ''] of list.matchAll(/\bT(\d+)/g))
        found.set(Number(number), (found.get(Number(number)) ?? new Set()).add(file))
  }
  return found
}

it('[N8] every attack has one row, in their order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: LAST }, (_, n) => n + 1))
})

it('[N8] every row names the files that try it, and no other, or why there is none', () => {
  const found = tried()
  for (const { number, files, leftOut } of rows) {
    const where = [...(found.get(number) ?? [])].toSorted()
    expect(files.toSorted(), `T${number}`).toEqual(where)
    expect(where.length > 0 || leftOut, `T${number} is tried or left out`).toBe(true)
  }
  expect([...found.keys()].filter((number) => number < 1 || number > LAST)).toEqual([])
})
