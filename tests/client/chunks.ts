/** The files of the built client, as its manifest tells them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as z from 'zod'

const DIST = fileURLToPath(new URL('../../client/dist', import.meta.url))

const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
  isEntry: z.boolean().default(false),
  isDynamicEntry: z.boolean().default(false),
})

/** Chunks by the source they begin with. */
export const manifest = z
  .record(z.string(), chunk)
  .parse(JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')))

/** A chunk and everything it imports before it runs. */
export function loaded(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const next of manifest[name]?.imports ?? []) loaded(next, seen)
  return seen
}

/** Files of these chunks, such as `assets/Write-1a2b.js`. */
export function scripts(names: Iterable<string>): string[] {
  return [...names].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'))
}

export function readBuilt(file: string): Buffer {
  return readFileSync(join(DIST, file))
}

/** Kilobytes of 1,024 bytes, gzipped. */
export function kilobytes(files: Iterable<string>): number {
  const sizes = [...new Set(files)].map((file) => gzipSync(readBuilt(file), { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}
