/** Sessions that begin, are worked in and are closed, all the time, as on a server that many teams use. */
import { MESSAGE } from '@plenary/shared/frame'
import * as decoding from 'lib0/decoding'
import * as z from 'zod'
import { join, makeSession } from '../kit/http-client.ts'
import { seeded } from '../kit/seeded-dice.ts'
import type { SocketWitness } from '../chaos/witness.ts'
import type { Line } from '../chaos/page.ts'
import type { Pace } from '../chaos/person.ts'
import { Person } from '../chaos/person.ts'

const FORMATS = ['dot-vote', 'pre-mortem', 'start-stop', 'open-board', 'two-pluses'] as const

export interface CrowdPlan {
  origin: string
  rooms: number
  people: number
  pace: Pace
  /** How long a session lasts before it is closed and another one begins. Milliseconds. */
  lasts: number
}

export interface Crowd {
  /** Everybody does what is due; sessions whose time is up are closed and followed by new ones. */
  turn(now: number): void
  /** How long each command took to its answer since the last call. Milliseconds. */
  took(): number[]
  /** What has happened in all. */
  readonly counts: Counts
  /** Every room has had its people at least once. */
  isFull(): boolean
  leave(): void
}

interface Counts {
  sessions: number
  people: number
  commands: number
  failures: unknown[]
}

interface Room {
  people: Person[]
  endsAt: number
  /** While one is being made or closed. */
  busy: boolean
}

const asked = z.looseObject({ id: z.string() })
const CLOSE_TAKES = 2_000
/** Sessions that are being made or closed at the same time. */
const AT_ONCE = 4

export function openCrowd({ origin, rooms, people, pace, lasts }: CrowdPlan): Crowd {
  const counts: Counts = { sessions: 0, people: 0, commands: 0, failures: [] }
  let took: number[] = []
  const random = seeded(1)
  const line: Line = {
    origin,
    weather: { random, calm: true },
    witness: { socket: () => stopwatch((ms) => void (took.push(ms), counts.commands++)) },
    counts: { sockets: 0, dropped: 0, repeated: 0 },
  }
  const all = Array.from({ length: rooms }, (): Room => ({ people: [], endsAt: 0, busy: false }))

  async function fill(room: Room): Promise<void> {
    const formatId = FORMATS[counts.sessions % FORMATS.length] ?? FORMATS[0]
    counts.sessions++
    const made = await makeSession(origin, { title: 'Soak', formatId, name: 'Fay' })
    const being = (): { random: () => number; line: Line; pace: Pace } => ({
      random: seeded(++counts.people),
      line,
      pace,
    })
    const { sessionId, token } = made
    const whose = { sessionId, token, person: made.participantId }
    const fay = new Person({ whose, name: 'Fay', leads: true, ...being() })
    fay.come()
    room.people.push(fay)
    while (room.people.length < people) {
      const name = `P${room.people.length}`
      const joined = await join(origin, sessionId, { name })
      const theirs = { sessionId, token: joined.token, person: joined.participantId }
      const person = new Person({ whose: theirs, name, ...being() })
      person.come()
      room.people.push(person)
    }
    // The first ones end one after the other, so that at no moment all begin anew.
    const share = room.endsAt === 0 ? 0.6 + random() * 0.8 : 1
    room.endsAt = performance.now() + lasts * share
  }

  async function renew(room: Room): Promise<void> {
    room.busy = true
    try {
      const former = room.people
      if (former.length > 0) {
        void former[0]?.page?.client.ask({ type: 'session.close' })
        await new Promise((go) => setTimeout(go, CLOSE_TAKES))
        room.people = []
        for (const person of former) person.go()
      }
      await fill(room)
    } catch (error) {
      counts.failures.push(error)
    } finally {
      room.busy = false
    }
  }

  return {
    counts,
    isFull: () => all.every(({ endsAt }) => endsAt > 0),
    took() {
      const before = took
      took = []
      return before
    },
    turn(now) {
      // Not more than a few at a time come in.
      let begins = all.filter(({ busy }) => busy).length
      for (const room of all) {
        if (room.busy) continue
        if (room.people.length === 0 || now >= room.endsAt) {
          if (begins++ < AT_ONCE) void renew(room)
          continue
        }
        for (const person of room.people) person.turn(now)
      }
    },
    leave() {
      for (const { people: some } of all) for (const person of some) person.go()
    },
  }
}

/** Measures each command of a socket from its leaving to its answer. */
function stopwatch(tell: (ms: number) => void): SocketWitness {
  const open = new Map<string, number>()
  return {
    mine: () => null,
    sent(frame) {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) !== MESSAGE.command) return
      const { id } = asked.parse(JSON.parse(decoding.readVarString(decoder)))
      open.set(id, performance.now())
    },
    received(frame) {
      if (frame[0] !== MESSAGE.answer) return
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      const { id } = asked.parse(JSON.parse(decoding.readVarString(decoder)))
      const since = open.get(id)
      open.delete(id)
      if (since !== undefined) tell(performance.now() - since)
    },
  }
}
