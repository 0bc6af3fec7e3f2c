/** Votes, phases, roles and limits against people who do not keep to them. */
import { readFileSync, readdirSync } from 'node:fs'
import { join as pathOf } from 'node:path'
import { MESSAGE } from '@plenary/shared/frame'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Siege } from '../kit/attack-seat.ts'
import { besiege, expectRejected, led, seatAgain } from '../kit/attack-seat.ts'
import { addEntry, cardId } from '../kit/gate-board.ts'
import { setField } from '../kit/table.ts'
import { until } from '../kit/until.ts'

let siege: Siege
beforeAll(async () => {
  siege = await besiege()
})
afterAll(async () => {
  await siege.sameAfterRestart()
  await siege.end()
})

const dots = (round: string): unknown => siege.fay.fact(`live:${round}`)
const dot = (round: string, id: string, target = siege.card): object => ({
  id,
  type: 'dot.add',
  round,
  target,
})

describe('the facts of the session', () => {
  it('[T57] phase, timer, people and votes are written by nobody but the server', async () => {
    for (const key of ['phase', 'timer', 'status', 'live', 'round:x', 'person:x', 'epoch']) {
      const eve = await siege.attacker()
      const wanted = eve.does(() => eve.doc.getMap('session').set(key, { id: 'vote', since: 0 }))
      await expectRejected(siege, eve, wanted, 'server-only')
    }
    const eve = await siege.attacker()
    const nested = eve.doc.getMap('session').get('live')
    if (!(nested instanceof Y.Map)) throw new Error('no map of live facts')
    await expectRejected(
      siege,
      eve,
      eve.does(() => nested.set('hand:x', 1)),
      'server-only',
    )
  })

  it('[T66] a client with a clock of its own moves no timer, and can tell the time to a second', async () => {
    const eve = await siege.attacker()
    const [welcome] = eve.said(MESSAGE.welcome)
    expect(welcome).toMatchObject({ serverTime: expect.closeTo(Date.now(), -4) })
    await led(siege, { type: 'timer.start' })
    const timer = await until('the timer', () => {
      const fact = siege.ben.fact('timer')
      return JSON.stringify(fact).includes('running') ? fact : null
    })
    for (const body of [
      { type: 'timer.add', minutes: 60 },
      { type: 'timer.start', endsAt: Date.now() + 9e9 },
      { type: 'timer.pause', now: 0 },
    ]) {
      eve.commands({ id: body.type, ...body })
      expect(await eve.answer(body.type)).toMatchObject({ ok: false, reason: 'not-allowed' })
    }
    await expectRejected(
      siege,
      eve,
      eve.does(() => eve.doc.getMap('session').set('timer', { is: 'running', endsAt: 1 })),
      'server-only',
    )
    expect(siege.ben.fact('timer')).toEqual(timer)
    // What is left is told by the end and the server's own time: half a second of slack for a busy machine.
    expect(timer).toMatchObject({ is: 'running' })
    await led(siege, { type: 'timer.pause' })
  })
})

describe('dots', () => {
  let round = ''
  beforeEach(async () => {
    await siege.enter('propose')
    await siege.enter('vote', true)
    const rules = { budget: 3, cap: 2, live: true }
    const open = [...siege.fay.session().entries()].find(
      ([key, fact]) => key.startsWith('round:') && JSON.stringify(fact).includes('"open"'),
    )
    if (open === undefined) await led(siege, { type: 'round.open', section: 'ideas', rules })
    round = await until('an open round', () =>
      [...siege.fay.session().entries()]
        .find(
          ([key, fact]) => key.startsWith('round:') && JSON.stringify(fact).includes('"open"'),
        )?.[0]
        .slice(6),
    )
  })

  const closeRound = async (): Promise<void> => {
    await led(siege, { type: 'round.close', round })
  }

  it('[T58] two sockets that race for the last dot get no more than the budget, at no moment', async () => {
    const first = await siege.attacker()
    const second = await seatAgain(siege, first)
    const seen: number[] = []
    const look = (): void => {
      const held = dots(round)
      const all: unknown[] = typeof held === 'object' && held !== null ? Object.values(held) : []
      seen.push(all.reduce<number>((sum, one) => sum + Number(one), 0))
    }
    siege.ben.doc.on('update', look)
    siege.server.freeze()
    for (let n = 0; n < 6; n++) {
      first.commands(dot(round, `a${n}`))
      second.commands(dot(round, `b${n}`))
    }
    siege.server.thaw()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => [first.answer(`a${n}`), second.answer(`b${n}`)]).flat(),
    )
    // At most two on one card.
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"ok":true'))).toHaveLength(2)
    const other = siege.ann.addCard('Another', 'ideas/a1')
    expect(siege.ann.cards().has(other)).toBe(true)
    siege.ben.doc.off('update', look)
    expect(Math.max(0, ...seen)).toBeLessThanOrEqual(2)
    await closeRound()
    expect(siege.fay.fact(`round:${round}`)).toMatchObject({ result: { [siege.card]: 2 } })
  })

  it('[T59] a vote whose answer was lost with the server counts once when it is asked again', async () => {
    const eve = await siege.attacker()
    siege.server.freeze()
    eve.commands(dot(round, 'once'))
    await siege.server.kill()
    await siege.server.start()
    await until('all are back', () => siege.all.every(({ provider }) => provider.synced))
    const again = await seatAgain(siege, eve)
    for (let n = 0; n < 3; n++) again.commands(dot(round, 'once'))
    expect(await again.answer('once')).toMatchObject({ ok: true })
    again.commands(dot(round, 'last', 'nothing'))
    await again.answer('last')
    await closeRound()
    expect(siege.fay.fact(`round:${round}`)).toMatchObject({ result: { [siege.card]: 1 } })
  })

  it('[T60] nobody takes dots of others, gives parts of a dot, or votes for what is not there', async () => {
    const eve = await siege.attacker()
    expect(await siege.ben.ask({ type: 'dot.add', round, target: siege.card })).toMatchObject({
      ok: true,
    })
    const refused: [object, string][] = [
      [{ type: 'dot.take', round, target: siege.card }, 'no-dot-here'],
      [{ type: 'dot.take', round, target: siege.card, person: siege.ben.person }, 'no-dot-here'],
      [{ type: 'dot.add', round, target: 'nothing' }, 'no-such-card'],
      [{ type: 'dot.add', round, target: 'constructor' }, 'no-such-card'],
      [{ type: 'dot.add', round: 'nothing', target: siege.card }, 'no-such-round'],
      [{ type: 'dot.add', round: '__proto__', target: siege.card }, 'no-such-round'],
    ]
    for (const [at, [body, reason]] of refused.entries()) {
      eve.commands({ id: `r${at}`, ...body })
      expect(await eve.answer(`r${at}`)).toMatchObject({ ok: false, reason })
    }
    // A weight is none of the command's fields: a dot is a dot.
    for (const [at, dotsOf] of [-5, 0.5, 1e9, 'NaN'].entries())
      eve.commands({ ...dot(round, `w${at}`), weight: dotsOf, dots: dotsOf, value: dotsOf })
    await eve.answer('w3')
    const gone = siege.ann.addCard('Soon gone', 'ideas/a2')
    await siege.equal()
    setField(siege.ann, gone, 'removed', true)
    await siege.equal()
    eve.commands(dot(round, 'gone', gone))
    expect(await eve.answer('gone')).toMatchObject({ ok: false, reason: 'no-such-card' })
    await closeRound()
    expect(siege.fay.fact(`round:${round}`)).toMatchObject({ result: { [siege.card]: 3 } })
  })

  it('[T61] after the close no vote counts, whatever time a client thinks it is', async () => {
    const eve = await siege.attacker()
    await closeRound()
    eve.commands({ ...dot(round, 'late'), at: 0, now: Date.now() - 3_600_000 })
    expect(await eve.answer('late')).toMatchObject({ ok: false, reason: 'round-closed' })
    expect(siege.fay.fact(`round:${round}`)).toMatchObject({ is: 'closed', result: {} })
  })

  it('[T62] who comes in again under another name votes again, and everybody sees one person more', async () => {
    const people = (): number =>
      [...siege.fay.session().keys()].filter((key) => key.startsWith('person:')).length
    const before = people()
    for (const name of ['one', 'two']) {
      const eve = await siege.attacker()
      for (let n = 0; n < 4; n++) eve.commands(dot(round, `${name}${n}`))
      expect(await eve.answer(`${name}3`)).toMatchObject({ ok: false, reason: 'card-full' })
    }
    await until('two people more', () => people() === before + 2)
    await closeRound()
    expect(siege.fay.fact(`round:${round}`)).toMatchObject({ result: { [siege.card]: 4 } })
  })
})

describe('roles', () => {
  it('[T63] what only a facilitator may is refused to everybody else', async () => {
    const eve = await siege.attacker()
    const watcher = await siege.attacker({ role: 'observer' })
    const asked = [
      { type: 'phase.go', phase: 'discuss' },
      { type: 'session.close' },
      { type: 'session.lock', door: true },
      { type: 'person.remove', person: siege.ann.person },
      { type: 'person.role', person: eve.person, role: 'facilitator' },
      { type: 'round.open', section: 'ideas', rules: { budget: 99, cap: null, live: true } },
      { type: 'chair.take' },
      { type: 'chair.hand', person: eve.person },
    ]
    await siege.unharmed(async () => {
      for (const who of [eve, watcher])
        for (const [at, body] of asked.entries()) {
          who.commands({ id: `c${at}`, ...body })
          expect(await who.answer(`c${at}`)).toMatchObject({ ok: false })
        }
    })
  })

  it('[T63] a facilitator who is one no longer is refused what was on its way', async () => {
    await siege.enter('propose')
    const eve = await siege.attacker()
    await led(siege, { type: 'chair.share', person: eve.person })
    eve.commands({ id: 'may', type: 'session.rename', title: 'By Eve' })
    expect(await eve.answer('may')).toMatchObject({ ok: true })
    const fay = await seatAgain(siege, { person: siege.fay.person, token: siege.fay.token })
    siege.server.freeze()
    fay.commands({ id: 'demote', type: 'person.role', person: eve.person, role: 'participant' })
    await until('it is sent', () => fay.socket.bufferedAmount === 0)
    eve.commands({ id: 'late', type: 'session.rename', title: 'By Eve again' })
    siege.server.thaw()
    expect(await fay.answer('demote')).toMatchObject({ ok: true })
    const late = await eve.answer('late')
    // Of two sockets the server may hear either first; what is told afterwards is what holds.
    const title = siege.ben.fact('title')
    if (JSON.stringify(late).includes('"ok":true')) expect(title).toBe('By Eve again')
    else expect(late).toMatchObject({ ok: false, reason: 'not-allowed' })
    eve.commands({ id: 'later', type: 'session.rename', title: 'Never' })
    expect(await eve.answer('later')).toMatchObject({ ok: false, reason: 'not-allowed' })
    expect(siege.ben.fact('title')).not.toBe('Never')
  })
})

describe('cards where none are taken', () => {
  const CANARY = 'canary-of-the-locked-phase'

  it('[T64] a card in a phase without cards is refused in words, and its content is nowhere', async () => {
    await siege.enter('discuss', true)
    const eve = await siege.attacker()
    let tries = 0
    const adds = async (text: string): Promise<void> => {
      eve.sends(
        eve.does((cards) =>
          addEntry(cards, cardId(600 + tries), { by: eve.person, place: 'ideas/a3' }, text),
        ),
      )
      tries++
      await until('an answer', () => eve.saved() === tries)
    }
    await until('the moment of grace is over', async () => {
      await adds('early')
      return eve.said(MESSAGE.refused).length > 0
    })
    await adds(CANARY)
    expect(eve.said(MESSAGE.refused).slice(1)).toMatchObject([
      {
        changes: [
          {
            card: cardId(599 + tries),
            reason: 'not-now',
            message: expect.stringMatching(/\.$/),
            text: CANARY,
          },
        ],
      },
    ])
    await until('the attacker agrees', () => !eve.doc.getMap('cards').has(cardId(599 + tries)))
    await siege.equal()
    const folder = siege.server.dataDir
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      // The socket of the backup holds nothing.
      if (!entry.isSocket())
        expect(readFileSync(pathOf(folder, entry.name)).includes(CANARY)).toBe(false)
    for (const client of siege.all)
      expect(client.received.some((frame) => Buffer.from(frame).includes(CANARY))).toBe(false)
  })
})
