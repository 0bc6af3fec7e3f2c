/** Tables of commands: in which scene, by whom, with what, and what it comes to. */
import { parse } from 'valibot'
import type { Command } from '@plenary/shared/command'
import { commandSchema } from '@plenary/shared/command'
import { must } from '@plenary/shared/must'
import type { Refusal } from '@plenary/shared/refusal'
import { describe, expect, test } from 'vitest'
import type { Play } from './play.ts'
import type { Scene } from './scenes.ts'
import { SCENES } from './scenes.ts'

export type Fields = Record<string, unknown>
export type Row = [Scene, string, Fields | ((session: Play) => Fields), 'ok' | Refusal]

/** Commands about what people write, vote and estimate; every other one is about the session. */
export type ContentCommand = Extract<
  Command['type'],
  | 'reveal'
  | 'pour.late'
  | `${'draft' | 'card' | 'lane' | 'group' | 'round' | 'dot' | 'estimate'}.${string}`
>
export type SessionCommand = Exclude<Command['type'], ContentCommand>

/** One test for each row; a refusal must leave the state as it is. */
export function holdsFor(rows: Readonly<Record<string, Row[]>>): void {
  describe.each(Object.entries(rows))('%s', (type, own) => {
    test.each(own)('[P1] in "%s" by %s with %j: %4$s', (scene, name, fields, expected) => {
      const session = SCENES[scene]()
      const before = session.state()
      const given = typeof fields === 'function' ? fields(session) : fields
      const decision = session.does(name, parse(commandSchema, { type, ...given }))
      expect(decision.ok ? 'ok' : decision.reason).toBe(expected)
      if (!decision.ok) expect(session.state()).toBe(before)
    })
  })
}

export const nobody = { person: 'nobody' }
export const nowhere = { round: 'none' }

export const who =
  (name: string, more: Fields = {}) =>
  (session: Play): Fields => ({ person: session.person(name).id, ...more })

export const firstLane = (session: Play): string => must(session.lanes()[0], 'a lane').id
