/** `npm run restore -- --from FILE` */
import { parseArgs } from 'node:util'
import { CopyFailure } from './backup.ts'
import { runCopy, say } from './copy-command.ts'
import { restore } from './restore.ts'

await runCopy(async ({ dataDir, path }) => {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, replace: { type: 'boolean', default: false } },
  })
  if (values.from === undefined)
    throw new CopyFailure('Say what from: npm run restore -- --from FILE')
  const from = path(values.from)
  const restored = await restore({ dataDir, from, replace: values.replace, now: Date.now })
  say(`${restored.sound} sessions are restored to ${dataDir}.`)
  if (restored.aside !== null) say(`What was there is in ${restored.aside}, beside it.`)
  return restored
})
