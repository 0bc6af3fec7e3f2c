/** What arrives at a room, taken one by one inside a tick. */
import { takeAsk } from './asks.ts'
import type { Attendance } from './attendance.ts'
import { takeFrame } from './frames.ts'
import type { Meter } from './metrics.ts'
import type { Outbox } from './outbox.ts'
import type { Ask, Reply } from './requests.ts'
import type { ConnectionId } from './seam.ts'
import type { Speaker } from './speaker.ts'
import type { Tick } from './tick.ts'

export type Input =
  | { is: 'frame'; from: ConnectionId; bytes: Uint8Array }
  | { is: 'connect'; connection: ConnectionId; token: string; seat: string }
  | { is: 'leave'; connection: ConnectionId }
  | { is: 'ask'; ask: Ask; reply: (reply: Reply) => void }
  | { is: 'alarm' }

/** A command that came over HTTP. */
export function isCommand(input: Input): boolean {
  return input.is === 'ask' && input.ask.is === 'command'
}

interface Taking {
  session: string
  tick: Tick
  out: Outbox
  attendance: Attendance
  speaker: Speaker
  meter: Meter
}

export function takeInput(input: Input, taking: Taking): void {
  const { session, tick, out, attendance, meter } = taking
  switch (input.is) {
    case 'alarm':
      // Every tick begins with what is due.
      return
    case 'connect':
      return attendance.letIn(input.connection, input.token, input.seat, tick, out)
    case 'leave':
      return attendance.letGo(input.connection, tick.now)
    case 'frame': {
      const peer = attendance.peers.get(input.from)
      if (peer === null) return
      const before = out.closes.length
      const seen = tick.count
      takeFrame(peer, input.bytes, taking)
      attendance.showOut(tick.since(seen), out, tick.now)
      // Whoever is being thrown out is heard no more, also within this tick.
      if (out.closes.length > before) attendance.letGo(peer.id, tick.now)
      return
    }
    case 'ask': {
      const { ask, reply } = input
      const dropped = attendance.dropped(tick.memory.state)
      const seen = tick.count
      const answer = takeAsk(ask, { sessionId: session, tick, dropped, meter })
      attendance.showOut(tick.since(seen), out, tick.now)
      if (typeof answer === 'string') out.reads.push({ what: answer, reply })
      else out.replies.push({ committed: () => reply(answer) })
    }
  }
}
