/** Long texts, many small deletions and flipped bits over real sockets, also in one tick with people who mean well. */
import { SYNC_STEP_2_LIMITS } from '@plenary/server/gate/limits'
import { MESSAGE } from '@plenary/shared/frame'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Attacker, Siege } from '../kit/attack-seat.ts'
import { besiege, goesOn, openAttacker, seatAgain } from '../kit/attack-seat.ts'
import {
  addEntry,
  allow,
  cardId,
  idOfKey,
  openBoard,
  raw,
  textOf as textIn,
} from '../kit/gate-board.ts'
import { join, takeSeat } from '../kit/http-client.ts'
import { turnedAway } from '../kit/raw-socket.ts'
import { seededDice } from '../kit/seeded-dice.ts'
import { setField, textOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let siege: Siege
beforeAll(async () => {
  siege = await besiege()
})
afterAll(async () => {
  await siege.sameAfterRestart()
  await siege.end()
})

const string = (text: string): Y.ContentString => new Y.ContentString(text)
const words = (): string => textOf(siege.ben, siege.card).toJSON()

/** Adds a card of the attacker's own, and waits until it is on disk. */
async function ownCard(eve: Attacker, id: string, text: string): Promise<void> {
  const saved = eve.saved()
  eve.sends(eve.does((cards) => addEntry(cards, id, { by: eve.person, place: 'ideas/a1' }, text)))
  await until('it is saved', () => eve.saved() > saved || eve.socket.readyState > 1)
}

describe('text of others', () => {
  it('[T54] two thousand deletions of one letter each are left out, and only their sender is reset', async () => {
    const long = siege.ann.addCard('abcd'.repeat(500), 'ideas/a2')
    await siege.equal()
    const eve = await siege.attacker()
    await siege.unharmed(async () => {
      eve.sends(
        eve.does((cards) => {
          const text = textIn(cards, long)
          for (let n = 0; n < 1_000; n++) text.delete(n, 1)
        }),
      )
      expect(await eve.closed()).toMatch(/^4409/)
      expect(eve.said(MESSAGE.refused)).toMatchObject([
        { changes: [{ card: long, reason: 'not-yours' }] },
      ])
      expect(eve.said(MESSAGE.reset)).toMatchObject([{ reason: 'stripped' }])
    })
    expect(textOf(siege.ben, long).toJSON()).toBe('abcd'.repeat(500))
  })

  it('[T54] inserts and tombstones between all letters leave the words as they are, halves of letters too [G29]', async () => {
    const before = words()
    expect(before).toContain('🙂')
    for (const content of [string('x'), new Y.ContentDeleted(1)]) {
      let eve = await siege.attacker()
      const [client, clock] = idOfKey(eve.doc, siege.card, 'text')
      for (let n = 0; n < 24; n++) {
        if (eve.socket.readyState !== eve.socket.OPEN) eve = await seatAgain(siege, eve)
        const items = [
          {
            origin: [client, clock + 1 + n] as const,
            rightOrigin: [client, clock + 2 + n] as const,
            content,
          },
        ]
        const saved = eve.saved()
        eve.sends(raw({ client: eve.clientId, clock: eve.clock(), items }))
        await until('it is taken', () => eve.saved() > saved || eve.socket.readyState > 1)
      }
    }
    await siege.equal()
    expect(words()).toBe(before)
    await goesOn(siege, siege.card, ' and on')
  })

  it('[T54] whoever fills the board with small deletions is sent away for a while [G32]', async () => {
    const eve = await siege.attacker()
    for (let n = 0; n < 14 && eve.socket.readyState === eve.socket.OPEN; n++) {
      const id = cardId(540 + n)
      await ownCard(eve, id, 'x'.repeat(2_000))
      eve.sends(
        eve.does((cards) => {
          const text = textIn(cards, id)
          for (let at = 0; at < 1_000; at++) text.delete(at, 1)
        }),
      )
    }
    expect(await eve.closed()).toMatch(/^4529/)
    const { clientId, secret } = await takeSeat(siege.base, siege.made.sessionId, eve.token)
    const knock = { session: siege.made.sessionId, token: eve.token, seat: `${clientId}.${secret}` }
    expect(await turnedAway(siege.base, knock)).toEqual({ code: 4529, frames: 0 })
    await goesOn(siege, siege.card, '!')
  }, 60_000)

  it('[T54] one frame that cuts a long text into pieces everywhere is rejected at once [G31]', async () => {
    const eve = await siege.attacker()
    const parent = idOfKey(eve.doc, siege.card, 'text')
    const items = [{ parent, content: string('x'.repeat(60_000)) }]
    const whole = raw({ client: eve.clientId, clock: eve.clock(), items })
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, whole.slice(0, -1))
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, eve.clientId)
    encoding.writeVarUint(encoder, 30_000)
    for (let n = 0; n < 30_000; n++) {
      encoding.writeVarUint(encoder, eve.clock() + 2 * n)
      encoding.writeVarUint(encoder, 1)
    }
    await siege.unharmed(async () => {
      const began = performance.now()
      eve.sends(encoding.toUint8Array(encoder), 'step2')
      expect(await eve.closed()).toBe('4403 too-many-cuts')
      expect(performance.now() - began).toBeLessThan(5_000)
    })
  })

  it('[T55] the whole history with twenty thousand known deletions is nothing, and quickly so', async () => {
    const lots = await besiege()
    for (let n = 0; n < 20; n++) {
      // One person leaves so many at most before they are sent away.
      const as = await join(lots.base, lots.made.joinCode, { name: `Writer ${n}` })
      const writer = await openAttacker({ base: lots.base, session: lots.made.sessionId, as })
      writer.sends(
        writer.does((cards) =>
          addEntry(cards, cardId(n), { by: writer.person, place: 'ideas/a1' }, 'ab'.repeat(1_000)),
        ),
      )
      writer.sends(
        writer.does((cards) => {
          const text = textIn(cards, cardId(n))
          for (let at = 0; at < 1_000; at++) text.delete(at, 1)
        }),
      )
      await until('it is saved', () => writer.saved() === 2)
      writer.leave()
    }
    const eve = await lots.attacker()
    const history = Y.encodeStateAsUpdate(eve.doc, Y.encodeStateVector(eve.doc))
    expect(history.byteLength).toBeGreaterThan(50_000)
    await lots.unharmed(async () => {
      for (let n = 0; n < 10; n++) eve.sends(history, 'step2')
      await until('all are answered', () => eve.saved() === 10)
    })
    // The quickest of ten: what it takes, whatever else the machine does.
    const board = openBoard()
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(eve.doc))
    const took = Array.from({ length: 10 }, () => {
      const began = performance.now()
      expect(board.submit(history, eve.clientId, allow, SYNC_STEP_2_LIMITS).is).toBe('nothing')
      return performance.now() - began
    })
    expect(Math.min(...took)).toBeLessThan(20)
    await lots.end()
  })
})

describe('flipped bits', () => {
  it('[T56] of real updates bring down nothing and change nothing of others', async () => {
    const seed = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 1_000_000)
    const dice = seededDice(seed)
    const below = (limit: number): number => Number.parseInt(dice.id().slice(0, 8), 36) % limit || 0
    let eve = await siege.attacker()
    const before = words()
    try {
      for (let n = 0; n < 90; n++) {
        if (eve.socket.readyState !== eve.socket.OPEN) {
          const next = await siege.attacker()
          eve = next
        }
        const id = cardId(5_600 + n)
        const update = eve.does((cards) => {
          if (n % 3 === 0) addEntry(cards, id, { by: eve.person, place: 'ideas/a1' }, 'mine')
          if (n % 3 !== 1) cards.get(siege.card)?.set('place', `ideas/a${1 + (n % 9)}`)
          if (n % 3 !== 2) textIn(cards, siege.card).insert(n % 5, 'eve')
        })
        const forged = Uint8Array.from(update)
        for (let flips = below(4); flips >= 0; flips--) {
          const at = below(forged.length)
          forged[at] = (forged[at] ?? 0) ^ (1 << below(8))
        }
        const [saved, asked] = [eve.saved(), eve.asked()]
        eve.sends(forged)
        await until(
          'it is dealt with',
          () => eve.saved() > saved || eve.asked() > asked || eve.socket.readyState > 1,
        )
        // What the replica holds is no longer what the server does.
        if (eve.socket.readyState === eve.socket.OPEN) {
          eve.leave()
          await eve.closed()
        }
      }
      expect(words()).toBe(before)
      await siege.equal()
      await goesOn(siege, siege.card, '?')
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error })
    }
  }, 120_000)
})

describe('in one tick', () => {
  it('[T64] hostile and honest edits that arrive together: the honest ones stand, the others leave nothing [G7]', async () => {
    const [eve, rude, watcher] = [
      await siege.attacker(),
      await siege.attacker(),
      await siege.attacker({ role: 'observer' }),
    ]
    await siege.equal()
    const before = words()
    const bad = eve.does((cards) => textIn(cards, siege.card).insert(3, 'EVE'))
    const wiped = rude.does((cards) => cards.delete(siege.card))
    const moved = watcher.does((cards) => cards.get(siege.card)?.set('place', 'ideas/a8'))
    siege.server.freeze()
    eve.sends(bad)
    rude.sends(wiped)
    watcher.sends(moved)
    textOf(siege.ann, siege.card).insert(0, 'Indeed: ')
    setField(siege.ben, siege.card, 'place', 'ideas/a3')
    const added = siege.fay.addCard('Said at the same time', 'ideas/a4')
    siege.server.thaw()
    expect(await rude.closed()).toBe('4403 entry-deleted')
    await until('the words are there', () => words() === `Indeed: ${before}`)
    await until('the card is there', () => siege.ben.cards().has(added))
    await until('both are told no', () =>
      [eve, watcher].every((one) => one.said(MESSAGE.refused).length > 0),
    )
    await siege.equal()
    // Ben's move holds, whoever has the higher client id.
    expect(siege.fay.cards().get(siege.card)).toBeInstanceOf(Y.Map)
    expect(JSON.stringify(siege.fay.cards().get(siege.card))).toContain('ideas/a3')
    expect(words()).toBe(`Indeed: ${before}`)
  })
})
