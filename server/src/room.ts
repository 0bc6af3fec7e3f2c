/**
 * A live session: a mailbox that is emptied in ticks, and an audience that hears what a tick came to.
 *
 * Invariants:
 * 1. Nothing that depends on a change leaves before its record is committed.
 * 2. While a record commits, the document is not touched.
 * 3. Whatever throws inside a tick drops the room; the next visitor finds it rebuilt from the journal.
 */
import type { Limits } from '@plenary/shared/decision'
import { nextDue } from '@plenary/shared/due'
import { readFacts } from '@plenary/shared/facts'
import type { CloseCode } from '@plenary/shared/frame'
import { CLOSE } from '@plenary/shared/frame'
import { reportOf } from '@plenary/shared/report'
import { takeAsk } from './asks.ts'
import { Attendance } from './attendance.ts'
import type { Clock } from './clock.ts'
import { takeFrame } from './frames.ts'
import { recalled } from './history.ts'
import { Keeper } from './keeper.ts'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import type { Meter } from './metrics.ts'
import { Outbox } from './outbox.ts'
import { Pace } from './pace.ts'
import type { Ask, Reply } from './requests.ts'
import type { Audience, ConnectionId } from './seam.ts'
import { Speaker } from './speaker.ts'
import type { Store } from './store.ts'
import { Tick } from './tick.ts'

/** A room that nobody has been in for this long is written as a snapshot and leaves memory. Milliseconds. */
export const UNLOAD_AFTER = 60_000

type Input =
  | { is: 'frame'; from: ConnectionId; bytes: Uint8Array }
  | { is: 'connect'; connection: ConnectionId; token: string; seat: string }
  | { is: 'leave'; connection: ConnectionId }
  | { is: 'ask'; ask: Ask; reply: (reply: Reply) => void }
  | { is: 'alarm' }

export interface RoomParts {
  store: Store
  clock: Clock
  limits: Limits
  meter: Meter
  log: Log
  audience: Audience
  /** The room is of no more use: it failed, was taken over, or has been idle. `due`: when it must be opened again. */
  onGone: (due: number | null) => void
  /** Its board was begun anew, and is to be opened once for what has to be erased. */
  onCleared: () => void
}

export class Room {
  readonly id: string
  private readonly parts: RoomParts
  private readonly memory: Memory
  private readonly attendance: Attendance
  private readonly speaker: Speaker
  private readonly keeper: Keeper
  private readonly pace = new Pace()
  private inputs: Input[] = []
  private life: 'idle' | 'ticking' | 'gone' = 'idle'
  private idleSince: number
  private cancelAlarm: () => void = () => {}
  /** Updates the document has made since the last tick: exactly one, or none. */
  private updates: Uint8Array[] = []
  /** The facts are compared with the state at load, and written again where they differ. */
  private first = true
  private waiting: (() => void)[] = []
  private closing = false
  /** The report as of the last change of the board. */
  private report: { seq: number; reply: Reply } | null = null
  /** Settled when the room has left memory. */
  readonly left: Promise<void>
  private hasLeft: () => void = () => {}

  constructor(id: string, memory: Memory, parts: RoomParts) {
    const { clock, store, meter, log, audience } = parts
    this.id = id
    this.parts = parts
    this.left = new Promise((left) => (this.hasLeft = left))
    this.memory = memory
    this.idleSince = clock.now()
    this.attendance = new Attendance(memory.state, () => clock.now())
    this.speaker = new Speaker(id, memory, this.attendance, audience, clock.now)
    this.keeper = new Keeper(id, memory, store, meter, log)
    memory.doc.on('update', (update: Uint8Array) => this.updates.push(update))
    this.put({ is: 'alarm' })
  }

  /** Lets a connection in, or closes it with the reason, in its turn. */
  connect(connection: ConnectionId, token: string, seat: string): void {
    this.put({ is: 'connect', connection, token, seat })
  }

  /** A frame from a connection that {@link connect} announced. */
  post(connection: ConnectionId, bytes: Uint8Array): void {
    this.put({ is: 'frame', from: connection, bytes })
  }

  leave(connection: ConnectionId): void {
    this.put({ is: 'leave', connection })
  }

  /** Every HTTP request on the session. */
  ask(ask: Ask): Promise<Reply> {
    return new Promise((reply) => this.put({ is: 'ask', ask, reply }))
  }

  /** Takes what has arrived, writes a snapshot, tells everyone to come back later. */
  async close(): Promise<void> {
    this.closing = true
    while (this.life === 'ticking') await new Promise<void>((done) => this.waiting.push(done))
    if (this.life === 'idle') await this.unload()
    for (const input of this.inputs.splice(0)) this.turnAway(input)
  }

  /** On its way out of memory: whoever comes now waits for {@link left} and finds it loaded again. */
  get leaving(): boolean {
    return this.life === 'gone'
  }

  private put(input: Input): void {
    if (this.life === 'gone') return this.turnAway(input)
    this.inputs.push(input)
    if (this.life === 'idle') void this.run()
  }

  private async run(): Promise<void> {
    this.life = 'ticking'
    this.cancelAlarm()
    // What arrives in this turn of the event loop shares the tick.
    await Promise.resolve()
    while (!this.closing && (this.inputs.length > 0 || this.speaker.hasResyncs)) {
      const wait = this.pace.wait(performance.now())
      if (wait > 0) await new Promise<void>((go) => setTimeout(go, wait))
      const inputs = this.inputs
      this.inputs = []
      try {
        if (!(await this.tick(inputs))) return this.drop(inputs)
        if (this.leaving) return
      } catch (error) {
        this.parts.log.error({ session: this.id, error }, 'a tick failed')
        return this.drop(inputs)
      }
    }
    this.life = 'idle'
    for (const done of this.waiting.splice(0)) done()
    if (!this.closing) this.setAlarm()
  }

  /** False when the record could not be committed. */
  private async tick(inputs: readonly Input[]): Promise<boolean> {
    await this.recall(inputs)
    const began = performance.now()
    const { clock, limits, meter } = this.parts
    const out = new Outbox()
    const handled = this.memory.doc.transact(
      (transaction) => {
        const tick = new Tick(this.memory, transaction, clock.now(), limits)
        // What is due comes first, so that no amount of traffic can hold it up.
        this.attendance.ring(tick)
        for (const input of inputs) this.take(input, tick, out)
        this.attendance.watchChair(tick)
        this.attendance.settle(tick, inputs.some(isCommand))
        if (this.first && this.memory.swollen) tick.happened({ is: 'board.rebuilt' })
        tick.settle(this.first)
        return tick
      },
      { by: 'tick' },
    )
    this.first = false
    const { record, events, points } = handled.result(this.takeUpdate())
    meter.tick((performance.now() - began) / 1000)
    if (record !== null && !(await this.keeper.commit(record, points))) return false
    this.attendance.expect(events, handled.now)
    const flushing = performance.now()
    this.speaker.flush(record?.board ?? null, events, out)
    for (const { what, reply } of out.reads) reply(this.read(what))
    this.pace.flushed(performance.now(), performance.now() - flushing)
    if (events.some(({ is }) => is === 'session.cleared' || is === 'board.rebuilt')) {
      this.beginAgain()
      return true
    }
    await this.keeper.afterTick(events.some((event) => event.is === 'session.closed'))
    return true
  }

  private async recall(inputs: readonly Input[]): Promise<void> {
    const { store, log } = this.parts
    this.memory.past = await recalled(inputs, { ...this.memory, session: this.id, store, log })
  }

  private takeUpdate(): Uint8Array | null {
    const [update, ...more] = this.updates
    this.updates = []
    if (more.length > 0) throw new Error('one tick made more than one update')
    return update ?? null
  }

  private take(input: Input, tick: Tick, out: Outbox): void {
    const { attendance, speaker } = this
    switch (input.is) {
      case 'alarm':
        // Every tick begins with what is due.
        return
      case 'connect':
        return attendance.letIn(input.connection, input.token, input.seat, tick, out)
      case 'leave':
        this.idleSince = tick.now
        return attendance.letGo(input.connection, tick.now)
      case 'frame': {
        const peer = attendance.peers.get(input.from)
        if (peer === null) return
        const before = out.closes.length
        const { meter } = this.parts
        const seen = tick.count
        takeFrame(peer, input.bytes, { tick, out, attendance, meter, speaker })
        attendance.showOut(tick.since(seen), out, tick.now)
        // Whoever is being thrown out is heard no more, also within this tick.
        if (out.closes.length > before) attendance.letGo(peer.id, tick.now)
        return
      }
      case 'ask': {
        this.idleSince = tick.now
        const { reply } = input
        const { meter } = this.parts
        const dropped = attendance.dropped(tick.memory.state)
        const seen = tick.count
        const answer = takeAsk(input.ask, { sessionId: this.id, tick, dropped, meter })
        attendance.showOut(tick.since(seen), out, tick.now)
        if (typeof answer === 'string') out.reads.push({ what: answer, reply })
        else out.replies.push({ committed: () => reply(answer) })
      }
    }
  }

  private read(what: 'board' | 'report'): Reply {
    const { epoch, boardSeq: seq, state, published, board } = this.memory
    if (what === 'board') return { is: 'board', update: this.speaker.whole(), epoch, seq }
    if (this.report?.seq === seq) return this.report.reply
    const facts = readFacts({ ...published.values, ...published.maps })
    if (facts === null || state === null) return { is: 'later' }
    const reply: Reply = { is: 'report', report: reportOf(facts, state.format, board, this.id) }
    this.report = { seq, reply }
    return reply
  }

  private setAlarm(): void {
    const { clock } = this.parts
    const { state } = this.memory
    const now = clock.now()
    const ring = this.attendance.nextRing(state, now)
    // A room with something due soon stays in memory until it has happened; for later it is woken.
    const due = state === null ? null : nextDue(state)
    const idle =
      this.attendance.peers.size === 0 &&
      !this.attendance.unsettled &&
      (due === null || due > now + UNLOAD_AFTER)
    const unload = idle ? this.idleSince + UNLOAD_AFTER : null
    if (unload !== null && unload <= now) return void this.unload()
    const next = Math.min(ring ?? Infinity, unload ?? Infinity)
    if (next === Infinity) return
    this.cancelAlarm = clock.after(Math.max(0, next - now), () => {
      this.put({ is: 'alarm' })
    })
  }

  private async unload(): Promise<void> {
    this.cancelAlarm()
    this.life = 'gone'
    try {
      await this.keeper.leave()
    } catch (error) {
      // The journal has everything; only the shortcut is missing.
      this.parts.log.error({ session: this.id, error }, 'no snapshot at unload')
    } finally {
      const { state } = this.memory
      this.shut(state === null ? null : nextDue(state))
    }
  }

  /** Everybody finds a new board, under a new epoch, and what was before it is erased. */
  private beginAgain(): void {
    this.life = 'gone'
    this.cancelAlarm()
    for (const input of this.inputs.splice(0)) this.turnAway(input)
    for (const done of this.waiting.splice(0)) done()
    this.shut(null, CLOSE.seat, 'the board begins anew: take a new seat')
    this.parts.onCleared()
  }

  /** Nothing of this tick was said; whoever waits is told to come back and finds what is on disk. */
  private drop(inputs: readonly Input[]): void {
    this.life = 'gone'
    this.cancelAlarm()
    this.parts.log.error({ session: this.id }, 'session dropped from memory')
    for (const input of [...inputs, ...this.inputs.splice(0)]) this.turnAway(input)
    for (const done of this.waiting.splice(0)) done()
    // What could not be saved is not tried again by itself, only for the next visitor.
    this.shut(null)
  }

  private turnAway(input: Input): void {
    if (input.is === 'ask') input.reply({ is: 'later' })
    if (input.is === 'connect')
      this.parts.audience.close(input.connection, CLOSE.later, 'come back')
  }

  /** `due`: when it must be opened again. */
  private shut(due: number | null, code: CloseCode = CLOSE.later, reason = 'come back'): void {
    for (const peer of this.attendance.peers.all()) this.parts.audience.close(peer.id, code, reason)
    this.memory.doc.destroy()
    this.parts.onGone(due)
    this.hasLeft()
  }
}

function isCommand(input: Input): boolean {
  return input.is === 'ask' && input.ask.is === 'command'
}
