/**
 * A live session: a mailbox that is emptied in ticks, and an audience that hears what a tick came to.
 *
 * Invariants:
 * 1. Nothing that depends on a change leaves before its record is committed.
 * 2. While a record commits, the document is not touched.
 * 3. Whatever throws inside a tick drops the room; the next visitor finds it rebuilt from the journal.
 * 4. A record that did not reach the disk drops the room too; it is read, and only read, until the disk takes a write.
 */
import type { Limits } from '@plenary/shared/decision'
import { Attendance } from './attendance.ts'
import type { Clock } from './clock.ts'
import { farewell } from './farewell.ts'
import { recall } from './history.ts'
import type { Input } from './inputs.ts'
import { isCommand, takeInput } from './inputs.ts'
import { Keeper } from './keeper.ts'
import type { End, Life } from './life.ts'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import type { Meter } from './metrics.ts'
import { Outbox } from './outbox.ts'
import { Pace } from './pace.ts'
import { Reader } from './reader.ts'
import type { Ask, Reply } from './requests.ts'
import type { Audience, ConnectionId, Mailbox } from './seam.ts'
import { Speaker } from './speaker.ts'
import type { Appended, Store } from './store.ts'
import { Tick } from './tick.ts'
import { dueIn, dueLater, nextAlarm } from './unload.ts'

export interface RoomParts {
  store: Store
  clock: Clock
  limits: Limits
  meter: Meter
  log: Log
  audience: Audience
  /** Still loading. */
  life: Life
  /** The room is of no more use. */
  onGone: (end: End) => void
}

export class Room implements Mailbox {
  readonly id: string
  private readonly parts: RoomParts
  private readonly memory: Memory
  private readonly attendance: Attendance
  private readonly speaker: Speaker
  private readonly keeper: Keeper
  private readonly reader: Reader
  private readonly life: Life
  private readonly pace = new Pace()
  private inputs: Input[] = []
  private idleSince: number
  private cancelAlarm: () => void = () => {}
  /** Updates the document has made since the last tick: exactly one, or none. */
  private updates: Uint8Array[] = []
  /** The facts are compared with the state at load, and written again where they differ. */
  private first = true
  private waiting: (() => void)[] = []
  private closing = false
  private deleted = false
  /** When the oldest of `inputs` came, and of what is being taken; null where nothing waits. Steady ms. */
  private cameAt: number | null = null
  private takenAt: number | null = null
  readonly left: Promise<void>
  private hasLeft: () => void = () => {}

  constructor(id: string, memory: Memory, parts: RoomParts) {
    const { clock, store, meter, log, audience, life } = parts
    this.id = id
    this.parts = parts
    this.life = life
    this.left = new Promise((left) => (this.hasLeft = left))
    this.memory = memory
    this.idleSince = clock.now()
    this.attendance = new Attendance(memory.state, () => clock.now())
    this.speaker = new Speaker({
      session: id,
      memory,
      attendance: this.attendance,
      audience,
      now: clock.now,
      readOnly: false,
    })
    this.reader = new Reader(id, memory, this.speaker)
    this.keeper = new Keeper(id, memory, store, meter, log)
    memory.doc.on('update', (update: Uint8Array) => this.updates.push(update))
    life.become('open')
    this.put({ is: 'alarm' })
  }

  connect(connection: ConnectionId, token: string, seat: string): void {
    this.put({ is: 'connect', connection, token, seat })
  }

  post(connection: ConnectionId, bytes: Uint8Array): void {
    this.put({ is: 'frame', from: connection, bytes })
  }

  leave(connection: ConnectionId): void {
    this.put({ is: 'leave', connection })
  }

  ask(ask: Ask): Promise<Reply> {
    return new Promise((reply) => this.put({ is: 'ask', ask, reply }))
  }

  async close(): Promise<void> {
    this.closing = true
    while (this.life.isBusy) await new Promise<void>((done) => this.waiting.push(done))
    if (this.leaving) await this.left
    else await this.unload()
    for (const input of this.inputs.splice(0)) this.turnAway(input)
  }

  get leaving(): boolean {
    return this.life.isLeaving
  }

  get isNone(): boolean {
    return this.deleted || this.memory.state === null
  }

  get here(): number {
    return this.attendance.here
  }

  get waitsSince(): number | null {
    return this.takenAt ?? this.cameAt
  }

  private put(input: Input): void {
    if (this.leaving) return this.turnAway(input)
    if (input.is !== 'alarm') this.cameAt ??= performance.now()
    this.inputs.push(input)
    if (!this.life.isBusy) void this.run()
  }

  private async run(): Promise<void> {
    this.life.become('ticking')
    this.cancelAlarm()
    // What arrives in this turn of the event loop shares the tick.
    await Promise.resolve()
    while (!this.closing && (this.inputs.length > 0 || this.speaker.hasResyncs)) {
      const wait = this.pace.wait(performance.now())
      if (wait > 0) await new Promise<void>((go) => setTimeout(go, wait))
      const inputs = this.inputs
      this.inputs = []
      this.takenAt = this.cameAt
      this.cameAt = null
      const out = new Outbox()
      try {
        const end = await this.tick(inputs, out)
        if (end !== null) return this.end(end, inputs, out)
        this.takenAt = null
      } catch (error) {
        this.parts.log.error({ session: this.id, error }, 'a tick failed')
        return this.end({ is: 'dropped' }, inputs, out)
      }
    }
    this.life.become('open')
    for (const done of this.waiting.splice(0)) done()
    if (!this.closing) this.setAlarm()
  }

  /** How the room ends with this tick, or null: it goes on. */
  private async tick(inputs: readonly Input[], out: Outbox): Promise<End | null> {
    const { attendance, speaker } = this
    const { clock, limits, log, meter, store } = this.parts
    await recall(this.memory, inputs, {
      session: this.id,
      store,
      log,
      personAt: (connection) => attendance.peers.get(connection)?.person ?? null,
    })
    const began = performance.now()
    if (inputs.some(({ is }) => is === 'leave' || is === 'ask')) this.idleSince = clock.now()
    const handled = this.memory.doc.transact(
      (transaction) => {
        const tick = new Tick(this.memory, transaction, clock.now(), limits)
        // What is due comes first, so that no amount of traffic can hold it up.
        attendance.ring(tick)
        for (const input of inputs)
          takeInput(input, { session: this.id, tick, out, attendance, speaker, meter })
        attendance.watchChair(tick)
        attendance.settle(tick, inputs.some(isCommand))
        if (this.first && this.memory.swollen) tick.happened({ is: 'board.rebuilt' })
        tick.settle(this.first)
        return tick
      },
      { by: 'tick' },
    )
    this.first = false
    const { record, events, points } = handled.result(this.takeUpdate())
    meter.tick((performance.now() - began) / 1000)
    if (events.some(({ is }) => is === 'session.deleted')) return await this.remove(out)
    if (record !== null) {
      this.life.become('committing')
      const appended = await this.keeper.commit(record, points)
      if (appended !== 'committed') return this.notKept(appended)
      this.life.become('ticking')
    }
    attendance.expect(events, handled.now)
    const flushing = performance.now()
    speaker.flush(record?.board ?? null, events, out)
    for (const { what, reply } of out.reads) reply(this.reader.read(what))
    this.pace.flushed(performance.now(), performance.now() - flushing)
    // Everybody finds a new board, under a new epoch, and what was before it is erased.
    if (events.some(({ is }) => is === 'session.cleared' || is === 'board.rebuilt'))
      return { is: 'anew' }
    await this.keeper.afterTick(
      events.some((event) => event.is === 'session.closed'),
      handled.now,
    )
    return null
  }

  /** Another owner has it or its join code, or there is nothing on disk to be read: then it waits for a visitor. */
  private notKept(appended: Appended): End {
    if (appended === 'damaged') return { is: 'damaged' }
    return { is: appended === 'failed' && this.memory.seq > 0 ? 'unsaved' : 'dropped' }
  }

  /** In place of a record: either nothing is left of the session, or nothing has happened. */
  private async remove(out: Outbox): Promise<End> {
    this.life.become('committing')
    const removed = await this.keeper.remove()
    if (removed !== 'committed') return this.notKept(removed)
    this.deleted = true
    for (const { to, frame } of out.answers) this.parts.audience.toOne(to, frame)
    for (const { committed } of out.replies) committed()
    for (const { reply } of out.reads) reply({ is: 'none' })
    return { is: 'deleted' }
  }

  private takeUpdate(): Uint8Array | null {
    const [update, ...more] = this.updates
    this.updates = []
    if (more.length > 0) throw new Error('one tick made more than one update')
    return update ?? null
  }

  private setAlarm(): void {
    const { attendance, idleSince, memory, parts } = this
    const now = parts.clock.now()
    const next = nextAlarm({
      ring: attendance.nextRing(memory.state, now),
      due: dueIn(memory.state),
      isEmpty: attendance.peers.size === 0 && !attendance.unsettled,
      idleSince,
      now,
    })
    if (next === 'unload') return void this.unload()
    if (next === null) return
    this.cancelAlarm = parts.clock.after(next, () => {
      this.put({ is: 'alarm' })
    })
  }

  private async unload(): Promise<void> {
    this.cancelAlarm()
    this.life.become('unloading')
    try {
      await this.keeper.leave(this.parts.clock.now())
    } catch (error) {
      // The journal has everything; only the shortcut is missing.
      this.parts.log.error({ session: this.id, error }, 'no snapshot at unload')
    } finally {
      this.end({ is: 'idle', due: dueLater(this.memory, this.parts.clock.now()) }, [], new Outbox())
    }
  }

  /** Nothing more is said; whoever waits is told to come back and finds what is on disk. */
  private end(end: End, inputs: readonly Input[], { closes }: Outbox): void {
    const { audience, log, onGone } = this.parts
    this.life.become('gone')
    this.cancelAlarm()
    if (end.is === 'unsaved' || end.is === 'dropped' || end.is === 'damaged')
      log.error({ session: this.id, end: end.is }, 'session dropped from memory')
    // What an ended tick had taken was answered, unless it came to nothing.
    const unsaid = end.is === 'anew' || end.is === 'deleted' ? [] : inputs
    for (const input of [...unsaid, ...this.inputs.splice(0)]) this.turnAway(input)
    for (const done of this.waiting.splice(0)) done()
    // Whom an unsaid tick had let go of is still connected, and would hear what the next room says.
    const here = [...this.attendance.peers.all().map(({ id }) => id), ...closes.map(({ to }) => to)]
    for (const id of here) audience.close(id, ...farewell(end))
    this.memory.doc.destroy()
    onGone(end)
    this.hasLeft()
  }

  private turnAway(input: Input): void {
    if (input.is === 'ask') input.reply({ is: this.deleted ? 'none' : 'later' })
    const is = this.deleted ? 'deleted' : 'dropped'
    if (input.is === 'connect') this.parts.audience.close(input.connection, ...farewell({ is }))
  }
}
