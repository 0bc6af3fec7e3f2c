/** The schema of the SQLite file, as numbered steps. A step that has shipped is never changed. */
import { z } from 'zod'
import type { Db } from './database.ts'

/** The file was written by a later Plenary; this one would misread it. */
export class SchemaTooNewError extends Error {
  override readonly name = 'SchemaTooNewError'
  constructor(found: number, known: number) {
    super(
      `the database has schema ${found}, this Plenary knows schema ${known}. Start the version that wrote it, or a later one.`,
    )
  }
}

/** Step n (from 1) brings schema n - 1 to schema n. */
const steps: readonly string[] = [
  `
  -- "last" is the seq of the newest record: without it a lost end of the journal would go unseen.
  CREATE TABLE rooms (
    room TEXT PRIMARY KEY,
    fence INTEGER NOT NULL,
    last INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE records (
    room TEXT NOT NULL,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    crc32 INTEGER NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT;

  -- Not keyed by seq: two snapshots of the same seq guard each other where no record is left.
  CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    room TEXT NOT NULL,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    crc32 INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX snapshots_by_room ON snapshots (room, seq);

  CREATE TABLE catalog (
    room TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    format_id TEXT NOT NULL,
    status TEXT NOT NULL,
    join_code TEXT UNIQUE,
    created_at INTEGER NOT NULL,
    due INTEGER
  ) STRICT;
  CREATE INDEX catalog_by_due ON catalog (due) WHERE due IS NOT NULL;
  `,
  `
  -- Which of them there are, and under which names, is in the journal.
  CREATE TABLE points (
    room TEXT NOT NULL,
    id TEXT NOT NULL,
    bytes BLOB NOT NULL,
    crc32 INTEGER NOT NULL,
    PRIMARY KEY (room, id)
  ) STRICT;
  `,
  `
  -- Of sessions from before nobody knows; their days count from this step on, so that none is deleted too early.
  ALTER TABLE catalog ADD COLUMN rests_since INTEGER NOT NULL DEFAULT 0;
  UPDATE catalog SET rests_since = unixepoch() * 1000;
  CREATE INDEX catalog_by_rest ON catalog (rests_since);
  `,
]

const VersionRow = z.object({ user_version: z.number() })

/** The newest there is. */
export const SCHEMA = steps.length

/** The schema of the file; 0 where it has none. Throws {@link SchemaTooNewError}. */
export function checkSchema(db: Db): number {
  const version = VersionRow.parse(db.all('PRAGMA user_version')[0]).user_version
  if (version > steps.length) throw new SchemaTooNewError(version, steps.length)
  return version
}

/** Brings the file to the newest schema, all steps or none. Throws {@link SchemaTooNewError}. */
export function migrate(db: Db): void {
  const version = checkSchema(db)
  if (version === steps.length) return
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of steps.slice(version)) db.exec(step)
    db.exec(`PRAGMA user_version = ${steps.length}`)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
