/** Folds what happens to private drafts: those that came late, and those that became cards. */
import type { EventOf } from '../event.ts'
import type { SessionState } from '../session.ts'

export function asked(state: SessionState, event: EventOf<'drafts.asked'>): SessionState {
  const drafts = { ...state.drafts }
  for (const id of event.drafts) {
    const draft = drafts[id]
    if (draft !== undefined) drafts[id] = { ...draft, late: 'asked' }
  }
  return { ...state, drafts }
}

export function poured(
  state: SessionState,
  { section, pours }: EventOf<'drafts.poured'>,
): SessionState {
  const taken = new Set(pours.map((pour) => pour.draft))
  const authors = { ...state.authors }
  const done = { ...state.pours }
  for (const { draft, card } of pours) {
    const owner = state.drafts[draft]?.owner
    if (owner !== undefined) authors[card] = owner
    done[draft] = card
  }
  const drafts: Record<string, SessionState['drafts'][string]> = {}
  for (const [id, draft] of Object.entries(state.drafts)) {
    if (taken.has(id)) continue
    // Whatever is still open in this section when it is poured has missed the reveal.
    drafts[id] =
      draft.section === section && draft.late === null ? { ...draft, late: 'waiting' } : draft
  }
  const sections = state.poured.includes(section) ? state.poured : [...state.poured, section]
  return { ...state, authors, pours: done, drafts, poured: sections }
}
