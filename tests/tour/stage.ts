/** Where the screens of the tour are opened: a server with the casts that they need, and browsers of their people. */
import type { Browser, BrowserContext } from 'playwright-core'
import { launchChromium } from '../kit/chromium.ts'
import { startServer } from '../kit/running-server.ts'
import type { Cast } from './cast.ts'
import { CASTS } from './casts.ts'
import type { Screen, Width } from './screen.ts'

const HEIGHT: Record<Width, number> = { 1440: 900, 900: 700, 640: 800, 390: 844, 320: 640 }

export interface Stage {
  /** The session of this name; made once. */
  castFor(name: Screen['cast']): Promise<Cast>
  /** A browser of the person who looks at a screen, at a desk or on a phone. */
  browserOf(screen: Screen, here: Cast, width: Width): Promise<BrowserContext>
  addressOf(screen: Screen, here: Cast): string
  leave(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const server = await startServer()
  const browser = await launchChromium()
  const casts = new Map<string, Promise<Cast>>()
  return {
    castFor(name) {
      const known = casts.get(name) ?? CASTS[name](server.url)
      casts.set(name, known)
      return known
    },
    browserOf: (screen, here, width) => browserOf(browser, screen, here, width),
    addressOf: (screen, here) => `${server.url}${pathOf(screen, here)}`,
    async leave() {
      for (const here of await Promise.allSettled(casts.values()))
        if (here.status === 'fulfilled') here.value.leave()
      await browser.close()
      await server.remove()
    },
  }
}

async function browserOf(
  browser: Browser,
  screen: Screen,
  here: Cast,
  width: Width,
): Promise<BrowserContext> {
  const touch = width < 500
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT[width] },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    hasTouch: touch,
    isMobile: touch,
    // Scripts of the page stay under its policy; this one is for axe alone.
    bypassCSP: true,
  })
  context.setDefaultTimeout(15_000)
  const who = typeof screen.who === 'function' ? screen.who(width) : screen.who
  if (who === null) return context
  const { joined } = here.person(who)
  const { hostUrl, joinCode } = here.made
  const kept = {
    ...joined,
    at: Date.now(),
    title: here.eyes.fact('title'),
    joinCode,
    ...(who === here.lead.name ? { hostUrl } : {}),
  }
  await context.addInitScript(
    (own) => localStorage.setItem('plenary.sessions', JSON.stringify([own])),
    kept,
  )
  const others = screen.passes === undefined ? [] : [who, screen.passes]
  const people = others.map((name) => {
    const { participantId, token } = here.person(name).joined
    return { participantId, token, name }
  })
  if (people.length > 0)
    await context.addInitScript(
      ([key, value]) => localStorage.setItem(String(key), String(value)),
      [`plenary.passed.${here.made.sessionId}`, JSON.stringify(people)],
    )
  return context
}

function pathOf(screen: Screen, here: Cast): string {
  const session = `/s/${here.made.sessionId}`
  if (screen.path === undefined) return session
  const path = typeof screen.path === 'string' ? screen.path : screen.path(here)
  return path.startsWith('/') ? path : `${session}/${path}`
}
