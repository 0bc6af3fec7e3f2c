/** Who owns which Yjs client id in this epoch. A seat is one page load and is never given again. */
import { freeClientId, hashOf, newSecret, sameHash } from './dice.ts'
import type { SeatRow } from './record.ts'

/** Seats whose client id has written, in one epoch. */
export const WRITING_SEATS_MAX = 5_000
const NARROW = 2 ** 16
const WIDE = 2 ** 21

export interface Seat {
  clientId: number
  secret: string
  epoch: number
}

export class Seats {
  private readonly byClient = new Map<number, SeatRow>()

  /** A fresh seat, and the row that must be journaled before it is handed out. */
  issue(person: string, epoch: number): { seat: Seat; row: SeatRow } {
    const limit = this.byClient.size < NARROW / 2 ? NARROW : WIDE
    const clientId = freeClientId((id) => this.byClient.has(id), limit)
    const secret = newSecret()
    const row = { clientId, person, secret: hashOf(secret) }
    this.keep(row)
    return { seat: { clientId, secret, epoch }, row }
  }

  keep(row: SeatRow): void {
    this.byClient.set(row.clientId, row)
  }

  /** The seat that `<clientId>.<secret>` names, if it is this person's; else null. */
  find(named: string, person: string): SeatRow | null {
    const [client, secret] = named.split('.')
    if (client === undefined || secret === undefined || !/^\d{1,10}$/.test(client)) return null
    const row = this.byClient.get(Number(client))
    if (row === undefined || row.person !== person) return null
    return sameHash(row.secret, hashOf(secret)) ? row : null
  }

  rows(): SeatRow[] {
    return [...this.byClient.values()]
  }
}
