/** One session with its people, and the account that is kept of what they were told. */
import { seeded } from '../kit/seeded-dice.ts'
import { join, makeSession } from '../kit/http-client.ts'
import type { Compared, SeenDocument } from './account.ts'
import { Account, plainOf } from './account.ts'
import type { OnDisk } from './journal.ts'
import type { Line } from './page.ts'
import type { Pace } from './person.ts'
import { Person } from './person.ts'
import type { Witness } from './witness.ts'
import { canonical, createWitness } from './witness.ts'
import { mineOf } from '@plenary/shared/mine'

/** How often somebody who was not let in tries again. */
const TRIES = 200
const TRY_AGAIN = 50

export interface Gathering {
  readonly id: string
  readonly people: readonly Person[]
  readonly witness: Witness
  readonly account: Account
  check(disk: OnDisk): string[]
  /** Once all is quiet: words that were refused and of which nobody was told. */
  lost(): string[]
  /** How somebody's page differs from the disk, now that nothing moves any more; '' where all are equal. */
  differs(disk: OnDisk): string
}

export interface Gathers {
  formatId: string
  size: number
  pace: Pace
  /** Of the people's own dice. */
  seed: number
  line: Omit<Line, 'witness'>
  compared: Compared
}

export async function gather({
  formatId,
  size,
  pace,
  seed,
  line,
  compared,
}: Gathers): Promise<Gathering> {
  const witness = createWitness()
  const made = await again(() =>
    makeSession(line.origin, { title: `Chaos ${formatId}`, formatId, name: 'Fay' }),
  )
  const id = made.sessionId
  witness.joined(made.participantId, 'Fay')
  const whole = { ...line, witness }
  const fay = { sessionId: id, token: made.token, person: made.participantId }
  const being = (n: number) => ({ random: seeded(seed + n), line: whole, pace })
  const people = [new Person({ whose: fay, name: 'Fay', leads: true, ...being(0) })]
  let came = 0
  while (people.length < size) {
    // A name that came in, and was never told so, is not used again.
    const joined = await again(() => join(line.origin, id, { name: `P${++came}` }))
    witness.joined(joined.participantId, `P${came}`)
    const whose = { sessionId: id, token: joined.token, person: joined.participantId }
    people.push(new Person({ whose, name: `P${came}`, ...being(people.length) }))
  }
  const account = new Account(id, witness.asked, compared)

  const documents = (): SeenDocument[] =>
    people.flatMap(({ name, doc }) => (doc === null ? [] : [{ person: name, doc }]))

  return {
    id,
    people,
    witness,
    account,
    check: (disk) => account.check(disk, witness.take(), documents()),
    lost: () => account.lost((one) => people.find(({ whose }) => whose.person === one)?.told ?? []),
    differs({ memory }) {
      const truth = plainOf(memory.doc)
      for (const { person, doc } of documents()) {
        const theirs = plainOf(doc)
        if (theirs !== truth) return `${person} of ${id}: ${difference(theirs, truth)}`
      }
      for (const { page, name, whose } of people) {
        if (memory.state === null || page === null) continue
        const theirs = page.mine() ?? ''
        const mine = canonical(mineOf(memory.state, whose.person))
        if (theirs !== mine) return `what ${name} of ${id} sees alone: ${difference(theirs, mine)}`
      }
      return ''
    },
  }
}

/** Where two texts part. */
function difference(theirs: string, truth: string): string {
  let at = 0
  while (at < truth.length && theirs[at] === truth[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 80)
  return `has ${around(theirs)} where the disk has ${around(truth)}`
}

/** A line that breaks off is tried again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++)
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES) throw error
      await new Promise((go) => setTimeout(go, TRY_AGAIN))
    }
}
