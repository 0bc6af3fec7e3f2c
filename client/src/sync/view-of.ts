/** The view of a session from its parts. */
import { formatAs } from '@plenary/shared/agenda'
import type { Facts } from '@plenary/shared/facts'
import type { Welcome } from '@plenary/shared/frame'
import { phaseOf } from '@plenary/shared/format'
import type { Mine } from '@plenary/shared/mine'
import { settingOf } from '@plenary/shared/permission'
import type { PresenceView } from './presence-view.ts'
import type { View } from './session-client.ts'

/** `mine` is the private view with own pending deeds on top. */
export function viewOf(welcome: Welcome, facts: Facts, mine: Mine, presence: PresenceView): View {
  const { sessionId, you } = welcome
  const format = formatAs(welcome.format, facts)
  const person = facts.people[you.id] ?? { ...you, colour: 1, left: false }
  const { status, phase, cardsLocked, solo, people } = facts
  return Object.freeze({
    sessionId,
    format,
    facts,
    mine,
    you: { ...person, id: you.id, away: false },
    phase: phaseOf(format, phase?.id ?? null),
    setting: settingOf({ status, format, phase, cardsLocked, solo, people }),
    present: presence.present(),
    holders: presence.holders(),
  })
}
