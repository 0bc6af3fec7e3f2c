/** Parts of a screen that are loaded when they are first drawn. */
import type { ComponentType, LazyExoticComponent } from 'react'
import { lazy } from 'react'

/** Waits between tries to load a part. Milliseconds. */
const AGAIN = 2_000

export type Load<P> = () => Promise<{ default: ComponentType<P> }>

/** Loads until it has come: a phone that lost its network for a moment must not end on an error. */
export function later<P>(load: Load<P>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    for (;;) {
      try {
        return await load()
      } catch {
        await new Promise((done) => setTimeout(done, AGAIN))
      }
    }
  })
}
