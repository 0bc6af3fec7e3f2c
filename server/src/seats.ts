/** Who owns which Yjs client id in this epoch. A seat is one page load and is never given again. */
import { freeClientId, hashOf, newSecret, sameHash } from './dice.ts'
import type { SeatRow } from './record.ts'

/** Seats whose client id has written, in one epoch. */
export const WRITING_SEATS_MAX = 5_000
/** Seats handed out in one epoch, to one person, and kept beside for whoever leads. */
export const SEATS_MAX = 100_000
export const SEATS_EACH = 500
export const SEATS_RESERVED = 200
const NARROW = 2 ** 16
const WIDE = 2 ** 21

export interface Seat {
  clientId: number
  secret: string
  epoch: number
}

export class Seats {
  private readonly byClient = new Map<number, SeatRow>()
  private readonly counts = new Map<string, number>()

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
    this.counts.set(row.person, this.countOf(row.person) + 1)
  }

  get size(): number {
    return this.byClient.size
  }

  /** Seats this person has been given. */
  countOf(person: string): number {
    return this.counts.get(person) ?? 0
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
