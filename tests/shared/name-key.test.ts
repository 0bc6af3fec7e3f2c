import { nameKey } from '@plenary/shared/name-key'
import { tidyName } from '@plenary/shared/person'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

describe('names that would be taken for one another', () => {
  test.each([
    ['Doris', 'doris '],
    ['Doris', 'D\u043eris'],
    ['Pepe', 'Pépé'],
    ['Ana', 'A n a'],
    ['Jörg', 'Jo\u0308rg'],
    ['Strauß', 'STRAUSS'],
    ['Łukasz', 'Lukasz'],
    ['Fay', 'Ｆａｙ'],
    ['Fay', 'F\u202eay'],
    ['Ana.', 'Ana!'],
    ['\u0410sh', 'Ash'],
    ['\u03a7\u03bfe', 'Xoe'],
  ])('[EB6] %s and %s are the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  test.each([
    ['Ana', 'Anna'],
    ['Ana B', 'Ana C'],
    ['Ana', 'Ana 2'],
    ['Lan', 'Ian'],
    ['🙂', '🙃'],
    ['李', '王'],
  ])('[EB6] %s and %s are not', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  it('[EB8] keeps no control, no direction and no tower of accents, and is at rest after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
        const name = tidyName(raw)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{M}{5}/u)
        expect(tidyName(name)).toBe(name)
      }),
    )
    expect(tidyName(`a${'\u0323'.repeat(10_000)}`)).toHaveLength(5)
    expect(tidyName('\u202eDoris\u202c')).toBe('Doris')
  })
})
