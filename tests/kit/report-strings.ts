/** Strings that must come back unchanged from everything that writes them. */
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

export const STRINGS = z
  .object({ strings: z.array(z.string()) })
  .parse(
    JSON.parse(readFileSync(new URL('../fixtures/strings.json', import.meta.url), 'utf8')),
  ).strings
