/** Groups of cards as a person makes, moves and takes them apart: each with the way back. */
import type { Entry } from '@plenary/shared/entry'
import { groupOf, nameFor } from '@plenary/shared/group'
import { NAME_MAX } from '@plenary/shared/kinds'
import type { SessionClient } from '../sync/session-client.ts'
import { groupName } from './group-name.ts'
import { groups as words } from '../words/groups.ts'
import { cardsIn } from './topics.ts'

/** Groups of a section that hold cards, as ids, in the order they were made. */
export function groupsIn(
  client: SessionClient,
  section: string,
  cards: readonly string[],
): string[] {
  const held = new Set(
    cards.flatMap((id) => {
      const card = client.entry(id)
      return card === null ? [] : (groupOf(client, card) ?? [])
    }),
  )
  return client.ids(section, 'group').filter((group) => held.has(group))
}

export interface GroupChoices {
  groups: { id: string; members: number; beside: Entry | null }[]
  /** Cards in no group, those that stand beside it first. */
  cards: Entry[]
}

/** What a card can be grouped with. */
export function choicesFor(client: SessionClient, entry: Entry, section: string): GroupChoices {
  const aside = client.view()?.facts.aside ?? {}
  const all = cardsIn(client, section)
  const own = groupOf(client, entry)
  const alone = all
    .flatMap((id) => client.entry(id) ?? [])
    .filter(
      (card) =>
        card.id !== entry.id && groupOf(client, card) === null && !Object.hasOwn(aside, card.id),
    )
  return {
    groups: groupsIn(client, section, all)
      .filter((group) => group !== own)
      .map((id) => {
        const members = all.filter((card) => client.entry(card)?.group === id)
        return { id, members: members.length, beside: client.entry(members[0] ?? '') }
      }),
    cards: [
      ...alone.filter((card) => card.parent === entry.parent),
      ...alone.filter((card) => card.parent !== entry.parent),
    ],
  }
}

/** Puts a card behind another one, where it is not there already. */
function putBehind(client: SessionClient, card: Entry, mate: Entry): void {
  const order = client.ids(mate.parent, 'card')
  const next = order[order.indexOf(mate.id) + 1] ?? null
  if (next !== card.id) client.move(card.id, mate.parent, next)
}

/** Joins a card with another card, or with the group that one is in. */
export function groupWith(client: SessionClient, card: Entry, mate: Entry, section: string): void {
  const into = groupOf(client, mate)
  if (into !== null) return joinGroup(client, card, into, mate)
  const name = nameFor([mate.text, card.text], NAME_MAX)
  const group = client.add('group', section, name)
  if (group === null) return
  const was = placeOf(client, card)
  client.setField(mate.id, 'group', group)
  client.setField(card.id, 'group', group)
  putBehind(client, card, mate)
  client.notify({
    is: 'info',
    message: words.made(name),
    undo: () => {
      if (client.entry(group)?.removed !== false) {
        client.notify({ is: 'info', message: words.since })
        return
      }
      client.setField(group, 'removed', true)
      restore(client, card, was)
    },
  })
}

/** Adds a card to a group, behind the last of its cards that stand in one place with `beside`. */
export function joinGroup(
  client: SessionClient,
  card: Entry,
  group: string,
  beside: Entry | null,
): void {
  const was = placeOf(client, card)
  client.setField(card.id, 'group', group)
  if (beside !== null) {
    const last = client
      .ids(beside.parent, 'card')
      .findLast((id) => id !== card.id && client.entry(id)?.group === group)
    putBehind(client, card, client.entry(last ?? beside.id) ?? beside)
  }
  client.notify({
    is: 'info',
    message: words.joined(groupName(client, group)),
    undo: () => {
      if (client.entry(card.id)?.group !== group) {
        client.notify({ is: 'info', message: words.since })
        return
      }
      restore(client, card, was)
    },
  })
}

export function leaveGroup(client: SessionClient, card: Entry): void {
  const { group = '' } = card
  client.setField(card.id, 'group', '')
  client.notify({
    is: 'info',
    message: words.left,
    undo: () => client.setField(card.id, 'group', group),
  })
}

/** Its cards stand alone again; one change, so that it comes back whole. */
export function takeApart(client: SessionClient, group: string, cards: readonly string[]): void {
  // A group that nobody named has no entry to remove.
  const named = client.entry(group) !== null
  const set = (apart: boolean) => {
    if (named) client.setField(group, 'removed', apart)
    else for (const id of cards) client.setField(id, 'group', apart ? '' : group)
  }
  set(true)
  client.notify({ is: 'info', message: words.tookApart, undo: () => set(false) })
}

/** Moves all cards of a group to the end of a lane, in their order. */
export function moveGroup(
  client: SessionClient,
  cards: readonly string[],
  parent: string,
  lane: string,
): void {
  const was = cards.flatMap((id) => {
    const card = client.entry(id)
    return card === null ? [] : [{ card, was: placeOf(client, card) }]
  })
  for (const id of cards) client.move(id, parent, null)
  client.notify({
    is: 'info',
    message: words.moved(lane),
    undo: () => {
      for (const one of was.toReversed())
        if (client.entry(one.card.id)?.parent === parent) restore(client, one.card, one.was)
    },
  })
}

interface Was {
  parent: string
  /** The card it stood before. */
  next: string | null
  group: string
}

function placeOf(client: SessionClient, card: Entry): Was {
  const order = client.ids(card.parent, 'card')
  return {
    parent: card.parent,
    next: order[order.indexOf(card.id) + 1] ?? null,
    group: card.group ?? '',
  }
}

function restore(client: SessionClient, card: Entry, { parent, next, group }: Was): void {
  client.setField(card.id, 'group', group)
  const before = next !== null && client.entry(next)?.parent === parent ? next : null
  client.move(card.id, parent, before)
}
