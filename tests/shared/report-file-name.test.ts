import { FILE_NAME_MAX, reportFileName } from '@plenary/shared/file-name'
import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { STRINGS } from '../kit/report-strings.ts'

test.each([
  ['Audience app', 'md', 'Audience-app.md'],
  ['Café "au" lait/../x', 'csv', 'Cafe-au-lait-x.csv'],
  ['日本語のカード', 'json', 'report.json'],
  ['', 'md', 'report.md'],
  ['...', 'md', 'report.md'],
  ['con', 'md', 'report-con.md'],
  ['a\r\nSet-Cookie: b', 'md', 'a-Set-Cookie-b.md'],
  ['x', 'm"d/', 'x.md'],
])('[R15] %j.%s is %s', (title, ext, name) => {
  expect(reportFileName(title, ext)).toBe(name)
})

it('[R15] stands in a header and on any disk as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...STRINGS)),
      (title) => {
        const name = reportFileName(title, 'json')
        expect(name).toMatch(/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.json$/)
        expect(name.length).toBeLessThanOrEqual(FILE_NAME_MAX)
      },
    ),
  )
})
