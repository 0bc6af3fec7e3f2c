/** What people do in a browser, in the words that are on the screen. */
import type { Locator, Page } from 'playwright-core'
import type { Visitor } from '../kit/visitor.ts'
import { until } from '../kit/until.ts'

/** Clicks on a desktop, taps on a phone. */
export async function press(visitor: Visitor, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const touch = await visitor.page.evaluate(() => navigator.maxTouchPoints > 0)
  if (touch) await target.tap()
  else await target.click()
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: typeof name === 'string' }).first()
}

/** From the home page to a session of one's own; returns its id. */
export async function makeSession(
  visitor: Visitor,
  base: string,
  session: { format: string; title: string; name: string },
): Promise<string> {
  const { page } = visitor
  await page.goto(base)
  await press(visitor, page.getByRole('button', { name: new RegExp(session.format) }).first())
  await page.getByLabel('What is it about?').fill(session.title)
  await page.getByLabel('Your name').fill(session.name)
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
  if (confirm !== undefined) {
    const dialog = visitor.page.getByRole('dialog')
    await press(visitor, dialog.getByRole('button', { name: confirm }))
  }
}

/** Types a card into the composer of the screen and sends it. */
export async function write(visitor: Visitor, text: string): Promise<void> {
  const composer = visitor.page.getByRole('textbox', { name: /Write a card|Add a card/ }).first()
  await composer.fill(text)
  await composer.press('Enter')
}

export async function sees(
  visitor: Visitor,
  text: string | RegExp,
  within = 15_000,
): Promise<void> {
  await visitor.page
    .getByText(text)
    .first()
    .waitFor({ timeout: within })
    .catch((error: unknown) => {
      throw new Error(`${visitor.name} does not see ${String(text)}`, { cause: error })
    })
}

/** Waits until nothing of this person waits to be saved. */
export async function allSaved(visitor: Visitor): Promise<void> {
  await until(`${visitor.name} has all saved`, async () =>
    visitor.page.evaluate(() => document.body.innerText.includes('All saved')),
  )
}
