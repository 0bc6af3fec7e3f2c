/** Several cards at once: one deed, one step back, and updates of at most so many cards on the wire. */
import { putEntry } from '@plenary/shared/board'
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import { placeAt, placeOf } from '@plenary/shared/entry'
import { keyBetween } from '@plenary/shared/order'
import type { Step } from './deeds.ts'
import { newId } from './new-id.ts'
import type { SessionClient } from './session-client.ts'
import { wellFormed } from './well-formed.ts'

/** Cards of one update. */
export const CARDS_AT_ONCE = 100

export interface NewCard {
  text: string
  /** A section or lane. */
  to: string
  /** The card it stands behind; absent: at the end. */
  behind?: string
}

/** Keys in order between two others, spread so that none grows long. */
export function keysBetween(left: string | null, right: string | null, count: number): string[] {
  if (count <= 0) return []
  const at = right === null ? 0 : Math.floor(count / 2)
  const middle = keyBetween(left, right)
  return [...keysBetween(left, middle, at), middle, ...keysBetween(middle, right, count - at - 1)]
}

/** Puts cards before another one, or at the end of a place, in the order given. They leave their groups. */
export function moveCards(
  client: SessionClient,
  what: string,
  cards: readonly string[],
  parent: string,
  before: string | null,
): void {
  const moving = new Set(cards)
  const there = client.ids(parent, 'card').filter((id) => !moving.has(id))
  const found = before === null ? -1 : there.indexOf(before)
  const at = found === -1 ? there.length : found
  const order = (index: number): string | null => client.entry(there[index] ?? '')?.order ?? null
  const keys = keysBetween(order(at - 1), order(at), cards.length)
  client.deed(what, () =>
    inParts(client, cards, (id, index) => {
      const from = client.entry(id)
      if (from !== null)
        client.setField(id, 'place', placeOf({ ...from, parent, order: keys[index] ?? '' }))
      // Whoever takes cards elsewhere takes them out of their groups.
      if (from?.parent !== parent) client.setField(id, 'group', '')
    }),
  )
}

/** Adds cards, of which nobody is told who wrote them where cards carry no names. Resolves to their ids. */
export async function addCards(
  client: SessionClient,
  what: string,
  cards: readonly NewCard[],
): Promise<string[]> {
  const view = client.view()
  if (view === null) return []
  if (view.facts.anonymous) return askForCards(client, what, cards)
  const { deeds } = client.editing
  const doc = client.editing.doc()
  if (doc === null) return []
  const ids = cards.map(() => newId())
  const last = new Map<string, string | null>()
  client.deed(what, () =>
    inParts(client, cards, ({ text, to, behind }, index) => {
      const id = ids[index] ?? newId()
      const order = orderBehind(client, to, behind, last)
      last.set(behind ?? to, order)
      putEntry(doc, {
        do: 'put',
        id,
        kind: 'card',
        text: wellFormed(text),
        place: placeAt(to, order),
        fields: { by: view.you.id },
      })
      deeds.wrote({ id, field: 'removed', from: true, to: false })
    }),
  )
  return ids
}

function orderBehind(
  client: SessionClient,
  to: string,
  behind: string | undefined,
  last: ReadonlyMap<string, string | null>,
): string {
  const there = client.ids(to, 'card')
  const at = behind === undefined ? -1 : there.indexOf(behind)
  const order = (id: string | undefined): string | null => client.entry(id ?? '')?.order ?? null
  if (at !== -1) return keyBetween(last.get(behind ?? '') ?? order(there[at]), order(there[at + 1]))
  return keyBetween(last.get(to) ?? order(there.at(-1)), null)
}

async function askForCards(
  client: SessionClient,
  what: string,
  cards: readonly NewCard[],
): Promise<string[]> {
  const { commands } = client.editing
  const asked = Promise.all(
    cards.map(({ text, to }) => commands.ask({ type: 'card.add', text: wellFormed(text), to })),
  ).then((answers) =>
    answers.flatMap(({ ok, card }) => (ok && typeof card === 'string' ? card : [])),
  )
  await askAsDeed(
    client,
    what,
    asked.then((ids) => ids.map(wayOut)),
  )
  return asked
}

/** The way back of a card that the server has put on the board. */
export function wayOut(card: string): Step {
  return { inverse: { type: 'card.remove', card }, again: { type: 'card.restore', card } }
}

/** One deed that is asked for: told of, with the way back, once it is granted. */
export async function askAsDeed(
  client: SessionClient,
  message: string,
  granted: Promise<Step[]>,
): Promise<void> {
  const { deeds, undo } = client.editing
  const deed = await deeds.asks(granted, message)
  if (deed !== null) client.notify({ is: 'info', message, undo: () => void undo(deed) })
}

/** Removes cards: one's own as a field where they carry a name, all others by asking. */
export function removeCards(client: SessionClient, what: string, cards: readonly string[]): void {
  const you = client.view()?.you.id
  client.deed(what, () =>
    inParts(client, cards, (id) => {
      const entry = client.entry(id)
      if (entry === null || entry.removed) return
      if (entry.by === you) return client.setField(id, 'removed', true)
      const inverse: Command = { type: 'card.restore', card: id }
      const again: Command = { type: 'card.remove', card: id }
      void client.ask(again)
      client.editing.deeds.wrote({ inverse, again })
    }),
  )
}

/** Makes one group of cards that stand anywhere in a section: they come to stand behind the first. */
export function groupCards(
  client: SessionClient,
  what: string,
  cards: readonly Entry[],
  name: string,
  section: string,
): void {
  const [first, ...rest] = cards
  if (first === undefined) return
  // On a wall cards lie where they were put, and their order says nothing.
  const lies = client
    .view()
    ?.format.sections.some(({ id, kind }) => id === section && kind === 'wall')
  const there = client.ids(first.parent, 'card')
  const moving = new Set(rest.map(({ id }) => id))
  const next = there.slice(there.indexOf(first.id) + 1).find((id) => !moving.has(id))
  const keys = keysBetween(first.order, client.entry(next ?? '')?.order ?? null, rest.length)
  client.deed(what, () => {
    const group = client.add('group', section, name)
    if (group === null) return
    inParts(client, cards, ({ id }, index) => {
      client.setField(id, 'group', group)
      if (index > 0 && lies !== true)
        client.setField(id, 'place', placeAt(first.parent, keys[index - 1] ?? ''))
    })
  })
}

/** Writes for each, so many in one transaction, which is one update on the wire. */
export function inParts<T>(
  client: SessionClient,
  all: readonly T[],
  write: (one: T, index: number) => void,
): void {
  const doc = client.editing.doc()
  for (let from = 0; from < all.length; from += CARDS_AT_ONCE)
    doc?.transact(
      () => all.slice(from, from + CARDS_AT_ONCE).forEach((one, at) => write(one, from + at)),
      { by: 'many' },
    )
}
