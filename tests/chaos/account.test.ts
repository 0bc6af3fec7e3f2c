/** What holds people's words against the disk finds out whatever is wrong, and nothing where nothing is. */
import { putEntry, textOf } from '@plenary/shared/board'
import { MESSAGE, writeJson } from '@plenary/shared/frame'
import { must } from '@plenary/shared/must'
import { remember } from '@plenary/server/memory'
import { decodeRecord } from '@plenary/server/record'
import type { Opened } from '@plenary/server/store'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { formatNamed } from '../kit/play.ts'
import { openWire } from '../kit/wire.ts'
import { Account, nothingCompared } from './account.ts'
import type { SeenDocument } from './account.ts'
import type { OnDisk } from './journal.ts'
import { VoteBook } from './vote-book.ts'
import type { Evidence } from './witness.ts'
import { createWitness, missingIn } from './witness.ts'

const CARD = 'c'.repeat(22)

/** An hour in a real room: a card, a vote, and everything that Ann and Fay were told of it; `late`: and a card too late. */
async function hour(late: string | null = null) {
  const wire = await openWire(formatNamed('dot-vote'))
  const fay = must(wire.pages[0], 'Fay')
  const ann = await wire.join('Ann')
  const witness = createWitness()
  witness.joined(ann.person, 'Ann')
  const seen = [fay, ann].map((page) => {
    wire.connect(page)
    page.up.unshift(writeJson(MESSAGE.hello, { protocol: 1 }))
    return { page, at: witness.socket(page.person, page.doc.clientID), told: 0 }
  })
  const pass = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      for (const { page, at } of seen) {
        for (const frame of page.up) at.sent(frame)
        wire.carry(page, 'up', Infinity)
      }
      await wire.settle()
      for (const one of seen) {
        for (const frame of one.page.sent.slice(one.told)) one.at.received(frame)
        one.told = one.page.sent.length
        wire.carry(one.page, 'down', Infinity)
      }
    }
  }
  const ask = (page: typeof ann, id: string, body: object): void =>
    void page.up.push(writeJson(MESSAGE.command, { id, ...body }))
  await pass()
  ask(fay, 'go', { type: 'phase.go', phase: 'propose' })
  await pass()
  const put = (id: string, text: string): void =>
    ann.doc.transact(() =>
      putEntry(ann.doc, {
        do: 'put',
        id,
        kind: 'card',
        text,
        place: 'ideas/a0',
        fields: { by: ann.person },
      }),
    )
  put(CARD, 'One idea')
  await pass()
  if (late !== null) {
    const text = textOf(ann.doc, CARD)
    text?.insert(0, 'No: ')
    // One's own second thoughts, in the same tick, are nobody's refusal.
    text?.delete(0, 4)
    await pass()
  }
  ask(fay, 'on', { type: 'phase.go', phase: 'vote' })
  await pass()
  const round = must(
    [...fay.doc.getMap('session').keys()].find((key) => key.startsWith('round:')),
    'a round',
  ).slice('round:'.length)
  ask(ann, 'dot', { type: 'dot.add', round, target: CARD })
  await pass()
  if (late !== null) {
    wire.clock.advance(10_000)
    put('d'.repeat(22), late)
    await pass()
  }
  const documents = [fay, ann].map(({ name, doc }): SeenDocument => ({ person: name, doc }))
  const opened = await wire.store.open('session')
  return { opened, documents, asked: witness.asked, evidence: witness.take(), ann: ann.person }
}

/** As a disk would have it that has lost the last `lost` records. */
function diskOf(opened: Opened, lost = 0): OnDisk {
  const tail = opened.tail.slice(0, opened.tail.length - lost)
  const records = tail.map(({ bytes, seq, epoch }) => ({ ...decodeRecord(bytes), seq, epoch }))
  return { memory: remember({ ...opened, tail }), records }
}

let told: Awaited<ReturnType<typeof hour>>
beforeAll(async () => {
  told = await hour()
})

function wrongWith(
  more: Partial<Evidence>,
  disk = diskOf(told.opened),
  documents = told.documents,
): string {
  const account = new Account('session', told.asked, nothingCompared())
  return account.check(disk, { ...told.evidence, ...more }, documents).join('\n')
}

/** An update that nobody has ever sent to the server. */
function stranger(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('cards').set('x', 1)
  return Y.encodeStateAsUpdate(doc)
}

describe('the account of a session', () => {
  it('[K41] finds nothing where everything that was told is on the disk, and has looked at all of it', () => {
    const compared = nothingCompared()
    const account = new Account('session', told.asked, compared)
    expect(account.check(diskOf(told.opened), told.evidence, told.documents)).toEqual([])
    expect(compared).toMatchObject({ answers: 3, saved: 3, seats: 2, people: 1, documents: 2 })
    expect(compared.updates).toBeGreaterThan(3)
    expect(compared.mines).toBeGreaterThan(2)
    expect(compared.unjudged).toBe(0)
  })

  it('[K41] finds out that the end of the journal is lost, by all that was told of it', () => {
    const wrong = wrongWith({}, diskOf(told.opened, 1))
    expect(wrong).toContain('to dot.add is not on disk')
    expect(wrong).toContain('a private view that never was')
    expect(wrong).toContain('has seen what is not on disk')
    expect(wrong).toContain('holds changes of')
    const half = wrongWith({}, diskOf(told.opened, told.opened.tail.length - 3))
    expect(half).toContain('was told "saved" of what is not on disk')
  })

  it('[K41] finds out each thing that somebody was told alone', () => {
    const { ann } = told
    const by = ann
    const lies: [Partial<Evidence>, string][] = [
      [{ answers: [{ person: ann, id: 'never', body: '{"ok":true}' }] }, 'to never is not on disk'],
      [
        { answers: [{ person: ann, id: 'dot', body: '{"ok":false}' }] },
        'answered {"ok":false} to dot',
      ],
      [{ heard: new Map([['', { update: stranger(), epoch: 1, by }]]) }, 'has seen what is not'],
      [{ saved: [{ person: ann, epoch: 1, update: stranger(), deletes: true }] }, 'told "saved"'],
      [{ mines: new Map([[ann, new Set(['{"drafts":[]}'])]]) }, 'a private view that never was'],
      [{ seats: new Map([[77, ann]]) }, 'seat 77'],
      [{ joined: new Map([['nobody', 'Zoe']]) }, 'Zoe was let in'],
      [{ boardSeq: 1_000 }, 'change 1000 was spoken of'],
    ]
    for (const [lie, what] of lies) expect(wrongWith(lie)).toContain(what)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stranger())
    expect(wrongWith({}, diskOf(told.opened), [{ person: 'Ann', doc }])).toContain('Ann holds')
  })

  it('[K41] takes a private view that the line brings after the disk was read, and no older one', () => {
    const account = new Account('session', told.asked, nothingCompared())
    const { mines } = told.evidence
    const nothing = { ...createWitness().take(), boardSeq: 0 }
    const check = (seen: Evidence) => account.check(diskOf(told.opened), seen, []).join('\n')
    expect(check(nothing)).toBe('')
    expect(check({ ...nothing, mines })).toBe('')
    expect(check({ ...nothing, mines })).toContain('a private view that never was')
  })

  it('[K41] finds out a snapshot that is not the fold of the journal, and a command that counted twice', () => {
    const { records } = diskOf(told.opened)
    const { memory } = diskOf(told.opened, 1)
    expect(wrongWith({}, { memory, records })).toContain('is not the fold of the journal')
    const twice = diskOf(told.opened)
    const dotted = must(
      twice.records.find(({ answers }) => answers.some(({ id }) => id === 'dot')),
      'the dot',
    )
    const again = { ...dotted, seq: twice.memory.seq + 1, board: null }
    const wrong = wrongWith({}, { ...twice, records: [...twice.records, again] })
    expect(wrong).toContain('the command dot counted twice')
    const silent = { ...dotted, answers: [] }
    const records2 = twice.records.map((one) => (one === dotted ? silent : one))
    expect(wrongWith({}, { ...twice, records: records2 })).toContain('that nobody asked for')
  })

  it('[K41] finds out words that were refused and of which nobody was told', async () => {
    const late = await hour('Too late')
    const compared = nothingCompared()
    const account = new Account('session', late.asked, compared)
    expect(account.check(diskOf(late.opened), late.evidence, late.documents)).toEqual([])
    expect(compared.refused).toBe(1)
    expect(account.lost((person) => (person === late.ann ? ['It was Too late'] : []))).toEqual([])
    for (const texts of [[], ['One idea']])
      expect(account.lost(() => texts).join()).toContain('told "saved" of "Too late"')
  })

  it('[K41] finds out refused words also where others had written the same before', async () => {
    const late = await hour('idea')
    const account = new Account('session', late.asked, nothingCompared())
    account.check(diskOf(late.opened), late.evidence, late.documents)
    expect(account.lost(() => []).join()).toContain('told "saved" of "idea"')
  })

  it('[K41] finds out a deletion that is not on the disk', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'word')
    const kept = new Y.Doc()
    Y.applyUpdate(kept, Y.encodeStateAsUpdate(doc))
    expect(missingIn(kept, Y.encodeStateAsUpdate(doc))).toBe('')
    doc.getText('t').delete(0, 2)
    expect(missingIn(kept, Y.encodeStateAsUpdate(doc))).toContain('the deletion of')
    expect(missingIn(kept, Y.encodeStateAsUpdate(doc), false)).toBe('')
  })
})

describe('the count of the votes', () => {
  const rules = { budget: 2, cap: 1, live: false }
  const dot = (person: string, target: string, dots: number) =>
    ({ is: 'dots.set', round: 'r', person, target, dots }) as const
  const opened = (more: object = {}): VoteBook => {
    const book = new VoteBook()
    const as = { is: 'open', kind: 'dots', section: 's', rules, ballots: {}, openedAt: 0 } as const
    expect(book.takes({ is: 'round.opened', round: 'r', as: { ...as, ...more } })).toBe('')
    return book
  }

  it('[K41] finds out every limit that a vote went beyond, whatever came before', () => {
    const book = opened()
    expect(book.takes(dot('ann', 'a', 1))).toBe('')
    expect(book.takes(dot('ann', 'b', 1))).toBe('')
    expect(book.takes(dot('ann', 'b', 0))).toBe('')
    expect(book.takes(dot('ann', 'c', 1))).toBe('')
    expect(book.takes(dot('ann', 'd', 1))).toContain('3 dots of 2')
    expect(opened().takes(dot('ann', 'a', 2))).toContain('2 dots on one card')
    expect(opened({ targets: ['b', 'c'] }).takes(dot('ann', 'a', 1))).toContain('beside the vote')
    expect(opened({ options: [{ id: 'o', text: 'O' }] }).takes(dot('ann', 'a', 1))).toContain(
      'none',
    )
    expect(new VoteBook().takes(dot('ann', 'a', 1))).toContain('in no round')
  })

  it('[K41] goes on from what the state says where records were cut before they were read', () => {
    const more = { budget: 3, cap: 2, live: false }
    const book = opened()
    book.takes(dot('ann', 'a', 1))
    book.takes(dot('ann', 'b', 1))
    const round = { is: 'open', kind: 'dots', section: 's', openedAt: 0 } as const
    // Unread: one of them was taken back, and there is one dot more for everybody.
    book.takeUp({ r: { ...round, rules: more, ballots: { ann: { a: 1 } } } })
    expect(book.takes(dot('ann', 'a', 2))).toBe('')
    expect(book.takes(dot('ann', 'b', 1))).toBe('')
    expect(book.takes(dot('ann', 'c', 1))).toContain('4 dots of 3')
  })

  it('[K41] finds out a result that is not what was voted, and a dot after the close', () => {
    const book = opened()
    book.takes(dot('ann', 'a', 1))
    book.takes(dot('ben', 'a', 1))
    expect(book.takes({ is: 'round.closed', round: 'r', result: { a: 1 } })).toContain(
      'is not what',
    )
    expect(book.takes(dot('ben', 'b', 1))).toContain('closed round')
    const fair = opened()
    fair.takes(dot('ann', 'a', 1))
    expect(fair.takes({ is: 'round.closed', round: 'r', result: { a: 1 } })).toBe('')
  })
})
