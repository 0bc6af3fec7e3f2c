/** Environment -> Config, or a sentence for the person who starts the server. */
import { CARDS_MAX } from '@plenary/shared/kinds'
import { PEOPLE_MAX } from '@plenary/shared/person'
import type { LogLevel } from './log.ts'
import { LOG_LEVELS } from './log.ts'

/** New sessions from one address in an hour, unless the operator says otherwise. */
const SESSIONS_PER_HOUR = 60

/** A hundred years. */
const EXPIRE_DAYS_MAX = 36_500

export interface Config {
  /** 0: any free one. */
  port: number
  host: string
  dataDir: string
  /** The address people open, without a trailing slash; null: told by each request. */
  publicUrl: string | null
  logLevel: LogLevel
  /** How many proxies in front may be believed about the address of a client. */
  trustedProxies: number
  /** Sessions that have rested for so many days are deleted; 0: none is. */
  expireDays: number
  limits: { cards: number; people: number; sessionsPerHour: number }
}

export type ReadConfig = { ok: true; config: Config } | { ok: false; message: string }

/** A bad value, or an unknown LIMIT_*, is one clear sentence. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const problems: string[] = []
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = env[name]
    if (value === undefined || value === '') return fallback
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= least && number <= most) return number
    problems.push(`${name} must be a whole number from ${least} to ${most}, got "${value}".`)
    return fallback
  }
  const known = ['LIMIT_CARDS', 'LIMIT_PEOPLE', 'LIMIT_SESSIONS_PER_HOUR']
  for (const name of Object.keys(env))
    if (name.startsWith('LIMIT_') && !known.includes(name))
      problems.push(`${name} is no limit of this version. There are: ${known.join(', ')}.`)
  const config: Config = {
    port: whole('PORT', 3000, 0, 65_535),
    host: env['HOST'] || '0.0.0.0',
    dataDir: env['DATA_DIR'] || './data',
    publicUrl: publicUrl(env['PUBLIC_URL'], problems),
    logLevel: logLevel(env['LOG_LEVEL'], problems),
    trustedProxies: whole('TRUSTED_PROXY', 0, 0, 10),
    expireDays: whole('EXPIRE_DAYS', 0, 0, EXPIRE_DAYS_MAX),
    limits: {
      cards: whole('LIMIT_CARDS', CARDS_MAX, 1, 1_000_000),
      people: whole('LIMIT_PEOPLE', PEOPLE_MAX, 1, 100_000),
      sessionsPerHour: whole('LIMIT_SESSIONS_PER_HOUR', SESSIONS_PER_HOUR, 1, 1_000_000),
    },
  }
  const [message] = problems
  return message === undefined ? { ok: true, config } : { ok: false, message }
}

function publicUrl(value: string | undefined, problems: string[]): string | null {
  if (value === undefined || value === '') return null
  const url = URL.canParse(value) ? new URL(value) : null
  if (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.pathname === '/'
  )
    return url.origin
  problems.push(`PUBLIC_URL must be an address such as https://board.example.org, got "${value}".`)
  return null
}

function logLevel(value: string | undefined, problems: string[]): LogLevel {
  if (value === undefined || value === '') return 'warn'
  const level = LOG_LEVELS.find((one) => one === value)
  if (level !== undefined) return level
  problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, got "${value}".`)
  return 'warn'
}
