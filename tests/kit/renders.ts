/** How often React draws, told by React itself as to its developer tools: also in the build that is served. */
import type { Page } from 'playwright-core'

/** To be called before the page is opened. */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    /** A component that did its work, as React marks it; and the kinds of components there are. */
    const WORKED = 1
    const COMPONENTS = new Set([0, 1, 11, 14, 15])
    const drawn: string[] = []
    /** Below the board alone; names where there is no id. */
    const onBoard: string[] = []
    const HOST = 5
    const field = (of: unknown, name: string): unknown =>
      typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
    const textOf = (fiber: unknown): string => {
      const id = field(field(fiber, 'memoizedProps'), 'id')
      return typeof id === 'string' ? id : ''
    }
    const look = (next: unknown, before: unknown, outside = true): void => {
      const worked = (Number(field(next, 'flags')) & WORKED) !== 0
      const element = field(next, 'tag') === HOST ? field(next, 'stateNode') : null
      const within =
        !outside || (element instanceof Element && element.hasAttribute('data-surface'))
      if (worked && COMPONENTS.has(Number(field(next, 'tag')))) {
        drawn.push(textOf(next))
        if (within) onBoard.push(textOf(next) || String(field(field(next, 'type'), 'name')))
      }
      if (before !== null && field(next, 'child') === field(before, 'child')) return
      for (let child = field(next, 'child'); child; child = field(child, 'sibling'))
        look(child, field(child, 'alternate') ?? null, !within)
    }
    Reflect.set(window, '__drawn', drawn)
    Reflect.set(window, '__drawnOnBoard', onBoard)
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

/** The `id` of every component that was drawn since it was asked last, '' where it has none; on the board alone its name then. */
export async function rendersSince(page: Page, where?: 'board'): Promise<string[]> {
  return page.evaluate(
    (key) => {
      const drawn: unknown = Reflect.get(window, key)
      return Array.isArray(drawn) ? drawn.splice(0).map(String) : []
    },
    where === 'board' ? '__drawnOnBoard' : '__drawn',
  )
}
