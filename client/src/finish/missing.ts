/** What is still missing before a session is closed. A person may fill it in, or close anyway. */
import type { MyDraft } from '@plenary/shared/mine'
import type { Board } from '../look/topics.ts'
import type { View } from '../sync/session-client.ts'

export interface Missing {
  /** Nothing at all was agreed on, though the format has a place for it. */
  noActions: boolean
  /** Actions still to do without an owner or a date. */
  incomplete: string[]
  sender: boolean
  checkIn: boolean
  /** Cards in no category, where there are categories. */
  unplaced: number
  dots: boolean
  numbers: boolean
  /** Own words that missed the reveal of their section; "Add" still puts them on the board. */
  drafts: MyDraft[]
  /** Cards of everybody that would turn over at a reveal and have not. */
  unsent: number
}

export function missingIn({ facts, format, mine }: View, board: Board): Missing {
  const actions = format.sections.flatMap((section) =>
    section.kind === 'actions' ? board.ids(section.id, 'action') : [],
  )
  const rounds = Object.values(facts.rounds)
  const written = mine.drafts.filter((draft) => draft.text.trim() !== '')
  const drafts = written.filter((draft) => facts.poured.includes(draft.section))
  return {
    noActions: actions.length === 0 && format.sections.some((one) => one.kind === 'actions'),
    incomplete: actions.filter((id) => {
      const entry = board.entry(id)
      if (entry === null || entry.status === 'done' || entry.status === 'dropped') return false
      return (entry.owner ?? '').trim() === '' || (entry.due ?? '') === ''
    }),
    sender: facts.notes.by === null,
    checkIn: facts.notes.checkInDates.length === 0,
    unplaced: format.sections.reduce((sum, { id, kind }) => {
      const sorts = kind === 'columns' && board.ids(id, 'lane').length > 0
      return sum + (sorts ? board.unplaced(id).length : 0)
    }, 0),
    dots: rounds.some((round) => round.is === 'open' && round.rules.kind !== 'estimates'),
    numbers: rounds.some((round) => round.is === 'open' && round.rules.kind === 'estimates'),
    drafts,
    // In a small room the total is not told; then one's own are what is known.
    unsent: facts.live.drafts?.n ?? written.length - drafts.length,
  }
}

export function isComplete(missing: Missing): boolean {
  const { noActions, incomplete, sender, checkIn, unplaced, dots, numbers, drafts, unsent } =
    missing
  const open = noActions || sender || checkIn || dots || numbers
  return !open && incomplete.length + unplaced + drafts.length + unsent === 0
}
