/**
 * The tour: every screen at every width and in both themes, looked at by a machine (axe, overflow, console) and, with
 * TOUR_OUT, kept as pictures for people. `npm test` takes a part of it; `npm run tour -- --out DIR` all.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manifest } from '../client/chunks.ts'
import { faultsOf, listen } from './judge.ts'
import { isRead } from './read.ts'
import type { Screen, Width } from './screen.ts'
import { THEMES, WIDTHS } from './screen.ts'
import { SCREENS, themeFor } from './screens.ts'
import type { Stage } from './stage.ts'
import { openStage } from './stage.ts'

const OUT = process.env['TOUR_OUT']
/**
 * What `npm test` looks at: each screen at a desk or on a phone, light or dark, by turns. What is read out there is looked
 * at where it is read.
 */
const SHORT = [1440, 390] as const satisfies readonly Width[]
/** Modules that are loaded alone and draw nothing of their own: no components, and the frame of every session. */
const NO_SCREEN = /^(?!src\/.*\.tsx$)|SessionPage/

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  if (OUT !== undefined) mkdirSync(OUT, { recursive: true })
})
afterAll(async () => stage?.leave())

function widthsFor(screen: Screen): readonly Width[] {
  const can = (width: Width): boolean => screen.widths?.includes(width) ?? true
  if (OUT !== undefined) return WIDTHS.filter(can)
  const both = SHORT.filter((width) => can(width) && !isRead(screen.name, width))
  const turn = SHORT[Math.floor(SCREENS.indexOf(screen) / 2) % SHORT.length]
  return both.length < SHORT.length ? both : both.filter((width) => width === turn)
}
const LOOKED_AT = SCREENS.filter((screen) => widthsFor(screen).length > 0)

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

  it.concurrent.each(LOOKED_AT.map((screen) => [screen.name, screen] as const))(
    '[TR2] %s: no violation of axe, no sideways scrolling, a quiet console, at each width and theme',
    async (name, screen) => {
      const here = await stage.castFor(screen.cast)
      const widths = widthsFor(screen)
      const found: string[] = []
      for (const width of widths) {
        const context = await stage.browserOf(screen, here, width)
        if (screen.first !== undefined) await context.addInitScript(screen.first)
        const page = await context.newPage()
        listen(page, screen, (what) => found.push(`${width}: ${what}`))
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
        const themes = OUT === undefined ? [themeFor(screen, width)] : THEMES
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme })
          // A picture waits for the parts that come behind the first.
          if (OUT !== undefined && theme === THEMES[0]) await page.waitForLoadState('networkidle')
          if (OUT !== undefined)
            await page.screenshot({ path: join(OUT, `${name}-${width}-${theme}.png`) })
          for (const what of await faultsOf(page)) found.push(`${width} ${theme}: ${what}`)
        }
        await context.close()
      }
      expect(found).toEqual([])
    },
  )
})
