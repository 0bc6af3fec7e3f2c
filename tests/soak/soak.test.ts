/**
 * Many sessions with people at work for a long time: memory, file descriptors and latency stay flat. A few seconds here;
 * `npm run soak -- --minutes N [--rooms N] [--people N] [--svg FILE]` as long as one likes.
 */
import { writeFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, it, onTestFinished } from 'vitest'
import { get } from '../kit/http-client.ts'
import { startServer } from '../kit/running-server.ts'
import { openCrowd } from './crowd.ts'
import type { Crowd } from './crowd.ts'
import type { Reading, Series } from './metrics.ts'
import { boundBetween, flatness, meanBetween, parseMetrics, readingOf } from './metrics.ts'
import { plotOf } from './plot.ts'

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 0)
const ROOMS = Number(process.env['SOAK_ROOMS'] ?? 2)
const PEOPLE = Number(process.env['SOAK_PEOPLE'] ?? 4)
const SVG = process.env['SOAK_SVG'] ?? ''
const long = MINUTES > 0

/** The server's readings stay the same for ten seconds. Milliseconds. */
const READ_EVERY = long ? 10_050 : 500
const TURN = 100
/** A session lasts so long. Milliseconds. */
const LASTS = long ? 240_000 : 2_000
/** Once everybody is there: until the first sessions have ended, and have left memory. Minutes. */
const WARM = 6
const PACE = long
  ? { least: 4_000, most: 16_000, phase: 35_000, reloads: 4, goings: 4 }
  : { least: 100, most: 300, phase: 500, reloads: 10, goings: 10 }
const FLAT: readonly Series[] = [
  'rss',
  'heap',
  'fds',
  'connections',
  'rooms',
  'half',
  'most',
  'pages',
  'tick',
  'append',
  'lag',
  'cpu',
  'rate',
]

const wait = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms))

it(
  '[K42] under sessions that come and go, people at work are answered all the time, and readings are told',
  async () => {
    const tell = (line: string): void => void (long && process.stdout.write(`${line}\n`))
    const server = await startServer({ LIMIT_SESSIONS_PER_HOUR: '100000', LOG_LEVEL: 'error' })
    onTestFinished(() => server.remove())
    const crowd = openCrowd({
      origin: server.url,
      rooms: ROOMS,
      people: PEOPLE,
      pace: PACE,
      lasts: LASTS,
    })
    const turns = setInterval(() => crowd.turn(performance.now()), TURN)
    onTestFinished(() => {
      clearInterval(turns)
      crowd.leave()
    })
    const read = async () => {
      const text = await (await get(`${server.url}/metrics`)).text()
      return { values: parseMetrics(text), when: performance.now() }
    }
    const own = monitorEventLoopDelay({ resolution: 10 })
    own.enable()
    let warm = Infinity
    const readings: Reading[] = []
    const first = await read()
    let before = first
    do {
      await wait(READ_EVERY)
      const now = await read()
      const at = (now.when - first.when) / 60_000
      const seconds = (now.when - before.when) / 1_000
      const reading = readingOf({
        before: before.values,
        now: now.values,
        at,
        seconds,
        took: crowd.took(),
        pages: own.percentile(95) / 1e6,
      })
      own.reset()
      readings.push(reading)
      tell(lineOf(reading))
      before = now
      if (warm === Infinity && crowd.isFull()) warm = at + WARM
    } while (long ? !(minutesSince(first.when) >= warm + MINUTES) : !busy(crowd))
    const steady = readings.filter(({ at }) => at > warm)
    tell(
      `sessions ${crowd.counts.sessions}, people ${crowd.counts.people}, commands ${crowd.counts.commands}`,
    )
    for (const { series, first: from, last, ratio } of flatness(steady, FLAT))
      tell(
        `${series.padEnd(12)} ${from.toFixed(2).padStart(10)} ${last.toFixed(2).padStart(10)}  x ${ratio.toFixed(3)}`,
      )
    if (SVG !== '')
      await writeFile(
        SVG,
        plotOf(readings, warm, `${ROOMS} sessions of ${PEOPLE} people, ${MINUTES} minutes`),
      )
    expect(crowd.counts.failures).toEqual([])
    expect(busy(crowd)).toBe(true)
    expect(readings.at(-1)?.fds).toBeGreaterThan(0)
    expect(readings.at(-1)?.tick).toBeGreaterThanOrEqual(0)
  },
  MINUTES * 60_000 + 900_000,
)

function minutesSince(when: number): number {
  return (performance.now() - when) / 60_000
}

/** Every session has had a follower, and everybody has asked for something. */
function busy({ counts }: Crowd): boolean {
  return counts.sessions >= 2 * ROOMS && counts.commands > ROOMS * PEOPLE
}

function lineOf(reading: Reading): string {
  return Object.entries(reading)
    .map(([name, value]: [string, number]) => `${name} ${value.toFixed(1)}`)
    .join(', ')
}

describe('what is made of the readings', () => {
  const text = (count: number, sum: number, under: number): string =>
    `# HELP x\nplenary_tick_seconds_bucket{le="0.01"} ${under}\nplenary_tick_seconds_bucket{le="+Inf"} ${count}\nplenary_tick_seconds_sum ${sum}\nplenary_tick_seconds_count ${count}\nprocess_open_fds 12\nother{reason="x"} 5\n`

  it('[K42] is the mean and the bound of what happened between two of them', () => {
    const before = parseMetrics(text(10, 1, 10))
    const now = parseMetrics(text(30, 1.4, 20))
    expect(now.get('process_open_fds')).toBe(12)
    expect(meanBetween(before, now, 'plenary_tick_seconds')).toBeCloseTo(20)
    expect(boundBetween(before, now, 'plenary_tick_seconds', 0.5)).toBe(10)
    expect(boundBetween(before, now, 'plenary_tick_seconds', 0.9)).toBe(Infinity)
    expect(meanBetween(now, now, 'plenary_tick_seconds')).toBe(0)
  })

  it('[K42] finds out memory that grows and a time that gets longer, and draws both', () => {
    const one = readingOf({
      before: new Map(),
      now: new Map(),
      at: 0,
      seconds: 10,
      took: [3, 1, 2],
      pages: 4,
    })
    expect(one).toMatchObject({ half: 2, most: 3, rate: 0.3 })
    const readings = Array.from({ length: 40 }, (_, at) => ({
      ...one,
      at,
      rss: 100 + at * 5,
      fds: 50,
    }))
    const [rss, fds] = flatness(readings, ['rss', 'fds'])
    expect(rss).toMatchObject({ first: 125, last: 275, ratio: 2.2 })
    expect(fds?.ratio).toBe(1)
    const svg = plotOf(readings, 5, 'A <test>')
    expect(svg.match(/<polyline/g)).toHaveLength(11)
    expect(svg).toContain('A &lt;test>')
    expect(svg).not.toContain('NaN')
  })
})
