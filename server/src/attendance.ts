/** Who is in the room: connections let in and let go, people away, cards in hands. */
import { CARDS_MAX } from '@plenary/shared/kinds'
import { chairSeen } from '@plenary/shared/decide/chair'
import type { Context } from '@plenary/shared/decision'
import { fallDue, nextDue } from '@plenary/shared/due'
import { CLOSE, TOO_MANY_PAGES } from '@plenary/shared/frame'
import type { Event } from '@plenary/shared/event'
import { isPointedAt, mayPoint } from '@plenary/shared/pointing'
import type { SessionState } from '@plenary/shared/session'
import { settingFor } from '@plenary/shared/setting'
import { Hands } from './hands.ts'
import { personOf } from './identity.ts'
import type { Outbox } from './outbox.ts'
import { Peers } from './peers.ts'
import type { Peer } from './peers.ts'
import type { Told } from './pointers.ts'
import { Pointers } from './pointers.ts'
import { PerWindow } from './rate.ts'
import type { ConnectionId } from './seam.ts'
import type { Tick } from './tick.ts'

/** A person who is gone this long counts no more. Milliseconds. */
const AWAY_AFTER = 60_000
/** Connections of one person at once: more devices and tabs than anybody has. */
const SOCKETS_EACH = 20
/** More refused edits of one person in ten minutes than races produce; then they have to wait. */
const REFUSED_EDITS_MAX = 200
export const REFUSED_EDITS_WINDOW = 10 * 60_000
/**
 * Separate stretches of deleted content one person may leave in ten minutes. An answer to a sync step 1 carries all of
 * a board's; some 60,000 fill it. Each card that is moved for the first time leaves one, and whoever leads may move all
 * of a full board at once.
 */
const SCARS_MAX = CARDS_MAX + 1_000

/** Updates of one person in ten minutes that no honest client sends. Each may be dear to read. */
export const REJECTS_MAX = 20

export class Attendance {
  readonly peers = new Peers()
  readonly hands = new Hands()
  readonly pointers = new Pointers()
  /** Person -> since when no connection of theirs is open; `had`: there was one before. */
  private readonly leftAt = new Map<string, { since: number; had: boolean }>()
  /** Edits of a person that the rules refused. */
  private readonly strikes: PerWindow
  private readonly scars: PerWindow
  private readonly rejects: PerWindow

  /** After a load nobody is connected, whoever was counted before. */
  constructor(state: SessionState | null, now: () => number) {
    this.strikes = new PerWindow(REFUSED_EDITS_MAX, REFUSED_EDITS_WINDOW, now)
    this.scars = new PerWindow(SCARS_MAX, REFUSED_EDITS_WINDOW, now)
    this.rejects = new PerWindow(REJECTS_MAX, REFUSED_EDITS_WINDOW, now)
    const since = now()
    for (const person of Object.values(state?.people ?? {}))
      if (!person.left && !person.away) this.leftAt.set(person.id, { since, had: true })
  }

  /** Lets a connection in on its seat, or closes it with the reason. */
  letIn(connection: ConnectionId, token: string, seat: string, tick: Tick, out: Outbox): void {
    if (tick.memory.state === null) return out.close(connection, CLOSE.noSession, 'no such session')
    const person = personOf(tick, token)
    if (person === null) return out.close(connection, CLOSE.token, 'unknown token')
    if ([this.strikes, this.scars, this.rejects].some((window) => window.spent(person)))
      return out.close(connection, CLOSE.tooFast, 'wait some minutes')
    const row = tick.memory.seats.find(seat, person)
    if (row === null) return out.close(connection, CLOSE.seat, 'take a new seat')
    const before = this.peers.onSeat(row.clientId)
    if (before !== null) {
      out.close(before.id, CLOSE.seat, 'the newest connection has this seat')
      this.letGo(before.id, tick.now)
    }
    if (this.peers.of(person).length >= SOCKETS_EACH)
      return out.close(connection, CLOSE.tooFast, TOO_MANY_PAGES)
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
    this.pointers.leave(connection)
    if (this.peers.of(peer.person).length === 0)
      this.leftAt.set(peer.person, { since: now, had: true })
  }

  /** Somebody who got in over HTTP counts from then on, and no longer if no connection of theirs follows. */
  expect(events: readonly Event[], now: number): void {
    for (const event of events) {
      const came = whoCame(event)
      if (came !== null && this.peers.of(came).length === 0)
        this.leftAt.set(came, { since: now, had: false })
    }
  }

  /** What happens by itself: what is due in the session, people who are away, cards that fall. */
  ring(tick: Tick): void {
    const { now } = tick
    this.hands.expire(now)
    if (tick.memory.state === null) return
    const due = nextDue(tick.state)
    if (due !== null && due <= now) tick.enact(fallDue(tick.state, tick.context(NOBODY)))
    for (const [person, { since }] of this.leftAt) {
      if (now - since < AWAY_AFTER) continue
      this.leftAt.delete(person)
      if (tick.state.people[person]?.away === false)
        tick.happened({ is: 'person.away', person, away: true })
    }
  }

  /** Notes a chair that has emptied or been filled; the last thing of a tick that anything can change. */
  watchChair(tick: Tick): void {
    const { state } = tick.memory
    if (state === null) return
    const dropped = this.dropped(state)
    const leads = Object.values(state.people).filter(
      (person) => person.role === 'facilitator' && !person.left,
    )
    // Who has only just come in over HTTP is on their way.
    const led = leads.some((person) => !dropped.has(person.id))
    tick.happened(...chairSeen(state, { led, here: this.peers.size > 0, now: tick.now }))
  }

  /** Keeps in the session since when nobody has been in it; a command without a connection counts as a visit. */
  settle(tick: Tick, asked: boolean): void {
    if (tick.memory.state === null || tick.state.status !== 'running') return
    const { emptySince } = tick.state
    if (this.peers.size > 0) {
      if (emptySince !== undefined) tick.happened({ is: 'session.empty', since: null })
    } else if (emptySince === undefined || asked)
      tick.happened({ is: 'session.empty', since: tick.now })
  }

  /** People who were connected and are no longer, or are away for longer. */
  dropped(state: SessionState | null): Set<string> {
    const dropped = new Set<string>()
    for (const [person, { had }] of this.leftAt) if (had) dropped.add(person)
    for (const person of Object.values(state?.people ?? {}))
      if (person.away && this.peers.of(person.id).length === 0) dropped.add(person.id)
    return dropped
  }

  /** Counts refused edits; false when this person has had so many that nobody honest makes them. */
  strike(person: string, edits: number): boolean {
    let within = true
    for (let edit = 0; edit < edits; edit++) within = this.strikes.take(person)
    return within
  }

  /** Counts an update that no honest client sends. */
  reject(person: string): void {
    this.rejects.take(person)
  }

  /** Counts what somebody's deletions leave for good; false when it is more than a hand does. */
  scar(person: string, scars: number): boolean {
    let within = true
    for (let scar = 0; scar < scars; scar++) within = this.scars.take(person)
    return within
  }

  /** Whoever was removed is heard no more and hears nothing more, also within this tick. */
  showOut(events: readonly Event[], out: Outbox, now: number): void {
    for (const event of events) {
      if (event.is !== 'person.removed') continue
      for (const peer of this.peers.of(event.person)) {
        out.close(peer.id, CLOSE.removed, 'removed from the session')
        this.letGo(peer.id, now)
      }
      this.leftAt.delete(event.person)
    }
  }

  /** People with an open connection. */
  get here(): number {
    return this.hands.present().size
  }

  /** Whether what this connection points at is told to others now. */
  mayPoint({ id, person }: Pick<Peer, 'id' | 'person'>, state: SessionState): boolean {
    const role = state.people[person]?.role
    if (role === undefined || !pointedAt(state)) return false
    return mayPoint(role, { people: this.here, holds: this.hands.holds(id) })
  }

  /** The pointers that may still be told, for those who watch; null while it is too early. */
  takePointers(state: SessionState | null, now: number): Told | null {
    if (this.pointers.idle) return null
    if (state === null || !pointedAt(state)) {
      this.pointers.forget()
      return null
    }
    return this.pointers.take(now, this.here, (id) => {
      const peer = this.peers.get(id)
      return peer !== null && this.mayPoint(peer, state)
    })
  }

  /** Somebody still counts as here who may be away. */
  get unsettled(): boolean {
    return this.leftAt.size > 0
  }

  /** When {@link ring} has something to do next, or null. */
  nextRing(state: SessionState | null, now: number): number | null {
    const due = state === null ? null : nextDue(state)
    const pointing = this.pointers.due(this.here)
    const times = [due, this.hands.expire(now), pointing].filter((time) => time !== null)
    for (const { since } of this.leftAt.values()) times.push(since + AWAY_AFTER)
    return times.length === 0 ? null : Math.min(...times)
  }
}

function pointedAt(state: SessionState): boolean {
  const { status, anonymous, rounds } = state
  const { opens } = settingFor(state)
  return isPointedAt({ status, anonymous, opens, rounds: Object.values(rounds) })
}

function whoCame(event: Event): string | null {
  if (event.is === 'person.joined') return event.person.id
  if (event.is === 'token.given') return event.person
  return event.is === 'session.made' ? (Object.keys(event.state.people)[0] ?? null) : null
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
