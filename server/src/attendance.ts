/** Who is in the room: connections let in and let go, people away, cards in hands. */
import type { Context } from '@plenary/shared/decision'
import { fallDue, nextDue } from '@plenary/shared/due'
import { CLOSE } from '@plenary/shared/frame'
import type { Event } from '@plenary/shared/event'
import type { SessionState } from '@plenary/shared/session'
import { Hands } from './hands.ts'
import { personOf } from './identity.ts'
import type { Outbox } from './outbox.ts'
import { Peers } from './peers.ts'
import type { ConnectionId } from './seam.ts'
import type { Tick } from './tick.ts'

/** A person who is gone this long counts no more. Milliseconds. */
export const AWAY_AFTER = 60_000

export class Attendance {
  readonly peers = new Peers()
  readonly hands = new Hands()
  /** Person -> since when no connection of theirs is open. */
  private readonly leftAt = new Map<string, number>()

  /** After a load nobody is connected, whoever was counted before. */
  constructor(state: SessionState | null, now: number) {
    for (const person of Object.values(state?.people ?? {}))
      if (!person.left && !person.away) this.leftAt.set(person.id, now)
  }

  /** Lets a connection in on its seat, or closes it with the reason. */
  letIn(connection: ConnectionId, token: string, seat: string, tick: Tick, out: Outbox): void {
    if (tick.memory.state === null) return out.close(connection, CLOSE.noSession, 'no such session')
    const person = personOf(tick, token)
    if (person === null) return out.close(connection, CLOSE.token, 'unknown token')
    const row = tick.memory.seats.find(seat, person)
    if (row === null) return out.close(connection, CLOSE.seat, 'take a new seat')
    const before = this.peers.onSeat(row.clientId)
    if (before !== null) {
      out.close(before.id, CLOSE.seat, 'the newest connection has this seat')
      this.letGo(before.id, tick.now)
    }
    this.peers.add({
      id: connection,
      person,
      clientIds: new Set([row.clientId]),
      hello: false,
      taken: 0,
      saved: 0,
      gaps: 0,
      mine: '',
    })
    this.hands.arrive(connection, person)
    this.leftAt.delete(person)
    if (tick.state.people[person]?.away === true)
      tick.happened({ is: 'person.away', person, away: false })
    out.admitted.push(connection)
  }

  letGo(connection: ConnectionId, now: number): void {
    const peer = this.peers.remove(connection)
    if (peer === null) return
    this.hands.leave(connection)
    if (this.peers.of(peer.person).length === 0) this.leftAt.set(peer.person, now)
  }

  /** Somebody who got in over HTTP counts from then on, and no longer if no connection of theirs follows. */
  expect(events: readonly Event[], now: number): void {
    for (const event of events) {
      const came =
        event.is === 'person.joined'
          ? event.person.id
          : event.is === 'token.given'
            ? event.person
            : null
      if (came !== null && this.peers.of(came).length === 0) this.leftAt.set(came, now)
    }
  }

  /** What happens by itself: what is due in the session, people who are away, cards that fall. */
  ring(tick: Tick): void {
    const { now } = tick
    this.hands.expire(now)
    if (tick.memory.state === null) return
    const due = nextDue(tick.state)
    if (due !== null && due <= now) tick.enact(fallDue(tick.state, tick.context(NOBODY)))
    for (const [person, since] of this.leftAt) {
      if (now - since < AWAY_AFTER) continue
      this.leftAt.delete(person)
      if (tick.state.people[person]?.away === false)
        tick.happened({ is: 'person.away', person, away: true })
    }
  }

  /** When {@link ring} has something to do next, or null. */
  nextRing(state: SessionState | null, now: number): number | null {
    const due = state === null ? null : nextDue(state)
    const times = [due, this.hands.expire(now)].filter((time) => time !== null)
    for (const since of this.leftAt.values()) times.push(since + AWAY_AFTER)
    return times.length === 0 ? null : Math.min(...times)
  }
}

/** Stands in for a person where the clock acts; no rule asks it for anything. */
const NOBODY: Context['person'] = {
  id: '',
  name: '',
  role: 'observer',
  colour: 1,
  takesPart: false,
  left: false,
  away: false,
}
