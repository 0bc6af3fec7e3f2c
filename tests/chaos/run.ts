/**
 * The real server under people at work, over a bad wire, killed again and again. After each end of the process the disk
 * is held against what people were told; now and then everything becomes quiet, and everybody is held against the disk.
 */
import { join } from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { SNAPSHOT_EVERY } from '@plenary/server/keeper'
import { seeded } from '../kit/seeded-dice.ts'
import { startServer } from '../kit/running-server.ts'
import { plainOf } from './account.ts'
import { openDisk } from './disk.ts'
import { ChaosError, endProcess, stopProcess, wait } from './end-process.ts'
import type { EndParts } from './end-process.ts'
import type { Figures } from './figures.ts'
import { add, linesOf, noFigures } from './figures.ts'
import { gather } from './gathering.ts'
import type { Gathering } from './gathering.ts'
import type { OnDisk } from './journal.ts'
import { readDisk } from './journal.ts'
import type { Pace } from './person.ts'
import { QUIET_WITHIN, everybody, settled } from './patience.ts'
import { openProxy } from './proxy.ts'
import type { Proxy } from './proxy.ts'
import type { Weather } from './weather.ts'

export interface Plan {
  seed: number
  /** Sessions at a time, and people in each. */
  sessions: number
  people: number
  /** Kills until everything becomes quiet and the next sessions begin. */
  killsEach: number
  /** Milliseconds between a start and the next end of the process, at most. */
  workFor: number
  /** Whether there is time for another round. */
  goesOn: (figures: Figures) => boolean
  /** Whether to try for a file system that can be filled. */
  mount: boolean
  tell: (line: string) => void
}

const FORMATS = ['dot-vote', 'pre-mortem', 'start-stop', 'open-board', 'two-pluses'] as const
/** So many records of a session at most are written between the word to stop and the end. */
const RECORDS_WHILE_STOPPING = 50
/** People take their turns this often. Milliseconds. */
const TURN = 20

const PACE: Pace = { least: 150, most: 1_500, phase: 7_000, reloads: 15, goings: 8 }

export async function chaos(plan: Plan): Promise<Figures> {
  const random = seeded(plan.seed)
  const figures = noFigures()
  const disk = await openDisk(plan.mount)
  const scratch = await mkdtemp(join(tmpdir(), 'plenary-disk-'))
  const server = await startServer({
    DATA_DIR: join(disk.dir, 'data'),
    LIMIT_SESSIONS_PER_HOUR: '100000',
    LOG_LEVEL: 'error',
  })
  const weather: Weather = { random: seeded(plan.seed + 1), calm: true }
  const proxy = await openProxy(server.port, weather)
  const run = new Run(plan, {
    random,
    figures,
    disk,
    scratch,
    server,
    weather,
    proxy,
    share: () => 0,
    mayStop: () => Promise.resolve(true),
  })
  try {
    do {
      await run.round()
      plan.tell(`${new Date().toISOString()} kills ${figures.kills}, quiet ${figures.quiets} times`)
    } while (plan.goesOn(figures))
    await run.end()
    figures.failedWrites = server.output().split('could not be written').length - 1
    return figures
  } catch (error) {
    plan.tell(linesOf(figures))
    plan.tell(`the server has said:\n${errorsOf(server.output())}`)
    throw error
  } finally {
    await proxy.close()
    await server.remove()
    await disk.remove()
    await rm(scratch, { recursive: true, force: true })
  }
}

interface Parts extends EndParts {
  scratch: string
  weather: Weather
  proxy: Proxy
}

class Run {
  private readonly plan: Plan
  private readonly parts: Parts
  /** Closed sessions -> their boards. */
  private readonly closed = new Map<string, string>()
  private rounds = 0

  constructor(plan: Plan, parts: Parts) {
    this.plan = plan
    this.parts = parts
  }

  /** New sessions, kills, quiet. */
  async round(): Promise<void> {
    const { plan } = this
    const { figures, weather, proxy } = this.parts
    const counts = { sockets: 0, dropped: 0, repeated: 0 }
    const gatherings = await Promise.all(
      Array.from({ length: plan.sessions }, (_, n) => {
        const at = this.rounds * plan.sessions + n
        return gather({
          formatId: FORMATS[at % FORMATS.length] ?? FORMATS[0],
          size: plan.people,
          pace: PACE,
          seed: plan.seed + 1_000 * (at + 1),
          line: { origin: proxy.url, weather, counts },
          compared: figures.compared,
        })
      }),
    )
    this.rounds++
    const people = gatherings.flatMap((gathering) => gathering.people)
    for (const person of people) person.come()
    this.parts.share = () => people.filter((person) => person.isLive).length / people.length
    this.parts.mayStop = () => this.readBeforeStop(gatherings)
    let working = true
    const failures: unknown[] = []
    const turns = setInterval(() => {
      try {
        const now = performance.now()
        if (working) for (const person of people) person.turn(now)
      } catch (error) {
        failures.push(error)
      }
    }, TURN)
    try {
      weather.calm = false
      for (let n = 0; n < plan.killsEach; n++) {
        await this.live(gatherings)
        if (failures.length > 0) throw failures[0]
      }
      working = false
      await this.quiet(gatherings)
      await this.close(gatherings)
    } finally {
      clearInterval(turns)
      for (const person of people) person.go()
      this.count(gatherings, counts)
    }
  }

  /** After all: what was closed is still there as it was. */
  async end(): Promise<void> {
    await stopProcess(this.parts)
    const onDisk = await this.read([...this.closed.keys()].map((id): [string, number] => [id, 0]))
    const wrong = [...this.closed].flatMap(([id, board]) => {
      const kept = onDisk.get(id)?.memory
      const same = kept?.state?.status === 'closed' && plainOf(kept.doc) === board
      return same ? [] : [`session ${id} was closed and is not as it was`]
    })
    this.fail(wrong)
  }

  /** One life of the process, and what people were told in it. */
  private async live(gatherings: readonly Gathering[]): Promise<void> {
    const { random, server, weather } = this.parts
    await endProcess(this.parts, this.plan.workFor)
    await this.check(gatherings)
    // Now and then nobody comes for a moment.
    if (random() < 0.2 && !weather.calm) await wait(random() * 1_500)
    await server.start()
    // Some look for it at once, as a phone does that is taken up; the others come when they come.
    for (const { people } of gatherings)
      for (const { page } of people)
        if (random() < 0.7) setTimeout(() => page?.client.tryNow(), random() * 600)
  }

  private async check(gatherings: readonly Gathering[]): Promise<Map<string, OnDisk>> {
    const onDisk = await this.read(gatherings.map(({ id, account }) => [id, account.seq]))
    this.fail(gatherings.flatMap((gathering) => gathering.check(found(onDisk, gathering))))
    return onDisk
  }

  /**
   * A stop takes a snapshot of each session, and records are cut up to the one before. Where that one was taken since the
   * disk was read, or is about to be, some would be gone unread: then there is no stop.
   */
  private async readBeforeStop(gatherings: readonly Gathering[]): Promise<boolean> {
    this.parts.server.freeze()
    const onDisk = await this.check(gatherings)
    return Array.from(onDisk.values()).every(
      ({ memory }) => memory.seq - memory.snapshotSeq < SNAPSHOT_EVERY - RECORDS_WHILE_STOPPING,
    )
  }

  /** The wire is good, nobody begins anything, and everybody ends with what is on the disk. */
  private async quiet(gatherings: readonly Gathering[]): Promise<void> {
    const { weather, proxy, figures } = this.parts
    const people = gatherings.flatMap((gathering) => gathering.people)
    weather.calm = true
    proxy.cutAll()
    for (const person of people) if (person.page === null) person.come()
    const began = performance.now()
    const back = await settled(people)
    if (back !== '') this.fail([back])
    figures.longestReturn = Math.max(figures.longestReturn, performance.now() - began)
    const within = performance.now() + QUIET_WITHIN
    for (;;) {
      const differs = await this.still(gatherings, (onDisk) => {
        this.fail(gatherings.flatMap((gathering) => gathering.check(found(onDisk, gathering))))
        return gatherings
          .map((gathering) => gathering.differs(found(onDisk, gathering)))
          .find((difference) => difference !== '')
      })
      if (differs === undefined) break
      if (performance.now() > within) this.fail([differs])
      await wait(300)
    }
    this.fail(gatherings.flatMap((gathering) => gathering.lost()))
    figures.quiets++
  }

  /** Whoever leads closes every session; what it ended with has to stay. */
  private async close(gatherings: readonly Gathering[]): Promise<void> {
    const said = new Map<string, unknown>()
    for (const { id, people } of gatherings)
      void people[0]?.page?.client
        .ask({ type: 'session.close' })
        .then((answer) => said.set(id, answer))
    for (const { id, people } of gatherings) {
      const late = await everybody(
        people,
        ({ page }) => page?.client.view()?.facts.status === 'closed',
      )
      if (late !== '')
        this.fail([`session ${id} was to be closed (${JSON.stringify(said.get(id))}): ${late}`])
    }
    await this.still(gatherings, (onDisk) => {
      for (const { id } of gatherings) {
        const memory = onDisk.get(id)?.memory
        if (memory?.state?.status !== 'closed')
          this.fail([`session ${id} is closed for everybody but not on disk`])
        else this.closed.set(id, plainOf(memory.doc))
      }
    })
  }

  /** Reads the disk while the server stands still. */
  private async still<T>(
    gatherings: readonly Gathering[],
    look: (onDisk: Map<string, OnDisk>) => T,
  ): Promise<T> {
    const { server } = this.parts
    server.freeze()
    try {
      return look(await this.read(gatherings.map(({ id, account }) => [id, account.seq])))
    } finally {
      server.thaw()
    }
  }

  private async read(after: readonly (readonly [string, number])[]): Promise<Map<string, OnDisk>> {
    const { server, scratch } = this.parts
    return readDisk(server.dataDir, scratch, new Map(after)).catch((error: unknown) => {
      throw new ChaosError(`seed ${this.plan.seed}: the disk cannot be read`, { cause: error })
    })
  }

  private fail(wrong: readonly string[]): void {
    if (wrong.length === 0) return
    const few = wrong.slice(0, 20).join('\n')
    throw new ChaosError(`seed ${this.plan.seed}: ${wrong.length} wrong\n${few}`)
  }

  private count(
    gatherings: readonly Gathering[],
    counts: { sockets: number; dropped: number; repeated: number },
  ): void {
    const { figures, proxy } = this.parts
    figures.sessions += gatherings.length
    figures.sockets += counts.sockets
    figures.dropped += counts.dropped
    figures.repeated += counts.repeated
    figures.cut = proxy.broken.cut
    figures.swallowed = proxy.broken.hole
    for (const { people, witness } of gatherings) {
      add(figures.told, witness.tally)
      for (const person of people) {
        figures.people++
        figures.pages += person.pages
        figures.longestOutage = Math.max(figures.longestOutage, person.longestOutage)
      }
    }
  }
}

/** The last of what it logged. */
function errorsOf(output: string): string {
  const lines = output.split('\n').filter((line) => line.startsWith('{'))
  return lines
    .slice(-20)
    .map((line) => line.slice(0, 600))
    .join('\n')
}

function found(onDisk: ReadonlyMap<string, OnDisk>, { id }: Gathering): OnDisk {
  const one = onDisk.get(id)
  if (one === undefined) throw new Error(`session ${id} was not read`)
  return one
}
