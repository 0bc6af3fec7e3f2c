/**
 * The server killed under load, over a bad wire: a few times here, for as long as one likes with
 * `npm run chaos -- --minutes N [--seed S]`. A failure prints its seed.
 */
import { expect, it } from 'vitest'
import { linesOf } from './figures.ts'
import { chaos } from './run.ts'

const MINUTES = Number(process.env['CHAOS_MINUTES'] ?? 0)
const SEED = process.env['CHAOS_SEED']
const long = MINUTES > 0

it(
  '[K40] nothing that was answered, saved or seen is missing after kill -9, full disks and a bad wire',
  async () => {
    const seed = SEED === undefined ? Date.now() % 2 ** 31 : Number(SEED)
    const end = performance.now() + MINUTES * 60_000
    const tell = (line: string): void => void process.stdout.write(`${line}\n`)
    tell(`chaos: seed ${seed}`)
    const figures = await chaos({
      seed,
      sessions: 4,
      people: long ? 12 : 10,
      killsEach: long ? 24 : 5,
      workFor: long ? 2_500 : 1_500,
      goesOn: () => performance.now() < end,
      mount: long,
      tell: long ? tell : () => {},
    })
    tell(linesOf(figures))
    // However slow the machine is, something of each kind was told, and held against the disk.
    expect(figures.kills + figures.stops).toBeGreaterThanOrEqual(5)
    const { answers, saved, mines, updates, seats, unread } = figures.compared
    expect(Math.min(answers, saved, mines, updates, seats)).toBeGreaterThan(0)
    expect(unread).toBe(0)
    if (!long) return
    const { kills, full, cut, dropped, repeated } = figures
    const harm = { kills, full: full['no space'] + full['write refused'], cut, dropped, repeated }
    expect(Object.entries(harm).filter(([, times]) => times === 0)).toEqual([])
  },
  MINUTES * 60_000 + 300_000,
)
