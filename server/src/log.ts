/** Logs: one line of JSON each, with session and participant ids, never words of people. */
import { pino } from 'pino'

export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export function createLog(level: LogLevel): Log {
  const log = pino({
    level,
    // Errors carry a name, a message and a stack of ours; nothing of a frame or a body is ever put in one.
    serializers: { error: pino.stdSerializers.err },
  })
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  }
}
