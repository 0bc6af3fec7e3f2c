/**
 * The tour: every screen at every width and in both themes, looked at by a machine (axe, overflow, console) and, with
 * TOUR_OUT, kept as pictures for people. `npm test` takes a part of it; `npm run tour -- --out DIR` all.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { manifest } from '../client/chunks.ts'
import type { Width } from './screens.ts'
import { SCREENS, THEMES, WIDTHS } from './screens.ts'
import type { Stage } from './stage.ts'
import { openStage } from './stage.ts'

const OUT = process.env['TOUR_OUT']
/** What `npm test` looks at: a desk and a phone, each screen light on the one and dark on the other, by turns. */
const SHORT: readonly Width[] = [1440, 390]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Modules that are loaded alone and draw nothing of their own: no components, and the frame of every session. */
const NO_SCREEN = /^(?!src\/.*\.tsx$)|SessionPage/

const violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
)

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  if (OUT !== undefined) mkdirSync(OUT, { recursive: true })
})
afterAll(async () => stage?.leave())

async function check(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = violations.parse(
    await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
    ),
  )
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
    ...(wide > 0 ? [`the page scrolls sideways by ${wide} px`] : []),
  ]
}

describe('the tour', () => {
  it('[TR1] has a picture of every part that the client loads alone', () => {
    const parts = Object.keys(manifest)
      .filter((name) => manifest[name]?.isDynamicEntry && !NO_SCREEN.test(name))
      .map((name) => name.replace(/^src\/|\.tsx$/g, ''))
    const shown = new Set<string>(SCREENS.flatMap((screen) => screen.parts))
    expect(parts.filter((part) => !shown.has(part))).toEqual([])
    expect([...shown].filter((part) => !parts.includes(part))).toEqual([])
  })

  it('[TR1] names every screen once', () => {
    const names = SCREENS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.concurrent.each(SCREENS.map((screen, at) => [screen.name, screen, at] as const))(
    '[TR2] %s: no violation of axe, no sideways scrolling, a quiet console, at each width and theme',
    async (name, screen, at) => {
      const here = await stage.castFor(screen.cast)
      const widths = (OUT === undefined ? SHORT : WIDTHS).filter(
        (width) => screen.widths?.includes(width) ?? true,
      )
      const found: string[] = []
      for (const width of widths) {
        const context = await stage.browserOf(screen, here, width)
        if (screen.first !== undefined) await context.addInitScript(screen.first)
        const page = await context.newPage()
        page.on('console', (message) => {
          // A socket that is given up while it connects, by a page that is left, says so.
          if (/WebSocket is closed before/.test(message.text())) return
          if (screen.complains !== true && ['error', 'warning'].includes(message.type()))
            found.push(`${width}: ${message.text()}`)
        })
        await page.goto(stage.addressOf(screen, here))
        await page.getByText(screen.stands).first().waitFor()
        await screen.then?.(page, here, width)
        if (screen.opens !== undefined)
          await page
            .locator('dialog[open], :popover-open')
            .getByText(screen.opens)
            .first()
            .waitFor()
        await page.locator('h1').first().waitFor()
        const turn = (at + WIDTHS.indexOf(width)) % THEMES.length
        const themes = OUT === undefined ? THEMES.slice(turn, turn + 1) : THEMES
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme })
          // A picture waits for the parts that come behind the first.
          if (OUT !== undefined && theme === THEMES[0]) await page.waitForLoadState('networkidle')
          if (OUT !== undefined)
            await page.screenshot({ path: join(OUT, `${name}-${width}-${theme}.png`) })
          for (const what of await check(page)) found.push(`${width} ${theme}: ${what}`)
        }
        await context.close()
      }
      expect(found).toEqual([])
    },
  )
})
