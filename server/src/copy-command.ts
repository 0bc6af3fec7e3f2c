/** What `npm run backup` and `npm run restore` have in common: the folder, the paths, sentences and exit codes. */
import { resolve } from 'node:path'
import { CopyFailure } from './backup.ts'
import type { Checked } from './check-copy.ts'
import { UnsoundCopyError } from './check-copy.ts'
import { readConfig } from './config.ts'
import { DatabaseInUseError, DatabaseUnusableError } from './database.ts'
import { SchemaTooNewError } from './migrations.ts'

export interface CopyCommand {
  dataDir: string
  /** A path as it was typed, from the folder in which it was typed. */
  path: (typed: string) => string
}

/** 0: done. 1: done, and some sessions in it were damaged before. 2: not done, and why, as one sentence. */
export async function runCopy(work: (command: CopyCommand) => Promise<Checked>): Promise<void> {
  try {
    const read = readConfig(process.env)
    if (!read.ok) throw new CopyFailure(read.message)
    const typedIn = process.env['INIT_CWD'] ?? process.cwd()
    const { damaged } = await work({
      dataDir: read.config.dataDir,
      path: (typed) => resolve(typedIn, typed),
    })
    if (damaged.length === 0) return
    say(`These sessions do not open; they were damaged before: ${damaged.join(', ')}.`)
    say('Each comes alone out of an older backup: npm run restore -- --session=ID --from FILE')
    process.exitCode = 1
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 2
  }
}

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

/** null for a fault of ours: that one shows its stack. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof CopyFailure || error instanceof SchemaTooNewError) return error.message
  if (error instanceof UnsoundCopyError) return `The copy is not whole: ${error.message}.`
  if (error instanceof DatabaseInUseError || error instanceof DatabaseUnusableError)
    return `${error.message}.`.replace(/[.?]\.$/, '.')
  // What parsing the options or the file system has to say.
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.message
  return null
}
