import { execFile } from 'node:child_process'
import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { BindError } from '@plenary/server/binds'
import type { Bind } from '@plenary/server/binds'
import { DatabaseInUseError, openDatabase } from '@plenary/server/database'
import { LOCK_TRIES, onceFree } from '@plenary/server/lock-wait'
import { migrate, SchemaTooNewError } from '@plenary/server/migrations'
import { openSqliteStore, sqliteStore } from '@plenary/server/sqlite-store'
import type { Store } from '@plenary/server/store'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { record, roomWith, snapshotAt } from '../kit/store-records.ts'
import { fresh, freshFile, nodeRuns, withDatabase } from '../kit/temp-sqlite.ts'

describe('the SQLite file', () => {
  it('[D20] a second process is refused with a sentence, and may come when the first has closed', async () => {
    const { file, store } = await fresh()
    const second = (): Promise<{ stdout: string }> =>
      promisify(execFile)(
        process.execPath,
        nodeRuns(
          `try {
             await openSqliteStore(file).close()
             console.log('opened')
           } catch (error) {
             console.log(error.name + ': ' + error.message)
           }`,
          file,
        ),
      )
    expect((await second()).stdout).toBe(
      `DatabaseInUseError: ${file} is in use by another Plenary server. Stop that one, or set another DATA_DIR.\n`,
    )
    expect(await store.open('a')).toMatchObject({ fence: 1 })
    await store.close()
    expect((await second()).stdout).toBe('opened\n')
  })

  it('[D20] a second store in the same process is refused as well', async () => {
    const { file } = await fresh()
    expect(() => openSqliteStore(file)).toThrow(DatabaseInUseError)
  })

  it('[K15] whoever starts while somebody has it waits for it, says so once, and gives up in the end', async () => {
    const { file, store } = await fresh()
    let pauses = 0
    let said = 0
    const pausing = (till: number) => async (): Promise<void> => {
      if (++pauses === till) await store.close()
    }
    const opening = (till: number): Promise<Store> =>
      onceFree(
        () => openSqliteStore(file),
        () => said++,
        pausing(till),
      )
    await expect(opening(Infinity)).rejects.toThrow(DatabaseInUseError)
    expect([pauses, said]).toEqual([LOCK_TRIES, 1])
    pauses = said = 0
    const opened = await opening(3)
    onTestFinished(() => opened.close())
    expect([pauses, said]).toEqual([3, 1])
    await expect(
      onceFree(
        () => openSqliteStore(dirname(file)),
        () => said++,
      ),
    ).rejects.toThrow('cannot open the database')
  })

  it('[D21] a file of a newer schema is refused with a sentence and left as it is', async () => {
    const file = await freshFile()
    withDatabase(file, (db) => db.exec('PRAGMA user_version = 99'))
    const refused = /^the database has schema 99, this Plenary knows schema \d+\. Start the version/
    expect(() => openSqliteStore(file)).toThrow(refused)
    withDatabase(file, (db) => {
      expect(() => migrate(db)).toThrow(SchemaTooNewError)
      expect(db.all('SELECT name FROM sqlite_schema')).toEqual([])
    })
  })

  it('[D21] a folder that is not there and a file that is no database are told apart from a busy one', async () => {
    const file = await freshFile()
    await writeFile(file, 'minutes of the last meeting\n'.repeat(100))
    expect(() => openSqliteStore(file)).toThrow(`cannot use ${file} as the database`)
    expect(() => openSqliteStore(join(file, 'x.db'))).toThrow('cannot open the database')
  })

  it('[D22] after a snapshot that forgets no byte of what went is left on disk', async () => {
    const { file, store } = await fresh()
    const { fence } = await store.open('a')
    const secret = 'written by Ana '.repeat(1_000)
    for (let seq = 1; seq <= 5; seq++) await store.append(record('a', seq, fence, secret))
    await store.snapshot(snapshotAt('a', 4, secret), fence)
    await store.snapshot(snapshotAt('a', 5, 'by nobody'), fence, { due: null })
    const folder = join(file, '..')
    const kept = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
    )
    expect(kept.join('')).toContain('by nobody')
    expect(kept.join('')).not.toContain('Ana')
  })

  it('[D22] also when the process died before the log was begun anew', async () => {
    const file = await freshFile()
    const db = openDatabase(file)
    const dying = sqliteStore({
      ...db,
      all(sql, binds) {
        if (sql.includes('wal_checkpoint')) throw new Error('killed')
        return db.all(sql, binds)
      },
    })
    const fence = await roomWith(dying, 'a', 1)
    await dying.append(record('a', 2, fence, 'written by Ana'))
    await dying.snapshot(snapshotAt('a', 2, 'by nobody'), fence, { due: null })
    const later = join(dirname(await freshFile()), 'later.db')
    for (const end of ['', '-wal']) await copyFile(file + end, later + end)
    await dying.close()
    const onDisk = async (): Promise<string> =>
      (
        await Promise.all(
          ['', '-wal'].map((end) => readFile(later + end, 'latin1').catch(() => '')),
        )
      ).join('')
    expect(await onDisk()).toContain('Ana')
    const store = openSqliteStore(later)
    onTestFinished(() => store.close())
    expect(await onDisk()).not.toContain('Ana')
    expect(await onDisk()).toContain('by nobody')
  })

  it('[D23] commits wait for the disk', async () => {
    withDatabase(await freshFile(), (db) => {
      expect(db.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
      expect(db.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }])
      expect(db.all('PRAGMA locking_mode')).toEqual([{ locking_mode: 'exclusive' }])
    })
  })
})

describe('values for SQLite', () => {
  const db = openDatabase(':memory:')
  db.exec('CREATE TABLE kept (a, b)')
  afterEach(() => db.exec('DELETE FROM kept'))

  /** As a caller that the compiler did not hold back. */
  const binding = (sql: string, values: unknown): unknown =>
    Reflect.apply((text: string, binds: Bind[]) => db.run(text, binds), null, [sql, values])

  it.each([
    ['a boolean', [1, true], 'value 2 of a statement is a boolean'],
    ['undefined', [undefined, 1], 'value 1 of a statement is undefined'],
    ['NaN', [Number.NaN, 1], 'value 1 of a statement is NaN'],
    ['infinity', [1, Number.POSITIVE_INFINITY], 'value 2 of a statement is Infinity'],
    ['an object', [{ a: 1 }, 1], 'value 1 of a statement is an object (Object)'],
    ['an object without prototype', [Object.create(null), 1], 'an object (no prototype)'],
    ['a date', [new Date(0), 1], 'value 1 of a statement is an object (Date)'],
    ['an array', [[1], 1], 'value 1 of a statement is an object (Array)'],
    [
      'an ArrayBuffer',
      [new ArrayBuffer(2), 1],
      'value 1 of a statement is an object (ArrayBuffer)',
    ],
    ['text that would come back cut', ['ab\0cd', 1], 'value 1 of a statement is text with a NUL'],
    ['a symbol', [Symbol('a'), 1], 'value 1 of a statement is a symbol'],
    ['a function', [() => 1, 1], 'value 1 of a statement is a function'],
    [
      'lone bytes',
      Buffer.from('ab'),
      'a statement takes an array of values, got an object (Buffer)',
    ],
    ['a lone object', { a: 1 }, 'a statement takes an array of values, got an object (Object)'],
    ['too few', [1], 'a statement takes 2 values, got 1'],
    ['too many', [1, 2, 3], 'a statement takes 2 values, got 3'],
  ])('[D24] %s is refused with a sentence and the process lives', (_, values, sentence) => {
    const insert = 'INSERT INTO kept (a, b) VALUES (?, ?)'
    expect(() => binding(insert, values)).toThrow(BindError)
    expect(() => binding(insert, values)).toThrow(sentence)
    expect(db.all('SELECT * FROM kept')).toEqual([])
    expect(db.run(insert, [1, 2])).toBe(1)
  })

  it.each([
    ['text', 'Über uns 🎈', 'Über uns 🎈'],
    ['a whole number', 2 ** 53 - 1, 2 ** 53 - 1],
    ['a fraction', 0.5, 0.5],
    ['a bigint', 10n, 10],
    ['bytes', Buffer.from([0, 255]), Uint8Array.of(0, 255)],
    ['no bytes', new Uint8Array(0), new Uint8Array(0)],
    ['null', null, null],
  ])('[D24] %s comes back as it went in', (_, value, back) => {
    db.run('INSERT INTO kept (a, b) VALUES (?, ?)', [value, 0])
    expect(db.all('SELECT a FROM kept')).toEqual([{ a: back }])
  })

  it('[D24] a closed database says so', async () => {
    const closed = openDatabase(':memory:')
    closed.all('SELECT 1')
    closed.close()
    closed.close()
    expect(() => closed.all('SELECT 1')).toThrow('the database is closed')
    expect(() => closed.exec('SELECT 1')).toThrow('the database is closed')
  })
})
