/** What a person has written that no server has, as it is kept. */
import type { Command } from '@plenary/shared/command'
import type { BegunText } from './begun.ts'
import { wordsOf } from './command-words.ts'
import { leftKey } from './text-storage.ts'
import type { OwnWord } from './own-words.ts'

export const UNSAVED_VERSION = 2

/** What a person says of a draft. */
export interface Saying {
  id: string
  section: string
  text: string
  state: 'open' | 'done'
  /** The owner was warned that others may guess, and says "Add". */
  sure?: boolean
}

/** A draft that has not been saved, with the revision it was written on. */
export interface UnsavedDraft extends Saying {
  rev: number
}

export interface Unsaved {
  drafts: readonly UnsavedDraft[]
  /** Commands with words, under the numbers by which they count once. */
  asked: readonly { id: string; command: Command }[]
  /** Entries of the board. */
  words: readonly OwnWord[]
  /** In fields, not sent. */
  begun: readonly BegunText[]
  /** Other texts, to copy. */
  texts: readonly string[]
}

export const isEmpty = (unsaved: Unsaved): boolean =>
  Object.values(unsaved).every((some) => some.length === 0)

/** Every text of a person's own in it, each once, blank ones left out. */
export function textsOf({ drafts, asked, words, begun, texts }: Unsaved): string[] {
  const all = [
    ...drafts.map(({ text }) => text),
    ...words.flatMap(({ before, after }) => (before?.text === after.text ? [] : after.text)),
    ...asked.flatMap(({ command }) => wordsOf(command) ?? []),
    ...begun.map(({ text }) => text),
    ...texts,
  ]
  return [...new Set(all)].filter((text) => text.trim() !== '')
}

/** Where the entries of the pages of one person are, each with its page behind it. */
export const deviceKey = ({ sessionId, token }: { sessionId: string; token: string }): string =>
  `${leftKey(sessionId)}.${token.slice(0, 8)}.`
/** Where a tab keeps those of one person, and of nobody else who sits there. */
export const tabKey = ({ sessionId, token }: { sessionId: string; token: string }): string =>
  `${leftKey(sessionId)}.${token.slice(0, 8)}`
/** What could not be read and has no text to copy, each page's behind it; of the tab, nothing behind it. */
export const asideKey = (pages: string): string => pages.replace('.unsaved.', '.aside.')
