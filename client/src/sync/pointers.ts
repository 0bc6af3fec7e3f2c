/** Where others point on the board, and what one points at oneself. Loaded with the board; knows no screen. */
import type { Pointed } from '@plenary/shared/pointing'
import {
  POINT_MAX,
  cursorEvery,
  isPointedAt,
  mayPoint,
  readPointers,
  writePointed,
} from '@plenary/shared/pointing'
import { MESSAGE } from '@plenary/shared/frame'
import type { Decoder } from 'lib0/decoding'
import type { Clock } from './clock.ts'
import { pageClock } from './clock.ts'
import { createListeners } from './listeners.ts'
import type { SessionClient } from './session-client.ts'

/** A place on the board, in board units. */
export interface Place {
  x: number
  y: number
}

/** A cursor of somebody else's. */
export interface Cursor extends Place {
  person: string
  /** The card it carries. */
  card: string | null
  /** When it moved last, on the clock of this device. */
  at: number
}

export interface Pointers {
  /** By the number of a connection; a cursor is another object once it has moved. */
  cursors: () => ReadonlyMap<number, Cursor>
  /** The card that has somebody else's focus -> their person. */
  selected: () => ReadonlyMap<string, string>
  /** Calls back when one of the two has changed. */
  subscribe: (listener: () => void) => () => void
  /** One's own cursor; where it is is asked when there is something to tell. */
  move: (where: () => Place) => void
  /** The card that has one's own focus, or null. */
  select: (card: string | null) => void
  /** Whether one carries a card oneself, as the room knows it. */
  carries: () => boolean
  /** As long as somebody watches, the server tells; returns what ends it. */
  watch: () => () => void
}

const all = new WeakMap<SessionClient, Pointers>()

/** The pointers of a session, the same for everything that draws them. */
export function pointersOf(client: SessionClient): Pointers {
  const known = all.get(client) ?? createPointers(client)
  all.set(client, known)
  return known
}

export function createPointers(client: SessionClient, clock: Clock = pageClock): Pointers {
  const { pointing } = client
  const { people, held } = pointing.presence
  const listeners = createListeners()
  const cursors = new Map<number, Cursor>()
  const selections = new Map<number, string>()
  let selected: ReadonlyMap<string, string> = new Map()
  let watchers = 0
  let watching = false
  let chosen = ''
  /** What waits to be told, and since when nothing was. */
  let where: (() => Place) | null = null
  let told = -Infinity
  let callOff: () => void = () => {}

  const say = (pointed: Pointed): boolean => pointing.say(writePointed(pointed))

  function isOn(): boolean {
    const view = client.view()
    if (view === null) return false
    const { status, anonymous, rounds } = view.facts
    const { opens } = view.setting
    return isPointedAt({ status, anonymous, opens, rounds: Object.values(rounds) })
  }

  /** Whether one is seen to point oneself. */
  function mayTell(): boolean {
    const view = client.view()
    if (view === null || !isOn()) return false
    return mayPoint(view.you.role, { people: view.present.size, holds: carries() })
  }

  function carries(): boolean {
    const you = client.view()?.you.id
    return [...held.keys()].some((one) => people.get(one) === you)
  }

  function heard(type: number, decoder: Decoder): void {
    const you = client.view()?.you.id
    if (type !== MESSAGE.pointing || !isOn()) return
    let news = false
    for (const pointer of readPointers(decoder)) {
      const person = people.get(pointer.number)
      // One's own pointer comes back too.
      if (person === undefined || person === you) continue
      news = true
      if (pointer.is === 'selects') selections.set(pointer.number, pointer.card)
      else {
        const { number, x, y } = pointer
        const card = held.get(number) ?? null
        cursors.set(number, { person, x, y, card, at: clock.now() })
      }
    }
    if (news) changed()
  }

  function changed(): void {
    const now = new Map<string, string>()
    for (const [number, card] of selections) {
      const person = people.get(number)
      if (card !== '' && person !== undefined) now.set(card, person)
    }
    // The same object until it differs: whoever draws it writes a style sheet anew, which costs on a large board.
    const same =
      now.size === selected.size && [...now].every(([card, who]) => selected.get(card) === who)
    if (!same) selected = now
    listeners.call()
  }

  /** The room has changed: who has gone points at nothing, and a new connection watches again. */
  function followRoom(): void {
    const { is } = client.link()
    if (is !== 'live') watching = false
    else if (!watching) {
      watching = say({ is: 'watch', on: true })
      if (watching && chosen !== '') select(chosen)
    }
    let differs = false
    const on = isOn()
    for (const known of [cursors, selections])
      for (const number of Array.from(known.keys()))
        if (!on || !people.has(number)) differs = known.delete(number) || differs
    for (const [number, cursor] of cursors) {
      const card = held.get(number) ?? null
      if (card === cursor.card) continue
      cursors.set(number, { ...cursor, card })
      differs = true
    }
    if (differs) changed()
  }

  function tell(): void {
    callOff()
    if (where === null) return
    if (!mayTell()) {
      where = null
      return
    }
    const wait = told + cursorEvery(client.view()?.present.size ?? 0) - clock.now()
    if (wait > 0) {
      callOff = clock.after(wait, tell)
      return
    }
    const { x, y } = where()
    where = null
    if (Math.abs(x) > POINT_MAX || Math.abs(y) > POINT_MAX) return
    if (say({ is: 'cursor', x: Math.round(x), y: Math.round(y) })) told = clock.now()
  }

  function select(card: string): void {
    chosen = card
    if (mayTell()) say({ is: 'selects', card })
  }

  let forget: () => void = () => {}

  function begin(): void {
    watchers += 1
    if (watchers > 1) return
    pointing.hears = heard
    forget = client.subscribe(followRoom)
    followRoom()
  }

  function end(): void {
    watchers -= 1
    if (watchers > 0) return
    callOff()
    forget()
    pointing.hears = null
    where = null
    if (watching) say({ is: 'watch', on: false })
    watching = false
    for (const known of [cursors, selections]) known.clear()
    changed()
  }

  return {
    cursors: () => cursors,
    selected: () => selected,
    subscribe: listeners.add,
    move(at) {
      const waits = where !== null
      where = at
      if (!waits) tell()
    },
    select(card) {
      if (chosen !== (card ?? '')) select(card ?? '')
    },
    carries,
    watch() {
      begin()
      let over = false
      return () => {
        if (!over) end()
        over = true
      }
    },
  }
}
