/** What a screen would be given of a session that is played by the rules alone. */
import type { View } from '@plenary/client/sync/session-client'
import type { Board } from '@plenary/client/look/topics'
import { formatAs } from '@plenary/shared/agenda'
import type { Entry } from '@plenary/shared/entry'
import { readFacts } from '@plenary/shared/facts'
import { phaseOf } from '@plenary/shared/format'
import { mineOf } from '@plenary/shared/mine'
import { must } from '@plenary/shared/must'
import { byOrder } from '@plenary/shared/order'
import { publish } from '@plenary/shared/published'
import { settingFor } from '@plenary/shared/setting'
import type { Play } from '../kit/play.ts'

export function viewOf(session: Play, name: string): View {
  const state = session.state()
  const { values, maps } = publish(state, 1)
  const facts = must(readFacts({ ...values, ...maps }), 'the facts')
  const format = formatAs(state.format, facts)
  const you = session.person(name)
  return {
    sessionId: state.id,
    format,
    facts,
    mine: mineOf(state, you.id),
    you,
    phase: phaseOf(format, state.phase?.id ?? null),
    setting: settingFor(state),
    present: new Set(Object.keys(state.people)),
    holders: new Map(),
  }
}

export function boardOf({ board }: Play): Board {
  const under = (parent: string, kind: Entry['kind']): string[] =>
    [...board.entries()]
      .filter((entry) => entry.parent === parent && entry.kind === kind && !entry.removed)
      .toSorted(byOrder)
      .map((entry) => entry.id)
  return {
    entry: (id) => board.entry(id),
    ids: under,
    unplaced: (section) => under(section, 'card'),
  }
}
