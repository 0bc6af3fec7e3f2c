/** Why the server did not start, as one sentence for the person who started it. */
import type { Config } from './config.ts'
import { DatabaseInUseError, DatabaseUnusableError, isFileDamage } from './database.ts'
import { SchemaTooNewError } from './migrations.ts'

/** Where it should listen, and keep its data. */
type Place = Pick<Config, 'host' | 'port' | 'dataDir'>

/** What the operating system says of an address or a folder. */
interface SystemError extends Error {
  code: string
  syscall: string
}

/** null for a fault of ours: that one shows its stack. */
export function startFailure(error: unknown, config: Place): string | null {
  if (error instanceof DatabaseInUseError || error instanceof SchemaTooNewError)
    return error.message
  if (error instanceof DatabaseUnusableError) return `Plenary ${error.message}.`.replace('?.', '?')
  if (isFileDamage(error))
    return `The database in ${config.dataDir} is damaged (${error.message}). Keep a copy of that folder, then restore a backup: npm run restore.`
  if (!isSystemError(error)) return null
  const { code, syscall } = error
  if (syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo')
    return addressFailure(code, config)
  return folderFailure(code, config)
}

function addressFailure(code: string, { host, port }: Place): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Choose another one with PORT=3001.`
    case 'EACCES':
      return `No permission for port ${port}. Choose one above 1023 with PORT=3000.`
    default:
      return `HOST must be an address of this machine, or 0.0.0.0 for all of them, got "${host}" (${code}).`
  }
}

function folderFailure(code: string, { dataDir }: Place): string {
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `DATA_DIR must be a folder, and ${dataDir} is or lies in a file.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `DATA_DIR must be a folder that may be written to, got ${dataDir} (${code}).`
    default:
      return `DATA_DIR must be a folder that can be made, got ${dataDir} (${code}).`
  }
}

function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error &&
    typeof error.syscall === 'string'
  )
}
