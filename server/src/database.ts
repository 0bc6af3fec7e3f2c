/** The one place that knows the SQLite driver: four methods, checked values, one process for each file. */
import Libsql from 'libsql'
import { BindError, checkBinds, readBind } from './binds.ts'
import type { Bind } from './binds.ts'

/** The file of the embedded database in the data directory. */
export const DATABASE = 'plenary.db'

export type Row = Record<string, Bind>

export interface Db {
  /** Runs one or several statements that take no values. */
  exec(sql: string): void
  /** Runs one statement, one value for each `?`; answers how many rows it changed. */
  run(sql: string, binds?: readonly Bind[]): number
  /** Every row of one statement; a blob comes as a `Uint8Array`. */
  all(sql: string, binds?: readonly Bind[]): Row[]
  /** Lets go of the file at once. Whatever is called afterwards throws. */
  close(): void
}

/** The write-ahead log is cut back to this once a large commit has been moved into the database. Bytes. */
export const WAL_KEPT = 8 * 1024 * 1024

export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError'
  readonly file: string
  constructor(file: string, cause: unknown) {
    super(`${file} is in use by another Plenary server. Stop that one, or set another DATA_DIR.`, {
      cause,
    })
    this.file = file
  }
}

/** The file, or the folder it should lie in, is not one that a database can be kept in. */
export class DatabaseUnusableError extends Error {
  override readonly name = 'DatabaseUnusableError'
}

/**
 * Opens a file (made if it is not there; its folder must be) or `:memory:`.
 * Throws {@link DatabaseInUseError} when another process or connection has it, else {@link DatabaseUnusableError}.
 */
export function openDatabase(file: string): Db {
  const driver = connect(file)
  const statements = new Map<string, Libsql.Statement>()
  let open = true

  /** A missing value would silently keep the one of the call before, hence the count. */
  function prepared(sql: string, binds: readonly Bind[]): [Libsql.Statement, Bind[]] {
    if (!open) throw new Error('the database is closed')
    const checked = checkBinds(binds)
    const wanted = sql.split('?').length - 1
    if (checked.length !== wanted) {
      throw new BindError(`a statement takes ${wanted} values, got ${checked.length}: ${sql}`)
    }
    const statement = statements.get(sql) ?? driver.prepare(sql)
    statements.set(sql, statement)
    return [statement, checked]
  }

  return {
    exec(sql) {
      if (!open) throw new Error('the database is closed')
      driver.exec(sql)
    },
    run(sql, binds = []) {
      const [statement, checked] = prepared(sql, binds)
      return statement.run(checked).changes
    },
    all(sql, binds = []) {
      const [statement, checked] = prepared(sql, binds)
      return statement.all(checked).map(rowOf)
    },
    close() {
      if (!open) return
      open = false
      release(driver)
      statements.clear()
      driver.close()
    },
  }
}

function connect(file: string): Libsql.Database {
  let driver: Libsql.Database
  try {
    driver = new Libsql(file)
  } catch (cause) {
    throw new DatabaseUnusableError(
      `cannot open the database ${file}: is its folder there and writable?`,
      { cause },
    )
  }
  try {
    // Before the first access: then the lock covers it, and no shared memory file is needed.
    driver.pragma('locking_mode = EXCLUSIVE')
    driver.pragma('journal_mode = WAL')
    driver.pragma('synchronous = FULL')
    // What is erased must not stay readable in free pages.
    driver.pragma('secure_delete = ON')
    driver.pragma(`journal_size_limit = ${WAL_KEPT}`)
    driver.exec('BEGIN IMMEDIATE; COMMIT')
    return driver
  } catch (cause) {
    driver.close()
    if (codeOf(cause) === 'SQLITE_BUSY') throw new DatabaseInUseError(file, cause)
    throw new DatabaseUnusableError(`cannot use ${file} as the database${whyNot(cause)}`, { cause })
  }
}

/** Whether the file holds what no database does, as against a disk that does not answer. */
export function isFileDamage(error: unknown): error is Error {
  return error instanceof Error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(codeOf(error)))
}

/** Whether it is the disk that does not let it. */
export function isDiskFailure(error: unknown): error is Error {
  return (
    error instanceof Error && /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(String(codeOf(error)))
  )
}

/** What the disk says, where it is the disk. */
function whyNot(cause: unknown): string {
  return isDiskFailure(cause) ? `: ${cause.message}` : ''
}

/**
 * The driver keeps the connection, and so the lock, until its statements are garbage collected.
 * Leaving WAL gives the lock back now, and leaves one file that can be copied.
 */
function release(driver: Libsql.Database): void {
  try {
    driver.pragma('journal_mode = DELETE')
    driver.pragma('locking_mode = NORMAL')
    driver.prepare('SELECT COUNT(*) FROM sqlite_schema').all([])
  } catch {
    // A full disk or an open transaction: what was committed is safe in the WAL, the next open reads it.
  }
}

function rowOf(row: unknown): Row {
  if (typeof row !== 'object' || row === null) throw new TypeError('the driver gave no row')
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, readBind(cell)]))
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
