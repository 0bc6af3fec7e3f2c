/** Points of a session's history on their way to disk and back: what a tick needs of them, and how they are packed. */
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { MESSAGE, readIncoming } from '@plenary/shared/frame'
import { numberedCommandSchema } from '@plenary/shared/numbered-command'
import type { Past } from '@plenary/shared/past'
import { pastSchema } from '@plenary/shared/past'
import type { SessionState } from '@plenary/shared/session'
import * as v from 'valibot'
import { holderOf } from './identity.ts'
import type { Log } from './log.ts'
import type { Memory } from './memory.ts'
import type { Ask } from './requests.ts'
import type { ConnectionId } from './seam.ts'
import type { Store } from './store.ts'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Points of one tick: what is to be kept, and the ids of those that are kept no more. */
export interface PointsChange {
  taken: readonly { id: string; past: Past }[]
  dropped: readonly string[]
}

export async function packPast(past: Past): Promise<Uint8Array> {
  // Not the view of a pooled buffer, which the driver would bind whole.
  return new Uint8Array(await deflate(JSON.stringify(past)))
}

/** Null where the bytes are not what {@link packPast} has made. */
async function unpackPast(bytes: Uint8Array): Promise<Past | null> {
  try {
    const parsed = v.safeParse(pastSchema, JSON.parse((await inflate(bytes)).toString()))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** What arrives in a room, as far as it may ask for a point. */
type Arrived =
  | { is: 'ask'; ask: Ask }
  | { is: 'frame'; from: ConnectionId; bytes: Uint8Array }
  | { is: 'connect' | 'leave' | 'alarm' }

interface Recalling {
  session: string
  store: Store
  log: Log
  /** Whose connection it is. */
  personAt: (connection: ConnectionId) => string | null
}

/**
 * Reads the points that are asked for, before the tick that needs them: a tick does not wait. For whoever may have
 * them only, so that nobody else keeps the disk busy.
 */
export async function recall(
  memory: Memory,
  inputs: readonly Arrived[],
  recalling: Recalling,
): Promise<void> {
  memory.past = await recalled(inputs, memory.state, recalling)
}

async function recalled(
  inputs: readonly Arrived[],
  state: SessionState | null,
  { session, store, log, personAt }: Recalling,
): Promise<ReadonlyMap<string, Past>> {
  const found = new Map<string, Past>()
  const kept = new Set(state?.points?.map(({ id }) => id))
  if (state === null || kept.size === 0) return found
  for (const id of new Set(inputs.map((input) => pointOf(input, state, personAt)))) {
    if (id === null || !kept.has(id)) continue
    // Whatever is wrong with it, the session goes on.
    const bytes = await store.point(session, id).catch((error: unknown) => {
      log.error({ session, point: id, error }, 'a point of the history cannot be read')
      return null
    })
    const past = bytes === null ? null : await unpackPast(bytes)
    if (past === null) log.error({ session, point: id }, 'a point of the history not read')
    else found.set(id, past)
  }
  return found
}

function pointOf(
  input: Arrived,
  state: SessionState,
  personAt: Recalling['personAt'],
): string | null {
  switch (input.is) {
    case 'ask': {
      const { ask } = input
      if (ask.is !== 'past' && ask.is !== 'command') return null
      const person = holderOf(state, ask.token)
      if (person === null) return null
      if (ask.is === 'past') return ask.point
      return person.role === 'facilitator' ? pointOfCommand(ask.body) : null
    }
    case 'frame': {
      if (input.bytes[0] !== MESSAGE.command) return null
      const leads = state.people[personAt(input.from) ?? '']?.role === 'facilitator'
      const frame = leads ? readIncoming(input.bytes) : null
      return frame?.is === 'command' ? pointOfCommand(frame.body) : null
    }
    case 'connect':
    case 'leave':
    case 'alarm':
      return null
  }
}

function pointOfCommand(body: unknown): string | null {
  const command = v.safeParse(numberedCommandSchema, body)
  return command.success && command.output.type === 'history.restore' ? command.output.point : null
}
