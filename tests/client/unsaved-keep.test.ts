/** Words on the device that no server has: each page its own entry, taken over when the page is no more. */
import type { TextStorage } from '@plenary/client/sync/text-storage'
import type { PageLocks } from '@plenary/client/sync/pages-here'
import { createUnsavedKeep } from '@plenary/client/sync/unsaved-keep'
import type { UnsavedKeep } from '@plenary/client/sync/unsaved-keep'
import { UNSAVED_VERSION, asideKey, deviceKey, tabKey } from '@plenary/client/sync/unsaved'
import type { Unsaved } from '@plenary/client/sync/unsaved'
import { afterEach, expect, it } from 'vitest'
import { hasLeft } from '@plenary/client/sync/text-storage'
import { memoryStorage } from '../kit/client-page.ts'
import { memoryLocks } from '../kit/memory-locks.ts'

const seat = { sessionId: 's1', token: 'cleo-token-of-43-letters' }
const keeps: UnsavedKeep[] = []
afterEach(() => {
  for (const keep of keeps.splice(0)) keep.stop()
})

function keepOf(
  device: TextStorage | null,
  tab: TextStorage | null = memoryStorage(),
  who: typeof seat & { locks?: PageLocks } = seat,
) {
  const keep = createUnsavedKeep({ ...who, device, tab })
  keeps.push(keep)
  return keep
}

const NOTHING: Unsaved = { drafts: [], asked: [], words: [], begun: [], texts: [] }
const entry = {
  id: 'card',
  kind: 'card',
  text: 'One',
  parent: 'ideas',
  order: 'a0',
  removed: false,
  by: 'cleo',
} as const
const SOME: Unsaved = {
  drafts: [{ id: 'd1', section: 'risks', text: 'one two', state: 'open', rev: 3 }],
  asked: [{ id: 'a1', command: { type: 'card.add', text: 'Two', to: 'risks' } }],
  words: [{ id: 'card', before: null, after: entry, between: [{ ...entry, text: 'On' }] }],
  begun: [{ field: 'note/notes/', text: 'Half a' }],
  texts: ['Refused'],
}

it('[C15] are there for the next page when one was killed, with its tab or without, and only once', async () => {
  const device = memoryStorage()
  const killed = keepOf(device)
  killed.write(SOME, 'device')
  killed.stop()
  const next = keepOf(device)
  expect(await next.takeOver()).toEqual({ ...SOME, words: [{ ...SOME.words[0], kept: true }] })
  next.write(NOTHING, 'device')
  expect(device.held.size).toBe(0)
  expect(await keepOf(device).takeOver()).toBeNull()
})

it('[C62] stay for the next page when they come after the one before has begun without them', async () => {
  const device = memoryStorage()
  const killed = keepOf(device)
  killed.write(SOME, 'device')
  killed.stop()
  const late = keepOf(device)
  expect(await late.takeOver(() => false)).toBeNull()
  late.write({ ...NOTHING, texts: ['Of the late one'] }, 'device')
  late.stop()
  const next = await keepOf(device).takeOver()
  expect(next?.texts.toSorted()).toEqual(['Of the late one', ...SOME.texts])
  expect(next?.drafts).toEqual(SOME.drafts)
})

it('[C32] of two tabs neither writes over the other’s words nor takes them', async () => {
  const device = memoryStorage()
  const one = keepOf(device)
  const other = keepOf(device)
  one.write({ ...NOTHING, texts: ['One'] }, 'device')
  other.write({ ...NOTHING, texts: ['Other'] }, 'device')
  const third = keepOf(device)
  expect(await third.takeOver()).toEqual(NOTHING)
  one.stop()
  expect((await third.takeOver())?.texts).toEqual(['One'])
  other.stop()
  // Those of the third are still there, and nobody else takes them.
  expect((await keepOf(device).takeOver())?.texts).toEqual(['Other'])
})

it('[C32] nobody else who uses the device is given them', async () => {
  const device = memoryStorage()
  const cleo = keepOf(device)
  cleo.write(SOME, 'device')
  cleo.stop()
  expect(await keepOf(device, memoryStorage(), { ...seat, token: 'noor' }).takeOver()).toBeNull()
  expect(await keepOf(device, memoryStorage(), { ...seat, sessionId: 's2' }).takeOver()).toBeNull()
})

it('[C32] a page that the device has frozen is still there: it holds its lock, and answers nobody', async () => {
  const device = memoryStorage()
  const who = { ...seat, locks: memoryLocks() }
  const frozen = keepOf(device, null, who)
  frozen.write({ ...NOTHING, texts: ['Frozen'] }, 'device')
  const next = keepOf(device, null, who)
  expect(await next.takeOver()).toEqual(NOTHING)
  expect(frozen.gone()).toBe(false)
  frozen.stop()
  const [one, other] = await Promise.all([next.takeOver(), keepOf(device, null, who).takeOver()])
  expect(one?.texts).toEqual(['Frozen'])
  expect(other).toEqual(NOTHING)
})

it('[C32] a page whose words another one has taken over knows it', async () => {
  const device = memoryStorage()
  const asleep = keepOf(device)
  device.held.set('plenary.sessions', JSON.stringify([seat]))
  expect(asleep.gone()).toBe(false)
  asleep.write(SOME, 'device')
  expect(asleep.gone()).toBe(false)
  // Where there are no locks, whoever does not answer is taken for gone.
  asleep.stop()
  await keepOf(device).takeOver()
  expect(asleep.gone()).toBe(true)
  // Forgotten on this device, they are nowhere else.
  device.held.delete('plenary.sessions')
  expect(asleep.gone()).toBe(false)
})

it('[C16] where the device is full, what a page left stays where it is until it is written again', async () => {
  const device = memoryStorage()
  const killed = keepOf(device)
  killed.write({ ...NOTHING, texts: ['Left'] }, 'device')
  killed.stop()
  const before = [...device.held]
  const { setItem } = device
  device.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const next = keepOf(device)
  const found = await next.takeOver()
  expect(found?.texts).toEqual(['Left'])
  expect([...device.held]).toEqual(before)
  expect(next.write({ ...NOTHING, texts: ['Left'] }, 'device')).toBe(false)
  device.setItem = setItem
  expect(next.write({ ...NOTHING, texts: ['Left'] }, 'device')).toBe(true)
  expect(device.held.size).toBe(1)
  expect([...device.held]).not.toEqual(before)
  expect(next.write(NOTHING, 'device')).toBe(true)
  expect(device.held.size).toBe(0)
})

it('[C34] what only the tab may keep is on no device, and for nobody else who sits there', async () => {
  const [device, tab] = [memoryStorage(), memoryStorage()]
  const keep = keepOf(device, tab)
  keep.write(SOME, 'device')
  keep.write(SOME, 'tab')
  expect(device.held.size).toBe(0)
  keep.stop()
  expect(await keepOf(device, tab, { ...seat, token: 'noor' }).takeOver()).toBeNull()
  const next = keepOf(device, tab)
  expect(await next.takeOver()).toEqual({
    ...NOTHING,
    drafts: SOME.drafts,
    texts: ['One', 'Two', 'Half a', 'Refused'],
  })
  expect(device.held.size).toBe(0)
})

it('[C34] where several people share the tab it keeps nothing', async () => {
  const device = memoryStorage()
  const keep = keepOf(device, null)
  keep.write(SOME, 'device')
  expect(keep.write(SOME, 'tab')).toBe(false)
  expect(device.held.size).toBe(0)
})

it('[C34] who leaves leaves nothing behind, of whatever page', async () => {
  const [device, tab] = [memoryStorage(), memoryStorage()]
  device.held.set(`${deviceKey(seat)}broken`, '{')
  keepOf(device).write(SOME, 'device')
  const keep = keepOf(device, tab)
  await keep.takeOver()
  keep.write(SOME, 'tab')
  keep.write(SOME, 'device')
  keep.wipe()
  expect([...device.held, ...tab.held]).toEqual([])
})

it.each([
  ['', ''],
  ['{', '{'],
  ['[]', '[]'],
  ['{"version":1,"drafts":[],"texts":[]}', '{"version":1,"drafts":[],"texts":[]}'],
  [`{"version":2,"drafts":[{}],"asked":[],"words":[],"begun":[],"texts":[]}`, '[{}]'],
  [
    `{"version":2,"drafts":[],"asked":[],"words":[{"id":"a","before":null,"after":{"kind":"__proto__"}}],"begun":[],"texts":[]}`,
    '[{"id":"a","before":null,"after":{"kind":"__proto__"}}]',
  ],
  [
    `{"version":2,"drafts":[],"asked":[{"id":"a","command":{"type":"card.add"}}],"words":[],"begun":[],"texts":[]}`,
    '[{"id":"a","command":{"type":"card.add"}}]',
  ],
])('[C16] of a storage that holds %j what cannot be read is set aside and never a crash', setsAside)

it('[C16] a storage that holds a very deep value is set aside and never a crash', () =>
  setsAside('['.repeat(200_000)))

async function setsAside(value: string, aside = value): Promise<void> {
  const [device, tab] = [memoryStorage(), memoryStorage()]
  device.held.set(`${deviceKey(seat)}p1`, value)
  tab.held.set(tabKey(seat), value)
  const keep = keepOf(device, tab)
  expect(await keep.takeOver()).toEqual(NOTHING)
  expect([...device.held, ...tab.held]).toEqual([
    [`${asideKey(deviceKey(seat))}p1`, aside],
    [asideKey(deviceKey(seat)), aside],
  ])
}

it('[C72] a tab of which nothing can be read has nothing left that would be looked for again', async () => {
  const [device, tab] = [memoryStorage(), memoryStorage()]
  tab.held.set(tabKey(seat), '{')
  expect(await keepOf(device, tab).takeOver()).toEqual(NOTHING)
  expect([...tab.held.keys()]).toEqual([asideKey(deviceKey(seat))])
  expect(hasLeft([device, tab], seat.sessionId)).toBe(false)
})

it('[C72] what cannot be read of two pages stays apart, and goes when its person leaves', async () => {
  const [device, tab] = [memoryStorage(), memoryStorage()]
  for (const [page, value] of [
    ['p1', '{'],
    ['p2', '['],
  ] as const)
    device.held.set(`${deviceKey(seat)}${page}`, value)
  tab.held.set(tabKey(seat), '{')
  const keep = keepOf(device, tab)
  expect(await keep.takeOver()).toEqual(NOTHING)
  expect([...device.held.values()]).toEqual(['{', '['])
  keep.wipe()
  expect([...device.held, ...tab.held]).toEqual([])
})

const BROKEN = {
  ...SOME,
  version: UNSAVED_VERSION,
  drafts: [...SOME.drafts, { text: 'A draft of old' }],
  asked: [
    ...SOME.asked,
    { id: 'a2', command: { type: 'card.say', text: 'Said', to: 'risks' } },
    { id: 'a3', command: { type: 'card.reword', from: 'One', to: 'Two' } },
    { id: 'a4' },
  ],
  words: [
    ...SOME.words,
    { id: 'w', before: null, after: { ...entry, kind: 'poem', text: 'A poem' } },
  ],
  begun: [...SOME.begun, { text: 'Begun' }],
}

it('[C72] of what a page left, one thing that cannot be read keeps nothing else back, and its text is to copy', async () => {
  const device = memoryStorage()
  device.held.set(`${deviceKey(seat)}p1`, JSON.stringify(BROKEN))
  const found = await keepOf(device).takeOver()
  expect(found).toEqual({
    ...SOME,
    words: [{ ...SOME.words[0], kept: true }],
    texts: ['Refused', 'A draft of old', 'Said', 'Two', 'A poem', 'Begun'],
  })
  expect(device.held.get(`${asideKey(deviceKey(seat))}p1`)).toBe('[{"id":"a4"}]')
})

it('[C72] where nothing can be set aside, what can be read is there all the same, and the rest stays', async () => {
  const [device, tab] = [memoryStorage(), memoryStorage()]
  for (const [page, value] of [
    ['p1', '{'],
    ['p2', JSON.stringify({ ...SOME, version: UNSAVED_VERSION })],
    ['p3', JSON.stringify(BROKEN)],
  ] as const)
    device.held.set(`${deviceKey(seat)}${page}`, value)
  tab.held.set(tabKey(seat), '[')
  for (const full of [device, tab])
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  const before = [...device.held]
  const found = await keepOf(device, tab).takeOver()
  expect(found?.texts).toContain('A poem')
  expect(found?.drafts).toHaveLength(2)
  expect([...device.held]).toEqual(before)
  expect([...tab.held]).toEqual([[tabKey(seat), '[']])
})

it('[C16] a storage that throws, or none at all, means that nothing is kept', async () => {
  const no = (): never => {
    throw new Error('no')
  }
  const broken = { removeItem: no, getItem: no, setItem: no, key: no, length: 1 }
  for (const storage of [broken, null]) {
    const keep = keepOf(storage, storage)
    expect(await keep.takeOver()).toBeNull()
    expect(keep.write(SOME, 'device')).toBe(false)
    keep.write(NOTHING, 'tab')
    keep.wipe()
  }
})
