/** What is shared by those who edit texts and the session that they are edited in. */
import type { CommandOf } from '@plenary/shared/command'
import type * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { Commands } from './commands.ts'
import type { Deed, Deeds } from './deeds.ts'
import type { Projection } from './projection.ts'

/** What editing needs of a session; handed to `editText` of `open-texts.ts`, which comes with the screens that edit. */
export interface Editing {
  /** The document of the moment. */
  doc: () => Y.Doc | null
  /** Calls back when another document has taken its place. */
  onSwap: (listener: () => void) => () => void
  projection: Projection
  commands: Commands
  deeds: Deeds
  clock: Clock
  /** Edits that go by command, until everything of them is answered. */
  asked: Set<AskedWords>
  /** Something of {@link asked} waits, or does no more. */
  askedChanged: () => void
  /** Takes a deed back; resolves to whether all of it went. */
  undo: (deed: Deed) => Promise<boolean>
}

export interface AskedWords {
  card: string
  edit: AskedEdit
  /** To be called when the page may go. */
  flush: () => void
  /** What is not asked for yet, as it will be. */
  pending: () => { id: string; command: CommandOf<'card.reword'> } | null
}

/**
 * One text of an entry while it is edited. `set` takes the whole new text and the caret and writes one splice;
 * `watch` hears of other people's changes with the caret moved along. A card that nobody has signed is reworded by
 * command, after each pause in typing and at `done`. `done` ends it.
 */
export interface TextEdit {
  text: () => string
  set: (text: string, caret: number) => void
  watch: (listener: (text: string, moveCaret: (caret: number) => number) => void) => () => void
  done: () => void
}

/** Words that have not been asked for yet, and the number under which they will be. */
export interface NotAsked {
  id: string
  from: string
  to: string
}

export interface AskedEdit extends TextEdit {
  /** Asks now: the page may go. */
  flush: () => void
  /** What was written on top of everything that was asked for; null: nothing, or what was refused as it stands. */
  pending: () => NotAsked | null
  /** Goes on where it was done with and something of it is still on its way; false where it never ended. */
  resume: () => boolean
  /** Writes and asks at once, beside whoever has it open. */
  rewrite: (text: string) => void
}
