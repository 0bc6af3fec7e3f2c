/** The report of a session: everything that leaves it, as plain JSON, from public facts and the board alone. */
import type { Lead } from './chair.ts'
import { readLeads } from './chair.ts'
import type { BoardReader } from './entry.ts'
import type { Facts } from './facts.ts'
import type { Format } from './format.ts'
import { parkingOf } from './judge.ts'
import type { Role } from './person.ts'
import type { ReportAction, ReportNote, ReportSection } from './report-board.ts'
import { actionsOf, nameOf, notesOf, sectionsOf, sourceOf } from './report-board.ts'
import type {
  ReportDecision,
  ReportEstimates,
  ReportPoll,
  ReportTopic,
  ReportVotes,
} from './report-results.ts'
import { decisionsOf, estimatesOf, pollsOf, seenDots, topicsOf, votesOf } from './report-results.ts'
import type { Status } from './session.ts'

export interface ReportStep {
  id: string
  title: string
  question: string
  /** Minutes planned, and minutes spent to a tenth. */
  planned: number
  used: number
  skipped: boolean
}

export interface ReportPerson {
  name: string
  role: Role
  takesPart: boolean
  /** Was removed from the session. */
  left: boolean
}

export interface ReportLead {
  name: string | null
  /** Server time. */
  at: number
  how: Lead['how']
}

/** Lists are sorted by (order key, id) unless they say otherwise; times are epoch ms. */
export interface Report {
  schema: 1
  sessionId: string
  title: string
  format: { id: string; title: string }
  anonymous: boolean
  /** Whether it is known who wrote which card. */
  authorship: 'named' | 'deleted at close' | 'kept until close'
  status: Status
  createdAt: number
  closedAt: number | null
  /** In the order of the phases. */
  agenda: ReportStep[]
  /** Who led from when on, in that order. */
  leads: ReportLead[]
  /** By name. */
  people: ReportPerson[]
  counts: Record<Role, number>
  /** What people were asked to write about. */
  question: string
  sections: ReportSection[]
  /** Cards that are set aside: their words are in no part of this. */
  setAside: number
  /** In the order the rounds were opened. */
  estimates: ReportEstimates[]
  polls: ReportPoll[]
  votes: ReportVotes[]
  /** In the order of the queue. */
  queue: ReportTopic[]
  /** In the order they were made. */
  decisions: ReportDecision[]
  actions: ReportAction[]
  notes: ReportNote[]
  parkingLot: ReportNote[]
  /** Who sends the notes round. */
  notesBy: string | null
  /** When the risks are looked at again, as written. */
  checkIns: string
  /** ... and as days of the calendar, ISO dates in their order. */
  checkInDates: string[]
}

/** What may be told of a session: nothing that the facts and the board do not show to everybody. */
export function reportOf(
  facts: Facts,
  format: Format,
  board: BoardReader,
  sessionId: string,
): Report {
  const source = sourceOf(facts, format, board)
  const seen = seenDots(source)
  const people = peopleOf(facts)
  const count = (role: Role) => people.filter((person) => person.role === role).length
  return {
    schema: 1,
    sessionId,
    title: facts.title,
    format: { id: format.id, title: format.title },
    anonymous: facts.anonymous,
    authorship: !facts.anonymous
      ? 'named'
      : facts.status === 'closed'
        ? 'deleted at close'
        : 'kept until close',
    status: facts.status,
    createdAt: facts.createdAt,
    closedAt: facts.closedAt,
    agenda: agendaOf(facts, format),
    leads: readLeads(facts.leads).map(({ person, at, how }) => ({
      name: nameOf(facts, person),
      at,
      how,
    })),
    people,
    counts: {
      facilitator: count('facilitator'),
      participant: count('participant'),
      observer: count('observer'),
    },
    question: questionOf(format),
    sections: sectionsOf(source, seen),
    setAside: Object.keys(facts.aside).length,
    estimates: estimatesOf(source),
    polls: pollsOf(source),
    votes: votesOf(source, seen),
    queue: topicsOf(source),
    decisions: decisionsOf(source),
    actions: actionsOf(source),
    ...notesOf(source, parkingOf(format)),
    notesBy: nameOf(facts, facts.notes.by),
    checkIns: facts.notes.checkIns,
    checkInDates: facts.notes.checkInDates,
  }
}

function agendaOf(facts: Facts, format: Format): ReportStep[] {
  const questions = new Map(format.phases.map((phase) => [phase.id, phase.question]))
  return Object.entries(facts.steps)
    .sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1))
    .map(([id, { title, minutes, used, skipped }]) => ({
      id,
      title,
      question: questions.get(id) ?? '',
      planned: minutes,
      used,
      skipped,
    }))
}

function peopleOf(facts: Facts): ReportPerson[] {
  return Object.entries(facts.people)
    .map(([id, { name, role, takesPart, left }]) => ({ id, name, role, takesPart, left }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    .map(({ id: _id, ...person }) => person)
}

/** By code units, so that every machine sorts alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The question of the phase in which people first write, else the first there is. */
function questionOf(format: Format): string {
  const asked = format.phases.filter((phase) => phase.question !== '')
  const writing = asked.find(({ opens }) => opens.includes('drafts') || opens.includes('add'))
  return (writing ?? asked[0])?.question ?? ''
}
