/** Runs one file of tests for a command of `package.json`, which takes so long or writes so much that it is asked for. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const VITEST = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)

/** A path as it was said, from the folder in which it was said: npm runs everything at the top. */
export function pathSaid(path) {
  return resolve(process.env['INIT_CWD'] ?? '.', path)
}

/** Ends this process with the status of the tests. `env`: what the file is told, beside the environment. */
export function runVitest({ project, file, env }) {
  const { status } = spawnSync(
    process.execPath,
    [VITEST, 'run', '--project', project, file, '--disableConsoleIntercept=true'],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } },
  )
  process.exit(status ?? 1)
}
