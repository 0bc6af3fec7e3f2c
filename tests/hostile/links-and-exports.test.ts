/** T80-T82, T89: people's words where they become links, files and names. */
import { linkParts } from '@plenary/client/look/linked'
import { ticketLink } from '@plenary/client/finish/ticket'
import { nameKey } from '@plenary/shared/name-key'
import { PERSON_NAME_MAX, tidyName } from '@plenary/shared/person'
import { marked } from 'marked'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { attacked } from '../kit/bystander.ts'
import type { Attacked } from '../kit/bystander.ts'
import { command, get, join, post } from '../kit/http-client.ts'
import { outcome } from '../kit/problem.ts'
import { STRINGS } from '../kit/report-strings.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'

let server: RunningServer
let here: Attacked
beforeAll(async () => {
  server = await startServer()
  here = await attacked(server.url)
  await here.fay.ask({ type: 'phase.go', phase: 'list' })
})
afterAll(async () => {
  here.fay.leave()
  await server.remove()
})

const file = async (name: string): Promise<string> =>
  (await get(`${server.url}/api/sessions/${here.made.sessionId}/${name}`, here.made.token)).text()

const NOT_TO_FOLLOW = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:http://example.org/x',
  'file:///etc/passwd',
  'http:',
  'https://',
  'mailto:',
  '//example.org',
  'jаvascript:alert(1)',
]

describe('links', () => {
  it.each(NOT_TO_FOLLOW)('[T80] %j is text, in a card and as a ticket', (text) => {
    for (const around of [text, `see ${text} here`, `(${text})`, `<${text}>`]) {
      const hrefs = linkParts(around).flatMap(({ href }) => href ?? [])
      expect(hrefs.filter((href) => !/^(?:https?:\/\/[^/]|mailto:.)/i.test(href))).toEqual([])
      expect(hrefs.filter((href) => /script/i.test(new URL(href).protocol))).toEqual([])
    }
    expect(ticketLink(text)).toBeNull()
  })

  it('[T80] what is shown is where it leads, also with writing directions in it', () => {
    for (const text of [
      'https://example.org/\u202egpj.exe',
      'https://exаmple.org',
      'http://a@b.example/',
    ]) {
      const parts = linkParts(text)
      expect(parts.map((part) => part.text).join('')).toBe(text)
      for (const { text: shown, href } of parts) if (href !== undefined) expect(href).toBe(shown)
    }
  })
})

const NASTY = [
  ...STRINGS.filter((text) => text.trim() !== ''),
  '](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '# no heading',
  'a | b | c',
  '```\nfence\n```',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '&lt;script&gt;',
  'one\n\n# two\n- three',
  '=HYPERLINK("https://evil.example","x")',
  '"=1+1',
  ' =1+1',
  '＝1+1',
  '+1',
  '-1',
  '@SUM(A1)',
]

describe('files', () => {
  beforeAll(async () => {
    const { url, made } = here
    for (let at = 0; at < NASTY.length; at++) {
      const text = NASTY[at] ?? ''
      const person = await join(url, made.joinCode, { name: `P${at}` })
      const answer = await command(url, made.sessionId, person.token, {
        type: 'card.add',
        text,
        to: 'topics',
      })
      expect(answer, text).toMatchObject({ ok: true })
    }
  })

  it('[T81] in Markdown every text is the text it is: no link, picture, heading or tag of it', async () => {
    const markdown = await file('report.md')
    const html = await marked.parse(markdown)
    expect(html).not.toMatch(/<(?:script|img|svg|iframe|object)\b|javascript:(?!alert\(1\)\)<)/i)
    expect(html).not.toMatch(/<a [^>]*href="(?!https:\/\/example\.org)/i)
    expect(html).not.toMatch(/<h\d[^>]*>\s*(?:no heading|two)/)
    // And the lossless file gives every one of them back.
    const json = JSON.stringify(JSON.parse(await file('report.json')))
    for (const text of NASTY) expect(json).toContain(JSON.stringify(text.toWellFormed()))
  })

  it('[T82] in CSV no text begins like a formula, and every cell is one cell', async () => {
    const csv = await file('report.csv')
    const rows = rowsOf(csv)
    const [header = []] = rows
    for (const row of rows) expect(row).toHaveLength(header.length)
    const at = header.indexOf('text')
    const texts = rows.slice(1).map((row) => row[at] ?? '')
    for (const text of NASTY)
      expect(
        texts.some((cell) => cell === text || cell === `'${text}`),
        text,
      ).toBe(true)
    for (const row of rows)
      for (const cell of row) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠\t\r](?!\d+$)/u)
  })
})

/** RFC 4180. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

describe('names', () => {
  const nameIn = async (name: string): Promise<string> => {
    const { participantId } = await join(server.url, here.made.joinCode, { name })
    const board = z
      .object({ people: z.array(z.object({ name: z.string() })) })
      .parse(JSON.parse(await file('report.json')))
    expect(participantId).not.toBe('')
    return board.people.map((person) => person.name).join('\n')
  }

  it.each([
    ['Cyrillic', 'F\u0430y'],
    ['full width', 'Ｆａｙ'],
    ['with spaces nobody sees', 'F\u200bay'],
    ['with a direction', '\u202eFay'],
    ['in capitals', 'FAY'],
    ['with accents nobody sees', 'Fay\u0301'],
    ['mathematical', '𝐅𝐚𝐲'],
    ['with signs around it', '★ Fay ★'],
    ['with a role behind it', 'Fay.'],
  ])('[T89] a name that looks like the facilitator’s (%s) is another one', async (_what, name) => {
    const before = new Set((await nameIn('Somebody')).split('\n'))
    const added = (await nameIn(name)).split('\n').filter((one) => !before.has(one))
    for (const one of added) expect(nameKey(one)).not.toBe(nameKey('Fay'))
    expect(added.some((one) => /\d$/.test(one) || nameKey(name) !== nameKey('Fay'))).toBe(true)
  })

  it('[T89] a digit between letters is read as the letter it looks like', () => {
    expect(nameKey('A1ice')).toBe(nameKey('Alice'))
    expect(nameKey('B0b')).toBe(nameKey('Bob'))
    expect(nameKey('Bob 0')).not.toBe(nameKey('Bob o'))
  })

  it('[T89] ten thousand accents, directions and controls are no name, or a short and plain one', async () => {
    const knock = (name: string) =>
      outcome(post(`${server.url}/api/sessions/${here.made.joinCode}/participants`, { name }))
    expect(await knock(`Zoe${'\u0301'.repeat(10_000)}`)).toBe('400 malformed')
    expect(await knock('\u202e\u200b\u2066')).toBe('422 empty-name')
    for (const name of [
      `Zoe${'\u0301'.repeat(390)}`,
      '👩‍👩‍👧‍👦'.repeat(30),
      'x'.repeat(400),
      '\ud800Lone',
      'A\u0000B\u202eC\u2028D',
    ]) {
      const kept = tidyName(name)
      expect(Array.from(kept).length).toBeLessThanOrEqual(PERSON_NAME_MAX)
      expect(kept).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{M}{5}/u)
      expect(kept.isWellFormed()).toBe(true)
      expect(await knock(name)).toBe('201')
    }
    await here.unharmed()
  })
})
