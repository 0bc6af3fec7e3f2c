/** What a note or a group rests on while it is carried over a wall: after a moment it would be put onto it. */
import { groupOf, nameFor } from '@plenary/shared/group'
import { NAME_MAX } from '@plenary/shared/kinds'
import { placeAt } from '@plenary/shared/entry'
import type { Entry } from '@plenary/shared/entry'
import type { Point } from '@plenary/shared/wall'
import { groupName } from '../look/group-name.ts'
import { mergeGroups } from '../look/groups.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { desk } from '../words/desk.ts'
import { groups as words } from '../words/groups.ts'
import { hands } from '../words/hands.ts'
import { RESTS } from './drop.ts'
import type { Spots } from './useSpots.ts'
import { beside, isOnMiddle } from './wall-geometry.ts'

/** A note, or a whole group. */
export type Mate = { note: string } | { group: string }

interface WallRest {
  /** Under the pointer now; null: nothing that it could be put onto. */
  over: (mate: Mate | null) => void
  onto: () => Mate | null
  clear: () => void
}

/** `shows`: what it would be put onto, and no more. */
export function createWallRest(shows: (mate: Mate | null) => void): WallRest {
  let waits: string | null = null
  let onto: Mate | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function rest(mate: Mate | null): void {
    if (mate === null && onto === null) return
    onto = mate
    shows(mate)
  }

  return {
    over(mate) {
      const key = mate === null ? null : JSON.stringify(mate)
      if (key === waits) return
      waits = key
      clearTimeout(timer)
      rest(null)
      if (mate !== null) timer = setTimeout(() => rest(mate), RESTS)
    },
    onto: () => onto,
    clear() {
      waits = null
      clearTimeout(timer)
      rest(null)
    },
  }
}

/** The note in whose middle half a point lies, the one on top first; none of its own group, and nothing set aside. */
export function noteUnder(
  client: SessionClient,
  spots: Spots,
  at: Point,
  moving: Entry,
): string | null {
  const aside = client.view()?.facts.aside ?? {}
  const own = groupOf(client, moving)
  const under = [...spots].findLast(([id, spot]) => {
    if (id === moving.id || !isOnMiddle(at, spot) || Object.hasOwn(aside, id)) return false
    const mate = client.entry(id)
    return mate !== null && !mate.removed && (own === null || groupOf(client, mate) !== own)
  })
  return under?.[0] ?? null
}

/** A note joins another one, or the group of that one, and stands beside it: nothing is covered. */
function groupOnWall(
  client: SessionClient,
  section: string,
  card: Entry,
  mate: Entry,
  spots: Spots,
): void {
  const there = spots.get(mate.id)
  const into = groupOf(client, mate)
  const name = into === null ? nameFor([mate.text, card.text], NAME_MAX) : groupName(client, into)
  client.deed(into === null ? words.made(name) : words.joined(name), () => {
    const group = into ?? client.add('group', section, name)
    if (group === null) return
    if (into === null) client.setField(mate.id, 'group', group)
    client.setField(card.id, 'group', group)
    if (there === undefined) return
    const others = [...spots].flatMap(([id, spot]) => (id === card.id ? [] : [spot]))
    client.setField(card.id, 'place', placeAt(section, card.order, beside(there, others)))
  })
}

/** Notes of a wall that are let go over what they rest on. */
export interface Resting {
  ids: readonly string[]
  /** The group that is carried as a whole. */
  whole: string | null
  onto: Mate
  spots: Spots
}

/** A note onto a note, or a group onto a group. */
export function putOnto(
  client: SessionClient,
  section: string,
  { ids, whole, onto, spots }: Resting,
): void {
  if ('group' in onto) {
    if (whole !== null) void mergeGroups(client, whole, onto.group, section)
    return
  }
  const [card, mate] = [client.entry(ids[0] ?? ''), client.entry(onto.note)]
  if (card !== null && mate !== null && !mate.removed)
    groupOnWall(client, section, card, mate, spots)
}

/** What is told of it. */
export function restTold(text: string, mate: Mate, client: SessionClient): string {
  return 'group' in mate
    ? hands.overGroup(hands.theGroup(text), groupName(client, mate.group))
    : desk.drag.onto(text, client.entry(mate.note)?.text ?? '')
}
