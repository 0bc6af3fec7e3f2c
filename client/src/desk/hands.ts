/** Carrying a card from where it stands to where it is put down, by pointer or by keys: one rule for both. */
import type { Entry } from '@plenary/shared/entry'
import { sectionOfEntry } from '@plenary/shared/entry'
import { groupOf } from '@plenary/shared/group'
import { may } from '@plenary/shared/permission'
import type { Point } from '@plenary/shared/wall'
import { ahead } from '../look/later.ts'
import { someoneOf } from '../look/room.ts'
import { shorten } from '../look/shorten.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { phoneSort } from '../words/phone-sort.ts'
import type { StoreApi } from 'zustand'
import type { Carry } from './carry.ts'
import { createCarry } from './carry.ts'
import type { KeyCarrier } from './carry-keys.ts'
import type { Slot, Zone } from './drop.ts'
import { RESTS, cardUnder, slotAt, staysPut, stepWithin, zoneTowards } from './drop.ts'
import { watchHand } from './hand-watch.ts'
import { moveCard, orderIn, zoneOf } from './move-card.ts'
import { selection } from './selection.ts'
import type { SlotMark } from './slot-mark.ts'
import { createSlotMark } from './slot-mark.ts'
import type { Zones } from './zones.ts'
import { createZones } from './zones.ts'
import styles from './Columns.module.css'

export interface Hands extends KeyCarrier {
  carry: StoreApi<Carry>
  zones: Zones
  /** Whether cards may be moved now. */
  mayTake: () => boolean
  /** Whether nobody else has this card in hand; who has is told. */
  isFree: (card: string) => boolean
  /** Takes a card up; false where it may not be taken, which is told. */
  take: (card: string, by: Carry['by']) => boolean
  /** The card under a press, which is taken up once the pointer moves. */
  press: (card: string) => void
  pressed: () => string
  /** Where the pointer is, in CSS px of the screen; null: it carries nothing. */
  point: (at: Point | null) => void
  pointer: () => Point | null
  /** Aims at what lies under the pointer now. */
  aimAtPointer: () => void
  /** Tells a screen reader. */
  tell: (words: string) => void
  /** What a screen reader is to say of all this, until the returned call. */
  hear: (listener: (words: string) => void) => () => void
}

interface InHand {
  entry: Entry
  section: string
  slot: Slot | null
  height: number
  /** The card it would be grouped with. */
  onto: string | null
  /** How many go with it, itself included. */
  count: number
  unwatch: () => void
}

export function createHands(client: SessionClient): Hands {
  const carry = createCarry()
  const zones = createZones()
  const mark: SlotMark = createSlotMark(zones, () => desk.board.slot, styles.slot ?? '')
  let hand: InHand | null = null
  let pressed = ''
  let say: (words: string) => void = () => {}
  let pointer: Point | null = null
  let resting: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function put(): InHand | null {
    const was = hand
    hand = null
    was?.unwatch()
    mark.show(null, 0)
    mark.join(null)
    waitFor(null)
    if (was !== null) client.release()
    carry.setState({ id: null, onto: false })
    return was
  }

  /** Zones of the section that the card is in. */
  function zonesFor({ section }: InHand): Zone[] {
    return zones
      .all()
      .filter(({ parent }) => parent === section || client.entry(parent)?.parent === section)
  }

  /** Where it would go back to is no aim. */
  function aim(slot: Slot | null): void {
    if (hand === null) return
    const before = hand.slot
    if (before?.parent === slot?.parent && before?.before === slot?.before) return
    hand.slot = slot
    const from = zoneOf(client, hand.entry, hand.section)
    const still =
      slot === null || staysPut(slot, { id: hand.entry.id, parent: from }, orderIn(client, from))
    mark.show(still ? null : slot, hand.height)
    client.hold(hand.entry.id, false)
    say(told(hand, slot))
  }

  const nameOf = ({ entry, count }: InHand): string =>
    count > 1 ? common.cards(count) : shorten(entry.text)

  function told(inHand: InHand, slot: Slot | null): string {
    const text = nameOf(inHand)
    if (slot === null) return desk.drag.nowhere(text)
    const order = othersIn(slot.parent)
    const at = slot.before === null ? order.length : order.indexOf(slot.before)
    return desk.drag.over(text, placeName(slot.parent), at + 1, order.length + 1)
  }

  /** The pointer rests on a card, or on none: after a while they would be grouped. */
  function waitFor(card: string | null): void {
    if (card === resting) return
    resting = card
    clearTimeout(timer)
    if (card !== null) timer = setTimeout(() => joinWith(card), RESTS)
  }

  function joinWith(card: string | null): void {
    if (hand === null || pointer === null || hand.onto === card) return
    // What was shown before may have moved it away.
    if (card !== null && cardUnder(zonesFor(hand), pointer, hand.entry.id) !== card) return
    hand.onto = card
    mark.join(card)
    carry.setState({ onto: card !== null })
    const mate = client.entry(card ?? '')
    if (mate !== null) say(desk.drag.onto(shorten(hand.entry.text), shorten(mate.text)))
  }

  /** A card under the pointer that this one can be grouped with. */
  function mateUnder(inHand: InHand, around: readonly Zone[], at: Point): string | null {
    const under = inHand.count > 1 ? null : cardUnder(around, at, inHand.entry.id)
    const mate = client.entry(under ?? '')
    if (mate === null || Object.hasOwn(client.view()?.facts.aside ?? {}, mate.id)) return null
    const group = groupOf(client, mate)
    return group !== null && group === groupOf(client, inHand.entry) ? null : mate.id
  }

  const placeName = (parent: string) => client.entry(parent)?.text ?? phoneSort.unplaced
  const isBeside = ({ parent, before }: Slot, card: string): boolean => {
    const order = othersIn(parent)
    const at = order.indexOf(card)
    return at !== -1 && (before === card || before === (order[at + 1] ?? null))
  }
  const othersIn = (parent: string) => orderIn(client, parent).filter((id) => id !== hand?.entry.id)

  function isFree(card: string): boolean {
    const view = client.view()
    const holder = view?.holders.get(card)
    if (view === null || holder === undefined) return true
    const name = someoneOf(view, holder)?.name ?? common.someone
    client.notify({ is: 'info', message: desk.board.heldBy(name) })
    return false
  }

  const mayTake = () => {
    const view = client.view()
    return view !== null && may(view.you, 'move', view.setting)
  }

  return {
    carry,
    zones,
    mayTake,
    isFree,
    take(card, by) {
      const entry = client.entry(card)
      if (hand !== null || !mayTake() || entry === null || entry.removed || !isFree(card))
        return false
      const section = sectionOfEntry(client, entry)
      const unwatch = watchHand(client, entry, (why) => {
        put()
        say(why)
        client.notify({ is: 'info', message: why })
      })
      const parent = zoneOf(client, entry, section)
      const order = orderIn(client, parent)
      const before = order[order.indexOf(card) + 1] ?? null
      const { ids } = selection.getState()
      const count = ids.has(card) ? ids.size : 1
      const height = zones.heightOf(card)
      hand = { entry, section, slot: { parent, before }, onto: null, height, count, unwatch }
      carry.setState({ id: card, by })
      client.hold(card, false)
      say(told(hand, hand.slot))
      return true
    },
    press: (card) => void (pressed = card),
    pressed: () => pressed,
    point: (at) => void (pointer = at),
    pointer: () => pointer,
    carries() {
      const { id, by } = carry.getState()
      return id !== null && by === 'keys'
    },
    tell: (words) => say(words),
    aimAtPointer() {
      if (hand === null || pointer === null) return
      const around = zonesFor(hand)
      const mate = mateUnder(hand, around, pointer)
      waitFor(mate)
      if (hand.onto !== null && hand.onto !== mate) joinWith(null)
      // Near the middle of a card the slot beside it stays, so that the card does not flee.
      const { slot } = hand
      if (mate === null || slot === null || !isBeside(slot, mate))
        aim(slotAt(around, pointer, hand.entry.id))
    },
    aimTowards(key) {
      if (hand === null) return
      const { slot } = hand
      const within = slot && stepWithin(slot, othersIn(slot.parent), key)
      if (within !== null) return aim(within)
      const zone = zoneTowards(zonesFor(hand), slot?.parent ?? null, key)
      if (zone === null || zone.parent === slot?.parent) return
      aim({ parent: zone.parent, before: null })
      mark.reveal()
    },
    aimAtLane(number) {
      const lane = hand === null ? undefined : client.ids(hand.section, 'lane')[number - 1]
      if (lane === undefined) return
      aim({ parent: lane, before: null })
      mark.reveal()
    },
    drop() {
      const was = put()
      if (was === null) return
      const { entry, slot, section, count } = was
      const mate = client.entry(was.onto ?? '')
      if (mate !== null && !mate.removed)
        return ahead(async () =>
          (await import('../look/groups.ts')).groupWith(client, entry, mate, section),
        )
      const text = nameOf(was)
      say(
        slot === null ? desk.drag.cancelled(text) : desk.drag.dropped(text, placeName(slot.parent)),
      )
      if (slot === null) return
      if (count === 1) moveCard(client, entry, slot, section)
      else ahead(async () => (await import('./chosen.ts')).moveChosen(client, section, slot))
    },
    putBack() {
      const was = put()
      if (was !== null) say(desk.drag.cancelled(nameOf(was)))
    },
    hear(listener) {
      say = listener
      return () => void (say = () => {})
    },
  }
}
