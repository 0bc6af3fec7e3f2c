/** The limit of cards against many who add at the same time. */
import { MESSAGE } from '@plenary/shared/frame'
import { describe, expect, it } from 'vitest'
import type { Attacker } from '../kit/attack-seat.ts'
import { besiege } from '../kit/attack-seat.ts'
import { addEntry, cardId } from '../kit/gate-board.ts'
import { until } from '../kit/until.ts'

describe('the limit of cards', () => {
  it('[T65] holds for many adds at once, and for ids that were refused before [G33]', async () => {
    const full = await besiege({ LIMIT_CARDS: '50' })
    const attackers: Attacker[] = []
    for (let n = 0; n < 5; n++) attackers.push(await full.attacker())
    const adds = (eve: Attacker, ...ids: string[]): void =>
      eve.sends(
        eve.does((cards) => {
          for (const id of ids) addEntry(cards, id, { by: eve.person, place: 'ideas/a1' }, 'x')
        }),
      )
    const idsOf = (at: number): string[] =>
      Array.from({ length: 9 }, (_, n) => cardId(100 + at * 20 + n))
    const refusedIds = Array.from({ length: 20 }, (_, n) => cardId(900 + n))
    const watcher = await full.attacker({ role: 'observer' })
    adds(watcher, ...refusedIds)
    await until('they are refused', () => watcher.said(MESSAGE.refused).length > 0)
    const [first, ...others] = attackers
    if (first === undefined) throw new Error('nobody')
    const size = full.ben.cards().size
    full.server.freeze()
    for (const [at, eve] of others.entries()) for (const id of idsOf(at)) adds(eve, id)
    full.server.thaw()
    await until('they are there', () => full.ben.cards().size === size + 36)
    // One update brings as many as are still free.
    const free = 50 - full.ben.cards().size
    expect(free).toBeGreaterThan(3)
    const [other] = others
    if (other === undefined) throw new Error('nobody')
    adds(other, ...Array.from({ length: free - 2 }, (_, n) => cardId(1_000 + n)))
    await until('two places are left', () => full.ben.cards().size === 48)
    for (const id of refusedIds.slice(0, 6)) adds(first, id)
    adds(other, ...idsOf(20))
    await until('all are answered', () =>
      JSON.stringify(other.said(MESSAGE.refused)).includes(cardId(508)),
    )
    await full.equal()
    expect(full.ben.cards().size).toBe(50)
    expect(JSON.stringify(other.said(MESSAGE.refused))).toContain('too-many-cards')
    await full.sameAfterRestart()
    await full.end()
  })

  it('[T65] one update with more cards than there is room for brings as many as there is room for [G33]', async () => {
    const full = await besiege({ LIMIT_CARDS: '50' })
    const eve = await full.attacker()
    eve.sends(
      eve.does((cards) => {
        for (let n = 0; n < 90; n++)
          addEntry(cards, cardId(n), { by: eve.person, place: 'ideas/a1' }, 'x')
      }),
    )
    await until('the refusal', () => eve.said(MESSAGE.refused).length > 0)
    await full.equal()
    expect(full.ben.cards().size).toBe(50)
    await full.end()
  })
})
