/** What this page asks of the server: each request once, sent again with the same number until it is answered. */
import * as v from 'valibot'
import type { Command } from '@plenary/shared/command'
import type { Answer } from '@plenary/shared/frame'
import { MESSAGE, writeJson } from '@plenary/shared/frame'
import type { Mine } from '@plenary/shared/mine'
import { newId } from './new-id.ts'
import { pendingEffect } from './pending-effect.ts'
import type { Effect, Seen } from './pending-effect.ts'
import { sentenceOf } from './sentence.ts'
import { sentenceFor } from '../words/catalogue.ts'
import { link } from '../words/link.ts'

export interface CommandsParts {
  /** Sends a frame; false when there is no connection that has been welcomed. */
  send: (frame: Uint8Array) => boolean
  /** With what is already on its way. */
  view: () => Seen | null
  changed: () => void
  /** A request was refused and nobody else will tell the person. */
  refused: (command: Command, message: string) => void
  /** Fetches what checks a request. */
  load?: typeof loadCommandSchema
}

export interface Commands {
  /** `quiet`: whoever asks tells the person about a refusal. `id`: of a request that a page before this one made. */
  ask: (command: Command, options?: { quiet?: boolean; id?: string }) => Promise<Answer>
  answered: (answer: Answer) => void
  /** The connection is new: everything without an answer goes out again, in order. */
  resend: () => void
  /** There is no connection: what only makes sense at once is refused, and never sent again. */
  lost: () => void
  waiting: () => readonly { id: string; command: Command }[]
  /** The private view as it will be once everything asked has been granted. */
  shown: (mine: Mine) => Mine
  /** Nobody will answer any more. */
  end: (message: string) => void
}

export const loadCommandSchema = async () => (await import('@plenary/shared/command')).commandSchema

const NOW_OR_NOT = /^history|(clear|close|delete|late|reveal)$/
/** Nobody wants it minutes after they asked for it: it cannot be taken back, or means the board as it stands. */
const nowOrNot = (command: Command): boolean =>
  NOW_OR_NOT.test(command.type) || ('finish' in command && command.finish === true)

interface Pending {
  /** Known to be something that an honest client sends. */
  checked: boolean
  command: Command
  effect: Effect | null
  quiet: boolean
  settle: (answer: Answer) => void
}

export function createCommands({
  send,
  view,
  changed,
  refused,
  load = loadCommandSchema,
}: CommandsParts): Commands {
  const pending = new Map<string, Pending>()
  /** Asked before the schema is here; in order, as all of it goes out. */
  const early = new Set<string>()
  // Large, and nothing is asked on the first screen: it is loaded with the first request.
  let schema: Awaited<ReturnType<typeof load>> | null = null
  let over: string | null = null

  function no(reason: string, message: string): Answer {
    return { id: '', ok: false, reason, message }
  }

  function put(id: string, command: Command): void {
    send(writeJson(MESSAGE.command, { id, ...command }))
  }

  /** Sends what the schema takes and refuses the rest; for the latter the server would close the socket. */
  function go(id: string): void {
    const asked = pending.get(id)
    if (asked === undefined) return
    // With a network the schema failed to load, which a browser never tries again on the same page: then the server is
    // the only one to check.
    if (schema === null || (asked.checked ||= v.safeParse(schema, asked.command).success))
      return put(id, asked.command)
    pending.delete(id)
    changed()
    void sentenceOf('too-long').then((message) => refuse(asked, 'too-long', message))
  }

  /** One load for all that is asked meanwhile: two would come in any order, and what they let go with them. */
  function check(id: string): void {
    if (schema !== null) return go(id)
    if (early.add(id).size > 1) return
    const all = (): void => {
      early.forEach(go)
      early.clear()
    }
    load().then((loaded) => {
      schema = loaded
      all()
    }, all)
  }

  function refuse({ command, quiet, settle }: Pending, reason: string, message: string): void {
    if (!quiet) refused(command, message)
    settle(no(reason, message))
  }

  return {
    ask(command, { quiet = false, id = newId() } = {}) {
      if (over !== null) return Promise.resolve(no('ended', over))
      return new Promise((settle) => {
        const effect = pendingEffect(command, view())
        pending.set(id, { checked: false, command, effect, quiet, settle })
        check(id)
        changed()
      })
    },
    answered(answer) {
      const asked = pending.get(answer.id)
      if (asked === undefined) return
      pending.delete(answer.id)
      const message = sentenceFor(answer.reason ?? '') ?? answer.message ?? ''
      if (!answer.ok && !asked.quiet) refused(asked.command, message)
      asked.settle(answer.ok ? answer : { ...answer, message })
      changed()
    },
    resend() {
      // What was asked a moment ago is younger than what has gone out before.
      early.clear()
      for (const id of Array.from(pending.keys())) check(id)
    },
    lost() {
      for (const [id, asked] of pending)
        if (nowOrNot(asked.command)) {
          pending.delete(id)
          refuse(asked, 'not-now', link.notNow)
        }
    },
    waiting: () => Array.from(pending, ([id, { command }]) => ({ id, command })),
    shown(own) {
      let shown = own
      for (const { effect } of pending.values()) if (effect !== null) shown = effect(shown)
      return shown
    },
    end(message) {
      over = message
      for (const { settle } of pending.values()) settle(no('ended', message))
      pending.clear()
    },
  }
}
