/** The sessions that the screens of the tour are of, each at its moment. */
import { must } from '@plenary/shared/must'
import { SAID, laneFor } from '../e2e/pre-mortem-data.ts'
import { until } from '../kit/until.ts'
import type { Cast } from './cast.ts'
import {
  addGroup,
  cast,
  openBoard,
  preMortem,
  retrospective,
  roundOf,
  testSeat,
  twoPluses,
} from './cast.ts'

/** Leads all of them. */
export const LEADS = 'Doris'
/** Takes part in most of them. */
export const TAKES_PART = 'Naz'

const LONG = `What we tried, from https://example.org/notes: ${Array.from({ length: 45 }, () => 'again').join(' ')}.`

export const CASTS = {
  async setUp(base: string) {
    const here = await cast(base, {
      formatId: 'pre-mortem',
      title: 'Audience Builder',
      names: [],
      setup: {},
    })
    await here.leads({ type: 'plan.set', by: '2026-12-01', expected: 9, standin: 'Naz' })
    await testSeat(here)
    return here
  },
  lobby: (base: string) => preMortem(base, 'lobby'),
  scene: (base: string) => preMortem(base, 'scene'),
  write: (base: string) => preMortem(base, 'write'),
  sort: (base: string) => preMortem(base, 'sort'),
  estimate: (base: string) => preMortem(base, 'estimate'),
  async estimated(base: string) {
    const here = await preMortem(base, 'estimate')
    const round = await until('the round', () => roundOf(here, 'estimates'))
    await here.leads({ type: 'estimate.reveal', round })
    return here
  },
  discuss: (base: string) => preMortem(base, 'discuss'),
  actions: (base: string) => preMortem(base, 'actions'),
  async closed(base: string) {
    const here = await preMortem(base, 'actions')
    await here.leads({ type: 'notes.by', person: null, checkIns: 'Sprint retrospective' })
    await here.leads({ type: 'session.close' })
    return here
  },
  /** People come in here, one for each picture. */
  entered: (base: string) => preMortem(base, 'sort'),
  async alone(base: string) {
    const here = await cast(base, { formatId: 'pre-mortem', title: 'My move', names: [] })
    await here.leads({ type: 'session.solo' })
    await here.leads({ type: 'phase.go', phase: 'write' })
    return here
  },
  polled: (base: string) => retrospective(base, true),
  answered: (base: string) => retrospective(base, false),
  list: (base: string) => twoPluses(base, 'list'),
  async bare(base: string) {
    const here = await cast(base, { formatId: 'two-pluses', title: 'Sprint 14', names: ['Cai'] })
    await here.leads({ type: 'phase.go', phase: 'list' })
    return here
  },
  async long(base: string) {
    const here = await twoPluses(base, 'list')
    await here.asks(TAKES_PART, { type: 'card.add', text: LONG, to: 'topics' })
    return here
  },
  async over(base: string) {
    const here = await preMortem(base, 'sort')
    await here.leads({ type: 'timer.add', minutes: -600 })
    return here
  },
  gather: (base: string) => preMortem(base, 'write'),
  vote: (base: string) => twoPluses(base, 'vote'),
  tallied: (base: string) => twoPluses(base, 'tallied'),
  wall: (base: string) => openBoard(base, 'board'),
  wallVote: (base: string) => openBoard(base, 'vote'),
  async wallClosed(base: string) {
    const here = await openBoard(base, 'board')
    await here.leads({ type: 'session.close' })
    return here
  },
  async late(base: string) {
    const here = await preMortem(base, 'sort')
    await here.asks('Ash', {
      type: 'draft.put',
      draft: 'late',
      section: 'reasons',
      text: 'Nobody asked the support desk',
      rev: 1,
      state: 'open',
    })
    return here
  },
  async vacant(base: string) {
    const here = await preMortem(base, 'sort')
    here.eyes.provider.disconnect()
    return here
  },
  async grouped(base: string) {
    const here = await preMortem(base, 'sort')
    const group = addGroup(here, 'Slow and hard', 'reasons')
    const [shown = '', aside = ''] = SAID.filter((text) => laneFor(text) !== 'Performance')
    for (const text of SAID.filter((one) => laneFor(one) === 'Performance'))
      must(here.eyes.cardBy(text), text).card.set('group', group)
    await here.leads({ type: 'card.aside', card: must(here.eyes.cardBy(aside), aside).id })
    await here.leads({ type: 'card.show', card: must(here.eyes.cardBy(shown), shown).id })
    return here
  },
  async talk(base: string) {
    const here = await preMortem(base, 'sort')
    const [placed = '', , , , , , , unplaced = ''] = SAID
    const lane = must(here.eyes.cardBy(laneFor(placed)), laneFor(placed)).id
    must(here.eyes.cardBy(placed), placed).card.set('talk', lane)
    must(here.eyes.cardBy(unplaced), unplaced).card.set('talk', 'reasons')
    return here
  },
  async locked(base: string) {
    const here = await preMortem(base, 'sort')
    await here.leads({ type: 'session.lock', door: true, cards: true })
    return here
  },
} satisfies Record<string, (base: string) => Promise<Cast>>
