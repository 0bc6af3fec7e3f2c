/** `npm run restore -- --from FILE`: all sessions; with `--session=ID` that one alone, or with `--remove` none of it. */
import { parseArgs } from 'node:util'
import { CopyFailure } from './backup.ts'
import type { Checked } from './check-copy.ts'
import type { CopyCommand } from './copy-command.ts'
import { runCopy, say } from './copy-command.ts'
import { removeDamaged, restoreSession } from './restore-session.ts'
import { restore } from './restore.ts'

await runCopy(async (command) => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      replace: { type: 'boolean', default: false },
      session: { type: 'string' },
      remove: { type: 'boolean', default: false },
    },
  })
  const { from, replace, session, remove } = values
  if (session === undefined && !remove) return all(command, from, replace)
  if (session === undefined || session === '' || (from !== undefined) === remove)
    throw new CopyFailure(
      'Say which session, and where from or that it goes: npm run restore -- --session=ID --from FILE, or --session=ID --remove',
    )
  if (replace)
    throw new CopyFailure(
      '--replace is about all sessions, and --session about one. Leave out one of them.',
    )
  return one(command, session, from)
})

async function all(
  { dataDir, path }: CopyCommand,
  typed: string | undefined,
  replace: boolean,
): Promise<Checked> {
  if (typed === undefined) throw new CopyFailure('Say what from: npm run restore -- --from FILE')
  const restored = await restore({ dataDir, from: path(typed), replace, now: Date.now })
  say(`${restored.sound} sessions are restored to ${dataDir}.`)
  if (restored.aside !== null) say(`What was there is in ${restored.aside}, beside it.`)
  return restored
}

/** Without `typed` it is taken away. */
async function one(
  { dataDir, path }: CopyCommand,
  session: string,
  typed: string | undefined,
): Promise<Checked> {
  const now = Date.now
  if (typed === undefined) {
    const aside = await removeDamaged({ dataDir, session, now })
    say(`Session ${session} is gone from ${dataDir}, every other one is as it was.`)
    say(`All that was there, this one included, is in ${aside}, beside it.`)
  } else {
    const aside = await restoreSession({ dataDir, session, from: path(typed), now })
    say(`Session ${session} is restored to ${dataDir}, every other one is as it was.`)
    say(`All that was there is in ${aside}, beside it.`)
  }
  return { sound: 1, damaged: [] }
}
