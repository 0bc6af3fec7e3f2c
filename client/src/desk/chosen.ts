/** What is done with all chosen cards at once: each one deed. */
import { nameFor } from '@plenary/shared/group'
import { NAME_MAX } from '@plenary/shared/kinds'
import { may } from '@plenary/shared/permission'
import { duplicate } from '../look/duplicate.ts'
import { cardsIn } from '../look/topics.ts'
import { groupCards, moveCards, removeCards } from '../sync/many-cards.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { groups as groupWords } from '../words/groups.ts'
import { hands as words } from '../words/hands.ts'
import { phoneSort } from '../words/phone-sort.ts'
import type { Slot } from './drop.ts'
import { orderIn } from './move-card.ts'
import { clearSelection, select, selection } from './selection.ts'

/** Chosen cards that stand in this section, in the order of the board. */
export function chosenIn(client: SessionClient, section: string): string[] {
  const { ids } = selection.getState()
  return ids.size === 0 ? [] : cardsIn(client, section).filter((id) => ids.has(id))
}

/** Cards that stand together under a proposed name: that of the shortest. */
export function groupChosen(client: SessionClient, section: string): void {
  const cards = chosenIn(client, section).flatMap((id) => client.entry(id) ?? [])
  if (cards.length < 2) return
  const texts = cards.map(({ text }) => text)
  const name = nameFor(texts, NAME_MAX)
  groupCards(client, groupWords.made(name), cards, name, section)
  clearSelection()
}

/** Chosen cards that this person may remove: one's own, and for some everybody's. */
export function removableIn(client: SessionClient, section: string): string[] {
  const view = client.view()
  if (view === null) return []
  const { you, setting, mine } = view
  const [own, others] = [may(you, 'remove own', setting), may(you, 'remove others', setting)]
  return chosenIn(client, section).filter((id) =>
    client.entry(id)?.by === you.id || mine.cards.includes(id) ? own : others,
  )
}

/** What is not theirs to remove stays, and stays chosen. */
export function removeChosen(client: SessionClient, section: string): void {
  const cards = removableIn(client, section)
  if (cards.length === 0) return
  removeCards(client, words.removedMany(cards.length), cards)
  const gone = new Set(cards)
  select(chosenIn(client, section).filter((id) => !gone.has(id)))
}

export async function duplicateChosen(client: SessionClient, section: string): Promise<void> {
  const made = await duplicate(client, chosenIn(client, section))
  select(made)
}

/** To the place before a card that is not among them. */
export function moveChosen(client: SessionClient, section: string, { parent, before }: Slot): void {
  const cards = chosenIn(client, section)
  if (cards.length === 0) return
  const moving = new Set(cards)
  const order = orderIn(client, parent)
  const next = before === null ? [] : order.slice(order.indexOf(before))
  const lane = client.entry(parent)?.text ?? phoneSort.unplaced
  const what = words.movedMany(cards.length, lane)
  moveCards(client, what, cards, parent, next.find((id) => !moving.has(id)) ?? null)
}
