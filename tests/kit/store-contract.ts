/** The acceptance suite that every Store passes, whatever it is built on. */
import { CorruptRoomError } from '@plenary/server/store'
import { afterEach, describe, expect, it } from 'vitest'
import { storeLaw } from './store-law.ts'
import { bytesOf, record, roomWith, row, snapshotAt } from './store-records.ts'
import type { StoreUnderTest } from './store-records.ts'

const seqs = (records: { seq: number }[]): number[] => records.map(({ seq }) => seq)

export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of a store`, () => {
    const started: StoreUnderTest[] = []
    afterEach(async () => {
      for (const under of started.splice(0)) await under.stop()
    })
    async function start(): Promise<StoreUnderTest> {
      const under = await open()
      started.push(under)
      return under
    }

    it('[D1] a room without records opens empty, and every open raises the fence', async () => {
      const { store, reopen } = await start()
      expect(await store.open('a')).toEqual({ fence: 1, snapshot: null, tail: [] })
      expect(await store.open('a')).toEqual({ fence: 2, snapshot: null, tail: [] })
      expect((await store.open('b')).fence).toBe(1)
      expect((await (await reopen()).open('a')).fence).toBe(3)
    })

    it('[D2] what is committed is there after a restart, whole and in order', async () => {
      const { store, reopen } = await start()
      const { fence } = await store.open('a')
      const all = [1, 2, 3].map((seq) => ({
        ...record('a', seq, fence),
        epoch: seq,
        bytes: Uint8Array.from({ length: 700 * (seq - 1) }, (_, at) => (at * seq) % 256),
      }))
      expect(await Promise.all(all.map((each) => store.append(each)))).toEqual(
        all.map(() => 'committed'),
      )
      expect(await (await reopen()).open('a')).toEqual({ fence: 2, snapshot: null, tail: all })
    })

    it('[D2] a view into a larger buffer is kept as what it shows', async () => {
      const { store } = await start()
      const { fence } = await store.open('a')
      const bytes = bytesOf('before|words|after').subarray(7, 12)
      await store.append({ ...record('a', 1, fence), bytes })
      expect((await store.open('a')).tail[0]?.bytes).toEqual(bytesOf('words'))
    })

    it.each([
      ['older', -1],
      ['never given', 1],
    ])('[D3] a fence that is %s writes nothing', async (_, step) => {
      const { store } = await start()
      await store.open('a')
      const fence = await roomWith(store, 'a', 1)
      const late = { ...record('a', 2, fence + step), catalog: row('a') }
      expect(await store.append(late)).toBe('fenced')
      expect(await store.append(record('a', 1, fence + step))).toBe('fenced')
      expect(await store.snapshot(snapshotAt('a', 1), fence + step)).toBe('fenced')
      expect(await store.find('a')).toBeNull()
      expect(await store.open('a')).toMatchObject({ snapshot: null, tail: [{ seq: 1 }] })
    })

    it('[D3] a room that nobody opened takes nothing', async () => {
      const { store } = await start()
      expect(await store.append(record('a', 1, 0))).toBe('fenced')
      expect(await store.snapshot(snapshotAt('a', 0), 1)).toBe('fenced')
    })

    it('[D3] what was asked before another owner came is kept', async () => {
      const { store } = await start()
      const { fence } = await store.open('a')
      const before = store.append(record('a', 1, fence))
      const opened = store.open('a')
      const after = store.append(record('a', 2, fence))
      expect(await before).toBe('committed')
      expect(seqs((await opened).tail)).toEqual([1])
      expect(await after).toBe('fenced')
    })

    it('[D25] what a point holds comes and goes with its record, or not at all', async () => {
      const { store, reopen } = await start()
      const { fence } = await store.open('a')
      const point = (id: string) => ({ id, bytes: bytesOf(`what ${id} holds`) })
      const first = {
        ...record('a', 1, fence),
        points: { put: [point('p'), point('q')], drop: [] },
      }
      expect(await store.append(first)).toBe('committed')
      expect(await store.append(first)).toBe('committed')
      const late = { ...record('a', 3, fence), points: { put: [point('r')], drop: ['p'] } }
      expect(await store.append(late)).toBe('failed')
      expect(await store.append({ ...late, seq: 2, fence: fence - 1 })).toBe('fenced')
      expect(await store.point('a', 'p')).toEqual(bytesOf('what p holds'))
      expect(await store.point('a', 'r')).toBeNull()
      expect(await store.point('b', 'p')).toBeNull()
      expect(await store.append({ ...late, seq: 2 })).toBe('committed')
      await store.snapshot(snapshotAt('a', 2), fence, { due: null })
      const again = await reopen()
      expect(await again.point('a', 'p')).toBeNull()
      expect(await again.point('a', 'q')).toEqual(bytesOf('what q holds'))
      expect(await again.point('a', 'r')).toEqual(bytesOf('what r holds'))
    })

    it('[D4] the same record again is committed and counts once, other bytes are fenced', async () => {
      const { store } = await start()
      const fence = await roomWith(store, 'a', 2)
      expect(await store.append(record('a', 1, fence))).toBe('committed')
      expect(await store.append(record('a', 2, fence))).toBe('committed')
      expect(await store.append(record('a', 2, fence, 'other'))).toBe('fenced')
      expect((await store.open('a')).tail).toEqual([record('a', 1, fence), record('a', 2, fence)])
    })

    it('[D4] a repeated record does not bring an old catalog row back', async () => {
      const { store } = await start()
      const { fence } = await store.open('a')
      const first = { ...record('a', 1, fence), catalog: row('a', { title: 'Old' }) }
      await store.append(first)
      await store.append({ ...record('a', 2, fence), catalog: row('a', { title: 'New' }) })
      expect(await store.append(first)).toBe('committed')
      expect((await store.find('a'))?.title).toBe('New')
    })

    it('[D5] a record that would leave a gap fails and writes nothing', async () => {
      const { store } = await start()
      const fence = await roomWith(store, 'a', 1)
      expect(await store.append({ ...record('a', 3, fence), catalog: row('a') })).toBe('failed')
      expect(await store.append(record('a', 0, fence))).toBe('fenced')
      expect(await store.find('a')).toBeNull()
      expect(seqs((await store.open('a')).tail)).toEqual([1])
    })

    it('[D6] records that arrive together keep their order, and a refused one fails only itself', async () => {
      const { store } = await start()
      const a = await roomWith(store, 'a', 0)
      const b = await roomWith(store, 'b', 0)
      const answers = await Promise.all([
        store.append(record('a', 1, a)),
        store.append(record('b', 1, b + 7)),
        store.append(record('a', 2, a)),
        store.append(record('a', 4, a)),
        store.append(record('b', 1, b)),
        store.snapshot(snapshotAt('a', 2), a),
        store.append(record('a', 3, a)),
      ])
      expect(answers).toEqual([
        'committed',
        'fenced',
        'committed',
        'failed',
        'committed',
        'committed',
        'committed',
      ])
      expect(await store.open('a')).toMatchObject({ snapshot: { seq: 2 }, tail: [{ seq: 3 }] })
      expect(seqs((await store.open('b')).tail)).toEqual([1])
    })

    it('[D7] a room is found by id and by join code, as its newest record has it', async () => {
      const { store, reopen } = await start()
      const { fence } = await store.open('a')
      const first = row('a', { joinCode: '123456789', due: 5 })
      const second = row('a', { status: 'closed', title: 'Über uns 🎈' })
      await store.append({ ...record('a', 1, fence), catalog: first })
      expect(await store.find('a')).toEqual(first)
      expect(await store.find('123456789')).toEqual(first)
      await store.append(record('a', 2, fence))
      expect(await store.find('a')).toEqual(first)
      await store.append({ ...record('a', 3, fence), catalog: second })
      const again = await reopen()
      expect(await again.find('a')).toEqual(second)
      expect(await again.find('123456789')).toBeNull()
      for (const odd of ['', "x' OR 1=1 --", 'a\0', 'a\0b']) {
        expect(await again.find(odd)).toBeNull()
      }
    })

    it('[D7] dues lists every room that waits for a time, the earliest first', async () => {
      const { store } = await start()
      for (const [room, due] of [
        ['a', 30],
        ['b', null],
        ['c', 10],
        ['d', 0],
      ] as const) {
        const { fence } = await store.open(room)
        await store.append({ ...record(room, 1, fence), catalog: row(room, { due }) })
      }
      expect(await store.dues()).toEqual([
        { room: 'd', due: 0 },
        { room: 'c', due: 10 },
        { room: 'a', due: 30 },
      ])
    })

    it('[OP5] a room that was removed is found by nothing, and only its owner removes it', async () => {
      const { store, reopen } = await start()
      const fence = await roomWith(store, 'a', 2)
      const other = await roomWith(store, 'b', 1)
      const catalog = row('a', { joinCode: '123456789', due: 5 })
      await store.append({ ...record('a', 3, fence), catalog })
      await store.snapshot(snapshotAt('a', 2), fence)
      expect(await store.remove('a', fence - 1)).toBe('fenced')
      expect(await store.find('a')).toEqual(catalog)
      const late = [store.remove('a', fence), store.append(record('a', 4, fence))]
      expect(await Promise.all(late)).toEqual(['committed', 'fenced'])
      const again = await reopen()
      for (const id of ['a', '123456789']) expect(await again.find(id)).toBeNull()
      expect(await again.dues()).toEqual([])
      expect(await again.resting(Number.MAX_SAFE_INTEGER)).toEqual([])
      expect(await again.open('a')).toEqual({ fence: 1, snapshot: null, tail: [] })
      expect(await again.open('b')).toMatchObject({ fence: other + 1, tail: [{ seq: 1 }] })
    })

    it('[OP8] resting lists every room that rests since before a moment, the longest first', async () => {
      const { store } = await start()
      for (const [room, restsSince] of Object.entries({ a: 30, b: 10, c: 20 })) {
        const { fence } = await store.open(room)
        await store.append({ ...record(room, 1, fence), catalog: row(room, { restsSince }) })
      }
      expect(await store.resting(30)).toEqual(['b', 'c'])
      expect(await store.resting(10)).toEqual([])
    })

    it('[D8] a join code belongs to one room until that room lets it go', async () => {
      const { store } = await start()
      const a = (await store.open('a')).fence
      const b = (await store.open('b')).fence
      const withCode = (room: string, seq: number, fence: number, joinCode: string | null) =>
        store.append({ ...record(room, seq, fence), catalog: row(room, { joinCode }) })
      expect(await withCode('a', 1, a, '111222333')).toBe('committed')
      expect(
        await Promise.all([
          withCode('b', 1, b, '111222333'),
          store.append(record('b', 2, b)),
          withCode('a', 2, a, '111222333'),
        ]),
      ).toEqual(['taken', 'failed', 'committed'])
      expect((await store.find('111222333'))?.room).toBe('a')
      expect(
        await Promise.all([withCode('a', 3, a, null), withCode('b', 1, b, '111222333')]),
      ).toEqual(['committed', 'committed'])
      expect((await store.find('111222333'))?.room).toBe('b')
    })

    it('[D9] opening gives the newest snapshot and the records after it', async () => {
      const { store, reopen } = await start()
      const fence = await roomWith(store, 'a', 5)
      expect(await store.snapshot(snapshotAt('a', 2), fence)).toBe('committed')
      expect(await store.snapshot(snapshotAt('a', 4), fence)).toBe('committed')
      const opened = await (await reopen()).open('a')
      expect(opened.snapshot).toEqual(snapshotAt('a', 4))
      expect(opened.tail).toEqual([record('a', 5, fence)])
    })

    it('[D9] a room whose last record is in its snapshot goes on from there', async () => {
      const { store, reopen } = await start()
      const fence = await roomWith(store, 'a', 2)
      await store.snapshot(snapshotAt('a', 2), fence)
      const again = await reopen()
      const opened = await again.open('a')
      expect(opened).toEqual({ fence: fence + 1, snapshot: snapshotAt('a', 2), tail: [] })
      expect(await again.append(record('a', 4, opened.fence))).toBe('failed')
      expect(await again.append(record('a', 3, opened.fence))).toBe('committed')
    })

    it('[D10] a snapshot ahead of the journal fails', async () => {
      const { store } = await start()
      const fence = await roomWith(store, 'a', 2)
      expect(await store.snapshot(snapshotAt('a', 3), fence)).toBe('failed')
      expect((await store.open('a')).snapshot).toBeNull()
    })

    it('[D11] a snapshot that forgets leaves only itself and what came after it', async () => {
      const { store, reopen } = await start()
      const fence = await roomWith(store, 'a', 5)
      await store.snapshot(snapshotAt('a', 2), fence)
      await store.snapshot(snapshotAt('a', 4, 'with names'), fence)
      expect(await store.snapshot(snapshotAt('a', 4, 'without'), fence, { due: null })).toBe(
        'committed',
      )
      const opened = await (await reopen()).open('a')
      expect(opened.snapshot).toEqual(snapshotAt('a', 4, 'without'))
      expect(opened.tail).toEqual([record('a', 5, fence)])
    })

    it('[D29] newest snapshots are passed over as asked, and the tail is as long as that takes', async () => {
      const { store } = await start()
      const fence = await roomWith(store, 'a', 5)
      await store.snapshot(snapshotAt('a', 2), fence)
      await store.snapshot(snapshotAt('a', 4), fence)
      const before = await store.open('a', 1)
      expect(before.snapshot).toEqual(snapshotAt('a', 2))
      expect(seqs(before.tail)).toEqual([3, 4, 5])
      // Nothing before the older one is left, so there is no third way.
      await expect(store.open('a', 2)).rejects.toThrow(CorruptRoomError)
    })

    it('[D26] peeking gives what opening gives, and the owner stays in charge', async () => {
      const { store, reopen } = await start()
      expect(await store.peek('a')).toEqual({ fence: 0, snapshot: null, tail: [] })
      const fence = await roomWith(store, 'a', 3)
      await store.snapshot(snapshotAt('a', 2), fence)
      const waiting = store.append(record('a', 4, fence))
      const peeked = await store.peek('a')
      expect(await waiting).toBe('committed')
      expect(seqs(peeked.tail)).toEqual([3, 4])
      expect(await store.append(record('a', 5, fence))).toBe('committed')
      const seen = await store.peek('a')
      expect(await (await reopen()).open('a')).toEqual({ ...seen, fence: fence + 1 })
    })

    it('[D27] a write that is tried leaves nothing behind', async () => {
      const { store } = await start()
      const fence = await roomWith(store, 'a', 2)
      const before = await store.peek('a')
      expect(await store.canWrite()).toBe(true)
      expect(await store.canWrite()).toBe(true)
      expect(await store.peek('a')).toEqual(before)
      expect(await store.peek('')).toEqual({ fence: 0, snapshot: null, tail: [] })
      expect(await store.append(record('a', 3, fence))).toBe('committed')
    })

    it('[D12] what waits when the store closes is committed', async () => {
      const { store, reopen } = await start()
      const { fence } = await store.open('a')
      const waiting = store.append(record('a', 1, fence))
      const again = await reopen()
      expect(await waiting).toBe('committed')
      expect(seqs((await again.open('a')).tail)).toEqual([1])
    })

    it('[D13] any order of appends, snapshots and restarts gives back exactly what was committed', () =>
      storeLaw(open))

    it('[D14] a value of a wrong shape is a bug that shows at once and fails nobody else', async () => {
      const { store } = await start()
      const { fence } = await store.open('a')
      const good = store.append(record('a', 1, fence))
      await expect(store.append({ ...record('a', 2, fence), epoch: Number.NaN })).rejects.toThrow(
        TypeError,
      )
      await expect(store.append({ ...record('a', 2, fence), catalog: row('b') })).rejects.toThrow(
        'record of a with the catalog row of b',
      )
      expect(await good).toBe('committed')
    })
  })
}
