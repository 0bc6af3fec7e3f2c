import { REPORT_TABLES, reportCsv } from '@plenary/shared/report-csv'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { preMortemReport, reported } from '../kit/report-session.ts'
import { STRINGS } from '../kit/report-strings.ts'

/** RFC 4180 read by the letter: null when a row does not end in CRLF or a quote stands where it may not. */
function parse(csv: string): string[][] | null {
  const rows: string[][] = []
  let row: string[] = []
  let rest = csv
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    if (match === null) return null
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    rest = rest.slice(match[0].length)
  }
  return row.length === 0 ? rows : null
}

const note = (text: string) =>
  parse(reportCsv(reported([{ id: 'n', kind: 'note', text, parent: 'notes' }]), 'notes'))?.[1]?.[2]

/** The apostrophe in front of what looked like a formula is taken off again. */
const undefused = (cell: string) =>
  /^'(?:[\s"'\p{Cf}]*[=+\-@＝＋－＠]|'*[\t\r\n])/u.test(cell) ? cell.slice(1) : cell

describe('text in CSV', () => {
  test.each(STRINGS)('[R13] comes back by parsing: %j', (text) => {
    expect(undefused(note(text) ?? 'none')).toBe(text)
  })

  it('[R13] comes back by parsing, whatever it is', () => {
    const unit = fc.constantFrom(...Array.from('"\',;\r\n\t =+-@＝ａ1\u200b\ufeff|'))
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit, maxLength: 12 }), fc.string({ unit: 'grapheme' })),
        (text) => {
          expect(undefused(note(text) ?? 'none')).toBe(text)
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=tab first',
    '\rx',
    ' =1',
    '"=1"',
    "'=1",
    '\u00a0=1',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'\t",
  ])('[R14] is never a formula: %j', (text) => {
    expect(note(text)).toBe(`'${text}`)
  })

  test.each(['plain', "it's", '1+1', 'a=b', '3', ''])('[R14] stays as it is: %j', (text) => {
    expect(note(text)).toBe(text)
  })
})

describe('tables', () => {
  const report = preMortemReport()

  it('[R13] have a header row, and as many cells in each row', () => {
    for (const table of REPORT_TABLES) {
      const rows = parse(reportCsv(report, table)) ?? []
      expect(new Set(rows.map((row) => row.length)).size, table).toBe(1)
    }
    expect(REPORT_TABLES.map((table) => (parse(reportCsv(report, table)) ?? []).length)).toEqual([
      10, 1, 6, 1, 1, 3, 3,
    ])
  })

  it('[R13] hold numbers as numbers', () => {
    expect(reportCsv(report, 'estimates').split('\r\n').slice(0, 3)).toEqual([
      'section,lane,rank,tied,product,Probability,Probability average,Probability agreed,Probability answers,Impact,Impact average,Impact agreed,Impact answers,agreement',
      'Risks,Feature Gap,1,false,6.25,2.5,2.5,,5,2.5,2.5,,5,agreed',
      'Risks,Non-Use,2,false,4.5,1.5,1.5,,5,3,3,,5,agreed',
    ])
  })

  it('[R2] name the owner of each action or say that there is none', () => {
    expect(reportCsv(report, 'actions')).toBe(
      [
        'id,what,owner,due,ticket,status,from',
        'action-0,Load test in week two,Ash,2026-04-01,AU-7,open,Too slow',
        'action-1,Ask three clients,no owner,,,open,',
        '',
      ].join('\r\n'),
    )
  })
})
