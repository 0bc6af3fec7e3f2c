/** What others did on the board: for whoever cannot watch it, and for who moved what one wanted to take back. */
import type { Entry } from '@plenary/shared/entry'
import type { SessionClient } from './session-client.ts'

export interface OthersChanges {
  /** Cards that stand elsewhere than before, new ones, removed ones, new categories. */
  moved: number
  added: number
  removed: number
  lanes: number
}

export interface Others {
  /** Who moved it last, where somebody was seen to have it in hand. */
  mover: (id: string) => string | null
  /** Since the phase began, or since this page began to count. */
  changes: () => OthersChanges
  /** Calls back when a phase has ended, with what was changed in it. */
  onPhase: (listener: (title: string, changes: OthersChanges) => void) => () => void
}

const kept = new WeakMap<SessionClient, Others>()

/** Counts from the first time it is asked for. */
export function othersOf(client: SessionClient): Others {
  const others = kept.get(client) ?? count(client)
  kept.set(client, others)
  return others
}

function count(client: SessionClient): Others {
  const movers = new Map<string, string | null>()
  const sets = {
    moved: new Set<string>(),
    added: new Set<string>(),
    removed: new Set<string>(),
    lanes: new Set<string>(),
  }
  const ends = new Set<(title: string, changes: OthersChanges) => void>()
  let phase = client.view()?.phase ?? null

  function take(id: string, before: Entry | null, after: Entry | null): void {
    if (after === null) return
    if (before?.parent !== after.parent || before.order !== after.order)
      movers.set(id, client.lately(id))
    const isNew = (before === null || before.removed) && !after.removed
    if (after.kind === 'lane' && isNew) sets.lanes.add(id)
    if (after.kind !== 'card') return
    if (isNew) sets.added.add(id)
    else if (after.removed && before?.removed === false) sets.removed.add(id)
    else if (before !== null && before.parent !== after.parent) sets.moved.add(id)
  }

  function changes(): OthersChanges {
    // A card without a name is written by the server, also one's own.
    const own = client.view()?.mine.cards ?? []
    const ofOthers = (ids: ReadonlySet<string>) => ids.size - own.filter((id) => ids.has(id)).length
    return {
      moved: sets.moved.size,
      added: ofOthers(sets.added),
      removed: ofOthers(sets.removed),
      lanes: sets.lanes.size,
    }
  }
  client.hearOthers(take)
  client.subscribe(() => {
    const now = client.view()?.phase ?? null
    if (now?.id === phase?.id) return
    const [title, was] = [phase?.title ?? '', changes()]
    phase = now
    for (const set of Object.values(sets)) set.clear()
    for (const listener of ends) listener(title, was)
  })
  return {
    mover: (id) => movers.get(id) ?? null,
    changes,
    onPhase(listener) {
      ends.add(listener)
      return () => void ends.delete(listener)
    },
  }
}
