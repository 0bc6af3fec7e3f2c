/** A command as it comes over the wire, with its number. */
import * as v from 'valibot'
import { COMMAND_ID_MAX, commandSchema } from './command.ts'

export const numberedCommandSchema = v.intersect([
  v.object({ id: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(COMMAND_ID_MAX))) }),
  commandSchema,
])
