/** Parts that are loaded after the first screen. */
import type { ComponentType } from 'react'
import { lazy } from 'react'

/** Waits between tries to load a part. Milliseconds. */
const AGAIN = 2_000

type Loaded<P> = { default: ComponentType<P> }

/** Loads until it has come: a phone that lost its network for a moment must not end on an error. */
async function insisting<P>(load: () => Promise<Loaded<P>>): Promise<Loaded<P>> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((done) => setTimeout(done, AGAIN))
    }
  }
}

const loadActivity = () => import('./Activity.tsx')
const loadMenu = () => import('./Menu.tsx')

export const Activity = lazy(() => insisting(loadActivity))
export const Menu = lazy(() => insisting(loadMenu))

/** Fetches every part ahead, so that entering a phase waits for nothing. */
export function loadAhead(): void {
  for (const load of [loadActivity, loadMenu]) load().catch(() => undefined)
}
