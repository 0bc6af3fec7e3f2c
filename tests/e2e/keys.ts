/** What a person does who has no mouse: everything by key, from where the focus stands. */
import type { Locator } from 'playwright-core'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'

/** A way that takes more presses than this is none. */
const MOST = 30

export async function keys({ page }: Visitor, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) {
    // What has just come takes no press for a moment, in which a person reads it.
    if (key === 'Enter' || key === 'Space')
      await until('it takes a press', () =>
        page.evaluate(() => (document.activeElement?.closest('[data-unread]') ?? null) === null),
      )
    await page.keyboard.press(key)
  }
}

export async function types({ page }: Visitor, text: string): Promise<void> {
  await page.keyboard.type(text)
}

/** What has the focus, by its role or tag and its words; '' where nothing has. */
export async function focusOf({ page }: Visitor): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return ''
    const labels = element instanceof HTMLInputElement ? element.labels : null
    const words = element.getAttribute('aria-label') ?? labels?.[0]?.textContent
    return `${element.getAttribute('role') ?? element.localName} ${words ?? element.textContent}`.trim()
  })
}

/** Waits until the focus stands on something that is called so; never satisfied with the page's nowhere. */
export async function standsOn(visitor: Visitor, what: RegExp): Promise<void> {
  let on = ''
  await until(`${visitor.name} stands on ${String(what)}`, async () => {
    on = await focusOf(visitor)
    return what.test(on)
  }).catch((error: unknown) => {
    throw new Error(`${visitor.name} stands on “${on}”, not on ${String(what)}`, { cause: error })
  })
}

/** Presses a key until the focus is on what is wanted; returns how often. Fails when the way is too long. */
export async function keyTo(
  visitor: Visitor,
  wanted: Locator,
  key = 'Tab',
  most = MOST,
): Promise<number> {
  await until(`${visitor.name} sees what to go to`, () => wanted.first().isVisible())
  const passed: string[] = []
  for (let pressed = 0; pressed <= most; pressed++) {
    const there = await wanted.evaluateAll((all) =>
      all.some((one) => one === document.activeElement),
    )
    if (there) return pressed
    passed.push(await focusOf(visitor))
    await visitor.page.keyboard.press(key)
  }
  throw new Error(`${visitor.name} does not come to ${String(wanted)}:\n  ${passed.join('\n  ')}`)
}

/** Goes there and presses it. */
export async function enter(visitor: Visitor, wanted: Locator, key = 'Tab'): Promise<void> {
  await keyTo(visitor, wanted, key)
  await keys(visitor, 'Enter')
}

/** Goes to a list of choices and takes one by its first letters. */
export async function choose(
  visitor: Visitor,
  list: Locator,
  choice: string,
  key = 'Tab',
): Promise<void> {
  await keyTo(visitor, list, key)
  await visitor.page.keyboard.type(choice)
  await until(`${visitor.name} has chosen ${choice}`, async () =>
    (await list.locator('option:checked').textContent())?.includes(choice),
  )
}
