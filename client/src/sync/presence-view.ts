/** Who is connected and who holds which card, and what this page itself holds. */
import type { Heard, Said } from '@plenary/shared/presence'
import { HOLD_FOR } from '@plenary/shared/presence'
import type { Clock } from './clock.ts'

/** A card that is being dragged is announced again before it would fall. Milliseconds. */
export const HOLD_AGAIN = HOLD_FOR / 2

/** A card is let go a moment before it is seen where it was put. Milliseconds. */
const LATELY = 2_000

export interface PresenceView {
  /** Number of a connection -> its person, and the card it holds. */
  people: ReadonlyMap<number, string>
  held: ReadonlyMap<number, string>
  /** A connection has begun: who was there before is told anew. */
  begin: (number: number, person: string) => void
  heard: (heard: readonly Heard[]) => void
  /** Ids of people with an open connection, oneself included. */
  present: () => ReadonlySet<string>
  /** Card -> person who holds it; oneself left out. */
  holders: () => ReadonlyMap<string, string>
  /** Who has it in hand, or let it go a moment ago; not oneself. */
  lately: (card: string) => string | null
  /** A dealt card is held for one span; one that is dragged until it is released. */
  hold: (card: string, dealt: boolean) => void
  release: () => void
}

export function createPresenceView(
  say: (said: Said) => void,
  changed: () => void,
  clock: Clock,
): PresenceView {
  const people = new Map<number, string>()
  const held = new Map<number, string>()
  const letGo = new Map<string, { person: string; at: number }>()
  let self = ''
  let present: ReadonlySet<string> = new Set()
  let holders: ReadonlyMap<string, string> = new Map()
  let shown = ''
  let own: { card: string; dealt: boolean } | null = null
  let callOff: () => void = () => {}

  function take(one: Heard): void {
    switch (one.is) {
      case 'here':
        people.set(one.number, one.person)
        return
      case 'gone':
        people.delete(one.number)
        held.delete(one.number)
        return
      case 'holds':
        putDown(one.number)
        held.set(one.number, one.card)
        return
      case 'released':
        putDown(one.number)
        return
    }
  }

  function putDown(number: number): void {
    const [card, person] = [held.get(number), people.get(number)]
    if (card !== undefined && person !== undefined && person !== self)
      letGo.set(card, { person, at: clock.now() })
    held.delete(number)
  }

  function announce(): void {
    callOff()
    if (own === null) return
    say({ is: 'hold', ...own })
    // A dealt card goes back by itself when its owner looks away; a drag lasts as long as the finger.
    if (!own.dealt) callOff = clock.after(HOLD_AGAIN, announce)
  }

  function draw(): void {
    present = new Set([...people.values(), self])
    const hands = new Map<string, string>()
    for (const [number, card] of held) {
      const person = people.get(number)
      if (person !== undefined && person !== self) hands.set(card, person)
    }
    holders = hands
    // One's own card in hand is no news.
    const now = [...present, ...[...hands].flat()].join()
    if (now !== shown) changed()
    shown = now
  }

  return {
    people,
    held,
    begin(number, person) {
      people.clear()
      held.clear()
      self = person
      people.set(number, person)
      draw()
      announce()
    },
    heard(heard) {
      for (const one of heard) take(one)
      draw()
    },
    present: () => present,
    holders: () => holders,
    lately(card) {
      const last = letGo.get(card)
      const fresh = last !== undefined && clock.now() - last.at < LATELY
      return holders.get(card) ?? (fresh ? last.person : null)
    },
    hold(card, dealt) {
      own = { card, dealt }
      announce()
    },
    release() {
      callOff()
      if (own !== null) say({ is: 'release' })
      own = null
    },
  }
}
