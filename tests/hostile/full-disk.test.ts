/** A disk that is really full under the real server, in every way that this machine lets one be full. */
import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { MESSAGE } from '@plenary/shared/frame'
import { must } from '@plenary/shared/must'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Disk } from '../chaos/disk.ts'
import { openDisk } from '../chaos/disk.ts'
import { joinHello } from '../kit/hello-client.ts'
import { get } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { outcome } from '../kit/problem.ts'
import { table } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let disk: Disk
let server: RunningServer
beforeAll(async () => {
  disk = await openDisk(true)
  server = await startServer({ DATA_DIR: disk.dir })
})
afterAll(async () => {
  await server.kill()
  await disk.remove()
})

it.for(['no space', 'write refused'] as const)(
  '[T102] %s: what is written meanwhile is seen by nobody, is kept, and is there once there is space',
  async (way, context) => {
    if (!disk.ways.includes(way)) return context.skip(`this machine does not give it: ${way}`)
    const here = await table(server.url, 'dot-vote', way)
    await here.enter('propose')
    const text = `${way} `.repeat(400).slice(0, 1_900)
    const said = server.output().length
    const log = (): string => server.output().slice(said)
    await disk.fill(way, must(server.pid(), 'the process'))
    // More than one page of the journal holds, so that the last free bytes do not take it.
    here.ann.addCard(text, 'ideas/a0')
    await until('everybody is told to come back', () =>
      here.all.every(({ closes }) => closes.includes(4503)),
    )
    const reading = await joinHello(server.url, here.made.sessionId, here.obi.token)
    expect(reading.said(MESSAGE.welcome)).toMatchObject([{ readOnly: true }])
    expect(await here.ben.ask({ type: 'hand.raise' })).toMatchObject({ reason: 'read-only' })
    expect(await outcome(get(`${server.url}/readyz`))).toBe('503 later')
    expect(here.obi.cardBy(text)).toBeNull()
    await disk.free(server.pid())
    await until('at Obi', () => here.obi.cardBy(text))
    await here.equal()
    expect(log()).toContain('the journal could not be written')
    expect(log()).toContain('session cannot be saved')
    await until('told that it is over', () => log().includes('the disk takes writes again'))
    reading.leave()
    here.leave()
  },
)

const refusal = /^Error: server exited with 2: [\s\S]*Plenary cannot (open|use) .*plenary\.db.*\n$/

it('[T102] [K14] a folder that may not be written to, or is full: one sentence and exit code 2', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-locked-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const run = promisify(execFile)
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', folder]).then(
    () => true,
    () => false,
  )
  if (!mounted) return context.skip('this machine lets no file system be mounted')
  onTestFinished(async () => void (await run('umount', [folder])))
  const once = await startServer({ DATA_DIR: folder })
  expect(await once.terminate()).toBe(0)
  const again = (): Promise<unknown> => once.start().catch((error: unknown) => String(error))
  await run('mount', ['-o', 'remount,ro', folder])
  expect(await again()).toMatch(refusal)
  await run('mount', ['-o', 'remount,rw', folder])
  const ballast = await open(join(folder, 'ballast'), 'a')
  for (let size = 1_048_576; size >= 512; size /= 2)
    for (let wrote = true; wrote;)
      wrote = await ballast.write(Buffer.alloc(size, 1)).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      )
  await ballast.close()
  expect(await again()).toMatch(refusal)
})
