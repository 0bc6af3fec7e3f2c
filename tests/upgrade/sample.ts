/** A data directory that another version has left behind, and what is to be found in it. */
import { readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { DATABASE } from '@plenary/server/database'
import { onTestFinished } from 'vitest'
import * as z from 'zod'

const FIXTURES = fileURLToPath(new URL('../fixtures/folders', import.meta.url))

const json = z.record(z.string(), z.unknown())
const session = z.object({
  session: z.string(),
  /** Tokens. */
  fay: z.string(),
  ann: z.string(),
  ben: z.string(),
  cards: json,
  facts: json,
})
const sample = z.object({ vote: session, closed: session, drafts: session })

export type SampleSession = z.infer<typeof session>
export type Sample = z.infer<typeof sample>

/** The oldest first. */
export const SAMPLES = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .toSorted()

export interface Unpacked {
  sample: Sample
  dataDir: string
  file: string
}

/** The directory goes when the running test ends. */
export async function unpack(name: string): Promise<Unpacked> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plenary-sample-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const file = join(dataDir, DATABASE)
  await writeFile(file, gunzipSync(readFileSync(join(FIXTURES, `${name}.db.gz`))))
  const told: unknown = JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8'))
  return { sample: sample.parse(told), dataDir, file }
}
