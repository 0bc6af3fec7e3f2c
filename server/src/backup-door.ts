/**
 * The way to a copy of the database while it is in use: a socket in the file system, in the data directory, that only
 * the server's own user can open. Nothing of it can be reached over the network.
 */
import { createHash, randomBytes } from 'node:crypto'
import { chmod, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { DATABASE, isFileDamage } from './database.ts'
import type { Log } from './log.ts'
import type { Store } from './store.ts'

/** What the door answers, one line of JSON. */
export type DoorAnswer = { file: string } | { error: string }

/** Why there is no backup of a database that SQLite itself cannot read through. */
export const DAMAGED_FILE = `Pages of ${DATABASE} are damaged, so that no backup of it would be whole. Stop the server, copy the whole data directory to another disk, then restore the last backup: npm run restore -- --from FILE --replace`

/** What a backup or a restore that was killed leaves behind. */
const LEFT = /^(?:copy-[0-9a-f]{16}\.db|restored-[0-9a-f]{16}\.tmp)(?:-journal|-wal|-shm)?$/

/** Where whoever may read this data directory knocks; on Windows a named pipe. */
export function doorOf(dataDir: string): string {
  if (process.platform !== 'win32') return join(resolve(dataDir), 'backup.sock')
  const name = createHash('sha256').update(resolve(dataDir).toLowerCase()).digest('hex')
  return `\\\\.\\pipe\\plenary-${name.slice(0, 32)}`
}

export interface BackupDoor {
  close(): Promise<void>
}

export interface BackupDoorParts {
  dataDir: string
  store: Pick<Store, 'copy'>
  log: Log
}

/** Whoever connects is told where a fresh copy lies, in the data directory; it goes when they hang up. */
export async function openBackupDoor({
  dataDir,
  store,
  log,
}: BackupDoorParts): Promise<BackupDoor> {
  const path = doorOf(dataDir)
  const sockets = new Set<Socket>()
  let busy = false
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    if (busy) return socket.end(line({ error: 'Another backup is being made. Try again later.' }))
    busy = true
    void handOut(socket).finally(() => (busy = false))
  })

  async function handOut(socket: Socket): Promise<void> {
    const file = join(resolve(dataDir), `copy-${randomBytes(8).toString('hex')}.db`)
    const hungUp = new Promise<void>((done) => socket.once('close', () => done()))
    socket.resume()
    try {
      await store.copy(file)
      await chmod(file, 0o600)
      socket.write(line({ file }))
      await hungUp
    } catch (error) {
      log.error({ error }, 'no copy of the database could be made')
      const why = 'The server could not copy its database: see its log.'
      socket.end(line({ error: isFileDamage(error) ? DAMAGED_FILE : why }))
    } finally {
      await rm(file, { force: true }).catch((error: unknown) => {
        log.error({ error }, 'a copy of the database was not removed')
      })
    }
  }

  try {
    for (const name of await readdir(dataDir))
      if (LEFT.test(name)) await rm(join(dataDir, name), { force: true })
    // The socket of a killed server: only one server owns the folder, and this one has just been given it.
    if (process.platform !== 'win32') await rm(path, { force: true })
    await listening(server, path)
  } catch (error) {
    log.warn({ error }, 'no backup can be made while the server runs')
  }
  return {
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

async function listening(server: Server, path: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, () => done())
  })
  server.on('error', () => {})
  if (process.platform !== 'win32') await chmod(path, 0o600)
}

function line(answer: DoorAnswer): string {
  return `${JSON.stringify(answer)}\n`
}
