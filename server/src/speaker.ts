/** Says what a tick came to, once its record is on disk. Order to one client: board, mine, answers, saved, presence. */
import type { Event } from '@plenary/shared/event'
import {
  CLOSE,
  MESSAGE,
  PROTOCOL_VERSION,
  SYNC,
  writeJson,
  writeSaved,
  writeSync,
} from '@plenary/shared/frame'
import { belongingsOf, mineOf } from '@plenary/shared/mine'
import { writePointers } from '@plenary/shared/pointing'
import { writeHeard } from '@plenary/shared/presence'
import type { SessionState } from '@plenary/shared/session'
import * as Y from 'yjs'
import type { Attendance } from './attendance.ts'
import { concerned } from './concerned.ts'
import type { Memory } from './memory.ts'
import type { Outbox } from './outbox.ts'
import type { Audience, ConnectionId } from './seam.ts'

/** Joins and resyncs have this much of a tick; edits go first. Milliseconds. */
const RESYNC_BUDGET = 5

export interface Resync {
  to: ConnectionId
  /** The client's state vector. */
  vector: Uint8Array
}

export interface SpeakerParts {
  session: string
  memory: Memory
  attendance: Attendance
  audience: Audience
  now: () => number
  /** Nothing is taken in this room, and so nothing is asked for. */
  readOnly: boolean
}

export class Speaker {
  private readonly session: string
  private readonly memory: Memory
  private readonly attendance: Attendance
  private readonly audience: Audience
  private readonly now: () => number
  private readonly readOnly: boolean
  private resyncs: Resync[] = []
  private full: { seq: number; update: Uint8Array } | null = null

  constructor({ session, memory, attendance, audience, now, readOnly }: SpeakerParts) {
    this.session = session
    this.memory = memory
    this.attendance = attendance
    this.audience = audience
    this.now = now
    this.readOnly = readOnly
  }

  /** Answered at the end of this tick or a later one. */
  resync(wanted: Resync): void {
    // The newest question of a connection is the one to answer.
    this.resyncs = this.resyncs.filter(({ to }) => to !== wanted.to)
    this.resyncs.push(wanted)
  }

  get hasResyncs(): boolean {
    return this.resyncs.length > 0
  }

  flush(board: Uint8Array | null, events: readonly Event[], out: Outbox): void {
    const { audience, attendance, memory } = this
    if (board !== null) audience.toAll(memory.seq, writeSync(SYNC.update, board))
    for (const connection of out.admitted) {
      audience.admit(connection)
      if (!this.readOnly) audience.toOne(connection, this.step1())
    }
    for (const connection of out.greeted) this.welcome(connection)
    this.sendMine(events)
    for (const { to, frame } of [...out.frames, ...out.answers]) audience.toOne(to, frame)
    for (const peer of attendance.peers.all()) {
      if (!peer.hello || peer.gaps > 0 || peer.saved === peer.taken) continue
      peer.saved = peer.taken
      audience.toOne(peer.id, writeSaved(peer.taken))
    }
    const heard = attendance.hands.take()
    if (heard.length > 0) audience.toHello(memory.seq, writeHeard(heard))
    this.sayPointers()
    for (const { committed } of out.replies) committed()
    for (const { to, code, reason } of out.closes) audience.close(to, code, reason)
    this.answerResyncs()
  }

  /** To those who look at the board: what is chosen for certain, where pointers are as far as they keep up. */
  private sayPointers(): void {
    const told = this.attendance.takePointers(this.memory.state, this.now())
    if (told === null) return
    const { audience } = this
    if (told.first.length > 0) {
      const frame = writePointers(told.all)
      for (const id of told.first) audience.toOne(id, frame)
    }
    if (told.chosen.length > 0) {
      const frame = writePointers(told.chosen)
      for (const id of told.watching) audience.toOne(id, frame)
    }
    if (told.moved.length > 0) {
      const frame = writePointers(told.moved)
      for (const id of told.watching) audience.toOne(id, frame, { droppable: true })
    }
  }

  /** Asks a client for what the server does not have. */
  step1(): Uint8Array {
    return writeSync(SYNC.step1, Y.encodeStateVector(this.memory.doc))
  }

  /** The whole board as one update, encoded once for all who ask at the same point. */
  whole(): Uint8Array {
    const { boardSeq: seq, doc } = this.memory
    if (this.full?.seq !== seq) this.full = { seq, update: Y.encodeStateAsUpdate(doc) }
    return this.full.update
  }

  private welcome(connection: ConnectionId): void {
    const peer = this.attendance.peers.get(connection)
    const { state, epoch, boardSeq: seq, published } = this.memory
    const person = state?.people[peer?.person ?? '']
    if (peer === null || state === null || person === undefined) return
    const { id, name, role, takesPart } = person
    const mine = mineOf(state, id)
    peer.mine = JSON.stringify(mine)
    this.audience.hello(connection)
    const welcome = {
      protocol: PROTOCOL_VERSION,
      sessionId: this.session,
      epoch,
      seq,
      serverTime: this.now(),
      number: connection,
      you: { id, name, role, takesPart },
      format: state.format,
      facts: { ...published.values, ...published.maps },
      mine,
      ...(this.readOnly ? { readOnly: true } : {}),
    }
    this.audience.toOne(connection, writeJson(MESSAGE.welcome, welcome))
    this.audience.toOne(connection, writeHeard(this.attendance.hands.all()))
  }

  /** The private views that these events changed, to the connections of those people only. */
  private sendMine(events: readonly Event[]): void {
    const { state } = this.memory
    if (events.length === 0 || state === null) return
    const whose = people(events, state)
    if (whose !== 'everyone' && whose.size === 0) return
    const belongings = belongingsOf(state)
    for (const peer of this.attendance.peers.all()) {
      if (!peer.hello || (whose !== 'everyone' && !whose.has(peer.person))) continue
      const mine = mineOf(state, peer.person, belongings)
      const text = JSON.stringify(mine)
      if (text === peer.mine) continue
      peer.mine = text
      this.audience.toOne(peer.id, writeJson(MESSAGE.mine, mine))
    }
  }

  /** A fresh document gets the cached update; a reconnect is answered from the live one by its state vector. */
  private answerResyncs(): void {
    const began = performance.now()
    while (performance.now() - began < RESYNC_BUDGET) {
      const wanted = this.resyncs.shift()
      if (wanted === undefined) return
      if (this.attendance.peers.get(wanted.to) === null) continue
      const update = this.since(wanted.vector)
      if (update === null) this.audience.close(wanted.to, CLOSE.malformed, 'malformed state vector')
      else this.audience.toOne(wanted.to, writeSync(SYNC.step2, update))
    }
  }

  private since(vector: Uint8Array): Uint8Array | null {
    // One byte says "nothing yet": a fresh document.
    if (vector.byteLength <= 1) return this.whole()
    try {
      return Y.encodeStateAsUpdate(this.memory.doc, vector)
    } catch {
      return null
    }
  }
}

function people(events: readonly Event[], state: SessionState): 'everyone' | Set<string> {
  const whose = new Set<string>()
  for (const event of events) {
    const { everyone, facilitators, person } = concerned(event)
    if (everyone === true) return 'everyone'
    if (person !== undefined) whose.add(person)
    if (facilitators === true)
      for (const one of Object.values(state.people))
        if (one.role === 'facilitator') whose.add(one.id)
  }
  return whose
}
