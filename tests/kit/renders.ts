/** How often React draws, told by React itself as to its developer tools: also in the build that is served. */
import type { Page } from 'playwright-core'

/** To be called before the page is opened. */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    /** A component that did its work, as React marks it; and the kinds of components there are. */
    const WORKED = 1
    const COMPONENTS = new Set([0, 1, 11, 14, 15])
    const drawn: string[] = []
    const field = (of: unknown, name: string): unknown =>
      typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
    const textOf = (fiber: unknown): string => {
      const id = field(field(fiber, 'memoizedProps'), 'id')
      return typeof id === 'string' ? id : ''
    }
    const look = (next: unknown, before: unknown): void => {
      const worked = (Number(field(next, 'flags')) & WORKED) !== 0
      if (worked && COMPONENTS.has(Number(field(next, 'tag')))) drawn.push(textOf(next))
      if (before !== null && field(next, 'child') === field(before, 'child')) return
      for (let child = field(next, 'child'); child; child = field(child, 'sibling'))
        look(child, field(child, 'alternate') ?? null)
    }
    Reflect.set(window, '__drawn', drawn)
    Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot(_: number, root: unknown) {
        const now = field(root, 'current')
        look(now, field(now, 'alternate') ?? null)
      },
    })
  })
}

/** The `id` of every component that was drawn since it was asked last, '' where it has none. */
export async function rendersSince(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawn: unknown = Reflect.get(window, '__drawn')
    return Array.isArray(drawn) ? drawn.splice(0).map(String) : []
  })
}
