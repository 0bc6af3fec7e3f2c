/** What a slow browser does meanwhile: frames, long tasks, the wait of a key, what came over the line. */
import { writeFileSync } from 'node:fs'
import type { Browser, CDPSession, Page } from 'playwright-core'
import * as z from 'zod'

/** Where the profile of what is measured last goes; for whoever looks for the cause of a missed target. */
const PROFILE = process.env['BENCH_PROFILE']

export interface Slow {
  /** The processor is so many times slower. */
  cpu: number
  /** A slow mobile line: 1.6 Mbit/s, 150 ms there and back. */
  line?: boolean
}

const WINDOW = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const SLOW_LINE = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

const seen = z.object({
  frames: z.array(z.number()),
  tasks: z.array(z.number()),
  keys: z.array(z.number()),
  lcp: z.number(),
})

/** p95 and largest of the times between two frames, in ms. */
export interface Frames {
  p95: number
  max: number
  count: number
}

export interface Watched {
  page: Page
  cdp: CDPSession
  /** Begins to count anew. */
  begin: () => Promise<void>
  end: () => Promise<{ frames: Frames; longest: number; keyWaitP95: number; lcp: number }>
  /** Bytes of scripts as they came over the line. */
  scriptBytes: () => number
  /** From now on the processor is as slow as it was said. */
  slowDown: () => Promise<void>
  leave: () => Promise<void>
}

export async function openSlow(
  browser: Browser,
  { cpu, line = false }: Slow,
  on: 'desk' | 'phone' = 'desk',
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: on === 'desk' ? WINDOW : PHONE,
    isMobile: on === 'phone',
    hasTouch: on === 'phone',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(120_000)
  await context.addInitScript(watchPage)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  const kinds = new Map<string, string>()
  let bytes = 0
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === 'Script') bytes += encodedDataLength
  })
  if (line) await cdp.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_LINE })
  return {
    page,
    cdp,
    async begin() {
      await page.evaluate('bench.begin()')
      if (PROFILE !== undefined) {
        await cdp.send('Profiler.enable')
        await cdp.send('Profiler.start')
      }
    },
    async end() {
      if (PROFILE !== undefined) {
        const { profile } = await cdp.send('Profiler.stop')
        writeFileSync(PROFILE, JSON.stringify(profile))
      }
      const { frames, tasks, keys, lcp } = seen.parse(await page.evaluate('bench.end()'))
      return {
        frames: { p95: p95(frames), max: Math.max(0, ...frames), count: frames.length },
        longest: Math.max(0, ...tasks),
        keyWaitP95: p95(keys),
        lcp,
      }
    },
    scriptBytes: () => bytes,
    slowDown: async () => void (await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu })),
    leave: () => context.close(),
  }
}

export function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Runs in the page, before anything else. */
function watchPage(): void {
  let frames: number[] = []
  let tasks: number[] = []
  let keys: number[] = []
  let lcp = 0
  let last = 0
  let on = false
  const beat = (now: number): void => {
    if (!on) return
    if (last > 0) frames.push(now - last)
    last = now
    requestAnimationFrame(beat)
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) lcp = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  window.addEventListener(
    'keydown',
    (event) => keys.push(performance.now() - event.timeStamp),
    true,
  )
  Reflect.set(window, 'bench', {
    begin() {
      frames = []
      tasks = []
      keys = []
      last = 0
      on = true
      requestAnimationFrame(beat)
    },
    end() {
      on = false
      return { frames, tasks, keys, lcp }
    },
  })
}
