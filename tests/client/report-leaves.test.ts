/** What leaves the report page with people: the notes for a mail or chat, and calendar files. */
import { sayDay } from '@plenary/client/look/day'
import { calendarFile } from '@plenary/client/report/calendar'
import { mailOf } from '@plenary/client/report/mail'
import { partsOf } from '@plenary/client/report/parts'
import { reportSchema } from '@plenary/client/report/report-schema'
import type { Event } from '@plenary/shared/event'
import { must } from '@plenary/shared/must'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { MADE, preMortemReport, reported } from '../kit/report-session.ts'
import { STRINGS } from '../kit/report-strings.ts'

/** As the page reads it from the wire. */
const read = (report: unknown) => v.parse(reportSchema, JSON.parse(JSON.stringify(report)))

const DECIDED: Event = {
  is: 'decision.set',
  id: 'd',
  decision: { text: 'Talk to three clients', from: 'gap', at: MADE + 9, removed: false },
}

describe('the notes for a mail or chat', () => {
  it('[FN13] hold decisions, actions, the three highest and when to look again, and no link', () => {
    const { text, html } = mailOf(read(preMortemReport([DECIDED])))
    expect(text.split('\n')).toEqual([
      'Audience app',
      '',
      'Decisions',
      '- Talk to three clients',
      '',
      'Actions',
      `- Load test in week two · Ash · ${sayDay('2026-04-01')} · AU-7`,
      '- Ask three clients · Needs an owner',
      '',
      'Risks',
      '- Feature Gap · 6.25',
      '- Non-Use · 4.5',
      '- Timeline · 3.75',
      '',
      'Next check-in',
      '- Which of these worries has changed?',
      `- each sprint retrospective, ${['2026-04-02', '2026-06-04'].map((day) => sayDay(day, 'long')).join(', ')}`,
    ])
    expect(html).toContain('<h3>Decisions</h3><ul><li>Talk to three clients</li></ul>')
    expect(text + html).not.toMatch(/https?:/)
  })

  test.each([...STRINGS, '<img src=x onerror=alert(1)>', '"><script>', 'a\nb'])(
    '[FN13] hold no mark-up of what people wrote: %j',
    (text) => {
      const lane = { id: 'l', kind: 'lane', text, parent: 'reasons' } as const
      const action = { id: 'a', kind: 'action', text, parent: 'actions' } as const
      const { html } = mailOf(read(reported([lane, action], [], undefined, text)))
      expect(html.replaceAll(/<\/?(?:h2|h3|ul|li|br)>/g, '')).not.toMatch(/[<>]/)
    },
  )
})

describe('a calendar file', () => {
  const days = [
    {
      uid: 'one@plenary',
      title: 'Which of these worries has changed?',
      day: '2028-02-29',
      text: 'Notes',
    },
  ]
  const unfolded = (file: string | null) =>
    must(file, 'a file')
      .replaceAll(/\r\n[ \t]/g, '')
      .split('\r\n')

  it('[FN14] holds whole days, titled by a question, the same thing under the same id', () => {
    const lines = unfolded(calendarFile(days))
    for (const line of [
      'BEGIN:VCALENDAR',
      'UID:one@plenary',
      'SUMMARY:Which of these worries has changed?',
      'DTSTART;VALUE=DATE:20280229',
      'DTEND;VALUE=DATE:20280301',
      'DESCRIPTION:Notes',
      'END:VCALENDAR',
    ])
      expect(lines).toContain(line)
  })

  test.each([...STRINGS, 'a\r\nATTACH:http://evil.example', 'semi;colon, comma\\'])(
    '[FN14] no text of it becomes a line of its own: %j',
    (text) => {
      const lines = unfolded(
        calendarFile([{ uid: 'u@plenary', title: text, day: '2026-04-02', text }]),
      )
      const names = lines.filter((line) => line !== '').map((line) => line.split(/[:;]/)[0])
      expect(new Set(names)).toEqual(
        new Set(
          unfolded(calendarFile([{ uid: 'u@plenary', title: 'x', day: '2026-04-02', text: 'x' }]))
            .filter((line) => line !== '')
            .map((line) => line.split(/[:;]/)[0]),
        ),
      )
    },
  )
})

it('[FN15] the outline has every part of the document in its order, with counts', () => {
  const parts = partsOf(read(preMortemReport([DECIDED])))
  expect(parts.map(({ title, count }) => [title, count])).toEqual([
    ['Summary', null],
    ['Decisions', 1],
    ['Actions', 2],
    ['Risks', 5],
    ['What was said', 9],
    ['Notes', 1],
    ['Parking lot', 1],
    ['Next check-in', null],
    ['How it ran', null],
  ])
})
