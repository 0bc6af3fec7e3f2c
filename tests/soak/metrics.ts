/** Reads what `/metrics` says, one reading after the other. */

/** One reading, and what has happened since the one before. */
export interface Reading {
  /** Minutes since the first. */
  at: number
  /** Megabytes. */
  rss: number
  heap: number
  fds: number
  connections: number
  rooms: number
  /** Milliseconds; the mean since the reading before, and the bound under which 99 of 100 were. */
  tick: number
  tickMost: number
  append: number
  appendMost: number
  /** Event loop lag, 99 of 100. Milliseconds. */
  lag: number
  /** Share of one processor. */
  cpu: number
  /** Milliseconds from asking to the answer, as people had it since the reading before: half, and 95 of 100. */
  half: number
  most: number
  /** How late the pages themselves were, all of them in one process, 95 of 100: a part of what they had to wait. */
  pages: number
  /** Commands answered in a second. */
  rate: number
}

export type Series = keyof Reading

const MB = 1024 * 1024

/** Values by name, a bucket by its name and bound. */
export type Values = ReadonlyMap<string, number>

export function parseMetrics(text: string): Values {
  const values = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name = '', labels = '', value = ''] = /^(\w+)(\{[^}]*\})? (\S+)/.exec(line) ?? []
    if (name === '') continue
    const bound = /le="([^"]+)"/.exec(labels)?.[1]
    if (labels === '' || bound !== undefined)
      values.set(bound === undefined ? name : `${name} ${bound}`, Number(value))
  }
  return values
}

/** Mean of a histogram between two readings, in milliseconds. */
export function meanBetween(before: Values, now: Values, name: string): number {
  const count = grown(before, now, `${name}_count`)
  return count === 0 ? 0 : (grown(before, now, `${name}_sum`) / count) * 1_000
}

/** The least bound under which this share of a histogram fell between two readings, in milliseconds. */
export function boundBetween(before: Values, now: Values, name: string, share: number): number {
  const count = grown(before, now, `${name}_count`)
  const head = `${name}_bucket `
  const bounds = [...now.keys()]
    .filter((key) => key.startsWith(head))
    .map((key) => ({ bound: Number(key.slice(head.length).replace('+Inf', 'Infinity')), key }))
    .sort((a, b) => a.bound - b.bound)
  const found = bounds.find(({ key }) => grown(before, now, key) >= count * share)
  return (found?.bound ?? 0) * 1_000
}

function grown(before: Values, now: Values, name: string): number {
  return (now.get(name) ?? 0) - (before.get(name) ?? 0)
}

/** Of numbers that are in order, the one below which this share is. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export interface Between {
  before: Values
  now: Values
  /** Minutes since the first reading. */
  at: number
  /** Seconds between the two. */
  seconds: number
  /** How long each command took to its answer. Milliseconds. */
  took: readonly number[]
  /** Lag of the process that the pages are in, 95 of 100. Milliseconds. */
  pages: number
}

export function readingOf({ before, now, at, seconds, took, pages }: Between): Reading {
  const value = (name: string): number => now.get(name) ?? 0
  const sorted = [...took].sort((a, b) => a - b)
  return {
    at,
    rss: value('process_resident_memory_bytes') / MB,
    heap: value('nodejs_heap_size_used_bytes') / MB,
    fds: value('process_open_fds'),
    connections: value('plenary_connections'),
    rooms: value('plenary_rooms'),
    tick: meanBetween(before, now, 'plenary_tick_seconds'),
    tickMost: boundBetween(before, now, 'plenary_tick_seconds', 0.99),
    append: meanBetween(before, now, 'plenary_append_seconds'),
    appendMost: boundBetween(before, now, 'plenary_append_seconds', 0.99),
    lag: value('nodejs_eventloop_lag_p99_seconds') * 1_000,
    cpu: grown(before, now, 'process_cpu_seconds_total') / seconds,
    half: quantile(sorted, 0.5),
    most: quantile(sorted, 0.95),
    pages,
    rate: took.length / seconds,
  }
}

export interface Flatness {
  series: Series
  first: number
  last: number
  /** The last quarter's median beside that of the first. */
  ratio: number
}

/** Medians of the first and the last quarter of the readings. */
export function flatness(readings: readonly Reading[], series: readonly Series[]): Flatness[] {
  const quarter = Math.max(1, Math.floor(readings.length / 4))
  const median = (some: readonly Reading[], one: Series): number =>
    quantile(
      some.map((reading) => reading[one]).sort((a, b) => a - b),
      0.5,
    )
  return series.map((one) => {
    const first = median(readings.slice(0, quarter), one)
    const last = median(readings.slice(-quarter), one)
    return { series: one, first, last, ratio: first === 0 ? 1 : last / first }
  })
}
