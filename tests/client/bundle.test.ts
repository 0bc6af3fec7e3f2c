/** What a phone and a desk load before they can draw, measured on the build that is served. */
import { expect, it } from 'vitest'
import { kilobytes, loaded, manifest, readBuilt, scripts } from './chunks.ts'

/** Kilobytes of 1,024 bytes, gzipped. */
const PHONE_MAX = 125
const BOARD_MAX = 180
const CSS_MAX = 12

const names = Object.keys(manifest)
const entry = names.find((name) => manifest[name]?.isEntry) ?? ''

/** Everything that runs before these modules have drawn: the entry, the page of a session, and they themselves. */
function screen(...modules: string[]): Set<string> {
  const all = loaded(entry)
  for (const module of modules) {
    if (manifest[module] === undefined) throw new Error(`${module} is no chunk of its own any more`)
    loaded(module, all)
  }
  // The page of a session stands in one file with its connection, wherever the bundler puts that.
  if (!scripts(all).some((file) => CONNECTION.test(readBuilt(file).toString())))
    throw new Error('the connection is not among what is counted')
  return all
}

/** Said by y-websocket alone. */
const CONNECTION = /connection-close/

const waiting = screen('src/phone/PhoneSession.tsx', 'src/phone/Waiting.tsx')
const writing = screen('src/phone/PhoneSession.tsx', 'src/phone/Write.tsx')
const board = screen('src/desk/DeskSession.tsx')
/** Fetched behind the first screen of the board; what drags comes a moment after it. */
const sorting = loaded('src/desk/Board.tsx')
const phones: [string, Set<string>][] = [
  ['waits for the start', waiting],
  ['is reloaded in private writing', writing],
]

it.each(phones)('[A1] a phone that %s loads at most 125 kB of JavaScript', (_, phone) => {
  expect(kilobytes(scripts(phone))).toBeLessThanOrEqual(PHONE_MAX)
})

it.each<[string, Set<string>]>([
  ['at first', board],
  ['reloaded while sorting', new Set([...board, ...sorting])],
])('[A1] the board, %s, loads at most 180 kB of JavaScript', (_, all) => {
  expect(kilobytes(scripts(all))).toBeLessThanOrEqual(BOARD_MAX)
})

it.each(phones)('[A2] a phone that %s loads at most 12 kB of CSS', (_, phone) => {
  const css = [...phone].flatMap((name) => manifest[name]?.css ?? [])
  expect(kilobytes(css)).toBeLessThanOrEqual(CSS_MAX)
})

it('[A3] the phone route loads no drag library', () => {
  const drag = /DndDescribedBy|DndLiveRegion/
  expect(
    scripts([...waiting, ...writing]).filter((file) => drag.test(readBuilt(file).toString())),
  ).toEqual([])
  const dragging = scripts(loaded('src/desk/DragLayer.tsx'))
  expect(dragging.filter((file) => drag.test(readBuilt(file).toString()))).not.toEqual([])
})
