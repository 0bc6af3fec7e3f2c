/** The law of a store: whatever is done to it in whatever order, it gives back what was committed. */
import type { Snapshot, StoredRecord } from '@plenary/server/store'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { record, snapshotAt } from './store-records.ts'
import type { StoreUnderTest } from './store-records.ts'

export async function storeLaw(open: () => Promise<StoreUnderTest>): Promise<void> {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('append' as const),
        n: fc.nat(4),
        bytes: fc.uint8Array({ maxLength: 40 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('snapshot' as const),
        back: fc.nat(3),
        forget: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const under = await open()
      try {
        let store = under.store
        let { fence } = await store.open('a')
        const journal: StoredRecord[] = []
        let newest: Snapshot | null = null

        const look = async (): Promise<void> => {
          const opened = await store.open('a')
          expect(opened).toEqual({
            fence: fence + 1,
            snapshot: newest,
            tail: journal.slice(newest?.seq ?? 0),
          })
          fence = opened.fence
        }

        for (const each of steps) {
          switch (each.do) {
            case 'append': {
              const more = Array.from({ length: each.n }, (_, at) => ({
                ...record('a', journal.length + 1 + at, fence),
                bytes: each.bytes,
              }))
              journal.push(...more)
              const answers = await Promise.all(more.map((one) => store.append(one)))
              expect(answers).toEqual(more.map(() => 'committed'))
              break
            }
            case 'snapshot': {
              const seq = Math.max(newest?.seq ?? 0, journal.length - each.back)
              newest = snapshotAt('a', seq, `${seq} ${each.forget}`)
              const { forget } = each
              expect(await store.snapshot(newest, fence, forget ? { due: null } : null)).toBe(
                'committed',
              )
              break
            }
            case 'open':
              await look()
              break
            case 'restart':
              store = await under.reopen()
              await look()
              break
            default:
              each satisfies never
          }
        }
        await look()
      } finally {
        await under.stop()
      }
    }),
    { numRuns: 60 },
  )
}
