/** Random histories of a session: what several people may ask, as numbers that pick it. */
import { makeEdit } from '@plenary/shared/board'
import { chairSeen } from '@plenary/shared/decide/chair'
import type { Command } from '@plenary/shared/command'
import { THUMBS } from '@plenary/shared/thumb'
import * as fc from 'fast-check'
import type { Play } from './play.ts'

export const PEOPLE = ['Fay', 'Ann', 'Ben', 'Cem', 'Obi'] as const

export interface Turn {
  who: (typeof PEOPLE)[number]
  what: (typeof WHAT)[number]
  a: number
  b: number
}

const LEADS = [
  'phase',
  'phase',
  'agenda',
  'reveal',
  'late',
  'open round',
  'change round',
  'close round',
  'show numbers',
  'ask again',
  'settle',
  'remove',
  'role',
  'lock',
  'show',
  'keep',
  'go back',
  'aside',
  'aside',
  'return',
  'limit',
  'gather',
  'hand over',
  'share',
  'stand in',
  'topics',
  'topics',
  'talk',
  'talk',
  'extend',
  'scribe',
  'vote again',
] as const
const GIVES = [
  'draft',
  'draft',
  'undraft',
  'card',
  'dot',
  'dot',
  'dot',
  'dot',
  'undot',
  'number',
  'number',
  'number',
  'pass',
  'ready',
  'more time',
  'thumb',
  'thumb',
  'thumb',
  'decision',
  'other decision',
  'take chair',
  'reword',
  'uncard',
  'recard',
  'group',
  'merge',
  'apart',
  'away',
  'wait',
] as const
const WHAT = [...LEADS, ...GIVES] as const

const turnOf = (
  who: readonly (typeof PEOPLE)[number][],
  what: readonly (typeof WHAT)[number][],
): fc.Arbitrary<Turn> =>
  fc.record({
    who: fc.constantFrom(...who),
    what: fc.constantFrom(...what),
    a: fc.nat(5),
    b: fc.nat(5),
  })

/** Mostly who may asks for what may be, now and then anybody for anything. */
export const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 5, arbitrary: turnOf(['Fay', 'Ann', 'Ben', 'Cem'], GIVES) },
  { weight: 2, arbitrary: turnOf(['Fay'], LEADS) },
  { weight: 1, arbitrary: turnOf(PEOPLE, WHAT) },
)

/** Cards on the board, a vote and an estimate open: from here everything can happen. */
export function begun(session: Play): void {
  session.did('Fay', { type: 'phase.go', phase: 'look-out' })
  for (const [n, who] of (['Ann', 'Ben', 'Cem', 'Ann'] as const).entries())
    session.did(who, {
      type: 'draft.put',
      draft: `first-${n}`,
      section: 'sightings',
      text: `SECRET-${who}-first-${n}.`,
      rev: 1,
      state: 'done',
    })
  session.did('Fay', { type: 'phase.go', phase: 'pick', finish: true })
  session.passes(3_000)
  session.did('Fay', { type: 'phase.go', phase: 'weigh' })
}

const CARD_DEEDS = {
  aside: 'card.aside',
  uncard: 'card.remove',
  recard: 'card.restore',
} as const

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % items.length]

/** The command a turn comes to, or null where it is a wait or there is nothing it could name. Texts are unique by `n`. */
export function commandOf({ who, what, a, b }: Turn, n: number, session: Play): Command | null {
  const state = session.state()
  const rounds = (kind: 'dots' | 'estimates'): string | undefined =>
    pick(
      Object.keys(state.rounds).filter((id) => state.rounds[id]?.kind === kind),
      a,
    )
  const card = pick(
    [...session.board.entries()].filter((entry) => entry.kind === 'card'),
    b,
  )?.id
  const dots = rounds('dots')
  const estimates = rounds('estimates')
  const lane = pick(session.lanes(), a)?.id
  const person = session.person(pick(PEOPLE, a) ?? 'Fay').id
  const rules = { budget: b + 1, cap: a === 0 ? null : a, live: b % 2 === 0 }
  switch (what) {
    case 'phase': {
      const phase = pick(state.format.phases, a)?.id ?? ''
      return { type: 'phase.go', phase, finish: b % 2 === 0 }
    }
    case 'agenda': {
      const phase = pick(state.format.phases, a)?.id ?? ''
      return { type: 'agenda.set', steps: [{ phase, minutes: b + 1, skipped: b > 3 }] }
    }
    case 'draft':
      return {
        type: 'draft.put',
        draft: `${who}-${a % 3}`,
        section: 'sightings',
        text: `SECRET-${who}-${n}.`,
        rev: n + 1,
        state: b === 0 ? 'open' : 'done',
        sure: b === 1,
      }
    case 'undraft':
      return { type: 'draft.remove', draft: `${who}-${a % 3}` }
    case 'reveal':
      return { type: 'reveal' }
    case 'late':
      return { type: 'pour.late' }
    case 'card':
      return { type: 'card.add', text: `said ${n}`, to: lane ?? 'sightings', capture: b > 3 }
    case 'dot':
    case 'undot': {
      const target = pick(
        [...session.board.entries()].filter(({ kind }) => kind === 'card' || kind === 'group'),
        b,
      )?.id
      if (dots === undefined || target === undefined) return null
      return { type: what === 'dot' ? 'dot.add' : 'dot.take', round: dots, target }
    }
    case 'open round':
      return { type: 'round.open', section: 'sightings', rules }
    case 'change round':
      return dots === undefined ? null : { type: 'round.change', round: dots, rules }
    case 'close round':
      return dots === undefined ? null : { type: 'round.close', round: dots }
    case 'number':
    case 'pass':
    case 'settle': {
      if (estimates === undefined || lane === undefined) return null
      const axis = pick(['wind', 'tide', 'fog'], b) ?? 'fog'
      const at = { round: estimates, target: lane, axis }
      if (what === 'pass') return { type: 'estimate.pass', ...at }
      return {
        type: what === 'number' ? 'estimate.put' : 'estimate.settle',
        ...at,
        value: (n % 5) + 1,
      }
    }
    case 'show numbers':
      return estimates === undefined ? null : { type: 'estimate.reveal', round: estimates }
    case 'ask again':
      if (estimates === undefined || lane === undefined) return null
      return { type: 'estimate.reopen', round: estimates, target: lane }
    case 'remove':
      return b === 0 ? { type: 'person.remove', person } : null
    case 'role':
      return {
        type: 'person.role',
        person,
        role: pick(['facilitator', 'participant', 'observer'] as const, b) ?? 'observer',
      }
    case 'lock':
      return { type: 'session.lock', cards: b % 2 === 0, door: a % 2 === 0 }
    case 'show':
      return { type: 'card.show', card: b > 3 ? null : (card ?? null) }
    case 'aside':
    case 'uncard':
    case 'recard':
      return card === undefined ? null : { type: CARD_DEEDS[what], card }
    case 'return':
      return { type: 'card.return', card: pick(Object.keys(state.aside), b) ?? card ?? 'none' }
    case 'limit':
      return { type: 'draft.limit', each: a === 0 ? null : a }
    case 'keep':
      return { type: 'history.mark', name: `moment ${n}` }
    case 'go back': {
      const point = pick(state.points ?? [], a + b)?.id
      return point === undefined ? null : { type: 'history.restore', point }
    }
    case 'gather':
      return { type: 'gather' }
    case 'hand over':
    case 'share':
      return { type: what === 'share' ? 'chair.share' : 'chair.hand', person }
    case 'stand in':
      return { type: 'chair.standin', person: b === 0 ? null : person }
    case 'topics': {
      const topics = [...session.board.entries()]
        .filter((entry) => entry.kind === 'card')
        .slice(a, a + 2)
        .map(({ id }) => ({ target: id, minutes: 0.5 }))
      return { type: 'queue.set', topics }
    }
    case 'talk':
      if (b === 0) return { type: 'queue.next' }
      return { type: 'queue.start', target: pick(state.queue, a)?.target ?? card ?? '' }
    case 'extend':
      return { type: 'queue.extend', minutes: b - 2 }
    case 'thumb':
      return { type: 'thumb', thumb: pick([...THUMBS, null], a) ?? null }
    case 'scribe':
      return { type: 'scribe.set', person: b === 0 ? null : person }
    case 'decision':
      return { type: 'decision.add', text: `agreed ${n}` }
    case 'other decision': {
      const decision = pick(Object.keys(state.decisions), a)
      if (decision === undefined) return null
      return { type: 'decision.change', decision, text: `agreed ${n}`, removed: b % 2 === 0 }
    }
    case 'vote again': {
      const targets = [...session.board.entries()]
        .filter((entry) => entry.kind === 'card')
        .slice(0, 2)
        .map(({ id }) => id)
      if (targets.length < 2) return null
      const again = { ...rules, own: a % 2 === 0 }
      return { type: 'round.open', section: 'sightings', rules: again, targets, minutes: b + 1 }
    }
    case 'more time':
      return { type: 'more-time' }
    case 'take chair':
      return { type: 'chair.take' }
    case 'reword': {
      const reworded = a > 2 ? (pick(Object.keys(state.aside), b) ?? card) : card
      const from = [...session.board.entries()].find((entry) => entry.id === reworded)?.text
      if (reworded === undefined || from === undefined) return null
      return { type: 'card.reword', card: reworded, from, to: `reworded ${n}` }
    }
    case 'merge': {
      const groups = [...session.board.entries()].filter((entry) => entry.kind === 'group')
      const [group, into] = [pick(groups, a)?.id, pick(groups, b)?.id]
      if (group === undefined || into === undefined) return null
      return { type: 'group.merge', group, into }
    }
    case 'ready':
      return { type: 'ready', on: b % 2 === 0 }
    case 'group':
    case 'apart':
    case 'away':
    case 'wait':
      return null
  }
}

/** What happens without a command: a card joins a group, or a group is taken apart or comes back, by an edit; facilitators come and go, time goes by. */
export function happens({ what, a, b }: Turn, n: number, session: Play): void {
  const card = pick(
    [...session.board.entries()].filter((entry) => entry.kind === 'card'),
    b,
  )?.id
  if (what === 'group' && card !== undefined) {
    const groups = [...session.board.entries()].filter((entry) => entry.kind === 'group')
    const known = a > 2 ? pick(groups, a)?.id : undefined
    const id = known ?? `group-${n}`.padEnd(22, '-')
    if (known === undefined)
      makeEdit(session.doc, { do: 'put', id, kind: 'group', text: '', place: 'sightings/a0' })
    makeEdit(session.doc, { do: 'set', id: card, field: 'group', value: id })
    return
  }
  if (what === 'apart') {
    const group = pick(
      [...session.board.entries()].filter((entry) => entry.kind === 'group'),
      a,
    )
    if (group !== undefined)
      makeEdit(session.doc, { do: 'set', id: group.id, field: 'removed', value: !group.removed })
    return
  }
  if (what === 'away') {
    const seen = { led: a < 2, here: b > 0, now: session.now() }
    session.happened(...chairSeen(session.state(), seen))
  }
  session.passes((a + 5 * b) * 1_000)
}
