/** The whole server from its parts: store, rooms, sockets, HTTP, on one port. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { Format } from '@plenary/shared/format'
import { networkAddresses } from './addresses.ts'
import { openBackupDoor } from './backup-door.ts'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { Disk } from './disk.ts'
import { Expiry } from './expiry.ts'
import { DATABASE } from './database.ts'
import { createApp } from './http.ts'
import { onceFree } from './lock-wait.ts'
import type { Log } from './log.ts'
import { createMeter } from './metrics.ts'
import { Readiness } from './readiness.ts'
import { Rooms } from './rooms.ts'
import { createSockets } from './socket.ts'
import { openSqliteStore } from './sqlite-store.ts'
import type { OnFailure } from './sqlite-store.ts'
import type { Store } from './store.ts'

/** A graceful stop takes at most this long. Milliseconds. */
export const STOP_WITHIN = 8_000

/**
 * A request's head, and all of it, must have come within this: who sends a byte a second, or nothing, is hung up on.
 * Milliseconds.
 */
const HEAD_WITHIN = 5_000
const REQUEST_WITHIN = 10_000
/** A line is kept for the next request this long: longer than a proxy in front keeps it, or it would run into the end. */
const KEEP_LINE = 65_000

export interface Serving {
  port: number
  /** Stops accepting, writes everything down, tells clients to come back. */
  stop(): Promise<void>
}

export interface ServeParts {
  config: Config
  formats: readonly Format[]
  log: Log
  clientDir: string
  clock?: Clock
  openStore?: (file: string, onFailure: OnFailure) => Store
}

export async function serve({
  config,
  formats,
  log,
  clientDir,
  clock = systemClock,
  openStore = openSqliteStore,
}: ServeParts): Promise<Serving> {
  mkdirSync(config.dataDir, { recursive: true })
  const disk = new Disk(
    () => store,
    clock,
    () => log.warn({}, 'the disk takes writes again'),
  )
  const readiness = new Readiness(disk)
  const unwritten: OnFailure = ({ error, room, isDisk }) => {
    if (isDisk) disk.failed()
    log.error({ session: room ?? undefined, error }, 'the journal could not be written')
  }
  const store = await onceFree(
    () => openStore(join(config.dataDir, DATABASE), unwritten),
    () => log.warn({}, 'the database is in use: waiting for it'),
  )
  const door = await openBackupDoor({ dataDir: config.dataDir, store, log })
  const meter = createMeter(clock.now)
  const { cards, people } = config.limits
  const sockets = createSockets({
    rooms: () => rooms,
    meter,
    log,
    clock,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
  })
  const rooms = new Rooms({
    store,
    disk,
    clock,
    limits: { cards, people },
    meter,
    log,
    audience: sockets.audience,
    watch(session, _from, to) {
      if (to === 'read-only')
        log.error(
          { session },
          'session cannot be saved: it is read-only until the disk takes a write',
        )
    },
  })
  const app = createApp({
    rooms,
    formats,
    meter,
    config,
    now: clock.now,
    clientDir,
    isReady: () => readiness.isReady(),
    addresses: () => networkAddresses(config, port),
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: HEAD_WITHIN,
      requestTimeout: REQUEST_WITHIN,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: KEEP_LINE,
    },
  })
  server.on('upgrade', sockets.upgrade)
  const port = await listen(server, config)
  await rooms.wakeDue()
  readiness.started()
  const expiry = new Expiry({ store, rooms, clock, log, days: config.expireDays })
  expiry.start()
  return {
    port,
    async stop() {
      readiness.stopping()
      server.close()
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      await door.close()
      await expiry.stop()
      await rooms.stop()
      sockets.stop()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await store.close()
    },
  }
}

function listen(server: ReturnType<typeof createAdaptorServer>, config: Config): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(config.port, config.host, () => {
      const address = server.address()
      listening(typeof address === 'object' && address !== null ? address.port : config.port)
    })
  })
}
