/** What this page asks of the server: each request once, sent again with the same number until it is answered. */
import * as v from 'valibot'
import type { Command } from '@plenary/shared/command'
import { commandSchema } from '@plenary/shared/command'
import type { Answer } from '@plenary/shared/frame'
import { MESSAGE, writeJson } from '@plenary/shared/frame'
import type { Mine } from '@plenary/shared/mine'
import { REFUSALS } from '@plenary/shared/refusal'
import { newId } from './new-id.ts'
import { pendingEffect } from './pending-effect.ts'
import type { Effect } from './pending-effect.ts'

export interface CommandsParts {
  /** Sends a frame; false when there is no connection that has been welcomed. */
  send: (frame: Uint8Array) => boolean
  /** Own view with what is already on its way. */
  mine: () => Mine | null
  changed: () => void
  /** A request was refused and nobody else will tell the person. */
  refused: (command: Command, message: string) => void
}

export interface Commands {
  /** `quiet`: whoever asks tells the person about a refusal. */
  ask: (command: Command, options?: { quiet?: boolean }) => Promise<Answer>
  answered: (answer: Answer) => void
  /** The connection is new: everything without an answer goes out again, in order. */
  resend: () => void
  waiting: () => readonly Command[]
  /** The private view as it will be once everything asked has been granted. */
  shown: (mine: Mine) => Mine
  /** Nobody will answer any more. */
  end: (message: string) => void
}

interface Pending {
  command: Command
  effect: Effect | null
  quiet: boolean
  settle: (answer: Answer) => void
}

export function createCommands({ send, mine, changed, refused }: CommandsParts): Commands {
  const pending = new Map<string, Pending>()
  let over: string | null = null

  function no(reason: string, message: string): Answer {
    return { id: '', ok: false, reason, message }
  }

  return {
    ask(command, { quiet = false } = {}) {
      if (over !== null) return Promise.resolve(no('ended', over))
      // No honest client sends what the schema does not take; the server would close the socket.
      if (!v.safeParse(commandSchema, command).success) {
        if (!quiet) refused(command, REFUSALS['too-long'])
        return Promise.resolve(no('too-long', REFUSALS['too-long']))
      }
      const id = newId()
      return new Promise((settle) => {
        pending.set(id, { command, effect: pendingEffect(command, mine()), quiet, settle })
        send(writeJson(MESSAGE.command, { id, ...command }))
        changed()
      })
    },
    answered(answer) {
      const asked = pending.get(answer.id)
      if (asked === undefined) return
      pending.delete(answer.id)
      if (!answer.ok && !asked.quiet) refused(asked.command, answer.message ?? '')
      asked.settle(answer)
      changed()
    },
    resend() {
      for (const [id, { command }] of pending) send(writeJson(MESSAGE.command, { id, ...command }))
    },
    waiting: () => Array.from(pending.values(), ({ command }) => command),
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
