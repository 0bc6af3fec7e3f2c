/**
 * Words that people were told to be saved and that nobody has ever seen: the rules refused them, and their writer must
 * have been told. On the disk they count as there, because they were taken and taken back in one record.
 */
import * as Y from 'yjs'
import type { Written } from './journal.ts'
import type { SavedUpdate } from './witness.ts'

/** Fewer letters stand in many a text, so that nobody can tell what became of them. */
const LETTERS_MIN = 4

interface Words {
  person: string
  text: string
  /** How many pieces of text had stood on the board when they were refused. */
  stood: number
}

export class RefusedWords {
  /** Pieces that were no longer there when their record was written: client -> clocks. */
  private readonly stillborn = new Map<number, { from: number; to: number; stood: number }[]>()
  private epoch = 0
  /** Every piece of text that ever stood on the board. */
  private readonly stood: string[] = []
  private readonly refused: Words[] = []

  /** Of how many it was asked whether their writer was told. */
  get count(): number {
    return this.refused.length
  }

  /** The next record of the journal. */
  fold({ board, epoch }: Pick<Written, 'board' | 'epoch'>): void {
    if (board === null) return
    // A board under another epoch gives its client ids again.
    if (epoch !== this.epoch) this.stillborn.clear()
    this.epoch = epoch
    for (const struct of Y.decodeUpdate(board).structs) {
      const text = textOf(struct)
      if (text !== null) this.stood.push(text)
      else if (!(struct instanceof Y.Skip) && !isLive(struct)) {
        const { client, clock } = struct.id
        const known = this.stillborn.get(client) ?? []
        known.push({ from: clock, to: clock + struct.length, stood: this.stood.length })
        this.stillborn.set(client, known)
      }
    }
  }

  /** Somebody was told that this is saved; its record was folded. `erased`: whether they have deleted it themselves. */
  saved({ person, update }: SavedUpdate, erased: (client: number, clock: number) => boolean): void {
    for (const struct of Y.decodeUpdate(update).structs) {
      const text = textOf(struct)
      if (text === null) continue
      const { client, clock } = struct.id
      for (const { from, to, stood } of this.stillborn.get(client) ?? []) {
        const begin = Math.max(from, clock)
        const piece = text.slice(begin - clock, Math.max(0, to - clock))
        if (piece.trim().length >= LETTERS_MIN && !erased(client, begin))
          this.refused.push({ person, text: piece, stood })
      }
    }
  }

  /** Those of which their writer was not told, and which were not offered again and taken. */
  lost(told: (person: string) => Iterable<string>): string[] {
    const isTold = ({ person, text }: Words): boolean =>
      [...told(person)].some((one) => holds(one, text.trim()))
    // What stood there before says nothing of words that were offered again.
    const stands = ({ text, stood }: Words): boolean =>
      this.stood.slice(stood).some((one) => one.includes(text.trim()))
    return this.refused
      .filter((words) => !isTold(words) && !stands(words))
      .map(
        ({ person, text }) =>
          `${person} was told "saved" of "${text}", and not that it was refused`,
      )
  }
}

/** Whether the words stand there, in one piece or with others between them in one place. */
function holds(text: string, words: string): boolean {
  if (text.includes(words)) return true
  for (let at = 1; at < words.length; at++) {
    const head = text.indexOf(words.slice(0, at))
    if (head === -1) return false
    if (text.includes(words.slice(at), head + at)) return true
  }
  return false
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

function textOf(struct: Struct): string | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentString
    ? struct.content.str
    : null
}

function isLive(struct: Struct): boolean {
  return struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted)
}
