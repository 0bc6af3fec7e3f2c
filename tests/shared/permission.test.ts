import { FORMATS } from '@plenary/shared/formats/catalog'
import { OPENINGS } from '@plenary/shared/format'
import type { Opening } from '@plenary/shared/format'
import type { Deed, Setting } from '@plenary/shared/permission'
import { DEEDS, may, refusalFor, settingOf } from '@plenary/shared/permission'
import type { Person } from '@plenary/shared/person'
import { describe, expect, it, test } from 'vitest'

const person = (role: Person['role'], takesPart: boolean): Person => ({
  id: 'p',
  name: 'P',
  role,
  colour: 1,
  takesPart,
  left: false,
  away: false,
})

const WHO = {
  facilitator: person('facilitator', true),
  neutral: person('facilitator', false),
  participant: person('participant', true),
  observer: person('observer', false),
}
type Who = keyof typeof WHO

/** `yes`: while the session runs; an opening: where the phase opens it; `no`: never. */
type Cell = 'yes' | 'no' | Opening

const TABLE: Record<Deed, [Cell, Cell, Cell, Cell]> = {
  lead: ['yes', 'yes', 'no', 'no'],
  reopen: ['yes', 'yes', 'no', 'no'],
  delete: ['yes', 'yes', 'no', 'no'],
  draft: ['drafts', 'no', 'drafts', 'no'],
  dot: ['dots', 'no', 'dots', 'no'],
  estimate: ['estimates', 'no', 'estimates', 'no'],
  ready: ['yes', 'no', 'yes', 'no'],
  capture: ['yes', 'yes', 'no', 'no'],
  'add card': ['yes', 'no', 'add', 'no'],
  'add action': ['yes', 'yes', 'actions', 'no'],
  'add note': ['yes', 'yes', 'notes', 'no'],
  park: ['yes', 'yes', 'yes', 'no'],
  move: ['yes', 'yes', 'move', 'no'],
  'edit own': ['yes', 'yes', 'yes', 'no'],
  'edit others': ['yes', 'yes', 'edit', 'no'],
  'remove own': ['yes', 'yes', 'yes', 'no'],
  'remove others': ['yes', 'yes', 'no', 'no'],
  lanes: ['yes', 'yes', 'lanes', 'no'],
  hand: ['yes', 'yes', 'yes', 'yes'],
  thumb: ['yes', 'no', 'yes', 'no'],
  decide: ['yes', 'yes', 'no', 'no'],
}

const cells = Object.entries(TABLE).flatMap(([deed, row]) =>
  (['facilitator', 'neutral', 'participant', 'observer'] as const).map((who, at) => ({
    deed: DEEDS.find((one) => one === deed) ?? 'lead',
    who,
    cell: row[at] ?? 'no',
  })),
)
const running = (opens: readonly Opening[], cardsLocked = false): Setting => ({
  status: 'running',
  opens,
  cardsLocked,
})

describe('who may what', () => {
  it.each(cells)('[P2] $deed by a $who: $cell', ({ deed, who, cell }) => {
    if (deed === 'reopen') return
    const others = OPENINGS.filter((opening) => opening !== cell)
    expect(may(WHO[who], deed, running(OPENINGS))).toBe(cell !== 'no')
    expect(may(WHO[who], deed, running(others))).toBe(cell === 'yes')
    expect(may(WHO[who], deed, running([]))).toBe(cell === 'yes')
  })

  it.each(cells)('[P3] a closed session: $deed by a $who', ({ deed, who, cell }) => {
    const closed: Setting = { status: 'closed', opens: OPENINGS, cardsLocked: false }
    expect(may(WHO[who], deed, closed)).toBe(
      (deed === 'reopen' || deed === 'delete') && cell === 'yes',
    )
    if (deed === 'reopen') expect(may(WHO[who], deed, running(OPENINGS))).toBe(false)
  })

  it.each(cells)('[P4] before the start: $deed by a $who', ({ deed, who }) => {
    const leads = who === 'facilitator' || who === 'neutral'
    const early = leads ? ['lead', 'delete', 'lanes', 'hand', 'edit others'] : ['hand']
    for (const status of ['setup', 'lobby'] as const) {
      const setting: Setting = { status, opens: OPENINGS, cardsLocked: false }
      expect(may(WHO[who], deed, setting)).toBe(early.includes(deed))
    }
  })

  it.each(cells)('[FN6] a paused session: $deed by a $who', ({ deed, who, cell }) => {
    const leads = who === 'facilitator' || who === 'neutral'
    const early = leads ? ['lead', 'reopen', 'delete', 'lanes', 'hand', 'edit others'] : ['hand']
    const paused: Setting = { status: 'paused', opens: OPENINGS, cardsLocked: false }
    expect(may(WHO[who], deed, paused)).toBe(early.includes(deed))
    if (cell === 'yes' && !early.includes(deed))
      expect(refusalFor(WHO[who], deed, paused)).toBe('paused')
  })

  it.each(cells)('[P5] locked cards: $deed by a $who', ({ deed, who, cell }) => {
    const stopped = ['move']
    const held = who === 'participant' && stopped.includes(deed)
    if (deed === 'reopen') return
    expect(may(WHO[who], deed, running(OPENINGS, true))).toBe(cell !== 'no' && !held)
    if (held && cell !== 'no')
      expect(refusalFor(WHO[who], deed, running(OPENINGS, true))).toBe('cards-locked')
  })

  it('[EV13] the scribe captures, notes, and writes actions and decisions in every phase, and no more', () => {
    const scribe = { ...WHO.participant, scribe: true }
    const more = DEEDS.filter(
      (deed) => may(scribe, deed, running([])) && !may(WHO.participant, deed, running([])),
    )
    expect(more).toEqual(['capture', 'add action', 'add note', 'decide'])
    expect(may({ ...WHO.observer, scribe: true }, 'capture', running([]))).toBe(false)
  })

  it.each(DEEDS)('[P6] somebody who was removed may nothing: %s', (deed) => {
    for (const one of Object.values(WHO))
      expect(refusalFor({ ...one, left: true }, deed, running(OPENINGS))).toBe('no-such-person')
  })

  test.each<[Deed, Who, string]>([
    ['lead', 'participant', 'not-allowed'],
    ['lead', 'observer', 'observers-watch'],
    ['draft', 'neutral', 'neutral-facilitator'],
    ['draft', 'participant', 'not-now'],
    ['edit others', 'participant', 'not-yours'],
    ['remove others', 'participant', 'not-yours'],
  ])('[P7] the sentence for %s by a %s is that of %s', (deed, who, reason) => {
    expect(refusalFor(WHO[who], deed, running([]))).toBe(reason)
  })
})

/** What a participant may beside own cards, the parking lot, ready and a raised hand, by phase. */
const BY_PHASE: Record<string, Deed[]> = {
  'pre-mortem/scene': [],
  'pre-mortem/write': ['draft'],
  'pre-mortem/sort': ['add card', 'move', 'lanes'],
  'pre-mortem/estimate': ['estimate'],
  'pre-mortem/discuss': ['add action', 'add note'],
  'pre-mortem/actions': ['add action', 'add note'],
  'two-pluses/list': ['add card', 'move'],
  'two-pluses/vote': ['dot'],
  'two-pluses/discuss': ['add action', 'add note'],
  'two-pluses/actions': ['add action', 'add note'],
  'start-stop/check-in': ['dot'],
  'start-stop/write': ['draft'],
  'start-stop/group': ['add card', 'move', 'lanes'],
  'start-stop/vote': ['dot'],
  'start-stop/discuss': ['add action', 'add note'],
  'start-stop/actions': ['add action', 'add note'],
  'dot-vote/propose': ['add card', 'move'],
  'dot-vote/vote': ['dot'],
  'dot-vote/discuss': ['add action', 'add note'],
  'open-board/board': ['add card', 'move', 'edit others'],
  'open-board/vote': ['dot'],
  'open-board/discuss': ['add action', 'add note'],
  'open-board/actions': ['add action', 'add note'],
}

describe('in the phases of the shipped formats', () => {
  const phases = FORMATS.flatMap((format) =>
    format.phases.map((phase) => ({ at: `${format.id}/${phase.id}`, format, phase })),
  )

  it.each(phases)('[P8] $at opens to a participant what it says', ({ at, format, phase }) => {
    const setting = settingOf({ status: 'running', format, phase, cardsLocked: false, people: {} })
    const always: Deed[] = ['ready', 'park', 'edit own', 'remove own', 'hand', 'thumb']
    const allowed = DEEDS.filter((deed) => may(WHO.participant, deed, setting))
    expect(allowed.filter((deed) => !always.includes(deed))).toEqual(BY_PHASE[at])
    expect(allowed).toEqual(expect.arrayContaining(always))
    expect(DEEDS.filter((deed) => may(WHO.observer, deed, setting))).toEqual(['hand'])
  })
})
