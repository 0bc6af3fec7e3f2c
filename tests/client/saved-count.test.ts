/** Which changes of a page the server has on disk, told from how many frames of a socket it has. */
import { createSavedCount } from '@plenary/client/sync/saved-count'
import { describe, expect, it } from 'vitest'

describe('what is saved', () => {
  it('[C76] is what a frame of its own carried, and everything before it on the same socket', () => {
    const count = createSavedCount()
    count.made(true)
    count.made(true)
    expect([count.saved(1), count.waiting()]).toEqual([1, 1])
    expect([count.saved(2), count.waiting()]).toEqual([2, 0])
  })

  it('[C76] is nothing of what was made without a connection, until all of it went out', () => {
    const count = createSavedCount()
    count.made(false)
    count.made(false)
    // As a letter that is erased, which the server takes without what was written before it.
    count.made(true)
    expect([count.saved(1), count.waiting()]).toEqual([0, 3])
    count.sentAll()
    expect([count.saved(2), count.waiting()]).toEqual([3, 0])
    count.made(true)
    expect([count.saved(3), count.waiting()]).toEqual([4, 0])
  })

  it('[C76] is not what went out on a socket that is gone', () => {
    const count = createSavedCount()
    count.made(true)
    count.lost()
    count.made(true)
    expect([count.saved(1), count.waiting()]).toEqual([0, 2])
    expect(count.wentOut()).toBe(2)
    count.sentAll()
    expect([count.saved(2), count.waiting()]).toEqual([2, 0])
    count.lost()
    count.made(true)
    expect([count.saved(1), count.waiting()]).toEqual([3, 0])
  })
})
