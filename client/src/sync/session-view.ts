/** What a screen shows beside the cards: the view, built again when somebody looks after something was different. */
import type { Welcome } from '@plenary/shared/frame'
import type { Mine } from '@plenary/shared/mine'
import type { Commands } from './commands.ts'
import type { Drafts } from './drafts.ts'
import type { FactsView } from './facts-view.ts'
import type { PresenceView } from './presence-view.ts'
import type { View } from './session-client.ts'
import { viewOf } from './view-of.ts'

export interface SessionViewParts {
  facts: Pick<FactsView, 'facts'>
  presence: PresenceView
  commands: Pick<Commands, 'shown'>
  drafts: Pick<Drafts, 'shown' | 'flush'>
  changed: () => void
}

export interface SessionView {
  /** The first frame of a connection. */
  greeted: (welcome: Welcome) => void
  /** The server has told the private view anew. */
  told: (mine: Mine) => void
  /** Something beside the cards is different. */
  changed: () => void
  /** The same object until then; null until the session is there. */
  now: () => View | null
  /** One's own person; null before any welcome. */
  you: () => string | null
  /** The private view as the server told it last. */
  mine: () => Mine | null
}

export function createSessionView(parts: SessionViewParts): SessionView {
  const { facts, presence, commands, drafts } = parts
  let welcome: Welcome | null = null
  let mine: Mine | null = null
  let view: View | null = null
  let revealing = false

  function changed(): void {
    view = null
    const announced = (facts.facts()?.reveal ?? null) !== null
    const first = announced && !revealing
    revealing = announced
    parts.changed()
    // The server waits a moment before it pours, so that no last word is missing.
    if (first) drafts.flush()
  }

  return {
    greeted(first) {
      welcome = first
      mine = first.mine
    },
    told(own) {
      mine = own
      changed()
    },
    changed,
    now() {
      const known = facts.facts()
      if (view === null && welcome !== null && known !== null && mine !== null) {
        const own = commands.shown(mine)
        view = viewOf(welcome, known, { ...own, drafts: drafts.shown(own.drafts) }, presence)
      }
      return view
    },
    you: () => welcome?.you.id ?? null,
    mine: () => mine,
  }
}
