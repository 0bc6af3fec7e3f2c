/** `npm run backup -- --to FILE` */
import { parseArgs } from 'node:util'
import { CopyFailure, backUp } from './backup.ts'
import { runCopy, say } from './copy-command.ts'

await runCopy(async ({ dataDir, path }) => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  if (values.to === undefined) throw new CopyFailure('Say where to: npm run backup -- --to FILE')
  const to = path(values.to)
  const checked = await backUp(dataDir, to)
  say(`${checked.sound} sessions are in ${to}.`)
  return checked
})
