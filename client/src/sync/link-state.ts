/** How it stands with the connection, and how much of one's own waits for it, as one value. */
import type { Commands } from './commands.ts'
import type { Connection, Ended } from './connection.ts'
import type { Drafts } from './drafts.ts'
import type { Editing } from './editing.ts'
import type { LinkState } from './session-client.ts'
import type { Unsaved } from './unsaved.ts'

export interface LinkStateParts {
  connection: Pick<Connection, 'live' | 'lost' | 'waiting'>
  commands: Pick<Commands, 'waiting'>
  drafts: Pick<Drafts, 'waiting'>
  editing: Pick<Editing, 'asked'>
  /** Whether the session has come to this page. */
  arrived: () => boolean
  /** Whether this device keeps words. */
  keeps: () => boolean
}

export interface LinkStates {
  /** The same object until something is different. */
  now: () => LinkState
  /** To be called when something may be. */
  look: () => void
  /** All is over, as the next look tells. */
  end: (why: Ended, unsaved: string[]) => void
  /** Nothing waits any more, for whoever asks. */
  vanish: () => void
  /** What is asked for and not answered, or about to be, beside drafts. What is asked first stands first. */
  unanswered: () => Unsaved['asked']
}

export function createLinkState(parts: LinkStateParts): LinkStates {
  const { connection, commands, drafts, editing } = parts
  let state: LinkState = { is: 'connecting', why: 'offline' }
  let lostSince: number | null = null
  let ended: LinkState | null = null

  const unanswered = (): Unsaved['asked'] => [
    ...commands.waiting().filter(({ command }) => command.type !== 'draft.put'),
    ...Array.from(editing.asked).flatMap((edit) => edit.pending() ?? []),
  ]

  /** How many: a card counts once, however often it is reworded. */
  const notOnTheServer = (): number =>
    new Set(
      unanswered().map(({ id, command }) => (command.type === 'card.reword' ? command.card : id)),
    ).size

  function stateNow(): LinkState {
    if (ended !== null) return ended
    const why = connection.lost()
    if (!parts.arrived()) return { is: 'connecting', why }
    const waiting = connection.waiting() + notOnTheServer() + drafts.waiting()
    if (connection.live()) {
      lostSince = null
      return { is: 'live', waiting }
    }
    lostSince ??= Date.now()
    return { is: 'lost', since: lostSince, waiting, why, kept: parts.keeps() }
  }

  return {
    now: () => state,
    look() {
      const now = stateNow()
      if (JSON.stringify(now) !== JSON.stringify(state)) state = now
    },
    end: (why, unsaved) => void (ended = { is: 'ended', why, unsaved }),
    vanish: () => void (state = { is: 'connecting', why: 'offline' }),
    unanswered,
  }
}
