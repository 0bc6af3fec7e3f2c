/** Makes a backup: through the running server where there is one, else from the file itself. */
import { randomBytes } from 'node:crypto'
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises'
import { existsSync, realpathSync } from 'node:fs'
import { connect } from 'node:net'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { DAMAGED_FILE, doorOf } from './backup-door.ts'
import type { Checked } from './check-copy.ts'
import { checkCopy } from './check-copy.ts'
import { DATABASE, isFileDamage, openDatabase } from './database.ts'

const Answer = z.union([z.object({ file: z.string() }), z.object({ error: z.string() })])

/** Says in one sentence why there is no backup, or no restore. */
export class CopyFailure extends Error {
  override readonly name = 'CopyFailure'
}

/**
 * Writes what the data directory holds to a file: complete, checked, and under its name only then. What was there under
 * that name is replaced.
 */
export async function backUp(dataDir: string, to: string): Promise<Checked> {
  const target = resolve(to)
  if (isDatabase(target, dataDir))
    throw new CopyFailure(`${to} is the database itself. Choose another place for the backup.`)
  const part = `${target}.${randomBytes(4).toString('hex')}.part`
  try {
    if (!(await fromServer(dataDir, part))) await fromFile(dataDir, part)
    await chmod(part, 0o600)
    const checked = await checkedAt(part)
    await onDisk(part)
    await rename(part, target)
    await onDisk(dirname(target))
    return checked
  } finally {
    await rm(part, { force: true })
  }
}

/** The file that the server writes to, or one that belongs to it, by whatever way it is named. */
function isDatabase(target: string, dataDir: string): boolean {
  const folder = existsSync(dirname(target)) ? realpathSync(dirname(target)) : dirname(target)
  const home = existsSync(dataDir) ? realpathSync(dataDir) : resolve(dataDir)
  return folder === home && basename(target).startsWith(DATABASE)
}

/** Opens a copy and looks whether it is whole. */
export async function checkedAt(file: string): Promise<Checked> {
  const db = openDatabase(file)
  try {
    return await checkCopy(db)
  } finally {
    db.close()
  }
}

/** Waits until a file, or the names in a folder, have reached the disk. Throws where a file has not. */
export async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some systems sync no folder; the file itself was written before its name.
    if (!(await handle.stat()).isDirectory()) throw error
  } finally {
    await handle.close()
  }
}

/** False where no server runs on this directory. */
function fromServer(dataDir: string, part: string): Promise<boolean> {
  return new Promise((done, failed) => {
    let heard = ''
    const socket = connect(doorOf(dataDir))
    socket.setEncoding('utf8')
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') return done(false)
      failed(
        new CopyFailure(
          `The server in ${dataDir} cannot be asked (${error.code ?? 'unknown'}). Run this as the user it runs as.`,
        ),
      )
    })
    socket.on('data', (more: string) => {
      heard += more
      if (heard.endsWith('\n')) void take()
    })
    socket.on('end', () => failed(new CopyFailure('The server stopped before the copy was made.')))

    /** The copy is there for as long as the line is held. */
    async function take(): Promise<void> {
      try {
        const answer = Answer.parse(JSON.parse(heard))
        if ('error' in answer) throw new CopyFailure(answer.error)
        await copyFile(answer.file, part)
        done(true)
      } catch (error) {
        failed(error)
      } finally {
        socket.destroy()
      }
    }
  })
}

async function fromFile(dataDir: string, part: string): Promise<void> {
  const file = join(dataDir, DATABASE)
  if (!existsSync(file)) throw new CopyFailure(`There is no ${DATABASE} in ${dataDir}.`)
  const db = openDatabase(file)
  try {
    db.run('VACUUM INTO ?', [part])
  } catch (error) {
    throw isFileDamage(error) ? new CopyFailure(DAMAGED_FILE) : error
  } finally {
    db.close()
  }
}
