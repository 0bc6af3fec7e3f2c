/** A format that the code has never seen, read from its file as an operator's own would be. */
import { readFileSync } from 'node:fs'
import type { Format } from '@plenary/shared/format'
import { parseFormat } from '@plenary/shared/shipped-format'

const FILE = new URL('../fixtures/unseen-format.json', import.meta.url)

export function unseenJson(): unknown {
  return JSON.parse(readFileSync(FILE, 'utf8'))
}

export function unseenFormat(): Format {
  const parsed = parseFormat(unseenJson())
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.format
}
