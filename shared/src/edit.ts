/** What the server itself writes on the board, as plain values: the effect of a decision. */
import type { Kind } from './kinds.ts'
import type { Splice } from './splice.ts'

export type Edit =
  | {
      do: 'put'
      id: string
      kind: Kind
      text: string
      place: string
      fields?: Readonly<Record<string, string | boolean>>
    }
  | { do: 'set'; id: string; field: string; value: string | boolean }
  | { do: 'splice'; id: string; splices: readonly Splice[] }
