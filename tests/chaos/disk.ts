/**
 * A disk that takes no write for a while, under the real server: a small file system filled to the brim where this
 * machine lets one be mounted, or a limit on how far the process may write in any file. No test code is in the server.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Size of the file system that is filled. Bytes. */
const SMALL = 192 * 1024 * 1024
const PIECE = 1024 * 1024
/** Where writing ends for the process that is limited: before the first page of any journal. Bytes. */
const LIMIT = 1_024

export interface Disk {
  readonly dir: string
  /** Ways in which it can be full here. */
  readonly ways: readonly Way[]
  fill(way: Way, pid: number): Promise<void>
  /** Space is back; also for a process that is gone. */
  free(pid: number | null): Promise<void>
  remove(): Promise<void>
}

export type Way = 'no space' | 'write refused'

/** `mount`: whether to try for a file system of its own. */
export async function openDisk(mount: boolean): Promise<Disk> {
  const dir = await mkdtemp(join(tmpdir(), 'plenary-chaos-'))
  const mounted =
    mount && (await works('mount', '-t', 'tmpfs', '-o', `size=${SMALL}`, 'tmpfs', dir))
  const limits = await works('prlimit', '--pid', String(process.pid), '--fsize')
  const ballast = join(dir, 'ballast')
  const ways: Way[] = []
  if (mounted) ways.push('no space')
  if (limits) ways.push('write refused')
  return {
    dir,
    ways,
    async fill(way, pid) {
      if (way === 'write refused') {
        await run('prlimit', ['--pid', String(pid), `--fsize=${LIMIT}:unlimited`])
        return
      }
      const file = await open(ballast, 'a')
      try {
        for (let size = PIECE; size >= 512; size /= 2) await writeAll(file, Buffer.alloc(size, 1))
      } finally {
        await file.close()
      }
    },
    async free(pid) {
      await rm(ballast, { force: true })
      if (pid !== null && limits)
        await run('prlimit', ['--pid', String(pid), '--fsize=unlimited:unlimited'])
    },
    async remove() {
      if (mounted) await works('umount', dir)
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Until there is no room for another piece of this size. */
async function writeAll(file: Awaited<ReturnType<typeof open>>, piece: Buffer): Promise<void> {
  for (;;) {
    try {
      const { bytesWritten } = await file.write(piece)
      if (bytesWritten < piece.byteLength) return
    } catch {
      return
    }
  }
}

async function works(command: string, ...args: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  )
}
