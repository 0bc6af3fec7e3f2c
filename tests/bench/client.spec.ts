/**
 * `npm run bench -- client`: the page in a slow browser, beside finished drawing tools where `--peers` is given. Without
 * it the smallest case runs, so that the bench does not rot; it measures nothing that could fail.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { median } from './browser.ts'
import type { Figure, Stand } from './cases.ts'
import { drag, firstLoad, opensAndReports, panZoom, remoteChanges, standOn } from './cases.ts'
import type { Peer } from './peers.ts'
import { PEERS, buildPeer, measurePeer } from './peers.ts'
import { plotOf, tableOf } from './results.ts'

const { BENCH, BENCH_PEERS, BENCH_ROUNDS, BENCH_ONLY, BENCH_JSON, BENCH_PLOT } = process.env

type Case = readonly [name: string, run: (stand: Stand) => Promise<Figure[]>]
const CASES: readonly Case[] = [
  ['first load, slow line, CPU / 4', firstLoad],
  ['pan and zoom, 1,000 cards, CPU / 6', (stand) => panZoom(stand, 1_000)],
  ['pan and zoom, 5,000 cards, CPU / 6', (stand) => panZoom(stand, 5_000)],
  ['drag, 500 cards, CPU / 6', (stand) => drag(stand, 500)],
  ['100 remote changes a second, 1,000 cards, CPU / 4', (stand) => remoteChanges(stand, 1_000)],
  ['5,000 cards', (stand) => opensAndReports(stand, 5_000)],
]
const SMALLEST: readonly Case[] = [
  ['drag, 20 cards', (stand) => drag(stand, 20)],
  ['pan and zoom, 20 cards', (stand) => panZoom(stand, 20)],
]

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

const HOUR = 3_600_000

it('measures the page, and beside it what is asked for', { timeout: HOUR }, async () => {
  const stand = standOn(browser, server.url)
  const cases = (BENCH === undefined ? SMALLEST : CASES).filter(([name]) =>
    name.includes(BENCH_ONLY ?? ''),
  )
  const peers: Peer[] = []
  if (BENCH_PEERS === 'yes') for (const plan of PEERS) peers.push(await buildPeer(plan))
  const rows = new Map<string, { figure: Figure; values: number[] }>()
  const note = (figure: Figure, name: string): void => {
    const key = `${name}: ${figure.what}`
    const row = rows.get(key) ?? { figure: { ...figure, what: key }, values: [] }
    row.values.push(figure.value)
    rows.set(key, row)
    if (BENCH !== undefined)
      process.stdout.write(`${key}: ${figure.value.toFixed(0)} ${figure.unit}\n`)
  }
  // In turns, so that a machine that slows down does so for everybody.
  for (let round = 0; round < Number(BENCH_ROUNDS ?? 1); round++) {
    for (const [name, run] of cases) for (const figure of await run(stand)) note(figure, name)
    for (const peer of peers)
      for (const figure of await measurePeer(browser, peer)) note(figure, peer.name)
  }
  for (const peer of peers) await peer.leave()
  const figures = [...rows.values()].map(({ figure, values }) => ({
    ...figure,
    value: median(values),
    values,
  }))
  expect(figures.length).toBeGreaterThan(0)
  if (BENCH === undefined) return
  process.stdout.write(`\n${tableOf(figures)}\n`)
  if (BENCH_JSON) writeFileSync(BENCH_JSON, `${JSON.stringify(figures, null, 2)}\n`)
  if (BENCH_PLOT) {
    mkdirSync(BENCH_PLOT, { recursive: true })
    writeFileSync(join(BENCH_PLOT, 'client.svg'), plotOf(figures))
  }
})
