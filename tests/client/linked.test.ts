/** Addresses in people's words. */
import { linkParts } from '@plenary/client/look/linked'
import { readFileSync } from 'node:fs'
import { expect, it, test } from 'vitest'

const links = (text: string) => linkParts(text).flatMap(({ href }) => href ?? [])

test.each<[string, string[]]>([
  ['see https://example.org/a?b=1#c.', ['https://example.org/a?b=1#c']],
  [
    '(http://example.org/x_(y)), or <https://b.example>',
    ['http://example.org/x_(y)', 'https://b.example'],
  ],
  ['mail mailto:ann@example.org; now', ['mailto:ann@example.org']],
  ['HTTPS://EXAMPLE.ORG!', ['HTTPS://EXAMPLE.ORG']],
  ['javascript:alert(1) data:text/html,x vbscript:x file:///etc ftp://x.example', []],
  ['https:// http://. mailto: www.example.org ann@example.org', []],
  ['java\nscript:https', []],
  ['„https://example.org“ und “https://b.example”', ['https://example.org', 'https://b.example']],
  ['شاهد https://example.org الآن', ['https://example.org']],
])('[HN9] in %j the links are %j', (text, expected) => {
  expect(links(text)).toEqual(expected)
})

it('[HN9] [HN12] the pieces put together are the text, and only safe addresses are links', () => {
  const { strings }: { strings: string[] } = JSON.parse(
    readFileSync(new URL('../fixtures/strings.json', import.meta.url), 'utf8'),
  )
  for (const text of [
    ...strings,
    strings.join(' https://example.org/ '),
    'mailto:a@b.c'.repeat(150),
  ])
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  for (const href of strings.flatMap(links)) expect(href).toMatch(/^https?:\/\//)
})
