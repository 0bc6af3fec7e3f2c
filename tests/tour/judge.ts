/** What a machine can say against a page: axe, a page that is too wide, a console that complains. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import * as z from 'zod'
import type { Screen } from './screen.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
)

/** One line for each violation of axe, and for a page that scrolls sideways. */
export async function faultsOf(page: Page): Promise<string[]> {
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

/** Hears every error and warning of the console, except on a screen that complains as it should. */
export function listen(page: Page, screen: Screen, hears: (what: string) => void): void {
  page.on('console', (message) => {
    // A socket that is given up while it connects, by a page that is left, says so.
    if (/WebSocket is closed before/.test(message.text())) return
    if (screen.complains !== true && ['error', 'warning'].includes(message.type()))
      hears(message.text())
  })
}
