/** Who is connected and who holds which card: presence, which no record keeps. */
import type { Heard, Said } from '@plenary/shared/presence'
import { DEAL_FOR, HOLD_FOR } from '@plenary/shared/presence'
import type { ConnectionId } from './seam.ts'

interface Hold {
  connection: ConnectionId
  until: number
}

export class Hands {
  private readonly people = new Map<ConnectionId, string>()
  private readonly held = new Map<string, Hold>()
  private heard: Heard[] = []

  arrive(connection: ConnectionId, person: string): void {
    this.people.set(connection, person)
    this.heard.push({ is: 'here', number: connection, person })
  }

  leave(connection: ConnectionId): void {
    if (!this.people.delete(connection)) return
    this.dropAll(connection)
    this.heard.push({ is: 'gone', number: connection })
  }

  present(): Set<string> {
    return new Set(this.people.values())
  }

  /** Holding is first come: a card in someone's hand cannot be taken. */
  say(connection: ConnectionId, said: Said, now: number): void {
    switch (said.is) {
      case 'hold': {
        const holder = this.held.get(said.card)
        if (holder !== undefined && holder.connection !== connection && holder.until > now) return
        const until = now + (said.dealt ? DEAL_FOR : HOLD_FOR)
        if (holder?.connection === connection) {
          holder.until = until
          return
        }
        this.dropAll(connection)
        this.held.set(said.card, { connection, until })
        this.heard.push({ is: 'holds', number: connection, card: said.card })
        return
      }
      case 'release':
        if (this.dropAll(connection)) this.heard.push({ is: 'released', number: connection })
        return
    }
  }

  /** Cards fall from hands that have not moved; returns when the next one will. */
  expire(now: number): number | null {
    let next: number | null = null
    for (const [card, { connection, until }] of this.held) {
      if (until <= now) {
        this.held.delete(card)
        this.heard.push({ is: 'released', number: connection })
      } else next = next === null ? until : Math.min(next, until)
    }
    return next
  }

  /** Everything there is, for somebody who has just come. */
  all(): Heard[] {
    const all: Heard[] = []
    for (const [number, person] of this.people) all.push({ is: 'here', number, person })
    for (const [card, { connection }] of this.held)
      all.push({ is: 'holds', number: connection, card })
    return all
  }

  holds(connection: ConnectionId): boolean {
    for (const hold of this.held.values()) if (hold.connection === connection) return true
    return false
  }

  /** What has happened since the last call. */
  take(): Heard[] {
    const heard = this.heard
    this.heard = []
    return heard
  }

  private dropAll(connection: ConnectionId): boolean {
    let dropped = false
    for (const [card, hold] of this.held)
      if (hold.connection === connection) dropped = this.held.delete(card)
    return dropped
  }
}
