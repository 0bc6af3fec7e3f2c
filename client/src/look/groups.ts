/** Groups of cards as a person makes, moves and takes them apart: each with the way back. */
import type { Entry } from '@plenary/shared/entry'
import { sectionOf } from '@plenary/shared/format'
import { groupOf, nameFor } from '@plenary/shared/group'
import { NAME_MAX } from '@plenary/shared/kinds'
import type { Step } from '../sync/deeds.ts'
import { valueOf } from '../sync/deeds.ts'
import { askAsDeed } from '../sync/many-cards.ts'
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

interface GroupChoices {
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
  // On a wall cards lie where they were put, and their order says nothing.
  const view = client.view()
  if (view !== null && sectionOf(view.format, mate.parent)?.kind === 'wall') return
  const order = client.ids(mate.parent, 'card')
  const next = order[order.indexOf(mate.id) + 1] ?? null
  if (next !== card.id) client.move(card.id, mate.parent, next)
}

/** Joins a card with another card, or with the group that one is in. */
export function groupWith(client: SessionClient, card: Entry, mate: Entry, section: string): void {
  const into = groupOf(client, mate)
  if (into !== null) return joinGroup(client, card, into, mate)
  const name = nameFor([mate.text, card.text], NAME_MAX)
  client.deed(words.made(name), () => {
    const group = client.add('group', section, name)
    if (group === null) return
    client.setField(mate.id, 'group', group)
    client.setField(card.id, 'group', group)
    putBehind(client, card, mate)
  })
}

/** Adds a card to a group, behind the last of its cards that stand in one place with `beside`. */
export function joinGroup(
  client: SessionClient,
  card: Entry,
  group: string,
  beside: Entry | null,
): void {
  client.deed(words.joined(groupName(client, group)), () => {
    client.setField(card.id, 'group', group)
    if (beside === null) return
    const last = client
      .ids(beside.parent, 'card')
      .findLast((id) => id !== card.id && client.entry(id)?.group === group)
    putBehind(client, card, client.entry(last ?? beside.id) ?? beside)
  })
}

export function leaveGroup(client: SessionClient, card: Entry): void {
  client.deed(words.left, () => client.setField(card.id, 'group', ''))
}

/** Its cards stand alone again; one change, so that it comes back whole. */
export function takeApart(client: SessionClient, group: string, cards: readonly string[]): void {
  client.deed(words.tookApart, () => {
    // A group that nobody named has no entry to remove.
    if (client.entry(group) !== null) client.setField(group, 'removed', true)
    else for (const id of cards) client.setField(id, 'group', '')
  })
}

/** Puts the cards of one group into another. It is asked, and taken back like everything else. */
export async function mergeGroups(
  client: SessionClient,
  group: string,
  into: string,
  section: string,
): Promise<void> {
  const before = cardsIn(client, section).flatMap((id) => {
    const card = client.entry(id)
    return card?.group === group ? card : []
  })
  const name = groupName(client, into)
  const granted = client.ask({ type: 'group.merge', group, into }).then(({ ok }): Step[] => {
    if (!ok) return []
    const moved = before.flatMap((card) => {
      const now = client.entry(card.id)
      return (['group', 'place'] as const).flatMap((field) => {
        const [from, to] = [valueOf(card, field), now === null ? '' : valueOf(now, field)]
        return from === to ? [] : { id: card.id, field, from, to }
      })
    })
    return [{ id: group, field: 'removed', from: false, to: true }, ...moved]
  })
  await askAsDeed(client, words.joinedGroups(name), granted)
}

/** Moves all cards of a group to the end of a lane, in their order. */
export function moveGroup(
  client: SessionClient,
  cards: readonly string[],
  parent: string,
  lane: string,
): void {
  client.deed(words.moved(lane), () => {
    for (const id of cards) client.move(id, parent, null)
  })
}
