/** How much there is in a session, for sentences about it. */
import type { Format } from '@plenary/shared/format'
import { holdsCards } from '@plenary/shared/holds-cards'
import { cardsIn } from './topics.ts'
import type { Board } from './topics.ts'

/** The cards and the actions that stand in all sections together. */
export function cardsAndActions(board: Board, format: Format): { cards: number; actions: number } {
  let cards = 0
  let actions = 0
  for (const section of format.sections) {
    if (holdsCards(section)) cards += cardsIn(board, section.id).length
    if (section.kind === 'actions') actions += board.ids(section.id, 'action').length
  }
  return { cards, actions }
}
