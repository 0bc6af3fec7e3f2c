/** What is done on several screens before the picture. */
import type { Page } from 'playwright-core'

export async function pressFirst(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}

/** What stands at the foot of the console, which is low on a tablet. */
export async function pressInConsole(page: Page, name: RegExp): Promise<void> {
  const raise = page.getByRole('button', { name: 'Raise the console' })
  const wanted = page.getByRole('button', { name }).first()
  await raise.or(wanted).first().waitFor()
  if (await raise.isVisible()) await raise.click()
  await wanted.click()
}

/** Runs in the page: the first socket lives long enough for the screen to stand, and no other one. */
export function loseSocket(): void {
  let sockets = 0
  const Real = window.WebSocket
  Reflect.set(
    window,
    'WebSocket',
    class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        setTimeout(() => this.close(), ++sockets === 1 ? 3_000 : 0)
      }
    },
  )
}

/** Adds a card while the connection is lost; on a phone it is dealt cards until it asks to see all. */
export async function writeUnsent(page: Page): Promise<void> {
  const all = page.getByRole('button', { name: 'See all' })
  if (await all.isVisible()) await all.click()
  const box = page.getByRole('textbox', { name: 'Add a card' }).first()
  await box.fill('Pages lag at two million rows')
  await box.press('Enter')
  await page.getByText('waiting', { exact: true }).first().waitFor()
}
