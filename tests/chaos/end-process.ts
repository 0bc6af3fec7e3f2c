/** How one life of the server's process goes and ends: a disk that is full, a process that stands still, kill -9, SIGTERM. */
import type { RunningServer } from '../kit/running-server.ts'
import { pick } from './deeds.ts'
import type { Disk } from './disk.ts'
import type { Figures } from './figures.ts'

/** Somebody was told what is not so. */
export class ChaosError extends Error {
  override readonly name = 'ChaosError'
}

export interface EndParts {
  random: () => number
  figures: Figures
  disk: Disk
  server: RunningServer
  /** Of the people of the moment, the share that is connected. */
  share: () => number
  /** Lets the process stand still and reads what it has written: whether a stop can cut nothing that was not read. */
  mayStop: () => Promise<boolean>
}

/** So long is waited at most until some of the people are back, before the time of their work begins. Milliseconds. */
const BACK_WITHIN = 5_000
const SOME = 0.4

export const wait = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms))

/** It has ended when this resolves, and the disk takes writes again. `workFor`: milliseconds of work before, at most. */
export async function endProcess(parts: EndParts, workFor: number): Promise<void> {
  const { random, figures, disk, server } = parts
  const atStart = random() < 0.12
  if (!atStart) {
    const began = performance.now()
    while (parts.share() < SOME && performance.now() - began < BACK_WITHIN) await wait(50)
  }
  await wait(random() * (atStart ? 250 : workFor))
  const full = !atStart && random() < 0.25 && (await fillDisk(parts))
  if (random() < 0.1) await standStill(parts)
  if (!full && !atStart && random() < 0.08 && (await parts.mayStop())) await stopProcess(parts)
  else {
    await server.kill()
    figures.kills++
    if (full) figures.killsOnFullDisk++
    if (atStart) figures.killsAtStart++
  }
  await disk.free(null)
}

/** As an operator does it; ends with 0. */
export async function stopProcess({ server, figures }: EndParts): Promise<void> {
  server.thaw()
  const code = await server.terminate()
  figures.stops++
  if (code !== 0) throw new ChaosError(`asked to stop, the server ended with ${String(code)}`)
}

/** No write goes through for a while. True where it stays so. */
async function fillDisk({ random, figures, disk, server }: EndParts): Promise<boolean> {
  const way = pick(disk.ways, random)
  const pid = server.pid()
  if (way === undefined || pid === null) return false
  await disk.fill(way, pid)
  figures.full[way]++
  await wait(300 + random() * 2_000)
  if (random() < 0.5) return true
  await disk.free(pid)
  await wait(300 + random() * 1_500)
  return false
}

/** Whatever is sent waits, and arrives at once or never. */
async function standStill({ random, figures, server }: EndParts): Promise<void> {
  server.freeze()
  figures.frozen++
  await wait(random() * 1_500)
  if (random() < 0.5) return
  server.thaw()
  await wait(random() * 300)
}
