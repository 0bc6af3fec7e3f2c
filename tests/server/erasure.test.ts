/** Closing a session erases who wrote what, also in the files of the data directory. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join as path } from 'node:path'
import { ERASE_AGAIN_AFTER } from '@plenary/server/keeper'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { UNLOAD_AFTER } from '@plenary/server/unload'
import { describe, expect, it } from 'vitest'
import { faultyStore } from '../kit/faulty-store.ts'
import { heldStore } from '../kit/held-store.ts'
import { formatNamed } from '../kit/play.ts'
import { serveHere } from '../kit/serve-here.ts'
import { freshFile } from '../kit/temp-sqlite.ts'
import { until } from '../kit/until.ts'
import { openWire } from '../kit/wire.ts'

/** Whether the bytes occur in any file beside this one. */
function onDisk(file: string, words: string): boolean {
  const folder = dirname(file)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some(({ name }) => readFileSync(path(folder, name)).includes(words))
}

/** An anonymous session with Ann's drafts, one poured and one open, and a command's answer. */
async function written() {
  const file = await freshFile()
  const store = heldStore(openSqliteStore(file))
  const disk = faultyStore(store)
  const wire = await openWire(formatNamed('pre-mortem'), disk)
  const ann = await wire.join('Ann')
  const [fay] = wire.pages
  if (fay === undefined) throw new Error('no Fay')
  await wire.command(fay, { type: 'phase.go', phase: 'write' })
  const draft = { type: 'draft.put', section: 'reasons', rev: 1, state: 'done' }
  await wire.command(ann, { ...draft, id: 'CANARY-ANSWER', draft: 'CANARY-POURED', text: 'Rust' })
  await wire.command(ann, { ...draft, draft: 'd2', text: 'CANARY-OPEN', state: 'open' })
  await wire.command(fay, { type: 'phase.go', phase: 'sort', finish: true })
  await wire.settle()
  wire.clock.advance(2_000)
  await wire.settle()
  for (const words of ['Rust', 'CANARY-OPEN', 'CANARY-POURED', 'CANARY-ANSWER'])
    expect(onDisk(file, words)).toBe(true)
  return { file, store, disk, wire, fay }
}

describe('a closed session', () => {
  it('[S20] leaves no draft, no author and no answer in any file, and keeps the cards', async () => {
    const { file, store, wire, fay } = await written()
    await wire.command(fay, { type: 'session.close' })
    await wire.settle()
    expect(onDisk(file, 'CANARY')).toBe(false)
    expect(onDisk(file, 'Rust')).toBe(true)
    await wire.load()
    const board = await wire.ask({ is: 'board', token: fay.token })
    expect(board.is).toBe('board')
    expect(await store.dues()).toEqual([])
    await store.close()
    expect(onDisk(file, 'CANARY')).toBe(false)
    expect(onDisk(file, 'Rust')).toBe(true)
  })

  it('[S21] also when the first try at close could not be written', async () => {
    const { file, store, wire, fay } = await written()
    store.failNext('snapshot')
    await wire.command(fay, { type: 'session.close' })
    await wire.settle()
    await wire.room().close()
    await wire.load()
    await wire.settle()
    await wire.room().close()
    await store.close()
    expect(onDisk(file, 'CANARY')).toBe(false)
  })

  it('[S21] also when the server was killed before anything of it was erased', async () => {
    const { file, store, disk, wire, fay } = await written()
    disk.break('no-snapshot')
    await wire.command(fay, { type: 'session.close' })
    await wire.settle()
    expect(onDisk(file, 'CANARY-ANSWER')).toBe(true)
    disk.mend()
    await wire.load()
    await wire.settle()
    await wire.room().close()
    await store.close()
    expect(onDisk(file, 'CANARY')).toBe(false)
  })

  it('[S21] also when there was room for a snapshot and not for one that forgets', async () => {
    const { file, store, disk, wire, fay } = await written()
    const well = { ...disk }
    disk.snapshot = (taken, fence, forget) =>
      forget === null || forget === undefined
        ? well.snapshot(taken, fence, forget)
        : Promise.resolve('failed')
    await wire.command(fay, { type: 'session.close' })
    await wire.settle()
    await wire.room().close()
    expect(onDisk(file, 'CANARY-ANSWER')).toBe(true)
    Object.assign(disk, well)
    await wire.load()
    await wire.settle()
    await wire.room().close()
    await store.close()
    expect(onDisk(file, 'CANARY')).toBe(false)
  })

  it('[S21] and while it cannot, it is tried again after a while, not at every tick', async () => {
    const { file, store, disk, wire, fay } = await written()
    disk.break('no-snapshot')
    await wire.command(fay, { type: 'session.close' })
    await wire.settle()
    const tries = disk.refused()
    expect(tries).toBeGreaterThan(0)
    for (let n = 0; n < 3; n++) await wire.ask({ is: 'summary' })
    await wire.settle()
    expect(disk.refused()).toBe(tries)
    disk.mend()
    wire.clock.advance(ERASE_AGAIN_AFTER)
    await wire.ask({ is: 'summary' })
    await wire.settle()
    expect(onDisk(file, 'CANARY')).toBe(false)
    await store.close()
  })

  it('[S21] also without a visitor, after the next start', async () => {
    const { file, store, disk, wire, fay } = await written()
    disk.break('no-snapshot')
    await wire.command(fay, { type: 'session.close' })
    await wire.settle()
    await store.close()
    expect(onDisk(file, 'CANARY-ANSWER')).toBe(true)
    const here = await serveHere({ DATA_DIR: dirname(file) })
    here.clock.advance(UNLOAD_AFTER)
    await until('erased', () => !onDisk(file, 'CANARY'))
    await here.stop()
    const after = openSqliteStore(file)
    expect(await after.dues()).toEqual([])
    await after.close()
  })

  it('[S21] also when it was opened again before the server was killed', async () => {
    const { file, store, disk, wire, fay } = await written()
    disk.break('no-snapshot')
    await wire.command(fay, { type: 'session.close' })
    await wire.settle()
    await wire.command(fay, { type: 'session.reopen' })
    await wire.settle()
    expect(onDisk(file, 'CANARY-ANSWER')).toBe(true)
    disk.mend()
    await wire.load()
    await wire.settle()
    expect(onDisk(file, 'CANARY')).toBe(false)
    await store.close()
  })
})
