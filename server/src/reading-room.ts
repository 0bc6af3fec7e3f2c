/**
 * A session that cannot be saved at the moment: whoever has a token of it may come in and read.
 *
 * Invariants:
 * 1. Nothing is taken, so nothing is acknowledged: whoever wrote something keeps it and sends it again.
 * 2. Once a write succeeds everybody is told to come back, and finds the session open.
 * What happens in this memory meanwhile, such as a seat to read on, goes with it.
 */
import type { Limits } from '@plenary/shared/decision'
import type { Incoming } from '@plenary/shared/frame'
import { CLOSE, MESSAGE, readIncoming, writeJson } from '@plenary/shared/frame'
import { answered, takeAsk } from './asks.ts'
import { Attendance } from './attendance.ts'
import type { Clock } from './clock.ts'
import type { Disk } from './disk.ts'
import { farewell } from './farewell.ts'
import { takeHello, turnDown } from './frames.ts'
import { recall } from './history.ts'
import { personOf } from './identity.ts'
import type { End, Life } from './life.ts'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import type { Meter } from './metrics.ts'
import { Outbox } from './outbox.ts'
import type { Peer } from './peers.ts'
import { Reader } from './reader.ts'
import type { Ask, Reply } from './requests.ts'
import type { Audience, ConnectionId, Mailbox } from './seam.ts'
import { Speaker } from './speaker.ts'
import type { Store } from './store.ts'
import { Tick } from './tick.ts'
import { UNLOAD_AFTER, dueLater } from './unload.ts'

export interface ReadingParts {
  store: Store
  clock: Clock
  disk: Pick<Disk, 'onceWell'>
  limits: Limits
  meter: Meter
  log: Log
  audience: Audience
  life: Life
  onGone: (end: End) => void
}

export class ReadingRoom implements Mailbox {
  readonly id: string
  readonly left: Promise<void>
  private hasLeft: () => void = () => {}
  private readonly memory: Memory
  private readonly parts: ReadingParts
  private readonly attendance: Attendance
  private readonly speaker: Speaker
  private readonly reader: Reader
  private readonly waitNoMore: () => void
  private cancelAlarm: () => void = () => {}

  constructor(id: string, memory: Memory, parts: ReadingParts) {
    const { clock, audience, disk, life } = parts
    this.id = id
    this.memory = memory
    this.parts = parts
    this.left = new Promise((left) => (this.hasLeft = left))
    this.attendance = new Attendance(memory.state, clock.now)
    this.speaker = new Speaker({
      session: id,
      memory,
      attendance: this.attendance,
      audience,
      now: clock.now,
      readOnly: true,
    })
    this.reader = new Reader(id, memory, this.speaker)
    // A board that begins anew has no facts before its first tick; whoever reads it has a seat that does not last.
    if (Object.keys(memory.published.values).length === 0)
      memory.doc.transact((transaction) =>
        new Tick(memory, transaction, clock.now(), parts.limits).settle(true),
      )
    life.become('read-only')
    this.waitNoMore = disk.onceWell(() => this.shut())
    this.stay()
  }

  /** It was deleted by nobody: that would be a write. */
  readonly isNone = false
  /** What could not be saved waits in people's pages, and whatever comes after it. */
  readonly waitsSince = performance.now()

  get here(): number {
    return this.attendance.here
  }

  get leaving(): boolean {
    return this.parts.life.isLeaving
  }

  connect(connection: ConnectionId, token: string, seat: string): void {
    if (this.leaving) return this.parts.audience.close(connection, ...farewell({ is: 'idle' }))
    this.during((tick, out) => this.attendance.letIn(connection, token, seat, tick, out))
  }

  post(connection: ConnectionId, bytes: Uint8Array): void {
    const peer = this.attendance.peers.get(connection)
    if (peer === null || this.leaving) return
    this.during((tick, out) => {
      this.hear(peer, readIncoming(bytes), tick, out)
      if (out.closes.length > 0) this.attendance.letGo(connection, tick.now)
    })
  }

  leave(connection: ConnectionId): void {
    if (this.leaving) return
    this.during((tick) => this.attendance.letGo(connection, tick.now))
    this.stay()
  }

  async ask(ask: Ask): Promise<Reply> {
    const { store, log } = this.parts
    if (ask.is === 'past')
      await recall(this.memory, [{ is: 'ask', ask }], {
        session: this.id,
        store,
        log,
        personAt: () => null,
      })
    return new Promise((reply) => {
      if (this.leaving) return reply({ is: 'later' })
      const taken = this.during((tick, out) => {
        const answer = this.answer(ask, tick)
        if (typeof answer === 'string') out.reads.push({ what: answer, reply })
        else reply(answer)
      })
      if (taken) this.stay()
      else reply({ is: 'later' })
    })
  }

  async close(): Promise<void> {
    if (!this.leaving) this.shut()
    return this.left
  }

  /** One thing that arrived, and what it comes to. False when that threw. */
  private during(work: (tick: Tick, out: Outbox) => void): boolean {
    const { memory, parts } = this
    const out = new Outbox()
    try {
      memory.doc.transact((transaction) =>
        work(new Tick(memory, transaction, parts.clock.now(), parts.limits), out),
      )
      this.speaker.flush(null, [], out)
      for (const { what, reply } of out.reads) reply(this.reader.read(what))
      return true
    } catch (error) {
      parts.log.error({ session: this.id, error }, 'reading failed')
      if (!this.leaving) this.shut({ is: 'dropped' })
      return false
    }
  }

  private hear(peer: Peer, frame: Incoming, tick: Tick, out: Outbox): void {
    switch (frame.is) {
      case 'malformed':
        return out.close(peer.id, CLOSE.malformed, 'malformed frame')
      case 'step1':
        return this.speaker.resync({ to: peer.id, vector: frame.vector })
      case 'hello':
        return takeHello(peer, frame.body, out)
      case 'command': {
        const answer = turnDown(peer.person, frame.body, 'read-only', tick)
        if (answer === null) return out.close(peer.id, CLOSE.malformed, 'malformed command')
        if (peer.hello) out.answers.push({ to: peer.id, frame: writeJson(MESSAGE.answer, answer) })
        return
      }
      case 'step2':
      case 'update':
      case 'awareness':
      case 'presence':
      case 'pointing':
        // Neither taken nor counted: whoever wrote it sends it again to a room that is open.
        return
    }
  }

  private answer(ask: Ask, tick: Tick): Reply | 'board' | 'report' {
    const { meter } = this.parts
    switch (ask.is) {
      case 'summary':
      case 'known':
      case 'seat':
      case 'board':
      case 'report':
      case 'history':
      case 'past': {
        const dropped = this.attendance.dropped(tick.state)
        return takeAsk(ask, { sessionId: this.id, tick, dropped, meter })
      }
      case 'command': {
        const person = personOf(tick, ask.token)
        if (person === null) return { is: 'unknown' }
        return answered(turnDown(person, ask.body, 'read-only', tick))
      }
      case 'expire':
        return { is: 'later' }
      case 'make':
      case 'join':
      case 'stop asking':
      case 'redeem':
      case 'device':
      case 'test seat':
        return { is: 'no', reason: 'read-only' }
    }
  }

  /** Stays while somebody is in it, and a minute longer. */
  private stay(): void {
    this.cancelAlarm()
    this.cancelAlarm = this.parts.clock.after(UNLOAD_AFTER, () => {
      if (this.attendance.peers.size > 0) this.stay()
      else this.shut()
    })
  }

  private shut(end?: End): void {
    const { audience, life, onGone } = this.parts
    this.waitNoMore()
    this.cancelAlarm()
    life.become('gone')
    const over: End = end ?? { is: 'idle', due: dueLater(this.memory, this.parts.clock.now()) }
    for (const peer of this.attendance.peers.all()) audience.close(peer.id, ...farewell(over))
    this.memory.doc.destroy()
    onGone(over)
    this.hasLeft()
  }
}
