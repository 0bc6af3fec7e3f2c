/** The report as a document: what was decided first, what was said after it, how it ran last. */
import { blockText, inlineText } from './markdown-text.ts'
import type { Report } from './report.ts'
import type { ReportCard, ReportLink, ReportNote, ReportSection } from './report-board.ts'
import type { Agreement, ReportEstimates, ReportPoll, ReportVotes } from './report-results.ts'

const AUTHORSHIP: Record<Report['authorship'], string> = {
  named: 'Cards carry the names of their authors.',
  'deleted at close': 'Cards are anonymous. Who wrote which card: deleted at close.',
  'kept until close': 'Cards are anonymous. Who wrote which card is kept until close.',
}

/** CommonMark with the tables of GitHub; every text in it is escaped. */
export function reportMarkdown(report: Report): string {
  const blocks = [
    `# ${inlineText(report.title)}`,
    head(report),
    ...part('Question', report.question === '' ? [] : [blockText(report.question)]),
    ...part('Decisions', [decisions(report)]),
    ...part('Actions', [actions(report)]),
    ...report.estimates.flatMap((one) => part(one.title, [estimates(one)])),
    ...part('What was said', [...report.sections.flatMap(section), ...setAside(report)]),
    ...part('Polls', report.polls.flatMap(poll)),
    ...part('Votes', report.votes.flatMap(votes)),
    ...part('Notes', notes(report.notes)),
    ...part('Parking lot', notes(report.parkingLot)),
    ...part('How it ran', [...topics(report), agenda(report), ...leads(report)]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function part(title: string, blocks: readonly string[]): string[] {
  return blocks.length === 0 ? [] : [`## ${inlineText(title)}`, ...blocks]
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(header), tableRow(header.map(() => '---')), ...rows.map(tableRow)].join('\n')
}

/** Epoch ms as ISO date and time in UTC, to the second. */
function iso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
}

function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

function head(report: Report): string {
  const { counts } = report
  const names = report.people.map(({ name, role }) =>
    role === 'participant' ? inlineText(name) : `${inlineText(name)} (${role})`,
  )
  return [
    `- Date: ${iso(report.createdAt)}`,
    `- Format: ${inlineText(report.format.title)}`,
    report.closedAt === null ? `- Status: ${report.status}` : `- Closed: ${iso(report.closedAt)}`,
    `- People: ${plural(counts.facilitator, 'facilitator')}, ${plural(counts.participant, 'participant')}, ${plural(counts.observer, 'observer')}: ${names.join(', ')}`,
    `- ${AUTHORSHIP[report.authorship]}`,
    `- Notes sent round by: ${report.notesBy === null ? 'nobody yet' : inlineText(report.notesBy)}`,
    ...(report.checkIns === '' ? [] : [`- We look again: ${blockText(report.checkIns, '  ')}`]),
    ...(report.checkInDates.length === 0
      ? []
      : [`- Check-in dates: ${report.checkInDates.map(inlineText).join(', ')}`]),
  ].join('\n')
}

function decisions(report: Report): string {
  if (report.decisions.length === 0) return 'None written down.'
  return report.decisions
    .map(({ text, topic }) => item(text, topic === null ? [] : [`on ${inlineText(topic)}`]))
    .join('\n')
}

function actions(report: Report): string {
  if (report.actions.length === 0) return 'None written down.'
  return table(
    ['What', 'Owner', 'Due', 'Ticket', 'Status', 'From'],
    report.actions.map(({ what, owner, due, ticket, status, from }) => [
      inlineText(what),
      owner === null ? 'no owner' : inlineText(owner),
      inlineText(due ?? ''),
      inlineText(ticket ?? ''),
      inlineText(status),
      inlineText(from ?? ''),
    ]),
  )
}

function rankText(rank: number | null, tied: boolean): string {
  return rank === null ? '' : `${rank}${tied ? ' (tied)' : ''}`
}

function estimates({ rows, is }: ReportEstimates): string {
  const axes = rows[0]?.axes ?? []
  if (rows.length === 0) return 'Nothing to estimate.'
  const shown = table(
    [
      'Rank',
      'Category',
      ...axes.map((axis) => inlineText(axis.title)),
      axes.map((axis) => inlineText(axis.title)).join(' x '),
      'Agreement',
    ],
    rows.map((row) => [
      rankText(row.rank, row.tied),
      inlineText(row.lane),
      ...row.axes.map(({ shown: value, mean, agreed }) =>
        agreed === null
          ? String(value ?? '')
          : `${agreed} (agreed${mean === null ? '' : `, average ${mean}`})`,
      ),
      String(row.product ?? ''),
      agreementText(row.agreement),
    ]),
  )
  return is === 'open' ? `${shown}\n\nNot all estimates are revealed yet.` : shown
}

function agreementText(agreement: Agreement | null): string {
  switch (agreement?.is) {
    case undefined:
      return ''
    case 'agreed':
      return 'agreed'
    case 'mostly':
      return 'mostly agreed'
    case 'split':
      return `split on ${agreement.on.map(inlineText).join(' and ')}`
  }
}

function section({ title, lanes, toPlace, links }: ReportSection): string[] {
  const places = lanes.flatMap(({ name, cards }) => [
    `#### ${inlineText(name) || '(no name)'}`,
    cards.length === 0 ? 'No cards.' : cards.map(card).join('\n'),
  ])
  const loose = toPlace.length === 0 ? [] : [toPlace.map(card).join('\n')]
  const heading = lanes.length > 0 && loose.length > 0 ? ['#### Still to place'] : []
  const connected = links.length === 0 ? [] : ['#### Connections', links.map(link).join('\n')]
  return [`### ${inlineText(title)}`, ...places, ...heading, ...loose, ...connected]
}

function link({ from, to, text }: ReportLink): string {
  const said = `${inlineText(from) || '(no text)'} → ${inlineText(to) || '(no text)'}`
  return text === '' ? `- ${said}` : `- ${said}: ${inlineText(text)}`
}

function card({ text, by, group, dots }: ReportCard): string {
  // Cards in a group are voted on together; their own dots are from before.
  const told = group === null || dots.some((one) => one.dots > 0) ? dots : []
  return item(text, [
    ...(by === null ? [] : [`by ${inlineText(by)}`]),
    ...(group === null ? [] : [group.name === '' ? 'in a group' : `in ${inlineText(group.name)}`]),
    ...(told.length === 0 ? [] : [`dots: ${told.map((one) => one.dots).join(' + ')}`]),
  ])
}

/** A list item: the text alone on its lines, what we say about it on the last. */
function item(text: string, about: readonly string[]): string {
  const said = blockText(text, '  ') || '(no text)'
  return about.length === 0 ? `- ${said}` : `- ${said}\\\n  (${about.join(', ')})`
}

function setAside({ setAside: n }: Report): string[] {
  return n === 0
    ? []
    : [`${plural(n, 'card was', 'cards were')} set aside and ${n === 1 ? 'is' : 'are'} left out.`]
}

function poll({ title, answered, of, rows }: ReportPoll): string[] {
  return [
    `### ${inlineText(title)}`,
    answered === null ? 'Still open.' : `${answered} of ${of ?? answered} answered.`,
    table(
      ['Answer', 'People'],
      rows.map(({ text, answers }) => [
        inlineText(text),
        answers === null ? 'hidden' : String(answers),
      ]),
    ),
  ]
}

function votes({ title, is, rules, rows, removed }: ReportVotes): string[] {
  const cap = rules.cap === null ? 'no limit on one card' : `at most ${rules.cap} on one card`
  const state = is === 'open' ? ' Still open.' : ''
  return [
    `### ${inlineText(title)}`,
    `${plural(rules.budget, 'dot')} each, ${cap}.${state}`,
    ...(rows.length === 0
      ? ['No cards.']
      : [
          table(
            ['Rank', 'Dots', 'Card'],
            rows.map((row) => [
              rankText(row.rank, row.tied),
              row.dots === null ? 'hidden' : String(row.dots),
              inlineText(row.text),
            ]),
          ),
        ]),
    ...(removed === 0 ? [] : [`${plural(removed, 'dot')} on cards removed since.`]),
  ]
}

function notes(list: readonly ReportNote[]): string[] {
  if (list.length === 0) return []
  return [
    list.map(({ text, by }) => item(text, by === null ? [] : [`by ${inlineText(by)}`])).join('\n'),
  ]
}

function topics({ queue }: Report): string[] {
  if (queue.length === 0) return []
  const said = { waiting: 'not reached', now: 'begun', done: 'done' } as const
  return [
    table(
      ['Topic', 'Planned minutes', 'Used minutes', 'State'],
      queue.map(({ text, minutes, used, is }) => [
        text === null ? 'removed since' : inlineText(text),
        String(minutes),
        used === null ? '' : String(used),
        said[is],
      ]),
    ),
  ]
}

/** Only where the lead has changed. */
function leads({ leads: led }: Report): string[] {
  if (led.length < 2) return []
  const said = { began: 'led from the start', handed: 'was handed the lead', took: 'took the lead' }
  return [
    led
      .map(({ name, at, how }) => `- ${iso(at)}: ${inlineText(name ?? 'Somebody')} ${said[how]}`)
      .join('\n'),
  ]
}

function agenda(report: Report): string {
  return table(
    ['Phase', 'Planned minutes', 'Used minutes'],
    report.agenda.map(({ title, planned, used, skipped }) => [
      inlineText(title),
      String(planned),
      skipped ? 'skipped' : String(used),
    ]),
  )
}
