/** Writes the facts that changed under the root `session`; the only writer there. */
import { equalityDeep } from 'lib0/function'
import type { Json } from '@plenary/shared/json'
import type { Published } from '@plenary/shared/published'
import * as Y from 'yjs'

/**
 * Brings the root from what it holds to what it should hold; must run inside a transaction of the caller.
 * Values under one key change alone; nested maps lose keys that are gone, and go when their round has closed.
 */
export function writeFacts(session: Y.Map<unknown>, before: Published, now: Published): void {
  for (const [key, value] of Object.entries(now.values))
    if (!equalityDeep(before.values[key], value)) session.set(key, value)
  for (const key of Object.keys(before.values)) if (!(key in now.values)) session.delete(key)
  for (const [name, entries] of Object.entries(now.maps)) {
    const held = session.get(name)
    const map: Y.Map<unknown> = held instanceof Y.Map ? held : new Y.Map()
    if (map !== held) session.set(name, map)
    const old = before.maps[name] ?? {}
    for (const [key, value] of Object.entries(entries))
      if (!equalityDeep(old[key], value)) map.set(key, value)
    for (const key of Object.keys(old)) if (!(key in entries)) map.delete(key)
  }
  for (const name of Object.keys(before.maps)) if (!(name in now.maps)) session.delete(name)
}

/** What the root holds, read once at load; a fact the state no longer says is then taken away. */
export function heldFacts(session: Y.Map<unknown>): Published {
  const held: Published = { values: {}, maps: {} }
  for (const [key, value] of session.entries()) {
    if (value instanceof Y.Map) held.maps[key] = Object.fromEntries(jsonEntries(value))
    else held.values[key] = asJson(value)
  }
  return held
}

function jsonEntries(map: Y.Map<unknown>): [string, Json][] {
  return [...map.entries()].map(([key, value]) => [key, asJson(value)])
}

/** Anything that is no JSON is read as null, and so written again from the state. */
function asJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asJson(one)]))
  return null
}
