/** What a real phone asks a real server for until its first screen stands, and that the rest comes by itself. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import { visit } from '../kit/visitor.ts'
import type { Visitor } from '../kit/visitor.ts'
import { kilobytes, loaded, manifest, scripts } from './chunks.ts'

/** Kilobytes of 1,024 bytes, gzipped. */
const PHONE_MAX = 125
/** Parts of the phone that the first screen does without. */
const PARTS = (manifest['src/phone/PhoneSession.tsx']?.dynamicImports ?? []).filter(
  (part) => !/(?:Waiting|Write)\.tsx$/.test(part),
)

/** Words by which a phase is known on a phone. */
const SHOWS = [
  ['sort', 'No cards yet.'],
  ['estimate', 'Pass on this'],
  ['discuss', 'Notes'],
  ['actions', 'Who sends the notes round?'],
] as const

let server: RunningServer
let browser: Browser
let made: Made

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  made = await makeSession(server.url, { title: 'Load', formatId: 'pre-mortem', name: 'Fay' })
}, 60_000)

afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** A phone whose person has joined already, and the names of the scripts it has been given. */
async function joined(name: string): Promise<Visitor & { given: string[] }> {
  const seat = await join(server.url, made.joinCode, { name })
  const visitor = await visit(browser, name, 'phone')
  await visitor.context.addInitScript(
    (kept) => localStorage.setItem('plenary.sessions', JSON.stringify([kept])),
    { ...seat, at: 1 },
  )
  const given: string[] = []
  visitor.page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) given.push(pathname.slice(1))
  })
  await visitor.page.goto(`${server.url}/s/${made.sessionId}`)
  return { ...visitor, given }
}

async function go(phase: string): Promise<void> {
  const answer = await command(server.url, made.sessionId, made.token, {
    type: 'phase.go',
    phase,
    finish: true,
  })
  expect(answer).toMatchObject({ ok: true })
}

const partsIn = (given: readonly string[]): string[] =>
  PARTS.filter((part) => scripts([part]).every((file) => given.includes(file)))

it('[A10] a phone fetches nothing but its first screen, then every other part, and needs no server for them', async () => {
  const ann = await joined('Ann')
  await ann.page.getByText('Fay starts in a moment.').waitFor()
  const first = [...ann.given]
  expect(partsIn(first)).toEqual([])
  expect(first.length).toBeGreaterThan(3)
  expect(kilobytes(first)).toBeLessThanOrEqual(PHONE_MAX)

  const all = scripts(PARTS.flatMap((part) => [...loaded(part)]))
  await until('every part is there', () => all.every((file) => ann.given.includes(file)))
  await ann.page.waitForLoadState('networkidle')
  await ann.context.route('**/assets/**', (route) => route.abort())
  const fetched = ann.given.length
  await go('write')
  await ann.page.getByRole('textbox', { name: 'Write a card' }).waitFor()
  for (const [phase, words] of SHOWS) {
    await go(phase)
    await ann.page.getByText(words).first().waitFor()
  }
  expect(ann.given).toHaveLength(fetched)
  expect(ann.complaints).toEqual([])

  // A phone that comes in the middle of private writing.
  await go('write')
  const ben = await joined('Ben')
  await ben.page.getByRole('textbox', { name: 'Write a card' }).waitFor()
  const reloaded = [...ben.given]
  expect(partsIn(reloaded)).toEqual([])
  expect(kilobytes(reloaded)).toBeLessThanOrEqual(PHONE_MAX)
  expect(ben.complaints).toEqual([])
  await Promise.all([ann.leave(), ben.leave()])
}, 90_000)
