/** The report for a mail or a chat: decisions, actions, the top risks, when to look again. No link: its readers have no seat. */
import { sayDay } from '../look/day.ts'
import { figure } from '../words/figure.ts'
import { report as words } from '../words/report.ts'
import type { ReportView } from './report-schema.ts'

/** Rows of estimates, and of votes where nothing was estimated. */
const TOP = 3

export interface Mail {
  html: string
  text: string
}

interface Part {
  title: string
  lines: string[]
}

export function mailOf(report: ReportView): Mail {
  const parts = [
    { title: words.decisions, lines: report.decisions.map((decision) => decision.text) },
    { title: words.actions, lines: actionsOf(report) },
    ...topOf(report),
    { title: words.checkIn, lines: checkInsOf(report) },
  ].filter((part) => part.lines.length > 0)
  return { html: htmlOf(report.title, parts), text: textOf(report.title, parts) }
}

function actionsOf({ actions }: ReportView): string[] {
  if (actions.length === 0) return [words.noActions]
  return actions
    .filter((action) => action.status !== 'dropped')
    .map(({ what, owner, due, ticket, status }) =>
      [
        what,
        owner === null
          ? words.noOwner
          : status === 'offered'
            ? `${owner} (${words.is.offered})`
            : owner,
        ...(due === null ? [] : [sayDay(due)]),
        ...(ticket === null ? [] : [ticket]),
        ...(status === 'done' ? [words.is.done] : []),
      ].join(' · '),
    )
}

function topOf({ estimates, votes }: ReportView): Part[] {
  const ranked = estimates.map(({ title, rows }) => ({
    title,
    lines: rows
      .filter((row) => row.product !== null)
      .slice(0, TOP)
      .map((row) => `${row.lane} · ${figure(row.product ?? 0)}`),
  }))
  if (ranked.some((part) => part.lines.length > 0)) return ranked
  return votes.map(({ title, rows }) => ({
    title,
    lines: rows
      .filter((row) => (row.dots ?? 0) > 0)
      .slice(0, TOP)
      .map((row) => `${row.text} · ${words.dotsOf(row.dots ?? 0)}`),
  }))
}

function checkInsOf({ checkIns, checkInDates }: ReportView): string[] {
  const when = [checkIns, ...checkInDates.map((day) => sayDay(day, 'long'))].filter(
    (one) => one !== '',
  )
  return when.length === 0 ? [] : [words.checkInQuestion, when.join(', ')]
}

function textOf(title: string, parts: readonly Part[]): string {
  return [
    title,
    ...parts.map((part) =>
      [part.title, ...part.lines.map((line) => `- ${line.replaceAll(/\s*\n\s*/g, ' ')}`)].join(
        '\n',
      ),
    ),
  ].join('\n\n')
}

function htmlOf(title: string, parts: readonly Part[]): string {
  const lists = parts.map(
    (part) =>
      `<h3>${escaped(part.title)}</h3><ul>${part.lines
        .map((line) => `<li>${escaped(line).replaceAll('\n', '<br>')}</li>`)
        .join('')}</ul>`,
  )
  return `<h2>${escaped(title)}</h2>${lists.join('')}`
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What people wrote stays what they wrote, whatever it looks like. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => NAMED[char] ?? char)
}
