/** The sessions in memory: loaded at the first visit, gone when nobody needs them. One process owns a room. */
import type { Clock } from './clock.ts'
import type { Limits } from '@plenary/shared/decision'
import { tidyName } from '@plenary/shared/person'
import { newJoinCode, newSessionId } from './dice.ts'
import type { Log } from './log.ts'
import { remember } from './memory.ts'
import type { Meter } from './metrics.ts'
import type { Ask, Reply } from './requests.ts'
import { Room, UNLOAD_AFTER } from './room.ts'
import type { Audience } from './seam.ts'
import type { Store } from './store.ts'
import { CorruptRoomError } from './store.ts'

/** How often a new session tries another join code when one is taken. */
const CODE_TRIES = 5

export interface RoomsParts {
  store: Store
  clock: Clock
  limits: Limits
  meter: Meter
  log: Log
  /** The sockets of a session. */
  audience: (session: string) => Audience
}

export type Found =
  { is: 'room'; room: Room } | { is: 'none' } | { is: 'damaged' } | { is: 'stopping' }

export class Rooms {
  private readonly parts: RoomsParts
  private readonly open = new Map<string, Promise<Room>>()
  /** Session -> the undoing of the alarm that will open it when something is due in it. */
  private readonly alarms = new Map<string, () => void>()
  private stopping = false

  constructor(parts: RoomsParts) {
    this.parts = parts
  }

  /** The room of a session id or a join code. */
  async find(idOrCode: string): Promise<Found> {
    if (this.stopping) return { is: 'stopping' }
    if (this.open.has(idOrCode)) return this.load(idOrCode)
    const row = await this.parts.store.find(idOrCode)
    return row === null ? { is: 'none' } : this.load(row.room)
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
      const found = await this.load(sessionId)
      if (found.is !== 'room') break
      const reply = await found.room.ask({ is: 'make', joinCode, ...making })
      // Somebody else may have taken the code a moment before.
      if (reply.is !== 'later') return { sessionId, reply }
    }
    return { sessionId: '', reply: { is: 'later' } }
  }

  /**
   * Opens the rooms in which something must happen by itself soon, so that it happens without a visitor. Those in which
   * it is later would only be put away again: they are woken when it is time.
   */
  async wakeDue(): Promise<void> {
    const { store, clock } = this.parts
    for (const { room, due } of await store.dues())
      if (due > clock.now() + UNLOAD_AFTER) this.wakeAt(room, due)
      else
        await this.load(room).catch(() => {
          // Said in the log; one session that does not open must not keep the others from starting.
        })
  }

  async stop(): Promise<void> {
    this.stopping = true
    for (const cancel of this.alarms.values()) cancel()
    for (const opening of this.open.values())
      await opening.then(
        (room) => room.close(),
        () => {},
      )
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
      opening = this.opened(session)
      this.open.set(session, opening)
      this.parts.meter.rooms(this.open.size)
    }
    try {
      const room = await opening
      if (!room.leaving) return { is: 'room', room }
      await room.left
      return await this.load(session)
    } catch (error) {
      this.open.delete(session)
      this.parts.log.error({ session, error }, 'session not opened')
      if (error instanceof CorruptRoomError) return { is: 'damaged' }
      throw error
    }
  }

  private async opened(session: string): Promise<Room> {
    const { store, clock, limits, meter, log, audience } = this.parts
    this.alarms.get(session)?.()
    this.alarms.delete(session)
    const memory = remember(await store.open(session))
    const room: Room = new Room(session, memory, {
      store,
      clock,
      limits,
      meter,
      log,
      audience: audience(session),
      onCleared: () =>
        void this.load(session).catch(() => {
          // Said in the log; the next visitor tries again.
        }),
      onGone: (due) => {
        this.open.delete(session)
        meter.rooms(this.open.size)
        if (due !== null) this.wakeAt(session, due)
      },
    })
    // It begins anew with its first tick; whoever waits is given the one that is loaded then.
    if (memory.swollen) await room.left
    return room
  }
}
