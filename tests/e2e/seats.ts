/** Sessions that are made past the screens, and people who are in their seats when their page opens. */
import { command, join, makeSession } from '../kit/http-client.ts'
import type { Answered, Made } from '../kit/http-client.ts'
import type { Visiting, Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'
import type { House } from './led.ts'
import { house } from './led.ts'

/** `seat`: their person; `token`: what says that it is them. */
export type Seated = Visitor & { seat: string; token: string }

export interface Seating extends Visiting {
  on?: 'desk' | 'phone'
  /** Done before their page is opened. */
  before?: (one: Visitor) => Promise<unknown>
  /** Their browser has the seat at first, and after a reload what has become of it. */
  once?: boolean
}

export interface Seats extends House {
  /** A session of Fay's, in this phase. */
  begin(formatId: string, phase: string, title?: string): Promise<Made>
  /** What Fay asks; throws what was refused. */
  lead(made: Made, body: object): Promise<Answered>
  seated(made: Made, name: string, seating?: Seating): Promise<Seated>
  /** Everybody who was seated goes. */
  clear(): Promise<void>
}

export async function openSeats(): Promise<Seats> {
  const home = await house()
  const { server, browser } = home
  const here: Visitor[] = []
  async function lead({ sessionId, token }: Made, body: object): Promise<Answered> {
    const answer = await command(server.url, sessionId, token, body)
    if (!answer.ok) throw new Error(`${JSON.stringify(body)}: ${answer.reason}`)
    return answer
  }
  return {
    ...home,
    lead,
    async begin(formatId, phase, title = 'Cards') {
      const made = await makeSession(server.url, { title, formatId, name: 'Fay' })
      await lead(made, { type: 'phase.go', phase, finish: true })
      return made
    },
    async seated(made, name, { on = 'desk', before, once = false, ...visiting } = {}) {
      const seat = await join(server.url, made.joinCode, { name })
      const one = await visit(browser, name, on, visiting)
      here.push(one)
      await before?.(one)
      await keepsSeat(one, seat, once)
      await one.page.goto(`${server.url}/s/${made.sessionId}`)
      return { ...one, seat: seat.participantId, token: seat.token }
    },
    async clear() {
      for (const one of here.splice(0)) await one.leave()
    },
  }
}

/** Their browser has this seat whenever a page is loaded; where `once`, only when the first one is. */
export async function keepsSeat({ context }: Visitor, seat: object, once = false): Promise<void> {
  await context.addInitScript(
    ([kept, first]) => {
      if (first) {
        if (sessionStorage.getItem('seated') !== null) return
        sessionStorage.setItem('seated', 'once')
      }
      localStorage.setItem('plenary.sessions', JSON.stringify([kept]))
    },
    [{ ...seat, at: 1 }, once] as const,
  )
}
