/** Where people point on the board: the newest of each connection, told to those who watch, a few times a second. */
import { cursorEvery } from '@plenary/shared/pointing'
import type { Pointed, Pointer } from '@plenary/shared/pointing'
import type { ConnectionId } from './seam.ts'

/** What is to be told now. */
export interface Told {
  /** Who has just begun to watch and is told `all`. */
  first: readonly ConnectionId[]
  all: readonly Pointer[]
  /** Everybody else who watches. */
  watching: readonly ConnectionId[]
  chosen: readonly Pointer[]
  moved: readonly Pointer[]
}

type Cursor = Extract<Pointer, { is: 'cursor' }>

export class Pointers {
  private readonly watching = new Set<ConnectionId>()
  private readonly cursors = new Map<ConnectionId, Cursor>()
  private readonly selected = new Map<ConnectionId, string>()
  private readonly first = new Set<ConnectionId>()
  private readonly moved = new Set<ConnectionId>()
  private readonly chosen = new Set<ConnectionId>()
  /** When cursors were told last. */
  private at = -Infinity

  watch(connection: ConnectionId, on: boolean): void {
    if (on) {
      this.watching.add(connection)
      this.first.add(connection)
    } else {
      this.watching.delete(connection)
      this.first.delete(connection)
    }
  }

  say(connection: ConnectionId, pointed: Exclude<Pointed, { is: 'watch' }>): void {
    if (pointed.is === 'cursor') {
      const { x, y } = pointed
      this.cursors.set(connection, { is: 'cursor', number: connection, x, y })
      this.moved.add(connection)
    } else if ((this.selected.get(connection) ?? '') !== pointed.card) {
      this.selected.set(connection, pointed.card)
      this.chosen.add(connection)
    }
  }

  /** That it is gone is told by presence. */
  leave(connection: ConnectionId): void {
    this.watch(connection, false)
    for (const all of [this.cursors, this.selected, this.moved, this.chosen]) all.delete(connection)
  }

  /** Nothing is pointed at any more; who watches knows by the same rule. */
  forget(): void {
    for (const all of [this.cursors, this.selected, this.moved, this.chosen, this.first])
      all.clear()
  }

  /** There is nothing to tell or to forget. */
  get idle(): boolean {
    return this.first.size === 0 && this.cursors.size === 0 && this.selected.size === 0
  }

  /** When cursors that have moved may be told, or null. */
  due(people: number): number | null {
    return this.moved.size === 0 ? null : this.at + cursorEvery(people)
  }

  /** What has changed, cursors only when their time has come. `may`: who is still seen to point. */
  take(now: number, people: number, may: (connection: ConnectionId) => boolean): Told {
    const first = [...this.first]
    this.first.clear()
    const watching = [...this.watching].filter((id) => !first.includes(id))
    const chosen = this.selections(this.chosen, may)
    this.chosen.clear()
    const moved: Pointer[] = []
    if (this.moved.size > 0 && now >= this.at + cursorEvery(people)) {
      for (const id of this.moved) {
        const cursor = this.cursors.get(id)
        if (cursor !== undefined && may(id)) moved.push(cursor)
      }
      this.moved.clear()
      this.at = now
    }
    const all = first.length === 0 ? [] : this.everything(may)
    return { first, all, watching, chosen, moved }
  }

  private everything(may: (connection: ConnectionId) => boolean): Pointer[] {
    const cursors = [...this.cursors.values()].filter(({ number }) => may(number))
    return [...cursors, ...this.selections(this.selected.keys(), may)]
  }

  private selections(
    of: Iterable<ConnectionId>,
    may: (connection: ConnectionId) => boolean,
  ): Pointer[] {
    const chosen: Pointer[] = []
    for (const number of of) {
      const card = this.selected.get(number)
      if (card !== undefined && may(number)) chosen.push({ is: 'selects', number, card })
    }
    return chosen
  }
}
