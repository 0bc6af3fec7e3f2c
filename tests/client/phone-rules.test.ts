import { readInvitation, typedCode } from '@plenary/client/entrance/code'
import { linesOf } from '@plenary/client/look/lines'
import { paperOf } from '@plenary/client/look/paper'
import { deal } from '@plenary/client/phone/deal'
import { shorten } from '@plenary/client/look/shorten'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

describe('dealing cards to phones', () => {
  const cards = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
    maxLength: 8,
  })

  it('[U4] deals a card that is still to place and that nobody holds, whenever there is one', () => {
    fc.assert(
      fc.property(cards, cards, cards, fc.nat(20), (unplaced, held, left, seat) => {
        const holders = new Map(held.map((card) => [card, 'somebody']))
        const free = unplaced.filter((card) => !holders.has(card))
        const dealt = deal({ unplaced, holders, left, seat })
        if (free.length === 0) expect(dealt).toBe(null)
        else expect(free).toContain(dealt)
      }),
    )
  })

  test.each([
    ['a fresh one before one that was left', ['a', 'b', 'c'], ['a'], 0, 'b'],
    ['the one left longest when none is fresh', ['a', 'b'], ['b', 'a'], 0, 'b'],
    ['another one to each seat', ['a', 'b', 'c'], [], 2, 'c'],
    ['seats beyond the cards from the start', ['a', 'b', 'c'], [], 4, 'b'],
  ])('[U4] deals %s', (_what, unplaced, left, seat, card) => {
    expect(deal({ unplaced, holders: new Map(), left, seat })).toBe(card)
  })
})

describe('codes and links', () => {
  test.each([
    ['482617903', '482 617 903'],
    ['482-617 90', '482 617 90'],
    ['4826179035', '482 617 903'],
    [' https://example.org/join#482617903 ', 'https://example.org/join#482617903'],
  ])('[U7] typed %s stands as %s', (typed, shown) => {
    expect(typedCode(typed)).toBe(shown)
  })

  test.each([
    ['482 617 903', { is: 'code', code: '482617903' }],
    ['https://example.org/join#482617903', { is: 'code', code: '482617903' }],
    ['http://192.168.0.7:3000/join#482 617 903', { is: 'code', code: '482617903' }],
    ['https://example.org/s/abc_-1', { is: 'link', to: '/s/abc_-1' }],
    ['https://example.org/s/abc#key=XY_-', { is: 'link', to: '/s/abc#key=XY_-' }],
    ['482 617 90', { is: 'none' }],
    ['https://example.org/12345678', { is: 'none' }],
    ['', { is: 'none' }],
  ])('[U7] reads %s', (text, invitation) => {
    expect(readInvitation(text)).toEqual(invitation)
  })
})

describe('small things that show', () => {
  it('[U8] a pasted list becomes lines without bullets and numbers', () => {
    expect(linesOf('- one\r\n* two\n\n3. three\n• four\n1984 was long\n5) five')).toEqual([
      'one',
      'two',
      'three',
      'four',
      '1984 was long',
      'five',
    ])
  })

  it('[U9] papers go round, butter is unsorted', () => {
    expect([-1, 0, 1, 2, 3, 4, 5].map(paperOf)).toEqual([
      'butter',
      'sky',
      'rose',
      'apricot',
      'mint',
      'paper',
      'sky',
    ])
  })

  it('[U9] a name cut short never splits a character', () => {
    expect(shorten('Das 🧪 ist gut', 6)).toBe('Das 🧪…')
  })
})
