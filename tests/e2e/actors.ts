/** What people do in a browser, in the words that are on the screen. */
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'

/** Clicks at a desk, taps on a phone. */
export async function press(visitor: Visitor, target: Locator): Promise<void> {
  await wasRead(target)
    .then(() => (visitor.on === 'phone' ? target.tap() : target.click()))
    .catch((error: unknown) => complain(visitor, 'cannot press what was looked for', error))
}

/**
 * What has just come takes no press for a moment, in which a person reads it; nor does what waits for an answer, after
 * which something else may stand there.
 */
export async function wasRead(target: Locator): Promise<void> {
  await until('it takes a press', () =>
    target.evaluate(
      (element) =>
        element.closest('[data-unread]') === null &&
        element.getAttribute('aria-disabled') !== 'true',
    ),
  )
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: typeof name === 'string' }).first()
}

/** From the home page to a session of one's own; returns its id. */
export async function makeSession(
  visitor: Visitor,
  base: string,
  session: { format: string; title: string },
): Promise<string> {
  const { page } = visitor
  await page.goto(base)
  await press(visitor, page.getByRole('button', { name: new RegExp(session.format) }).first())
  await page.getByLabel('What is it about?').fill(session.title)
  await page.getByLabel('Your name').fill(visitor.name)
  await press(visitor, button(page, 'Make the session'))
  await page.waitForURL(/\/s\/[\w-]+$/)
  return page.url().split('/s/')[1] ?? ''
}

/** By the link of the invitation. */
export async function joinByLink(visitor: Visitor, base: string, code: string): Promise<void> {
  const { page } = visitor
  await page.goto(`${base}/join#${code}`)
  await page.getByLabel('Your name').fill(visitor.name)
  await press(visitor, button(page, 'Join'))
  await page.waitForURL(/\/s\/[\w-]+$/)
}

/** The chair's Next, with whatever it asks first. */
export async function next(
  visitor: Visitor,
  label: string | RegExp,
  confirm?: string,
): Promise<void> {
  await press(visitor, button(visitor.page, label))
  if (confirm === undefined) return
  const dialog = visitor.page.getByRole('dialog')
  await press(visitor, dialog.getByRole('button', { name: confirm, exact: true }))
}

/** Types into a composer of the screen and sends it. */
export async function write(
  { page }: Visitor,
  text: string,
  composer: string | RegExp = /Write a card|Add a card/,
): Promise<void> {
  const box = page.getByRole('textbox', { name: composer }).first()
  await box.fill(text)
  await box.press('Enter')
}

export async function sees(
  visitor: Visitor,
  text: string | RegExp,
  within = 15_000,
): Promise<void> {
  const seen = visitor.page.getByText(text).first().waitFor({ timeout: within })
  await seen.catch((error: unknown) => complain(visitor, `does not see ${String(text)}`, error))
}

/** Fails with what the console of this person said, and keeps a picture. */
async function complain(visitor: Visitor, what: string, cause: unknown): Promise<never> {
  await shot(visitor, 'failed')
  throw new Error([`${visitor.name} ${what}`, ...visitor.complaints].join('\n  '), { cause })
}

/** How often a text stands on the screen. */
export async function times({ page }: Visitor, text: string): Promise<number> {
  return (await page.innerText('body')).split(text).length - 1
}

/** Waits until nothing of this person waits to be saved. A phone says so in its menu. */
export async function allSaved(visitor: Visitor): Promise<void> {
  const { page } = visitor
  if (visitor.on === 'desk') return sees(visitor, 'All saved')
  const dialog = page.getByRole('dialog')
  // A page that lost parts while the server was away is loaded anew once it is back, and its menu with it.
  await until(
    `${visitor.name} has all saved`,
    async () => {
      if (!(await dialog.isVisible()))
        await button(page, /^Menu of/)
          .tap({ timeout: 2_000 })
          .catch(() => undefined)
      return page.getByText('All saved').first().isVisible()
    },
    20_000,
  )
  const close = dialog.getByRole('button', { name: 'Close', exact: true })
  await close.tap({ timeout: 5_000 }).catch(() => undefined)
  await dialog.waitFor({ state: 'hidden' })
}

/** What is said of a connection is fetched behind the first screen, as is all else. */
export async function hasBanner({ page }: Visitor): Promise<void> {
  await until('the banner is there', () =>
    // As a text, which the test runner leaves as it is. Loaded once more, so that all it needs is there too.
    page.evaluate<boolean>(`(async () => {
      const loaded = performance.getEntriesByType('resource')
      const part = loaded.find(({ name }) => /LinkBanner-.*[.]js$/.test(name))
      if (part !== undefined) await import(part.name)
      return part !== undefined
    })()`),
  )
  await page.waitForLoadState('networkidle')
}

/** Keeps a picture of the screen in the directory that the variable SHOTS names; nothing without it. */
export async function shot({ page, name, on }: Visitor, what: string): Promise<void> {
  const dir = process.env['SHOTS']
  if (dir !== undefined)
    await page.screenshot({ path: join(dir, `${what}-${on}-${name.toLowerCase()}.png`) })
}
