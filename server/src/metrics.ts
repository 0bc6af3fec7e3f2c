/** The few numbers that matter, in Prometheus text. No label carries what a person wrote or who they are. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface Meter {
  refused(reason: string): void
  rejected(code: string): void
  gap(): void
  tick(seconds: number): void
  append(seconds: number): void
  rooms(count: number): void
  connections(change: 1 | -1): void
  /** Asked at each reading. */
  reads(from: Readings): void
  text(): Promise<string>
}

/** What is so at a moment, over all sessions in memory. */
export interface Readings {
  /** People with an open connection. */
  people(): number
  /** How long the oldest thing that has arrived waits to be on disk and answered, or a session is read-only; 0 where neither is. Milliseconds. */
  oldest(): number
}

/** A reading stays the same for this long. Milliseconds. */
export const SHOWN_FOR = 10_000

export function createMeter(now: () => number = Date.now): Meter {
  let shown = { at: -Infinity, text: '' }
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const refused = new Counter({
    name: 'plenary_refused_total',
    help: 'Commands and edits that the rules refused, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const rejected = new Counter({
    name: 'plenary_rejected_total',
    help: 'Updates that no honest client sends, by reason.',
    labelNames: ['code'],
    registers,
  })
  const gaps = new Counter({
    name: 'plenary_gaps_total',
    help: 'Updates that did not connect to what is known.',
    registers,
  })
  const tick = new Histogram({
    name: 'plenary_tick_seconds',
    help: 'Judging and applying what has arrived in one tick of a room.',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
    registers,
  })
  const append = new Histogram({
    name: 'plenary_append_seconds',
    help: 'From handing a record to the journal until it is on disk.',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers,
  })
  const rooms = new Gauge({ name: 'plenary_rooms', help: 'Sessions in memory.', registers })
  const connections = new Gauge({
    name: 'plenary_connections',
    help: 'Open sockets that were let in.',
    registers,
  })
  let readings: Readings = { people: () => 0, oldest: () => 0 }
  gaugeOf('plenary_people', 'People with an open connection.', () => readings.people())
  gaugeOf(
    'plenary_oldest_uncommitted_seconds',
    'How long the oldest change waits to be on disk, or a session is read-only.',
    () => readings.oldest() / 1000,
  )

  function gaugeOf(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(read()) })
  }

  return {
    refused: (reason) => refused.inc({ reason }),
    rejected: (code) => rejected.inc({ code }),
    gap: () => gaps.inc(),
    tick: (seconds) => tick.observe(seconds),
    append: (seconds) => append.observe(seconds),
    rooms: (count) => rooms.set(count),
    connections: (change) => connections.inc(change),
    reads: (from) => (readings = from),
    async text() {
      // Not the very moment: a counter that moves with each record would tell when somebody acts in private.
      if (now() - shown.at >= SHOWN_FOR) shown = { at: now(), text: await registry.metrics() }
      return shown.text
    },
  }
}
