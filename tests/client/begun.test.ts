/** Texts that were begun and not sent. */
import { createBegun } from '@plenary/client/sync/begun'
import { expect, it } from 'vitest'
import { memoryStorage } from '../kit/client-page.ts'

const cleo = { sessionId: 's', token: 'cleo-token' }
const noor = { sessionId: 's', token: 'noor-token' }

it('[WD7] are there after a reload until they are sent, and nobody else sees them', () => {
  const storage = memoryStorage()
  const begun = createBegun(cleo, storage)
  begun.keep('card/risks', 'Half a')
  begun.keep('card/risks', 'Half a thought')
  begun.keep('note/notes/', ' ')
  expect(createBegun(cleo, storage).of('card/risks')).toBe('Half a thought')
  expect(createBegun(cleo, storage).all()).toEqual([
    { field: 'card/risks', text: 'Half a thought' },
  ])
  expect(createBegun(noor, storage).all()).toEqual([])
  begun.keep('card/risks', '')
  expect(createBegun(cleo, storage).of('card/risks')).toBe('')
  expect(storage.held.size).toBe(0)
})

it.each([
  ['nothing', null],
  ['something else', '[1]'],
  ['half of it', '{"card/ri'],
])('[WD7] a storage that holds %s stops nobody', (_, held) => {
  const storage = memoryStorage()
  createBegun(cleo, storage).keep('card/risks', 'One')
  for (const key of storage.held.keys())
    if (held === null) storage.held.delete(key)
    else storage.held.set(key, held)
  const begun = createBegun(cleo, storage)
  expect(begun.all()).toEqual([])
  begun.keep('card/risks', 'Two')
  expect(begun.of('card/risks')).toBe('Two')
})

it('[WD7] without a storage they live as long as the page', () => {
  const begun = createBegun(cleo, null)
  begun.keep('card/risks', 'One')
  expect(begun.of('card/risks')).toBe('One')
})
