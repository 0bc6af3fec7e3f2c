/** Connectors of a wall as a person makes, finds and takes them away. */
import type { Entry } from '@plenary/shared/entry'
import type { SessionClient } from '../sync/session-client.ts'
import { shorten } from './shorten.ts'
import { wall as words } from '../words/wall.ts'

/** A connector whose cards both stand. */
interface ShownLink {
  id: string
  text: string
  from: Entry
  to: Entry
}

type Board = Pick<SessionClient, 'entry' | 'ids'>

function standing(board: Board, id: string | undefined): Entry | null {
  const card = board.entry(id ?? '')
  return card === null || card.removed ? null : card
}

/** The connectors of a wall that are shown. */
export function linksIn(board: Board, section: string): ShownLink[] {
  return board.ids(section, 'link').flatMap((id) => {
    const link = board.entry(id)
    const [from, to] = [standing(board, link?.from), standing(board, link?.to)]
    return link === null || from === null || to === null ? [] : [{ id, text: link.text, from, to }]
  })
}

/** What a card is connected to, whichever way the connector leads. */
export function linksOf(board: Board, card: Entry): { id: string; other: Entry }[] {
  return linksIn(board, card.parent).flatMap(({ id, from, to }) =>
    from.id === card.id ? [{ id, other: to }] : to.id === card.id ? [{ id, other: from }] : [],
  )
}

/** The cards a card may be connected to: those of its wall that it does not lead to yet. */
export function linkable(client: SessionClient, card: Entry): Entry[] {
  const aside = client.view()?.facts.aside ?? {}
  const known = new Set(
    linksIn(client, card.parent).flatMap(({ from, to }) => (from.id === card.id ? [to.id] : [])),
  )
  return client
    .unplaced(card.parent)
    .flatMap((id) => client.entry(id) ?? [])
    .filter(({ id }) => id !== card.id && !known.has(id) && !Object.hasOwn(aside, id))
}

/** One connector from a card to another one, once. */
export function connect(client: SessionClient, from: Entry, to: Entry): void {
  if (!linkable(client, from).some(({ id }) => id === to.id)) return
  client.deed(words.connectMade(shorten(from.text), shorten(to.text)), () => {
    client.add('link', from.parent, '', { from: from.id, to: to.id })
  })
}
