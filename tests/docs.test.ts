/** What the pages for people point at is there. */
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
