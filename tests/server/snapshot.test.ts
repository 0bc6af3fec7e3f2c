/** A snapshot is believed only once it has been read back. */
import { createLog } from '@plenary/server/log'
import type { Log } from '@plenary/server/log'
import { Keeper } from '@plenary/server/keeper'
import { createMeter } from '@plenary/server/metrics'
import { differenceOf, snapshotOf } from '@plenary/server/snapshot'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import type { Store } from '@plenary/server/store'
import { cardsOf, sessionOf } from '@plenary/shared/board'
import { must } from '@plenary/shared/must'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SHELVED, loadShelved, shelved } from '../kit/shelf.ts'

async function memoryOn() {
  const { file } = await shelved()
  const store = openSqliteStore(file)
  return { store, memory: await loadShelved(store) }
}

describe('a snapshot', () => {
  it('[K24] of a sound room loads as that room', async () => {
    const { memory } = await memoryOn()
    expect(differenceOf(memory, snapshotOf(memory, false))).toBeNull()
    expect(differenceOf(memory, snapshotOf(memory, true))).toBeNull()
  })

  it.each<[string, (memory: Awaited<ReturnType<typeof loadShelved>>) => void]>([
    [
      'the cards',
      ({ doc }) =>
        must(
          [...cardsOf(doc).values()].find((one) => one instanceof Y.Map),
          'a card',
        ).set('removed', true),
    ],
    ['the facts', ({ doc }) => sessionOf(doc).set('title', 'Other')],
    [
      'the state',
      (memory) => void (memory.state = { ...must(memory.state, 'the session'), title: 'Other' }),
    ],
    ['the seats', ({ seats }) => seats.keep({ clientId: 1, person: 'x', secret: 'y' })],
    ['the answers', ({ answers }) => answers.keep({ person: 'x', id: 'y', answer: { ok: true } })],
  ])('[K24] that is older than %s of the room is told apart from it', async (what, change) => {
    const { memory } = await memoryOn()
    const bytes = snapshotOf(memory, false)
    change(memory)
    const found = differenceOf(memory, bytes)
    // A change of the board moves its clocks as well.
    expect(['the cards', 'the facts'].includes(what) ? 'the clocks of the board' : what).toBe(found)
  })

  it('[K24] that is cut or empty is told apart from the room', async () => {
    const { memory } = await memoryOn()
    const bytes = snapshotOf(memory, false)
    for (const broken of [new Uint8Array(), bytes.subarray(0, bytes.byteLength - 9)])
      expect(differenceOf(memory, broken)).toBe('all of it')
  })

  it('[K24] that would not load as what it is of is not written, nothing is cut, and the log says so', async () => {
    const { store, memory } = await memoryOn()
    const before = await store.peek(SHELVED)
    const said: string[] = []
    const log: Log = {
      ...createLog('silent'),
      error: (_fields, message) => void said.push(message),
    }
    const keeper = new Keeper(SHELVED, memory, store, createMeter(), log)
    // Half a letter: in memory it is one, in bytes it cannot be.
    const card = must(
      [...cardsOf(memory.doc).values()].find((one) => one instanceof Y.Map),
      'a card',
    )
    const text = card.get('text')
    if (!(text instanceof Y.Text)) throw new Error('no text')
    text.insert(0, '\ud83c')
    expect(differenceOf(memory, snapshotOf(memory, false))).toBe('the cards')
    await keeper.leave(0)
    expect(said).toEqual(['a snapshot would not load as what it is of'])
    expect(await store.peek(SHELVED)).toEqual(before)
    text.delete(0, 1)
    await keeper.leave(0)
    expect(said).toHaveLength(1)
    expect((await store.peek(SHELVED)).snapshot?.seq).toBe(memory.seq)
    await store.close()
  })

  it.each([
    ['small', 0, [500, 1_000, 1_500, 2_000]],
    ['of more than 256 kB', 300_000, [500, 1_500]],
    ['of more than 2 MB', 2_100_000, [500, 2_500]],
  ])('[K30] of a session that is %s is written at its time', async (_what, weight, times) => {
    const { store, memory } = await memoryOn()
    memory.answers.keep({ person: 'x', id: 'y', answer: { ok: true, words: 'w'.repeat(weight) } })
    memory.seq = memory.snapshotSeq
    const [from, tried] = [memory.seq, new Set<number>()]
    const counting: Store = {
      ...store,
      async snapshot({ seq }) {
        tried.add(seq - from)
        return 'committed'
      },
    }
    const keeper = new Keeper(SHELVED, memory, counting, createMeter(), createLog('silent'))
    for (let n = 0; n < (times.at(-1) ?? 0); n++) {
      memory.seq += 1
      await keeper.afterTick(false, 0)
    }
    expect([...tried]).toEqual(times)
    await store.close()
  })
})
