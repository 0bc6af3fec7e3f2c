/** The parts of the document in their order, for the document itself and its outline. */
import { report as words } from '../words/report.ts'
import type { ReportView } from './report-schema.ts'

export interface PartOf {
  /** Name of its place on the page. */
  id: string
  title: string
  /** How many things are in it; null where counting says nothing. */
  count: number | null
}

export function partsOf(report: ReportView): PartOf[] {
  const { decisions, actions, estimates, polls, votes, queue, sections, notes, parkingLot } = report
  const one = (id: string, title: string, count: number): PartOf[] =>
    count === 0 ? [] : [{ id, title, count }]
  return [
    { id: 'summary', title: words.summary, count: null },
    ...one('decisions', words.decisions, decisions.length),
    { id: 'actions', title: words.actions, count: actions.length },
    ...estimates.map(({ round, title, rows }) => ({
      id: `estimates-${round}`,
      title,
      count: rows.length,
    })),
    ...polls.map(({ round, title, answered }) => ({ id: `poll-${round}`, title, count: answered })),
    ...votes.map(({ round, title, rows }) => ({
      id: `votes-${round}`,
      title: words.votesOn(title),
      count: rows.length,
    })),
    ...one('topics', words.topics, queue.length),
    ...sections.map((section) => ({
      id: `said-${section.id}`,
      title: sections.length === 1 ? words.said : words.saidIn(section.title),
      count: cardsOf(section).length,
    })),
    ...one('notes', words.notes, notes.length),
    ...one('parking', words.parking, parkingLot.length),
    ...(meetsAgain(report) ? [{ id: 'check-in', title: words.checkIn, count: null }] : []),
    { id: 'ran', title: words.ran, count: null },
  ]
}

export function cardsOf({ lanes, toPlace }: ReportView['sections'][number]) {
  return [...lanes.flatMap((lane) => lane.cards), ...toPlace]
}

/** Whether something was said of when to look again, or of who sends the notes. */
export function meetsAgain({ checkIns, checkInDates, notesBy }: ReportView): boolean {
  return checkIns !== '' || checkInDates.length > 0 || notesBy !== null
}
