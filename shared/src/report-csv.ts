/** Tables of a report for spreadsheets: RFC 4180, UTF-8, no text ever taken for a formula. */
import Papa from 'papaparse'
import type { Report } from './report.ts'

export const REPORT_TABLES = [
  'cards',
  'links',
  'estimates',
  'polls',
  'votes',
  'actions',
  'notes',
] as const
export type ReportTable = (typeof REPORT_TABLES)[number]

/** Numbers stay numbers; null is an empty cell. */
type Cell = string | number | boolean | null
type Row = readonly Cell[]

// Spreadsheets calculate what begins like this, some also behind quotes, spaces, invisible or full-width characters.
const FORMULA = /^[\s"'\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u

/** One table with a header row; rows end in CRLF, a text that looks like a formula begins with an apostrophe. */
export function reportCsv(report: Report, table: ReportTable): string {
  return stringifyRows(TABLES[table](report))
}

function stringifyRows(rows: readonly Row[]): string {
  const options = { delimiter: ',', newline: '\r\n', escapeFormulae: FORMULA }
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    options,
  )}\r\n`
}

const TABLES: Record<ReportTable, (report: Report) => Row[]> = {
  cards: cardRows,
  links: linkRows,
  estimates: estimateRows,
  polls: pollRows,
  votes: voteRows,
  actions: actionRows,
  notes: noteRows,
}

function cardRows({ sections, votes }: Report): Row[] {
  const header = ['id', 'section', 'lane', 'group', 'text', 'author']
  const rounds = votes.map((_, index) => `dots in round ${index + 1}`)
  return [
    [...header, ...rounds],
    ...sections.flatMap(({ title, lanes, toPlace }) =>
      [...lanes.flatMap((lane) => lane.cards), ...toPlace].map((card): Row => [
        card.id,
        title,
        card.lane,
        card.group?.name ?? null,
        card.text,
        card.by,
        ...votes.map(({ round }) => card.dots.find((one) => one.round === round)?.dots ?? null),
      ]),
    ),
  ]
}

function linkRows({ sections }: Report): Row[] {
  return [
    ['id', 'section', 'from id', 'from', 'to id', 'to', 'text'],
    ...sections.flatMap(({ title, links }) =>
      links.map(({ id, fromId, from, toId, to, text }): Row => [
        id,
        title,
        fromId,
        from,
        toId,
        to,
        text,
      ]),
    ),
  ]
}

function estimateRows({ estimates }: Report): Row[] {
  const axes = new Map<string, string>()
  for (const { rows } of estimates)
    for (const { id, title } of rows.flatMap((row) => row.axes)) axes.set(id, title)
  const header = ['section', 'lane', 'rank', 'tied', 'product']
  const columns = [...axes.values()].flatMap((title) => [
    title,
    `${title} average`,
    `${title} agreed`,
    `${title} answers`,
  ])
  return [
    [...header, ...columns, 'agreement'],
    ...estimates.flatMap(({ title, rows }) =>
      rows.map((row): Row => [
        title,
        row.lane,
        row.rank,
        row.tied,
        row.product,
        ...[...axes.keys()].flatMap((id): Cell[] => {
          const axis = row.axes.find((one) => one.id === id)
          return [axis?.shown ?? null, axis?.mean ?? null, axis?.agreed ?? null, axis?.n ?? null]
        }),
        row.agreement?.is === 'split'
          ? `split on ${row.agreement.on.join(', ')}`
          : (row.agreement?.is ?? null),
      ]),
    ),
  ]
}

function pollRows({ polls }: Report): Row[] {
  return [
    ['question', 'answer', 'people', 'answered', 'of'],
    ...polls.flatMap(({ title, answered, of, rows }) =>
      rows.map(({ text, answers }): Row => [title, text, answers, answered, of]),
    ),
  ]
}

function voteRows({ votes }: Report): Row[] {
  return [
    ['round', 'section', 'lane', 'id', 'text', 'dots', 'rank', 'tied'],
    ...votes.flatMap(({ title, rows }, index) =>
      rows.map((row): Row => [
        index + 1,
        title,
        row.lane,
        row.id,
        row.text,
        row.dots,
        row.rank,
        row.tied,
      ]),
    ),
  ]
}

function actionRows({ actions }: Report): Row[] {
  return [
    ['id', 'what', 'owner', 'due', 'ticket', 'status', 'from'],
    ...actions.map((action): Row => [
      action.id,
      action.what,
      action.owner ?? 'no owner',
      action.due,
      action.ticket,
      action.status,
      action.from,
    ]),
  ]
}

/** What was decided stands first, as a section of its own. */
function noteRows({ decisions, notes, parkingLot }: Report): Row[] {
  return [
    ['id', 'section', 'text', 'author', 'from'],
    ...decisions.map(({ id, text, topic }): Row => [id, 'Decisions', text, null, topic]),
    ...[...notes, ...parkingLot].map((note): Row => [
      note.id,
      note.section,
      note.text,
      note.by,
      note.from,
    ]),
  ]
}
