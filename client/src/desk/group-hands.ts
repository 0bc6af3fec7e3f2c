/** Carrying a whole group by its name, by pointer or by keys: onto another group, or to the end of another place. */
import { groupOf } from '@plenary/shared/group'
import { sectionOfEntry } from '@plenary/shared/entry'
import type { Point } from '@plenary/shared/wall'
import { focusWhenThere } from '../look/focus-when-there.ts'
import { groupName } from '../look/group-name.ts'
import { groupsIn, mergeGroups, moveGroup } from '../look/groups.ts'
import { cardsIn } from '../look/topics.ts'
import type { Camera } from '../surface/camera.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { desk } from '../words/desk.ts'
import { groups } from '../words/groups.ts'
import { hands as words } from '../words/hands.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { listenForCarryKeys } from './carry-keys.ts'
import type { Arrow } from './drop.ts'
import { RESTS, zoneAt, zoneTowards } from './drop.ts'
import type { GroupMark } from './group-mark.ts'
import { createGroupMark } from './group-mark.ts'
import { watchHand } from './hand-watch.ts'
import type { Hands } from './hands.ts'
import { zoneOf } from './move-card.ts'
import { listenForPresses } from './press.ts'

/** Onto a group, or to the end of a lane or of what is still to place. */
type Aim = { group: string } | { zone: string }

interface InHand {
  group: string
  section: string
  cards: readonly string[]
  /** Where its first card stands. */
  from: string
  aim: Aim | null
  keys: boolean
  unwatch: () => void
}

/** Listens on the board until the returned call. */
export function listenForGroups(
  client: SessionClient,
  hands: Hands,
  root: HTMLElement,
  camera: Camera | null,
): () => void {
  const { zones, tell } = hands
  const mark: GroupMark = createGroupMark(root, zones)
  let hand: InHand | null = null
  let resting: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const nameOf = (group: string) => groupName(client, group)
  const placeName = (parent: string) => client.entry(parent)?.text ?? phoneSort.unplaced

  function take(group: string, keys: boolean): boolean {
    const section = sectionOf(group)
    if (hand !== null || section === null || !hands.mayTake()) return false
    const cards = membersOf(group, section)
    const first = client.entry(cards[0] ?? '')
    if (first === null || !cards.every(hands.isFree)) return false
    const lost = (why: string) => {
      put()
      tell(why)
      client.notify({ is: 'info', message: why })
    }
    const stops = cards.flatMap((id) => {
      const card = client.entry(id)
      return card === null ? [] : watchHand(client, card, lost)
    })
    const check = () => {
      if (client.entry(group)?.removed === true) lost(words.changedWhileMoving)
    }
    stops.push(client.subscribeEntry(group, check))
    const unwatch = () => stops.forEach((stop) => stop())
    const from = zoneOf(client, first, section)
    hand = { group, section, cards, from, aim: { zone: from }, keys, unwatch }
    client.hold(first.id, false)
    mark.take(group, keys ? null : words.carried(nameOf(group), cards.length))
    tell(told(hand))
    return true
  }

  const membersOf = (group: string, section: string) =>
    cardsIn(client, section).filter((id) => {
      const card = client.entry(id)
      return card !== null && groupOf(client, card) === group
    })

  /** Of a group that stands in lanes or lists; a wall has hands of its own. */
  function sectionOf(group: string): string | null {
    const element = mark.element(group)
    const card = client.entry(
      element?.querySelector<HTMLElement>('[data-card]')?.dataset['card'] ?? '',
    )
    return card === null ? null : sectionOfEntry(client, card)
  }

  function put(): InHand | null {
    const was = hand
    hand = null
    waitFor(null)
    was?.unwatch()
    mark.clear()
    if (was !== null) client.release()
    return was
  }

  function aimAt(aim: Aim | null): void {
    if (hand === null || same(hand.aim, aim)) return
    hand.aim = aim
    mark.aim(aim !== null && 'zone' in aim && aim.zone === hand.from ? null : aim)
    client.hold(hand.cards[0] ?? '', false)
    tell(told(hand))
  }

  function told({ group, aim }: InHand): string {
    const name = words.theGroup(nameOf(group))
    if (aim === null) return desk.drag.nowhere(name)
    return 'group' in aim
      ? words.overGroup(name, nameOf(aim.group))
      : words.overPlace(name, placeName(aim.zone))
  }

  /** The groups that this one can be put together with, in the order of the page. */
  function mates({ group, section }: InHand): string[] {
    // Nobody has named it, so that there is nothing to put together.
    if (client.entry(group) === null) return []
    const known = new Set(groupsIn(client, section, cardsIn(client, section)))
    return mark.groups().filter((one) => one !== group && known.has(one))
  }

  const zonesOf = ({ section }: InHand) =>
    zones
      .all()
      .filter(({ parent }) => parent === section || client.entry(parent)?.parent === section)

  function follow(at: Point): void {
    if (hand === null) return
    mark.follow(at)
    const under = mark.groupAt(at)
    const mate = under !== null && mates(hand).includes(under) ? under : null
    waitFor(mate)
    if (mate !== null && same(hand.aim, { group: mate })) return
    const zone = zoneAt(zonesOf(hand), at)
    aimAt(zone === null ? null : { zone: zone.parent })
  }

  /** It rests on a group, or on none: after a while they would be put together. */
  function waitFor(mate: string | null): void {
    if (mate === resting) return
    resting = mate
    clearTimeout(timer)
    if (mate !== null) timer = setTimeout(() => aimAt({ group: mate }), RESTS)
  }

  /** Up and down lead from group to group, left and right from place to place. */
  function aimTowards(key: Arrow): void {
    if (hand === null) return
    const { aim } = hand
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const at = aim !== null && 'zone' in aim ? aim.zone : hand.from
      const zone = zoneTowards(zonesOf(hand), at, key)
      if (zone !== null) aimAt({ zone: zone.parent })
    } else {
      const all = mates(hand)
      const at = aim !== null && 'group' in aim ? all.indexOf(aim.group) : -1
      const down = key === 'ArrowDown'
      const next = all[at === -1 ? (down ? 0 : all.length - 1) : at + (down ? 1 : -1)]
      if (next !== undefined) aimAt({ group: next })
    }
    mark.reveal()
  }

  function drop(): void {
    const was = put()
    if (was === null) return
    const { group, section, aim, from, keys } = was
    const name = words.theGroup(nameOf(group))
    const stays = aim === null || ('zone' in aim && aim.zone === from)
    if (stays) return tell(desk.drag.cancelled(name))
    if ('group' in aim) {
      tell(groups.joinedGroups(nameOf(aim.group)))
      void mergeGroups(client, group, aim.group, section)
    } else {
      mark.leaves(group)
      tell(desk.drag.dropped(name, placeName(aim.zone)))
      moveGroup(client, membersOf(group, section), aim.zone, placeName(aim.zone))
    }
    // Where it stood there is nothing any more, and the focus goes with it.
    if (keys) focusWhenThere(mark.opener('group' in aim ? aim.group : group))
  }

  function putBack(): void {
    const was = put()
    if (was !== null) tell(desk.drag.cancelled(words.theGroup(nameOf(was.group))))
  }

  const onKey = (event: KeyboardEvent) => {
    const { target } = event
    if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(target instanceof HTMLButtonElement) || target.closest('[data-wall]') !== null) return
    const group = target.closest<HTMLElement>('[data-hull]')?.dataset['hull']
    if (group === undefined || !take(group, true)) return
    event.preventDefault()
    event.stopPropagation()
  }
  root.addEventListener('keydown', onKey)
  root.toggleAttribute('data-carries-groups', true)
  const stops = [
    () => root.removeEventListener('keydown', onKey),
    () => root.toggleAttribute('data-carries-groups', false),
    listenForCarryKeys({
      carries: () => hand?.keys === true,
      aimTowards,
      aimAtLane(number) {
        const lane = hand === null ? undefined : client.ids(hand.section, 'lane')[number - 1]
        if (lane === undefined) return
        aimAt({ zone: lane })
        mark.reveal()
      },
      drop,
      putBack,
    }),
    listenForPresses(root, camera, (target) => {
      const group = target.closest<HTMLElement>('[data-hull]')?.dataset['hull']
      if (group === undefined || target.closest('[data-wall]') !== null) return null
      return {
        take: () => take(group, false),
        holds: () => hand !== null,
        carry: ({ clientX: x, clientY: y }) => follow({ x, y }),
        drop,
        putBack,
      }
    }),
  ]
  return () => {
    put()
    stops.forEach((stop) => stop())
  }
}

function same(a: Aim | null, b: Aim | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
