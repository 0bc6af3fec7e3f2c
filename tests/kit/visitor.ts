/** A person in a real browser: on a desktop, or on a phone that only taps. Everything the console says is kept. */
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Visitor {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  readonly on: 'desk' | 'phone'
  /** Warnings and errors of the console, and uncaught exceptions. */
  readonly complaints: string[]
  /** What a mouse did on a phone or where nobody has one, over all page loads: there must be nothing. */
  readonly mouse: string[]
  leave(): Promise<void>
}

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
}

/** What the browser says about a server that was killed on purpose. */
const OF_A_KILLED_SERVER =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED|WebSocket connection to .* failed/

export interface Visiting {
  width?: number
  height?: number
  locale?: string
  /** Keeps what a mouse does; on a phone it is kept in any case. */
  mouseless?: boolean
  /** A desk that has fingers too. */
  touch?: boolean
}

export async function visit(
  browser: Browser,
  name: string,
  on: 'desk' | 'phone',
  { locale = 'en-GB', mouseless = on === 'phone', touch = on === 'phone', ...size }: Visiting = {},
): Promise<Visitor> {
  const device = on === 'desk' ? DESK : PHONE
  const viewport = { ...device.viewport, ...size }
  const context = await browser.newContext({
    ...device,
    viewport,
    hasTouch: touch,
    reducedMotion: 'reduce',
    locale,
  })
  context.setDefaultTimeout(15_000)
  const mouse: string[] = []
  if (mouseless) {
    await context.exposeFunction('sawMouse', (what: string) => void mouse.push(what))
    await context.addInitScript(() => {
      for (const kind of ['pointerdown', 'pointermove', 'pointerup', 'click'])
        window.addEventListener(
          kind,
          (event) => {
            if (!(event instanceof PointerEvent) || event.pointerType !== 'mouse') return
            // A key that presses a button is told as a click that counts none.
            if (kind === 'click' && event.detail === 0) return
            // Chromium itself moves one there, in the corner, when a window is first drawn.
            if (kind === 'pointermove' && event.clientX === 0 && event.clientY === 0) return
            const saw: unknown = Reflect.get(window, 'sawMouse')
            if (typeof saw === 'function') saw(`${kind} at ${event.clientX},${event.clientY}`)
          },
          true,
        )
    })
  }
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    const text = message.text()
    if (!OF_A_KILLED_SERVER.test(text))
      complaints.push(`${name}: ${text} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`))
  return {
    name,
    on,
    page,
    context,
    complaints,
    mouse,
    leave: () => context.close(),
  }
}
