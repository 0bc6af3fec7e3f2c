/** The interface between what people see and the session: everything a screen may read or do. No React here. */
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import type { Facts, PersonFact } from '@plenary/shared/facts'
import type { Format, Phase } from '@plenary/shared/format'
import type { Answer } from '@plenary/shared/frame'
import type { Mine } from '@plenary/shared/mine'
import type { Setting } from '@plenary/shared/permission'
import type { Person } from '@plenary/shared/person'
import type { Decoder } from 'lib0/decoding'
import type { Point } from '@plenary/shared/wall'
import type { Begun } from './begun.ts'
import type { Ended, Lost } from './connection.ts'
import type { Editing } from './editing.ts'
import type { PresenceView } from './presence-view.ts'
import type { EntryChange } from './projection.ts'
import type { Unsaved } from './unsaved.ts'

/** Whether words are safe, and if not, what a person can do. */
export type LinkState =
  /** Nothing of the session has arrived yet. */
  | { is: 'connecting'; why: Lost }
  /** `waiting` own changes are on their way to the disk; 0 means "All saved". */
  | { is: 'live'; waiting: number }
  /** Since `since` (epoch ms, own clock) nothing is saved; after 10 s a person is told they are offline. */
  | {
      is: 'lost'
      since: number
      waiting: number
      why: Lost
      /** Whether this device keeps what waits. */
      kept: boolean
    }
  | {
      is: 'ended'
      why: Ended
      /** Own words to copy: what had not been sent, and where the seat is lost all drafts. */
      unsaved: string[]
    }

/** Everything of a session that is not cards, as of the last frame. Frozen; replaced as a whole when it changes. */
export interface View {
  sessionId: string
  /** With its phases as the agenda has them now: order, titles, minutes and words; the skipped ones left out. */
  format: Format
  facts: Facts
  mine: Mine
  /** Own person. */
  you: Person
  /** The phase the room is in; null before the start. */
  phase: Phase | null
  /** What permissions depend on: `refusalFor(view.you, deed, view.setting)`. */
  setting: Setting
  /** Ids of people with an open connection, oneself included. */
  present: ReadonlySet<string>
  /** Card -> id of the person who holds it; oneself left out. */
  holders: ReadonlyMap<string, string>
}

/** One thing to tell the person, with their own words kept. */
export interface Notice {
  id: number
  /** `refused`: with the sentence and one's own text. `info`: may offer undo. */
  is: 'refused' | 'info'
  message: string
  /** Own words that were not taken. */
  text?: string
  undo?: () => void
}

/** Who has which connection, and the wire for what is pointed at. */
export interface Pointing {
  /** Always the same two maps. */
  presence: Pick<PresenceView, 'people' | 'held'>
  /** False without a connection. */
  say: (frame: Uint8Array) => boolean
  /** Hears every frame that nobody else reads, read as far as its type. */
  hears: ((type: number, decoder: Decoder) => void) | null
}

export interface SessionClient {
  /** null until the first frame has come. */
  view: () => View | null
  link: () => LinkState
  notices: () => readonly Notice[]
  /** Calls back after every change of view, link or notices; returns its own undoing. */
  subscribe: (listener: () => void) => () => void

  /** The entry as a frozen value; the same object until it changes. */
  entry: (id: string) => Entry | null
  /** Ids of the entries of one kind under a parent (section or lane), not removed, in their order. The same array until it changes. */
  ids: (parent: string, kind: Entry['kind']) => readonly string[]
  /** Cards of a section that are in none of its lanes, in order: "still to place". For a section without lanes: all of them. */
  unplaced: (section: string) => readonly string[]
  /** Whether words of this entry or draft wait for a connection that is lost. */
  waits: (id: string) => boolean
  /** Cards that were asked for under this parent while the connection is lost, as their texts. */
  unsent: (parent: string) => readonly string[]
  /** Calls back when {@link entry} of this id has changed. */
  subscribeEntry: (id: string, listener: () => void) => () => void
  /** Calls back when {@link ids} or {@link unplaced} of this parent has changed. */
  subscribeList: (parent: string, listener: () => void) => () => void

  /**
   * Asks the server. Never throws; while offline it waits and is sent again with the same number, but for what cannot
   * be taken back: that is refused. A refusal is told by a notice already, so a caller has nothing to say about it.
   */
  ask: (command: Command) => Promise<Answer>

  /** Adds an entry at the end of a section or lane, on a wall `at` a point; returns its id. In an anonymous session a card goes by command; then null. */
  add: (
    kind: Exclude<Entry['kind'], 'field'>,
    parent: string,
    text: string,
    fields?: Record<string, string>,
    at?: Point,
  ) => string | null
  /** Moves an entry before another one (null: to the end), in a section or lane; on a wall it stays at its point. */
  move: (id: string, parent: string, before: string | null) => void
  setField: (id: string, field: string, value: string | boolean) => void
  /** Removes an entry with an undo notice. */
  remove: (id: string) => void
  /** Runs what writes as one deed, tells of it and offers the way back, which holds while nobody has changed it since. */
  deed: (message: string, act: () => void) => void
  /** One's last deed as one was told of it, null where nothing was told, undefined when there is none; or the last one taken back. */
  lastDeed: (undone?: boolean) => string | null | undefined
  /** Hears of every entry that this page has not changed itself; for {@link othersOf}. */
  hearOthers: (hears: EntryChange) => () => void
  /** Who has a card in hand, or let it go a moment ago; not oneself. */
  lately: (card: string) => string | null
  /** For `pointers.ts`, which is loaded with the board. */
  pointing: Pointing
  /** For `editText` of `open-texts.ts`, which is loaded with the screens that edit. */
  editing: Editing

  /** Keeps one's own draft: at once on this screen, about 300 ms after the last key on the server. */
  putDraft: (draft: {
    id: string
    section: string
    text: string
    state: 'open' | 'done'
    sure?: boolean
  }) => void
  removeDraft: (id: string) => void
  /** What was begun in a field and is no draft. */
  begun: Begun
  /** What no server has, or not to be: own words that it did not take stay until they are read. */
  unsaved: () => Unsaved
  /** Whether this device keeps that when the page goes. */
  keeps: () => boolean
  /** A fresh id for a draft. */
  newId: () => string

  /** Says that a card is in one's hand: a dragged one until `release`, a dealt one for 20 s. */
  hold: (card: string, dealt: boolean) => void
  release: () => void

  /** Server time now, epoch ms. */
  now: () => number
  notify: (notice: Omit<Notice, 'id'>) => void
  dismiss: (notice: number) => void
  /** Looks for the server at once, without waiting for the next try. */
  tryNow: () => void
  /** Closes the socket; the session goes on without this page. */
  leave: () => void
  /** Leaves for good: nothing of this person's stays on the device. */
  forget: () => void
}

/** A person of the facts with its id. */
export type Someone = PersonFact & { id: string }
