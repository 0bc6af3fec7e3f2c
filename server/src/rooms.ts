/** The sessions in memory: loaded at the first visit, gone when nobody needs them. One process owns a room. */
import type { Clock } from './clock.ts'
import type { Limits } from '@plenary/shared/decision'
import { tidyName } from '@plenary/shared/person'
import type { Disk } from './disk.ts'
import { TRY_AGAIN_AFTER } from './disk.ts'
import { newJoinCode, newSessionId } from './dice.ts'
import type { Log } from './log.ts'
import type { End, Stage } from './life.ts'
import { Life } from './life.ts'
import { loadMemory } from './loading.ts'
import type { Memory } from './memory.ts'
import type { Meter } from './metrics.ts'
import type { Ask, Reply } from './requests.ts'
import { ReadingRoom } from './reading-room.ts'
import { Room } from './room.ts'
import type { Audience, Mailbox } from './seam.ts'
import type { Store } from './store.ts'
import { CorruptRoomError } from './store.ts'
import { UNLOAD_AFTER } from './unload.ts'

/** How often a new session tries another join code when one is taken. */
const CODE_TRIES = 5
/** For so long nobody has a session read again that was found damaged: only a stopped server is repaired. Milliseconds. */
export const DAMAGED_FOR = 30_000

export interface RoomsParts {
  store: Store
  disk: Pick<Disk, 'isWell' | 'works' | 'failed' | 'onceWell'>
  clock: Clock
  limits: Limits
  meter: Meter
  log: Log
  /** The sockets of a session. */
  audience: (session: string) => Audience
  /** Hears of every step in the life of a room. */
  watch?: (session: string, from: Stage, to: Stage) => void
}

export type Found =
  | { is: 'room'; room: Mailbox }
  | { is: 'none' }
  | { is: 'damaged' }
  /** The server stops, or could not read it a moment ago. */
  | { is: 'later' }

export class Rooms {
  private readonly parts: RoomsParts
  private readonly open = new Map<string, Promise<Mailbox>>()
  /** Session -> the undoing of the alarm that will open it when something is due in it. */
  private readonly alarms = new Map<string, () => void>()
  /** Those that are loaded. */
  private readonly awake = new Map<string, Mailbox>()
  /** Session -> until when it is not read again, and what is said meanwhile. */
  private readonly unread = new Map<string, { until: number; found: Found }>()
  private stopping = false

  constructor(parts: RoomsParts) {
    this.parts = parts
    parts.meter.reads({
      people: () => this.people(),
      oldest: () => this.oldest(),
    })
  }

  /** The room of a session id or a join code. */
  async find(idOrCode: string): Promise<Found> {
    if (this.stopping) return { is: 'later' }
    const session = this.open.has(idOrCode)
      ? idOrCode
      : (await this.parts.store.find(idOrCode))?.room
    if (session === undefined) return { is: 'none' }
    const found = await this.load(session)
    return found.is === 'room' && found.room.isNone ? { is: 'none' } : found
  }

  /** Deletes a session that rests since before this moment. One that cannot be opened stays for whoever repairs it. */
  async expire(session: string, before: number): Promise<void> {
    try {
      // A sweep takes its time: somebody may have been here since it began.
      const listed = await this.parts.store.find(session)
      if (listed !== null && listed.restsSince >= before) return
      const found = await this.find(session)
      if (found.is !== 'room') return
      await found.room.ask({ is: 'expire', before })
      if (!found.room.leaving || found.room.isNone) return
      // It was on its way out of memory, and is asked once more as it is loaded again.
      const again = await this.find(session)
      if (again.is === 'room') await again.room.ask({ is: 'expire', before })
    } catch {
      // Said in the log; it is tried again at the next sweep.
    }
  }

  /** In memory: finding it costs nothing. */
  isAwake(session: string): boolean {
    return this.open.has(session)
  }

  /** A new session. */
  async make(
    making: Omit<Extract<Ask, { is: 'make' }>, 'is' | 'joinCode'>,
  ): Promise<{ sessionId: string; reply: Reply }> {
    if (tidyName(making.name) === '')
      return { sessionId: '', reply: { is: 'no', reason: 'empty-name' } }
    for (let attempt = 0; attempt < CODE_TRIES; attempt++) {
      const joinCode = newJoinCode()
      if ((await this.parts.store.find(joinCode)) !== null) continue
      const sessionId = newSessionId()
      const found = await this.load(sessionId).catch(() => null)
      if (found?.is !== 'room') break
      const reply = await found.room.ask({ is: 'make', joinCode, ...making })
      // Somebody else may have taken the code a moment before.
      if (reply.is !== 'later') return { sessionId, reply }
    }
    // Where nothing can be saved nothing can be begun.
    if (!this.parts.disk.isWell) return { sessionId: '', reply: { is: 'no', reason: 'read-only' } }
    return { sessionId: '', reply: { is: 'later' } }
  }

  /**
   * Opens the rooms in which something must happen by itself soon, so that it happens without a visitor. Those in which
   * it is later would only be put away again: they are woken when it is time.
   */
  async wakeDue(): Promise<void> {
    const { clock } = this.parts
    for (const { room, due } of await this.dues()) {
      if (this.stopping) return
      if (due > clock.now() + UNLOAD_AFTER) this.wakeAt(room, due)
      else
        await this.load(room).catch(() => {
          // Said in the log; one session that does not open must not keep the others from starting.
        })
    }
  }

  /** None where the list of all sessions cannot be read: those that can be opened are, by their visitors. */
  private async dues(): ReturnType<Store['dues']> {
    try {
      return await this.parts.store.dues()
    } catch (error) {
      this.parts.log.error({ error }, 'what is due in the sessions cannot be read')
      return []
    }
  }

  async stop(): Promise<void> {
    this.stopping = true
    for (const cancel of this.alarms.values()) cancel()
    // At once, so that what they write down shares its way to the disk.
    await Promise.all(
      [...this.open.values()].map((opening) =>
        opening.then(
          (room) => room.close(),
          () => {},
        ),
      ),
    )
  }

  private people(): number {
    let people = 0
    for (const room of this.awake.values()) people += room.here
    return people
  }

  private oldest(): number {
    const now = performance.now()
    let since = now
    for (const { waitsSince } of this.awake.values())
      if (waitsSince !== null) since = Math.min(since, waitsSince)
    return now - since
  }

  private wakeAt(session: string, due: number): void {
    if (this.stopping) return
    const { clock } = this.parts
    const wait = Math.max(0, due - clock.now())
    this.alarms.get(session)?.()
    this.alarms.set(
      session,
      clock.after(wait, () => {
        this.load(session).catch(() => {
          // Said in the log; the next visitor tries again.
        })
      }),
    )
  }

  private async load(session: string): Promise<Found> {
    let opening = this.open.get(session)
    if (opening === undefined) {
      const unread = this.unread.get(session)
      if (unread !== undefined && unread.until > this.parts.clock.now()) return unread.found
      this.unread.delete(session)
      opening = this.opened(session)
      this.open.set(session, opening)
      this.parts.meter.rooms(this.open.size)
    }
    try {
      const room = await opening
      if (!room.leaving) return { is: 'room', room }
      await room.left
      // What was deleted meanwhile must not be made again by whoever asks for it.
      return room.isNone ? { is: 'none' } : await this.load(session)
    } catch (error) {
      if (error instanceof CorruptRoomError) return { is: 'damaged' }
      throw error
    }
  }

  private async opened(session: string): Promise<Mailbox> {
    const { watch } = this.parts
    this.alarms.get(session)?.()
    this.alarms.delete(session)
    const life = new Life(watch === undefined ? undefined : (from, to) => watch(session, from, to))
    try {
      const memory = await this.takenOver(session)
      if (memory === null) return await this.forReading(session, life)
      const room = new Room(session, memory, {
        ...this.parts,
        audience: this.parts.audience(session),
        life,
        onGone: (end) => {
          // Whoever waits for its new board would else have it read again and again.
          if (memory.swollen && end.is === 'dropped')
            this.leaveUnread(session, TRY_AGAIN_AFTER, 'later')
          this.gone(session, end)
        },
      })
      this.awake.set(session, room)
      // It begins anew with its first tick; whoever waits is given the one that is loaded then.
      if (memory.swollen) await room.left
      return room
    } catch (error) {
      // Here, once, and not by each of those who wait for it.
      this.open.delete(session)
      this.parts.meter.rooms(this.open.size)
      life.become('gone')
      this.parts.log.error({ session, error }, 'session not opened')
      if (error instanceof CorruptRoomError) this.leaveUnread(session, DAMAGED_FOR, 'damaged')
      else this.leaveUnread(session, TRY_AGAIN_AFTER, 'later')
      throw error
    }
  }

  /** Everybody in it comes back at once: each of them would have it read again. */
  private leaveUnread(session: string, ms: number, is: 'damaged' | 'later'): void {
    this.unread.set(session, { until: this.parts.clock.now() + ms, found: { is } })
  }

  /** null where the disk takes no write. */
  private async takenOver(session: string): Promise<Memory | null> {
    const { store, disk, log } = this.parts
    if (!(await disk.works())) return null
    try {
      return await loadMemory(session, (skip) => store.open(session, skip), log)
    } catch (error) {
      // What cannot be read, on a disk that takes what is written, says nothing of other sessions.
      if (error instanceof CorruptRoomError || (await store.canWrite())) throw error
      log.error({ session, error }, 'session cannot be saved: opened for reading')
      disk.failed()
      return null
    }
  }

  private async forReading(session: string, life: Life): Promise<Mailbox> {
    const { store, log, audience } = this.parts
    const memory = await loadMemory(session, (skip) => store.peek(session, skip), log)
    if (memory.state === null) throw new Error('nothing of this session is on disk')
    const room = new ReadingRoom(session, memory, {
      ...this.parts,
      audience: audience(session),
      life,
      onGone: (end) => this.gone(session, end),
    })
    this.awake.set(session, room)
    return room
  }

  private gone(session: string, end: End): void {
    this.open.delete(session)
    this.awake.delete(session)
    this.parts.meter.rooms(this.open.size)
    if (end.is === 'damaged') this.leaveUnread(session, DAMAGED_FOR, 'damaged')
    if (end.is === 'idle' && end.due !== null) this.wakeAt(session, end.due)
    // What was there before a new board has to be erased; what could not be saved can still be read.
    if ((end.is === 'anew' || end.is === 'unsaved') && !this.stopping)
      this.load(session).catch(() => {
        // Said in the log; the next visitor tries again.
      })
  }
}
