/** The card that is read out, and its neighbours in the order of the board. */
import type { SessionClient } from '../sync/session-client.ts'
import { cardsIn } from './topics.ts'

interface OnShow {
  card: string
  /** Its place among the cards that can be shown, from 1; 0 where it is in another section. */
  at: number
  of: number
  before: string | null
  after: string | null
}

/** Cards of a section that can be read out, in the order of the board. */
export function readable(client: SessionClient, section: string): string[] {
  const aside = client.view()?.facts.aside ?? {}
  return cardsIn(client, section).filter((id) => !Object.hasOwn(aside, id))
}

export function onShow(client: SessionClient, card: string, section: string): OnShow {
  const order = readable(client, section)
  const at = order.indexOf(card)
  return {
    card,
    at: at + 1,
    of: order.length,
    before: at > 0 ? (order[at - 1] ?? null) : null,
    after: at === -1 ? null : (order[at + 1] ?? null),
  }
}
