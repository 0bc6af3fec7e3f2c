/** Sessions that are made past the screens, and people who are in their seats when their page opens. */
import type { Browser } from 'playwright-core'
import { launchChromium } from '../kit/chromium.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import type { Answered, Made } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import type { Visiting, Visitor } from '../kit/visitor.ts'
import { visit } from '../kit/visitor.ts'

/** `seat`: their person. */
export type Seated = Visitor & { seat: string }

export interface Seating extends Visiting {
  on?: 'desk' | 'phone'
  /** Done before their page is opened. */
  before?: (one: Visitor) => Promise<unknown>
}

export interface Seats {
  readonly server: RunningServer
  readonly browser: Browser
  /** A session of Fay's, in this phase. */
  begin(formatId: string, phase: string, title?: string): Promise<Made>
  /** What Fay asks. */
  lead(made: Made, body: object): Promise<Answered>
  seated(made: Made, name: string, seating?: Seating): Promise<Seated>
  /** Everybody who was seated goes. */
  clear(): Promise<void>
  leave(): Promise<void>
}

export async function openSeats(): Promise<Seats> {
  const server = await startServer()
  const browser = await launchChromium()
  const here: Visitor[] = []
  const lead = ({ sessionId, token }: Made, body: object) =>
    command(server.url, sessionId, token, body)
  return {
    server,
    browser,
    lead,
    async begin(formatId, phase, title = 'Cards') {
      const made = await makeSession(server.url, { title, formatId, name: 'Fay' })
      await lead(made, { type: 'phase.go', phase, finish: true })
      return made
    },
    async seated(made, name, { on = 'desk', before, ...visiting } = {}) {
      const seat = await join(server.url, made.joinCode, { name })
      const one = await visit(browser, name, on, visiting)
      here.push(one)
      await before?.(one)
      await one.context.addInitScript(
        (kept) => localStorage.setItem('plenary.sessions', JSON.stringify([kept])),
        { ...seat, at: 1 },
      )
      await one.page.goto(`${server.url}/s/${made.sessionId}`)
      return { ...one, seat: seat.participantId }
    },
    async clear() {
      for (const one of here.splice(0)) await one.leave()
    },
    async leave() {
      await browser.close()
      await server.remove()
    },
  }
}
