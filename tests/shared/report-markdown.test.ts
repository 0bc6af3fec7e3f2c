import { blockText, inlineText } from '@plenary/shared/markdown-text'
import { reportMarkdown } from '@plenary/shared/report-markdown'
import * as fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, it, test } from 'vitest'
import { preMortemReport, reported } from '../kit/report-session.ts'
import { STRINGS } from '../kit/report-strings.ts'

const NASTY = [
  '](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '![x](http://evil.example/p.png)',
  '# heading',
  'C #',
  '- item',
  '+ item',
  '* item',
  '1. one',
  '12) twelve',
  '> quote',
  '<b>bold</b>',
  '<!-- comment',
  '&lt;b&gt;',
  '&#60;script&#62;',
  'a | b',
  String.raw`a \| b \\| c`,
  String.raw`ends with \ `,
  'ends with \\',
  '`code` ``more``',
  '```js\nfence\n```',
  '*a* **b** _c_ __d__ ~~e~~ ==f==',
  'above\n===',
  'above\n---',
  'a\n:-\nb',
  '    four spaces',
  '\ttab',
  'a\n\n\nb',
  '\n\nleading',
  'trailing  \nspaces',
  '_www.-',
  'https://example.org and www.example.org and ana@example.org',
  '<https://example.org>',
  '[ ] todo',
  '[^1]: note',
  '[a]: http://evil.example',
  '- - -',
  '***',
  '|---|---|',
  '$x$ ^y^',
  'a\u2028b',
]

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** What a browser shows of HTML that has no tag but line breaks; null when there is any other tag. */
function shown(html: string): string | null {
  const text = html.replaceAll(/<br ?\/?>\n?/g, '\n')
  if (text.includes('<')) return null
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(code)),
  )
}

function inside(html: string, before: string, after: string): string | null {
  const at = html.indexOf(before)
  const end = html.indexOf(after, at + before.length)
  return at === -1 || end === -1 ? null : shown(html.slice(at + before.length, end))
}

const render = (markdown: string) => marked.parse(markdown, { async: false, gfm: true })

/** The text as an item, a table cell, a heading and a paragraph are read. */
function readings(text: string): (string | null)[] {
  const cell = render(`| a | b |\n| --- | --- |\n| ${inlineText(text)} | end |`)
  return [
    inside(render(`- ${blockText(text, '  ')}\n- end`), '<ul>\n<li>', '</li>\n<li>end</li>'),
    inside(cell, '<tbody><tr>\n<td>', '</td>\n<td>end</td>'),
    inside(render(`## ${inlineText(text)}`), '<h2>', '</h2>'),
    inside(render(blockText(text)), '<p>', '</p>'),
  ]
}

/** Line breaks are line breaks, whatever they were; those at the very end show nothing. */
const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '')

describe('text in Markdown', () => {
  it('[EV17] lists what was decided, with its topic, and not what was taken off', () => {
    const decision = { text: 'Ask ten *customers*', from: 'gap', at: 1, removed: false }
    const lines = reportMarkdown(
      preMortemReport([
        { is: 'decision.set', id: 'b', decision: { ...decision, from: null, text: 'Wait', at: 2 } },
        { is: 'decision.set', id: 'a', decision },
        { is: 'decision.set', id: 'c', decision: { ...decision, text: 'No', removed: true } },
      ]),
    ).split('\n')
    const at = lines.indexOf('## Decisions')
    expect(lines.slice(at + 2, at + 6)).toEqual([
      '- Ask ten \\*customers\\*\\',
      '  (on Feature Gap)',
      '- Wait',
      '',
    ])
  })

  test.each([...STRINGS, ...NASTY])('[R11] is shown as the text it is: %j', (text) => {
    expect(readings(text)).toEqual(Array.from({ length: 4 }, () => plain(text)))
  })

  it('[R11] is shown as the text it is, whatever it is', () => {
    const mark = fc.constantFrom(...Array.from('\\`*_{}[]()<>#+-.!|~&=$:@^"\'%/; \t\n\r1a0'))
    const word = fc.constantFrom(
      '://',
      'www.',
      'http',
      'a@b.c',
      '&lt;',
      '&#60;',
      '<b>',
      '---',
      '1.',
      '==',
    )
    const text = fc.oneof(
      fc.string({ unit: fc.oneof({ weight: 4, arbitrary: mark }, word), maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(...NASTY, ...STRINGS),
    )
    fc.assert(
      fc.property(text, (one) => {
        // Readers replace NUL; and a text of line breaks alone shows nothing.
        fc.pre(!one.includes('\0') && plain(one) !== '')
        expect(readings(one)).toEqual(Array.from({ length: 4 }, () => plain(one)))
      }),
      { numRuns: 3_000 },
    )
  })
})

/** The tags of a document in which every text is this one. */
function tags(words: string): string[] {
  const report = reported(
    [
      { id: 'l', kind: 'lane', text: words, parent: 'reasons' },
      { id: 'c', kind: 'card', text: words, parent: 'l', fields: { group: 'g' } },
      { id: 'g', kind: 'group', text: words, parent: 'reasons' },
      { id: 'p', kind: 'card', text: words, parent: 'reasons' },
      { id: 'n', kind: 'note', text: words, parent: 'notes' },
      {
        id: 'a',
        kind: 'action',
        text: words,
        parent: 'actions',
        fields: { owner: words, ticket: words },
      },
    ],
    [{ is: 'notes.set', by: null, checkIns: words }],
  )
  return (render(reportMarkdown({ ...report, title: words })).match(/<[^>]*>/g) ?? []).filter(
    (tag) => !tag.startsWith('<br'),
  )
}

describe('the document', () => {
  it('[R12] begins with what was decided and ends with how it ran', () => {
    const lines = reportMarkdown(preMortemReport()).split('\n')
    expect(lines.filter((line) => /^#{1,2} /.test(line))).toEqual([
      '# Audience app',
      '## Question',
      '## Decisions',
      '## Actions',
      '## Risks',
      '## What was said',
      '## Notes',
      '## Parking lot',
      '## How it ran',
    ])
    expect(lines).toContain('- Date: 2026-03-04T10:00:00Z')
    expect(lines).toContain('- Notes sent round by: Ash')
    expect(lines).toContain('- We look again: each sprint retrospective')
    expect(lines).toContain('- Check-in dates: 2026-04-02, 2026-06-04')
    expect(lines).toContain('- Cards are anonymous. Who wrote which card is kept until close.')
    expect(lines).toContain('| 1 | Feature Gap | 2.5 | 2.5 | 6.25 | agreed |')
    expect(lines).toContain('| 4 (tied) | Performance | 2 | 1.5 | 3 | agreed |')
    expect(lines).toContain('| Load test in week two | Ash | 2026-04-01 | AU-7 | open | Too slow |')
    expect(lines).toContain('| Ask three clients | no owner |  |  | open |  |')
    expect(lines.filter((line) => line.startsWith('#### '))).toHaveLength(5)
  })

  it('[FN1, EV17] gives the minutes of a topic as planned and as used, and says whether it was reached', () => {
    const queue = [
      { target: 'gap', minutes: 5, is: 'done', used: 6.5 },
      { target: 'use', minutes: 5, is: 'waiting' },
    ] as const
    const lines = reportMarkdown(preMortemReport([{ is: 'queue.set', queue }])).split('\n')
    expect(lines).toContain('| Topic | Planned minutes | Used minutes | State |')
    expect(lines).toContain('| Feature Gap | 5 | 6.5 | done |')
    expect(lines).toContain('| Non-Use | 5 |  | not reached |')
  })

  test.each([...STRINGS, ...NASTY])('[R11] holds no mark-up of its texts: %j', (text) => {
    expect(tags(text)).toEqual(tags('plain'))
  })
})
