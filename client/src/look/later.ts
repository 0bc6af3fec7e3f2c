/** Parts of a screen that are loaded when they are first drawn, or before. */
import type { ComponentType, LazyExoticComponent, ReactNode } from 'react'
import { createElement, lazy, useEffect, useState } from 'react'
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

/** What somebody is looking at an empty place for at this moment. */
let awaited: Promise<unknown> = Promise.resolve()

/**
 * What a phase shows. What `lazy` had waited for is drawn in slices, and begun again whenever anything else changes: on
 * a slow machine, or with a large board, it would never be done. This one is drawn in one go.
 */
export function atOnce<P extends object>(
  load: Load<P>,
  meanwhile: () => ReactNode = () => null,
): ComponentType<P> {
  let part: ComponentType<P> | null = null
  return function AtOnce(props: P) {
    const [, setLoaded] = useState(part !== null)
    useEffect(() => {
      // Between this one was drawn and now another one may have brought it.
      if (part !== null) return setLoaded(true)
      awaited = load()
        .then((loaded) => {
          part = loaded.default
          setLoaded(true)
        })
        .catch(wantFreshPage)
    }, [])
    return part === null ? meanwhile() : createElement(part, props)
  }
}

/** Fetches a part before it is needed, behind what is needed now: a slow line carries one thing at a time. */
export function ahead(load: () => Promise<unknown>): void {
  awaited.then(load).catch(wantFreshPage)
}
