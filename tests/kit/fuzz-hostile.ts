/**
 * Attackers with long memories among honest people, as one law: nothing throws, nothing of others changes, and the
 * live, the replayed and the reloaded board are equal.
 */
import * as fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Judge } from '@plenary/server/gate/gate'
import { forge, forgedStructs, mutated } from './attack-structs.ts'
import type { Figures } from './fuzz-figures.ts'
import { count } from './fuzz-figures.ts'
import type { Board, Client } from './gate-board.ts'
import { SERVER_ID, addEntry, cardId, openBoard, openClient, plain, textOf } from './gate-board.ts'

const small = fc.nat({ max: 1_000 })
const bytes = fc.array(fc.tuple(small, fc.nat({ max: 255 }), fc.nat({ max: 3 })), { maxLength: 4 })
const attack = fc.oneof(
  fc.record({ is: fc.constant('real' as const), who: small, deed: small, a: small, spoil: bytes }),
  fc.record({ is: fc.constant('forged' as const), who: small, off: small, structs: forgedStructs }),
  fc.record({ is: fc.constant('again' as const), who: small, which: small, spoil: bytes }),
  fc.record({ is: fc.constant('held' as const), who: small, deed: small, a: small }),
  fc.record({ is: fc.constant('all' as const), who: small, spoil: bytes }),
  fc.record({ is: fc.constant('anew' as const), who: small }),
)
const honest = fc.record({ is: fc.constant('honest' as const), who: small, deed: small, a: small })
const deed = fc.oneof({ weight: 2, arbitrary: honest }, { weight: 3, arbitrary: attack })
const tick = fc.array(deed, { minLength: 1, maxLength: 6 })
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

interface Attacker {
  name: string
  client: Client
}

/** Counts into `figures`. */
export function hostileLaw(figures: Figures): fc.IProperty<[Deed[][]]> {
  return fc.property(fc.array(tick, { minLength: 5, maxLength: 60, size: 'max' }), (ticks) => {
    const scene = openScene(figures)
    for (const deeds of ticks) scene.tick(deeds)
    scene.end()
    figures.runs++
  })
}

interface Scene {
  tick(deeds: readonly Deed[]): void
  end(): void
}

function openScene(figures: Figures): Scene {
  const board = openBoard()
  board.doc.getMap('session').set('title', 'Retro')
  const live = new Y.Doc()
  Y.applyUpdate(live, Y.encodeStateAsUpdate(board.doc))
  board.doc.on('update', (update: Uint8Array) => Y.applyUpdate(live, update))
  let nextId = 10
  let cards = 0
  // One below and one above most attackers: of two values at once the higher id holds.
  const victims = [5, 900_000].map((id, n) => ({ name: `v${n}`, client: openClient(board, id) }))
  for (const { name, client } of victims)
    board.submit(
      client.does((all) => addEntry(all, cardId(cards++), { by: name }, 'words 🙂 of hers')),
      client.id,
    )
  const enter = (): Client => {
    nextId += 1 + (nextId % 3) * 400
    return openClient(board, nextId)
  }
  for (const { client } of victims)
    Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(board.doc), 'server')
  const attackers: Attacker[] = ['e0', 'e1'].map((name) => ({ name, client: enter() }))
  const memory: Uint8Array[] = []

  const judgeFor = (name: string): Judge => {
    const map = board.doc.getMap<Y.Map<unknown>>('cards')
    return (change) => {
      if (change.is === 'add') return change.fields['by'] === name ? null : { hard: 'forged' }
      return map.get(change.id)?.get('by') === name ? null : 'not-yours'
    }
  }

  const sendAs = (tr: Y.Transaction, { name, client }: Attacker, update: Uint8Array): void => {
    memory.push(update)
    count(figures, board.within(tr, update, client.id, judgeFor(name)))
  }

  function attackWith(tr: Y.Transaction, one: Exclude<Deed, { is: 'honest' }>): void {
    const who = attackers[one.who % attackers.length]
    if (who === undefined) return
    const { doc, store } = { doc: who.client.doc, store: board.doc.store }
    switch (one.is) {
      case 'real':
        return sendAs(tr, who, mutated(wish(who, one.deed, one.a), one.spoil, memory))
      case 'forged': {
        const clock = Y.getState(store, who.client.id) + (one.off % 12 === 0 ? one.off % 5 : 0)
        return sendAs(tr, who, forge(board.doc, who.client.id, clock, one.structs))
      }
      case 'again': {
        const old = memory[one.which % Math.max(1, memory.length)]
        if (old !== undefined) sendAs(tr, who, mutated(old, one.spoil, memory))
        return
      }
      case 'held':
        // Kept back: what comes next has a gap, and this may come late.
        memory.push(wish(who, one.deed, one.a))
        return
      case 'all':
        return sendAs(tr, who, mutated(Y.encodeStateAsUpdate(doc), one.spoil, memory))
      case 'anew':
        figures.resets++
        who.client = enter()
    }
  }

  /** Something an honest program would do, though maybe not to this card. */
  function wish(who: Attacker, what: number, a: number): Uint8Array {
    try {
      return who.client.does((map) => {
        const id = [...map.keys()].toSorted()[a % Math.max(1, map.size)]
        if (id === undefined || what % 5 === 0)
          return addEntry(map, cardId(cards++), { by: who.name }, 'mine')
        edit(map, id, what, a)
      })
    } catch {
      // Whoever has sent two things under one clock has a replica that is no board any more.
      who.client = enter()
      return new Uint8Array([0, 0])
    }
  }

  return {
    tick(deeds) {
      const told = board.emitted.length
      board.tick((tr) => {
        for (const one of deeds) {
          if (one.is !== 'honest') {
            attackWith(tr, one)
            continue
          }
          const who = victims[one.who % victims.length]
          if (who === undefined) continue
          const update = who.client.does((map) => {
            const own = [...map].filter(([, card]) => card.get('by') === who.name)
            const id = own.map(([key]) => key).toSorted()[one.a % own.length]
            if (id === undefined || one.deed % 9 === 0)
              addEntry(map, cardId(cards++), { by: who.name }, 'new 🙂')
            else edit(map, id, one.deed, one.a)
          })
          memory.push(update)
          const outcome = board.within(tr, update, who.client.id, judgeFor(who.name))
          count(figures, outcome)
          if (outcome.is !== 'nothing')
            expect(outcome).toMatchObject({ is: 'taken', refused: [], stripped: false })
        }
      })
      for (const { name, client } of victims) {
        const before = ownOf(client.doc, name)
        for (const update of board.emitted.slice(told)) Y.applyUpdate(client.doc, update, 'server')
        expect(ownOf(client.doc, name)).toEqual(before)
        expect(ownOf(board.doc, name)).toEqual(before)
      }
      if (told % 2 === 0) for (const { client } of attackers) hear(client, board)
      sound(board)
    },
    end() {
      const truth = plain(board.doc)
      const replayed = new Y.Doc()
      for (const update of board.emitted) Y.applyUpdate(replayed, update)
      const reloaded = new Y.Doc()
      Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(board.doc))
      for (const doc of [live, replayed, reloaded, ...victims.map(({ client }) => client.doc)])
        expect(plain(doc)).toEqual(truth)
    },
  }
}

/** Yjs takes another id where its own comes from outside: what was forged under it comes back. */
function hear({ id, doc }: Client, board: Board): void {
  doc.clientID = 1
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc, Y.encodeStateVector(doc)))
  doc.clientID = id
}

/** Own cards of somebody, each in one line. */
function ownOf(doc: Y.Doc, name: string): string[] {
  const lines: string[] = []
  for (const [id, card] of doc.getMap<Y.Map<unknown>>('cards'))
    if (card.get('by') === name) {
      const fields = ['kind', 'place', 'group', 'removed'].map((key) => String(card.get(key)))
      lines.push([id, ...fields, String(card.get('text'))].join('|'))
    }
  return lines.toSorted()
}

function sound({ doc }: Board): void {
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  expect(doc.clientID).toBe(SERVER_ID)
  expect([...doc.share.keys()]).toEqual(['cards', 'session'])
  expect(doc.getMap('session').toJSON()).toEqual({ title: 'Retro' })
}

function edit(map: Y.Map<Y.Map<unknown>>, id: string, what: number, a: number): void {
  const text = textOf(map, id)
  const at = a % (text.length + 1)
  switch (what % 6) {
    case 0:
      map.get(id)?.set('place', `section/${a % 9}`)
      return
    case 1:
      map.get(id)?.set('group', `g${a % 5}`)
      return
    case 2:
      map.get(id)?.set('removed', a % 2 === 0)
      return
    case 3:
      text.insert(at, ['a', 'why ', '🙂', 'x'.repeat(300)][a % 4] ?? '')
      return
    case 4:
      text.delete(at, Math.min(a % 4, text.length - at))
      return
    default:
      for (let n = 0; n < text.length; n++) text.delete(n, 1)
      text.insert(0, 'anew ')
  }
}
