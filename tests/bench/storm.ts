/** A room full of people loses its server at once: how long until everybody is back, and what that costs the server. */
import { readFileSync } from 'node:fs'
import { openPage } from '../kit/client-page.ts'
import type { ClientPage, Try } from '../kit/client-page.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import { connectPlain } from '../kit/plain-client.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'
import type { Figure } from './cases.ts'

export interface Storm {
  people: number
  cards: number
  /** Pages of ours, or clients of y-websocket alone. */
  by: 'pages' | 'plain'
  /** So long nobody answers. Milliseconds. */
  away: number
}

/** One of them, whatever it is. */
interface Comer {
  isBack: () => boolean
  isHere: () => boolean
  tries?: () => readonly Try[]
  leave: () => void
}

/** Longest that is waited for everybody. Milliseconds. */
const PATIENCE = 120_000
/** A tick of the processor's time in `/proc`. Milliseconds. */
const CPU_TICK = 10

export async function storm({ people, cards, by, away: pause }: Storm): Promise<Figure[]> {
  const server = await startServer({ LOG_LEVEL: 'warn' })
  const comers: Comer[] = []
  try {
    const made = await makeSession(server.url, {
      title: 'Storm',
      formatId: 'dot-vote',
      name: 'Fay',
    })
    await command(server.url, made.sessionId, made.token, { type: 'phase.go', phase: 'propose' })
    const fay = openPage(server.url, made)
    await until('Fay', () => fay.client.view() !== null)
    for (let n = 0; n < cards; n++)
      fay.client.add('card', 'ideas', `Card ${n} ${'word '.repeat(12)}`)
    await until('the cards', () => saved(fay))
    for (let n = 0; n < people; n++) {
      const seat = await join(server.url, made.joinCode, { name: `P${n}` })
      comers.push(
        by === 'pages' ? pageOf(server.url, seat, cards) : await plainOf(server.url, seat),
      )
    }
    fay.client.leave()
    await until('all are in', () => comers.every((one) => one.isHere()), PATIENCE)
    await server.kill()
    await until('all have lost it', () => comers.every((one) => !one.isHere()), PATIENCE)
    const killed = performance.now()
    const over = killed + pause
    await until('the pause is over', () => performance.now() > over)
    const from = performance.now()
    await server.start()
    const up = performance.now()
    const away = new Set(comers)
    let last = comers[0]
    await until(
      'all are back',
      () => {
        for (const one of away) if (one.isBack() && away.delete(one)) last = one
        return away.size === 0
      },
      PATIENCE,
    )
    const back = performance.now()
    const name = `${people} ${by}, ${cards} cards, away for ${pause / 1_000} s`
    const tries = last?.tries?.().filter(({ began }) => began > killed) ?? []
    return [
      {
        what: `${name}: from the start of the server until all are in sync`,
        value: back - from,
        unit: 'ms',
        most: 10_000,
      },
      { what: `${name}: from the moment it listens`, value: back - up, unit: 'ms' },
      {
        what: `${name}: processor time of the server until then`,
        value: cpuOf(server.pid()),
        unit: 'ms',
      },
      ...(by === 'plain'
        ? []
        : [
            {
              what: `${name}: sockets of the page that was back last (${tries.map(told).join('; ')})`,
              value: tries.length,
              unit: 'times' as const,
            },
          ]),
    ]
  } finally {
    for (const one of comers) one.leave()
    await server.remove()
  }
}

/** How a try went, in words. */
function told({ began, opened, heard, ended, code }: Try): string {
  const after = (at: number): string => `after ${Math.round(at - began)} ms`
  const end = ended === undefined ? '' : `, ended with ${code} ${after(ended)}`
  if (heard !== undefined) return `heard ${after(heard)}${end}`
  return `${opened === undefined ? 'not open' : `open ${after(opened)}, heard nothing`}${end}`
}

function saved({ client }: ClientPage): boolean {
  const link = client.link()
  return link.is === 'live' && link.waiting === 0
}

function pageOf(url: string, seat: { sessionId: string; token: string }, cards: number): Comer {
  const page = openPage(url, seat)
  const isHere = (): boolean => page.client.link().is === 'live'
  return {
    isHere,
    isBack: () => isHere() && page.client.unplaced('ideas').length >= cards,
    tries: page.tries,
    leave: page.client.leave,
  }
}

async function plainOf(
  url: string,
  seat: { sessionId: string; participantId: string; token: string },
): Promise<Comer> {
  const one = await connectPlain(url, seat.sessionId, 'P', seat.participantId, seat.token)
  return {
    isHere: () => one.provider.wsconnected,
    isBack: () => one.provider.synced,
    leave: () => one.leave(),
  }
}

/** Of a process, since it began, in and below it (Linux). Milliseconds. */
function cpuOf(pid: number | null): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * CPU_TICK
}
