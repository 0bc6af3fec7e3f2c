/**
 * Own drafts: at once on this screen, a moment after the last key on the server.
 *
 * Invariants:
 * 1. What was written is shown until the server has said that it holds exactly that.
 * 2. One save of a draft is on its way at a time; what is written meanwhile goes out after its answer.
 */
import type { Command } from '@plenary/shared/command'
import type { Answer } from '@plenary/shared/frame'
import type { MyDraft } from '@plenary/shared/mine'
import type { Clock } from './clock.ts'
import { link as words } from '../words/link.ts'
import { sentenceOf } from './sentence.ts'
import type { Notice } from './session-client.ts'
import type { Saying, UnsavedDraft } from './unsaved.ts'

/** A draft is saved this long after the last key. Milliseconds. */
export const DRAFT_PAUSE = 300

export interface DraftsParts {
  ask: (command: Command) => Promise<Answer>
  /** Own drafts as the server last told them. */
  theirs: () => readonly MyDraft[]
  notify: (notice: Omit<Notice, 'id'>) => void
  changed: () => void
  clock: Clock
}

export interface Drafts {
  put: (saying: Saying) => void
  remove: (id: string) => void
  /** Sends everything now: the reveal was announced, or the page may go. */
  flush: () => void
  /** The drafts as this screen shows them. */
  shown: (theirs: readonly MyDraft[]) => MyDraft[]
  unsaved: () => readonly UnsavedDraft[]
  /** How many are to be saved: not what was refused as it stands. */
  waiting: () => number
  /** What an earlier load of this page could not save; call once the server's drafts are known. */
  restore: (unsaved: readonly UnsavedDraft[]) => void
}

interface Local {
  saying: Saying
  /** Of the text this one was written on. */
  rev: number
  /** On its way. */
  sent: Saying | null
  /** Refused as it stands; waits for its owner. */
  refused: boolean
  callOff: () => void
}

export function createDrafts({ ask, theirs, notify, changed, clock }: DraftsParts): Drafts {
  const locals = new Map<string, Local>()
  /** A draft that another device had changed goes on under a second name. */
  const renamed = new Map<string, string>()
  const leaving = new Set<string>()

  const nameOf = (id: string): string => renamed.get(id) ?? id
  const unsaved = (): UnsavedDraft[] =>
    Array.from(locals.values(), ({ saying, rev }) => ({ ...saying, rev }))

  function put(given: Saying): void {
    const saying = { ...given, id: nameOf(given.id) }
    const known = theirs().find((draft) => draft.id === saying.id)
    let local = locals.get(saying.id)
    if (local === undefined) {
      local = {
        saying,
        rev: known?.rev ?? 0,
        sent: null,
        refused: false,
        callOff: () => {},
      }
      locals.set(saying.id, local)
    }
    const before = local.sent ?? known
    local.saying = saying
    local.refused = false
    schedule(local, saying.state !== before?.state || saying.sure === true)
    changed()
  }

  function schedule(local: Local, now: boolean): void {
    local.callOff()
    local.callOff = () => {}
    if (now && local.saying.state === 'done') send(local)
    else local.callOff = clock.after(DRAFT_PAUSE, () => send(local))
  }

  function send(local: Local): void {
    local.callOff()
    local.callOff = () => {}
    if (local.sent !== null || local.refused) return
    const { saying } = local
    local.sent = saying
    local.rev += 1
    const { id, ...rest } = saying
    void ask({ type: 'draft.put', draft: id, rev: local.rev, ...rest }).then((answer) =>
      settle(local, saying, answer),
    )
  }

  function settle(local: Local, sent: Saying, answer: Answer): void {
    local.sent = null
    if (locals.get(sent.id) !== local) return
    if (!answer.ok) return refuse(local, sent, answer)
    if (answer['stale'] === true && typeof answer['draft'] === 'string')
      rename(local, sent.id, answer['draft'])
    if (typeof answer['rev'] === 'number') local.rev = answer['rev']
    if (says(local.saying, sent)) locals.delete(local.saying.id)
    else send(local)
    changed()
  }

  function rename(local: Local, from: string, to: string): void {
    renamed.set(from, to)
    locals.delete(from)
    local.saying = { ...local.saying, id: to }
    locals.set(to, local)
    void sentenceOf('stale-draft').then((message) => notify({ is: 'info', message }))
  }

  function refuse(local: Local, sent: Saying, { reason, message }: Answer): void {
    // Ended: the screen that follows shows the words, and a reload finds them.
    if (reason === 'ended') return
    if (reason === 'draft-poured' || reason === 'no-such-draft' || reason === 'closed')
      locals.delete(sent.id)
    else local.refused = says(local.saying, sent)
    notify({ is: 'refused', message: message ?? '', text: local.saying.text })
    if (locals.has(sent.id) && !local.refused) send(local)
    changed()
  }

  /** One draft fewer: what was one too many may have its place now. */
  function makeRoom(): void {
    for (const local of Array.from(locals.values()))
      if (local.refused) {
        local.refused = false
        send(local)
      }
  }

  return {
    put,
    remove(given) {
      const id = nameOf(given)
      const local = locals.get(id)
      local?.callOff()
      locals.delete(id)
      const known = theirs().some((draft) => draft.id === id)
      if (known || local?.sent) {
        leaving.add(id)
        void ask({ type: 'draft.remove', draft: id }).then(({ ok }) => {
          leaving.delete(id)
          if (ok) makeRoom()
          changed()
        })
      }
      changed()
    },
    flush() {
      for (const local of Array.from(locals.values())) send(local)
    },
    shown(known) {
      const shown: MyDraft[] = []
      for (const draft of known) {
        const local = locals.get(draft.id)
        if (leaving.has(draft.id)) continue
        shown.push(
          local === undefined
            ? draft
            : { ...draft, text: local.saying.text, state: local.saying.state },
        )
      }
      const ids = new Set(known.map((draft) => draft.id))
      for (const { saying, rev } of locals.values()) {
        const { id, section, text, state } = saying
        if (!ids.has(id)) shown.push({ id, section, text, state, rev, late: null })
      }
      return shown
    },
    unsaved,
    waiting: () => Array.from(locals.values()).filter(({ refused }) => !refused).length,
    restore(kept) {
      for (const { rev, ...saying } of kept) {
        const known = theirs().find((draft) => draft.id === saying.id)
        if (known !== undefined && says(known, saying)) continue
        const other = locals.get(saying.id)
        if (other !== undefined) {
          // Of two pages that are no more: one goes on, the other one's words are to copy.
          if (other.saying.text !== saying.text)
            notify({ is: 'refused', message: words.keptFromBefore, text: saying.text })
          continue
        }
        const local: Local = { saying, rev, sent: null, refused: false, callOff: () => {} }
        locals.set(saying.id, local)
        send(local)
      }
      changed()
    },
  }
}

/** Whether two say the same of a draft. */
function says(
  a: { text: string; state: string; sure?: boolean },
  b: { text: string; state: string; sure?: boolean },
): boolean {
  return a.text === b.text && a.state === b.state && (a.sure === true) === (b.sure === true)
}
