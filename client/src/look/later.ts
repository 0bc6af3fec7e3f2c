/** Parts of a screen that are loaded when they are first drawn, or before. */
import type { ComponentType, LazyExoticComponent } from 'react'
import { lazy } from 'react'
import { wantFreshPage } from './fresh-page.ts'

export type Load<P> = () => Promise<{ default: ComponentType<P> }>

/** A part that cannot be loaded is waited for until there is a fresh page: no phone must end on an error. */
export function later<P>(load: Load<P>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    try {
      return await load()
    } catch {
      wantFreshPage()
      return new Promise<never>(() => {})
    }
  })
}

/** Fetches a part before it is needed. */
export function ahead(load: () => Promise<unknown>): void {
  load().catch(wantFreshPage)
}
