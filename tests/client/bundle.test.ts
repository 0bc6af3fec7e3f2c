/** What a phone and a desk load before they can draw, measured on the build that is served. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import * as z from 'zod'

const DIST = fileURLToPath(new URL('../../client/dist', import.meta.url))
/** Kilobytes of 1,024 bytes, gzipped. */
const PHONE_MAX = 125
const BOARD_MAX = 180
const CSS_MAX = 12

const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
  isEntry: z.boolean().default(false),
})
const manifest = z
  .record(z.string(), chunk)
  .parse(JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')))

/** A chunk and everything it imports before it runs. */
function loaded(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const next of manifest[name]?.imports ?? []) loaded(next, seen)
  return seen
}

function read(file: string): Buffer {
  return readFileSync(join(DIST, file))
}

function kilobytes(files: Iterable<string>): number {
  const sizes = [...new Set(files)].map((file) => gzipSync(read(file), { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

function scripts(names: Iterable<string>): string[] {
  return [...names].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'))
}

const names = Object.keys(manifest)
const entry = names.find((name) => manifest[name]?.isEntry) ?? ''
/** A screen that is a chunk of its own; one that is not is in the entry. */
const screen = (part: string): Set<string> =>
  new Set([
    ...loaded(entry),
    ...names.filter((name) => name.includes(part)).flatMap((name) => [...loaded(name)]),
  ])

const phone = screen('phone/PhoneSession')
const board = screen('desk/DeskSession')

it('[A1] a phone loads at most 125 kB of JavaScript before its first screen', () => {
  expect(kilobytes(scripts(phone))).toBeLessThanOrEqual(PHONE_MAX)
})

it('[A1] the board loads at most 180 kB of JavaScript', () => {
  expect(names.some((name) => name.includes('desk/DeskSession'))).toBe(true)
  expect(kilobytes(scripts(board))).toBeLessThanOrEqual(BOARD_MAX)
})

it('[A2] a phone loads at most 12 kB of CSS', () => {
  const css = [...phone].flatMap((name) => manifest[name]?.css ?? [])
  expect(kilobytes(css)).toBeLessThanOrEqual(CSS_MAX)
})

it('[A3] the phone route loads no drag library', () => {
  const drag = /DndDescribedBy|DndLiveRegion/
  expect(scripts(phone).filter((file) => drag.test(read(file).toString()))).toEqual([])
  expect(scripts(board).filter((file) => drag.test(read(file).toString()))).not.toEqual([])
})
