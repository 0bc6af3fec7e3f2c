/** Who may do what when: one table, three callers. The server enforces it, the client greys by it, the tests state it. */
import type { Format, Opening } from './format.ts'
import { phaseOf } from './format.ts'
import type { Person } from './person.ts'
import { isLarge } from './person.ts'
import type { Refusal } from './refusal.ts'
import type { Status } from './session.ts'

/** What a permission depends on beside the person; both the server's state and the published facts give it. */
export interface Setting {
  status: Status
  opens: readonly Opening[]
  cardsLocked: boolean
  /** One person alone, whom nobody waits for. */
  solo?: boolean | undefined
  /** More people than can make categories at once. */
  large?: boolean | undefined
}

export const DEEDS = [
  /** phases, timer, prompts, rounds, reveal, people, door, close */
  'lead',
  'reopen',
  /** the whole session, for good */
  'delete',
  'draft',
  'dot',
  'estimate',
  'ready',
  /** type what somebody said aloud; nobody's card */
  'capture',
  'add card',
  'add action',
  'add note',
  /** a note in the parking lot */
  'park',
  /** cards, groups of them and connectors between them */
  'move',
  'edit own',
  'edit others',
  'remove own',
  'remove others',
  'lanes',
  'hand',
  /** "keep going?" when the time of a topic is up */
  'thumb',
  /** write down what was agreed */
  'decide',
] as const
export type Deed = (typeof DEEDS)[number]

type Who = 'facilitator' | 'neutral' | 'participant' | 'observer'
/** true: while the session runs; an opening: where the phase opens it; false: never. */
type Grant = boolean | Opening

const TABLE: Record<Deed, Record<Who, Grant>> = {
  lead: { facilitator: true, neutral: true, participant: false, observer: false },
  reopen: { facilitator: true, neutral: true, participant: false, observer: false },
  delete: { facilitator: true, neutral: true, participant: false, observer: false },
  draft: { facilitator: 'drafts', neutral: false, participant: 'drafts', observer: false },
  dot: { facilitator: 'dots', neutral: false, participant: 'dots', observer: false },
  estimate: { facilitator: 'estimates', neutral: false, participant: 'estimates', observer: false },
  ready: { facilitator: true, neutral: false, participant: true, observer: false },
  capture: { facilitator: true, neutral: true, participant: false, observer: false },
  'add card': { facilitator: true, neutral: false, participant: 'add', observer: false },
  'add action': { facilitator: true, neutral: true, participant: 'actions', observer: false },
  'add note': { facilitator: true, neutral: true, participant: 'notes', observer: false },
  park: { facilitator: true, neutral: true, participant: true, observer: false },
  move: { facilitator: true, neutral: true, participant: 'move', observer: false },
  'edit own': { facilitator: true, neutral: true, participant: true, observer: false },
  'edit others': { facilitator: true, neutral: true, participant: 'edit', observer: false },
  'remove own': { facilitator: true, neutral: true, participant: true, observer: false },
  'remove others': { facilitator: true, neutral: true, participant: false, observer: false },
  lanes: { facilitator: true, neutral: true, participant: 'lanes', observer: false },
  hand: { facilitator: true, neutral: true, participant: true, observer: true },
  thumb: { facilitator: true, neutral: false, participant: true, observer: false },
  decide: { facilitator: true, neutral: true, participant: false, observer: false },
}

/** What a participant may beside, who was named to write down what others say. */
const SCRIBE: ReadonlySet<Deed> = new Set(['capture', 'add note', 'add action', 'decide'])
/** Deeds a lock on the cards stops for participants. */
const LOCKABLE: ReadonlySet<Deed> = new Set(['move'])
/** Deeds that answer others; one person alone has nobody to answer. */
const FOR_OTHERS: ReadonlySet<Deed> = new Set(['ready', 'thumb'])
/** What a facilitator may already do before the start. */
const BEFORE_START: ReadonlySet<Deed> = new Set(['lead', 'lanes', 'hand', 'edit others'])

function whoIs(person: Person): Who {
  if (person.role === 'facilitator') return person.takesPart ? 'facilitator' : 'neutral'
  return person.role
}

/** Why this person may not do this now, or null when they may. */
export function refusalFor(person: Person, deed: Deed, setting: Setting): Refusal | null {
  if (person.left) return 'no-such-person'
  const who = whoIs(person)
  const scribes = person.scribe === true && who === 'participant' && SCRIBE.has(deed)
  const grant = scribes || TABLE[deed][who]
  if (grant === false) {
    if (who === 'observer') return 'observers-watch'
    if (who === 'neutral') return 'neutral-facilitator'
    return deed === 'remove others' ? 'not-yours' : 'not-allowed'
  }
  if (deed === 'delete') return null
  if (setting.status === 'closed') return deed === 'reopen' ? null : 'closed'
  if (deed === 'reopen') return setting.status === 'paused' ? null : 'not-now'
  if (setting.status !== 'running') {
    const early = person.role === 'facilitator' ? BEFORE_START.has(deed) : deed === 'hand'
    if (early) return null
    return setting.status === 'paused' ? 'paused' : 'not-started'
  }
  if (setting.solo === true && FOR_OTHERS.has(deed)) return 'not-now'
  if (grant !== true && !setting.opens.includes(grant))
    return deed === 'edit others' ? 'not-yours' : 'not-now'
  if (setting.large === true && deed === 'lanes' && person.role !== 'facilitator')
    return 'lanes-led'
  if (setting.cardsLocked && person.role !== 'facilitator' && LOCKABLE.has(deed))
    return 'cards-locked'
  return null
}

/** Whether this person may do this now. */
export function may(person: Person, deed: Deed, setting: Setting): boolean {
  return refusalFor(person, deed, setting) === null
}

/** The setting of a session in a phase. */
export function settingOf(session: {
  status: Status
  format: Format
  phase: { id: string } | null
  cardsLocked: boolean
  solo?: boolean | undefined
  people: Readonly<Record<string, Pick<Person, 'takesPart' | 'left'>>>
}): Setting {
  return {
    status: session.status,
    opens: phaseOf(session.format, session.phase?.id ?? null)?.opens ?? [],
    cardsLocked: session.cardsLocked,
    solo: session.solo,
    large: isLarge(session.people),
  }
}
