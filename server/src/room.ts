/**
 * A live session: a mailbox that is emptied in ticks, and an audience that hears what a tick came to.
 *
 * Invariants:
 * 1. Nothing that depends on a change leaves before its record is committed.
 * 2. While a record commits, the document is not touched.
 * 3. Whatever throws inside a tick drops the room; the next visitor finds it rebuilt from the journal.
 */
import type { Limits } from '@plenary/shared/decision'
import { fallDue, nextDue } from '@plenary/shared/due'
import { readFacts } from '@plenary/shared/facts'
import {
  CLOSE,
  MESSAGE,
  PROTOCOL_VERSION,
  SYNC,
  writeJson,
  writeSaved,
  writeSync,
} from '@plenary/shared/frame'
import { mineOf } from '@plenary/shared/mine'
import { must } from '@plenary/shared/must'
import { writeHeard } from '@plenary/shared/presence'
import { reportOf } from '@plenary/shared/report'
import * as Y from 'yjs'
import { personOf, takeAsk } from './asks.ts'
import { concerned } from './audience-of.ts'
import type { Clock } from './clock.ts'
import type { Resync } from './frames.ts'
import { takeFrame } from './frames.ts'
import { Hands } from './hands.ts'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import { snapshotOf } from './memory.ts'
import type { Meter } from './metrics.ts'
import { Outbox } from './outbox.ts'
import { Pace } from './pace.ts'
import type { Peer } from './peers.ts'
import { Peers } from './peers.ts'
import { encodeRecord } from './record.ts'
import type { Ask, Reply } from './requests.ts'
import type { Audience, ConnectionId } from './seam.ts'
import type { CatalogRow, Store } from './store.ts'
import type { TickResult } from './tick.ts'
import { Tick } from './tick.ts'

/** A person who is gone this long counts no more. Milliseconds. */
export const AWAY_AFTER = 60_000
/** A room that nobody has been in for this long is written as a snapshot and leaves memory. Milliseconds. */
export const UNLOAD_AFTER = 60_000
/** Records between two snapshots of a room that stays loaded. */
export const SNAPSHOT_EVERY = 500
/** Joins and resyncs have this much of a tick; edits go first. Milliseconds. */
const RESYNC_BUDGET = 5

type Input =
  | { is: 'frame'; from: ConnectionId; bytes: Uint8Array }
  | { is: 'connect'; connection: ConnectionId; token: string; seat: string }
  | { is: 'gone'; connection: ConnectionId }
  | { is: 'ask'; ask: Ask; reply: (reply: Reply) => void }
  | { is: 'alarm' }

export interface RoomParts {
  store: Store
  clock: Clock
  limits: Limits
  meter: Meter
  log: Log
  audience: Audience
  /** The room is of no more use: it failed, was taken over, or has been idle. */
  onGone: () => void
}

export class Room {
  readonly id: string
  private readonly parts: RoomParts
  private readonly memory: Memory
  private readonly peers = new Peers()
  private readonly hands = new Hands()
  private readonly pace = new Pace()
  private readonly leftAt = new Map<string, number>()
  private inputs: Input[] = []
  private resyncs: Resync[] = []
  private life: 'idle' | 'ticking' | 'gone' = 'idle'
  private idleSince: number
  private cancelAlarm: () => void = () => {}
  private updates: Uint8Array[] = []
  private full: { seq: number; update: Uint8Array } | null = null
  private stopped: (() => void)[] = []
  /** The facts are compared with the state at load, and written again where they differ. */
  private first = true
  private catalog = ''

  constructor(id: string, memory: Memory, parts: RoomParts) {
    this.id = id
    this.memory = memory
    this.parts = parts
    this.idleSince = parts.clock.now()
    for (const person of Object.values(memory.state?.people ?? {}))
      if (!person.left && !person.away) this.leftAt.set(person.id, this.idleSince)
    memory.doc.on('update', (update: Uint8Array) => this.updates.push(update))
    this.put({ is: 'alarm' })
  }

  /** A frame from a connection that was announced by {@link connect}. */
  post(connection: ConnectionId, bytes: Uint8Array): void {
    this.put({ is: 'frame', from: connection, bytes })
  }

  /** Lets a connection in, or closes it with the reason, in its turn. */
  connect(connection: ConnectionId, token: string, seat: string): void {
    this.put({ is: 'connect', connection, token, seat })
  }

  leave(connection: ConnectionId): void {
    this.put({ is: 'gone', connection })
  }

  /** Every HTTP request on the session. */
  ask(ask: Ask): Promise<Reply> {
    return new Promise((reply) => this.put({ is: 'ask', ask, reply }))
  }

  /** Takes what has arrived, writes a snapshot, tells everyone to come back later. */
  async close(): Promise<void> {
    if (this.life === 'ticking') await new Promise<void>((done) => this.stopped.push(done))
    if (this.life === 'gone') return
    if (this.inputs.length > 0) await this.run()
    await this.unload()
  }

  private put(input: Input): void {
    if (this.life === 'gone') {
      if (input.is === 'ask') input.reply({ is: 'later' })
      if (input.is === 'connect') this.parts.audience.close(input.connection, CLOSE.later, 'come back')
      return
    }
    this.inputs.push(input)
    if (this.life === 'idle') void this.run()
  }

  private async run(): Promise<void> {
    this.life = 'ticking'
    this.cancelAlarm()
    // Let what arrives in this turn of the event loop share the tick.
    await Promise.resolve()
    while (this.inputs.length > 0 || this.resyncs.length > 0) {
      const wait = this.pace.wait(performance.now())
      if (wait > 0) await new Promise<void>((go) => setTimeout(go, wait))
      const inputs = this.inputs
      this.inputs = []
      try {
        if (!(await this.tick(inputs))) return this.drop('the journal did not take a record', inputs)
      } catch (error) {
        this.parts.log.error({ session: this.id, error }, 'room dropped')
        return this.drop('a tick failed', inputs)
      }
    }
    this.life = 'idle'
    for (const done of this.stopped.splice(0)) done()
    this.setAlarm()
  }

  /** False when the record could not be committed. */
  private async tick(inputs: readonly Input[]): Promise<boolean> {
    const began = performance.now()
    const out = new Outbox()
    const reads: { what: 'board' | 'report'; reply: (reply: Reply) => void }[] = []
    const handled = this.memory.doc.transact((transaction) => {
      const { clock, limits } = this.parts
      const tick = new Tick(this.memory, transaction, clock.now(), limits)
      for (const input of inputs) this.take(input, tick, out, reads)
      tick.settle(this.first)
      return tick
    }, { by: 'tick' })
    this.first = false
    const done = handled.result(this.takeUpdate())
    this.parts.meter.tick((performance.now() - began) / 1000)
    if (done.record !== null && !(await this.commit(done))) {
      for (const { failed } of out.replies) failed()
      for (const { reply } of reads) reply({ is: 'later' })
      return false
    }
    const flushing = performance.now()
    this.flush(done, out)
    for (const { what, reply } of reads) reply(this.read(what))
    this.answerResyncs()
    this.pace.flushed(performance.now(), performance.now() - flushing)
    await this.keepSnapshots(done)
    return true
  }

  private takeUpdate(): Uint8Array | null {
    const [update, ...more] = this.updates
    this.updates = []
    if (more.length > 0) throw new Error('one tick made more than one update')
    return update ?? null
  }

  private take(
    input: Input,
    tick: Tick,
    out: Outbox,
    reads: { what: 'board' | 'report'; reply: (reply: Reply) => void }[],
  ): void {
    switch (input.is) {
      case 'alarm':
        return this.ring(tick)
      case 'connect':
        return this.letIn(input.connection, input.token, input.seat, tick, out)
      case 'gone':
        return this.letGo(input.connection, tick)
      case 'frame': {
        const peer = this.peers.get(input.from)
        if (peer === null) return
        const before = out.closes.length
        takeFrame(peer, input.bytes, {
          tick,
          out,
          hands: this.hands,
          meter: this.parts.meter,
          resync: (wanted) => this.resyncs.push(wanted),
          askForMissing: (to) => out.frames.push({ to: to.id, frame: this.step1() }),
        })
        // Whoever is being thrown out is heard no more, also within this tick.
        if (out.closes.length > before) this.letGo(peer.id, tick)
        return
      }
      case 'ask': {
        this.idleSince = tick.now
        const { reply } = input
        const answer = takeAsk(input.ask, {
          sessionId: this.id,
          tick,
          hands: this.hands,
          meter: this.parts.meter,
        })
        if (typeof answer === 'string') reads.push({ what: answer, reply })
        else
          out.replies.push({
            committed: () => reply(answer),
            failed: () => reply({ is: 'later' }),
          })
      }
    }
  }

  private letIn(
    connection: ConnectionId,
    token: string,
    seat: string,
    tick: Tick,
    out: Outbox,
  ): void {
    if (tick.memory.state === null) return out.close(connection, CLOSE.noSession, 'no such session')
    const person = personOf(tick, token)
    if (person === null) return out.close(connection, CLOSE.token, 'unknown token')
    const row = tick.memory.seats.find(seat, person)
    if (row === null) return out.close(connection, CLOSE.seat, 'take a new seat')
    const before = this.peers.onSeat(row.clientId)
    if (before !== null) {
      out.close(before.id, CLOSE.seat, 'the newest connection has this seat')
      this.letGo(before.id, tick)
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

  private letGo(connection: ConnectionId, tick: Tick): void {
    const peer = this.peers.remove(connection)
    if (peer === null) return
    this.hands.leave(connection)
    this.idleSince = tick.now
    if (this.peers.of(peer.person).length === 0) this.leftAt.set(peer.person, tick.now)
  }

  /** What happens by itself. */
  private ring(tick: Tick): void {
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

  private async commit({ record }: TickResult): Promise<boolean> {
    if (record === null) return true
    const began = performance.now()
    const seq = this.memory.seq + 1
    const row = this.catalogRow()
    const catalog = JSON.stringify(row)
    const { epoch, fence } = this.memory
    const appended = await this.parts.store.append({
      room: this.id,
      seq,
      epoch,
      fence,
      bytes: encodeRecord(record),
      ...(row === null || catalog === this.catalog ? {} : { catalog: row }),
    })
    this.parts.meter.append((performance.now() - began) / 1000)
    if (appended !== 'committed') {
      this.parts.log.error({ session: this.id, seq, appended }, 'record not committed')
      return false
    }
    this.memory.seq = seq
    this.catalog = catalog
    return true
  }

  private catalogRow(): CatalogRow | null {
    const { state } = this.memory
    if (state === null) return null
    return {
      room: this.id,
      title: state.title,
      formatId: state.format.id,
      status: state.status,
      joinCode: state.status === 'closed' ? null : state.joinCode,
      createdAt: state.createdAt,
      due: nextDue(state),
    }
  }

  /** Order to one client: board, mine, answers, saved, presence. */
  private flush(done: TickResult, out: Outbox): void {
    const { audience } = this.parts
    const n = this.memory.seq
    const board = done.record?.board ?? null
    if (board !== null) audience.toAll(n, writeSync(SYNC.update, board))
    for (const connection of out.admitted) {
      audience.admit(connection)
      audience.toOne(connection, this.step1())
    }
    for (const connection of out.greeted) this.welcome(connection)
    this.sendMine(done)
    for (const { to, frame } of [...out.frames, ...out.answers]) audience.toOne(to, frame)
    for (const peer of this.peers.all()) {
      if (!peer.hello || peer.gaps > 0 || peer.saved === peer.taken) continue
      peer.saved = peer.taken
      audience.toOne(peer.id, writeSaved(peer.taken))
    }
    const heard = this.hands.take()
    if (heard.length > 0) audience.toHello(n, writeHeard(heard), { droppable: false })
    for (const { committed } of out.replies) committed()
    for (const { to, code, reason } of out.closes) audience.close(to, code, reason)
    for (const event of done.events)
      if (event.is === 'person.removed')
        for (const peer of this.peers.of(event.person))
          audience.close(peer.id, CLOSE.removed, 'removed from the session')
  }

  private step1(): Uint8Array {
    return writeSync(SYNC.step1, Y.encodeStateVector(this.memory.doc))
  }

  private welcome(connection: ConnectionId): void {
    const peer = this.peers.get(connection)
    const { state, epoch, seq, published } = this.memory
    const person = state?.people[peer?.person ?? '']
    if (peer === null || state === null || person === undefined) return
    const { audience, clock } = this.parts
    const mine = mineOf(state, person.id)
    peer.mine = JSON.stringify(mine)
    audience.hello(connection)
    audience.toOne(
      connection,
      writeJson(MESSAGE.welcome, {
        protocol: PROTOCOL_VERSION,
        sessionId: this.id,
        epoch,
        seq,
        serverTime: clock.now(),
        number: connection,
        you: {
          id: person.id,
          name: person.name,
          role: person.role,
          takesPart: person.takesPart,
        },
        format: state.format,
        facts: { ...published.values, ...published.maps },
        mine,
      }),
    )
    audience.toOne(connection, writeHeard(this.hands.all()))
  }

  private sendMine({ events }: TickResult): void {
    const { state } = this.memory
    if (events.length === 0 || state === null) return
    const people = new Set<string>()
    let all = false
    for (const event of events) {
      const whose = concerned(event)
      if (whose === 'everyone') all = true
      else if (whose === 'facilitators')
        for (const person of Object.values(state.people)) {
          if (person.role === 'facilitator') people.add(person.id)
        }
      else if (whose !== 'nobody') people.add(whose.person)
    }
    for (const peer of this.peers.all()) {
      if (!peer.hello || !(all || people.has(peer.person))) continue
      this.sendMineTo(peer, JSON.stringify(mineOf(state, peer.person)))
    }
  }

  private sendMineTo(peer: Peer, mine: string): void {
    if (mine === peer.mine) return
    peer.mine = mine
    this.parts.audience.toOne(peer.id, writeJson(MESSAGE.mine, JSON.parse(mine)))
  }

  /** A fresh document gets the cached frame; a reconnect is answered from the live one by its state vector. */
  private answerResyncs(): void {
    const began = performance.now()
    while (this.resyncs.length > 0 && performance.now() - began < RESYNC_BUDGET) {
      const { to, vector } = must(this.resyncs.shift(), 'a resync')
      if (this.peers.get(to) === null) continue
      try {
        const fresh = vector.byteLength <= 1
        const update = fresh ? this.whole() : Y.encodeStateAsUpdate(this.memory.doc, vector)
        this.parts.audience.toOne(to, writeSync(SYNC.step2, update))
      } catch {
        this.parts.audience.close(to, CLOSE.malformed, 'malformed state vector')
      }
    }
  }

  private whole(): Uint8Array {
    const { seq, doc } = this.memory
    if (this.full?.seq !== seq) this.full = { seq, update: Y.encodeStateAsUpdate(doc) }
    return this.full.update
  }

  private read(what: 'board' | 'report'): Reply {
    const { epoch, seq, state, published, board } = this.memory
    if (what === 'board') return { is: 'board', update: this.whole(), epoch, seq }
    const facts = readFacts({ ...published.values, ...published.maps })
    if (facts === null || state === null) return { is: 'later' }
    return { is: 'report', report: reportOf(facts, state.format, board, this.id) }
  }

  private async keepSnapshots({ events }: TickResult): Promise<void> {
    const closed = events.some((event) => event.is === 'session.closed')
    if (closed) {
      // Who wrote what is gone from the state; here it goes from answers, records and older snapshots.
      this.memory.answers.forget()
      await this.snapshot(false, true)
      await this.snapshot(false, false)
    } else if (this.memory.seq - this.memory.snapshotSeq >= SNAPSHOT_EVERY)
      await this.snapshot(false, false)
  }

  private async snapshot(clean: boolean, forget: boolean): Promise<void> {
    const { seq, epoch, fence } = this.memory
    if (this.memory.state === null || seq === 0) return
    const bytes = snapshotOf(this.memory, clean)
    const kept = await this.parts.store.snapshot({ room: this.id, seq, epoch, bytes }, fence, {
      forget,
    })
    if (kept === 'committed') this.memory.snapshotSeq = seq
    else this.parts.log.error({ session: this.id, seq, kept }, 'snapshot not committed')
  }

  private setAlarm(): void {
    const { clock } = this.parts
    const now = clock.now()
    const times: number[] = []
    const due = this.memory.state === null ? null : nextDue(this.memory.state)
    if (due !== null) times.push(due)
    const falls = this.hands.expire(now)
    if (falls !== null) times.push(falls)
    for (const since of this.leftAt.values()) times.push(since + AWAY_AFTER)
    const unloads = this.peers.size === 0 && due === null
    if (unloads) times.push(this.idleSince + UNLOAD_AFTER)
    if (times.length === 0) return
    const next = Math.min(...times)
    this.cancelAlarm = clock.after(Math.max(0, next - now), () => {
      if (unloads && clock.now() >= this.idleSince + UNLOAD_AFTER && this.life === 'idle')
        void this.unload()
      else this.put({ is: 'alarm' })
    })
  }

  private async unload(): Promise<void> {
    this.cancelAlarm()
    this.life = 'gone'
    if (this.memory.seq > this.memory.snapshotSeq) await this.snapshot(true, false)
    this.shut()
  }

  private drop(why: string, inputs: readonly Input[]): void {
    this.life = 'gone'
    this.cancelAlarm()
    this.parts.log.error({ session: this.id, why }, 'room dropped')
    for (const input of [...inputs, ...this.inputs]) {
      if (input.is === 'ask') input.reply({ is: 'later' })
      if (input.is === 'connect') this.parts.audience.close(input.connection, CLOSE.later, 'come back')
    }
    this.inputs = []
    for (const done of this.stopped.splice(0)) done()
    this.shut()
  }

  private shut(): void {
    for (const peer of this.peers.all()) {
      this.peers.remove(peer.id)
      this.parts.audience.close(peer.id, CLOSE.later, 'come back')
    }
    this.memory.doc.destroy()
    this.parts.onGone()
  }
}

/** Stands in for a person where the clock acts; no rule asks it for anything. */
const NOBODY = {
  id: '',
  name: '',
  role: 'observer',
  colour: 1,
  takesPart: false,
  left: false,
  away: false,
} as const
