/** The one table of board entries: kind -> fields. Gate, projection, types and PROTOCOL.md are read from it. */
import { own } from './own.ts'

/** Longest text of a card, in UTF-16 code units. The composer counts gently from {@link CARD_TEXT_GENTLE}. */
export const CARD_TEXT_MAX = 2_000
export const CARD_TEXT_GENTLE = 240
/** Longest text of a `field`, in UTF-16 code units. */
const FIELD_TEXT_MAX = 20_000
/** Cards that come back with their lane at most. */
export const LANE_CARDS_MAX = 2_000
/** Longest name of a lane or group, in UTF-16 code units. */
export const NAME_MAX = 80
/** Longest order key, in characters. */
export const ORDER_KEY_MAX = 64
/** Longest value of `place`: a parent id, a slash, an order key, and room for a point on a wall. */
const PLACE_MAX = 160
/** Entries of a board are named by this many characters of base64url, made at random. */
export const CARD_ID_LENGTH = 22
/** Cards in one session, unless the operator says otherwise. */
export const CARDS_MAX = 10_000

/** How one field of an entry may change. */
export type FieldRule =
  | { type: 'string'; max: number; pattern?: RegExp }
  | { type: 'boolean' }
  | { type: 'choice'; of: readonly string[] }

export interface KindRule {
  /** Longest text, in UTF-16 code units. */
  textMax: number
  /** `place` names a section; only a card may also stand in a lane. */
  inLane: boolean
  /** Whether the entry carries `by`, the participant who added it. */
  signed: boolean
  /** Fields beyond kind, text, place, by and removed. */
  fields: Readonly<Record<string, FieldRule>>
}

/** The id of an entry, or '' for none. */
const REFERENCE = { type: 'string', max: 64, pattern: /^[\w-]{0,64}$/ } as const

export const KINDS = {
  card: {
    textMax: CARD_TEXT_MAX,
    inLane: true,
    signed: true,
    fields: {
      group: REFERENCE,
      /** Where it stood when somebody marked it to be talked about; the mark holds while it stands there. '' for none. */
      talk: REFERENCE,
    },
  },
  lane: { textMax: NAME_MAX, inLane: false, signed: false, fields: {} },
  group: { textMax: NAME_MAX, inLane: true, signed: false, fields: {} },
  /** A connector on a wall; its text is its label. */
  link: {
    textMax: NAME_MAX,
    inLane: false,
    signed: false,
    fields: {
      /** The cards it leads from and to. */
      from: REFERENCE,
      to: REFERENCE,
    },
  },
  action: {
    textMax: CARD_TEXT_MAX,
    inLane: false,
    signed: true,
    fields: {
      /** A participant id, a name as written, or '' for "no owner yet". */
      owner: { type: 'string', max: NAME_MAX },
      /** An ISO date, or '' for none. */
      due: { type: 'string', max: 10, pattern: /^(\d{4}-\d{2}-\d{2})?$/ },
      ticket: { type: 'string', max: 200 },
      status: { type: 'choice', of: ['open', 'offered', 'done', 'dropped'] },
      /** The entry it came from, or ''. */
      from: REFERENCE,
    },
  },
  note: {
    textMax: CARD_TEXT_MAX,
    inLane: false,
    signed: true,
    fields: { from: REFERENCE },
  },
  field: { textMax: FIELD_TEXT_MAX, inLane: false, signed: false, fields: {} },
} as const satisfies Record<string, KindRule>

export type Kind = keyof typeof KINDS

/** Whether a string is one of our kinds. */
export function isKind(kind: unknown): kind is Kind {
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind)
}

/** Every rule of a field of an entry, the common ones included; null when the kind has no such field. */
export function fieldRule(kind: Kind, field: string): FieldRule | null {
  if (field === 'place') return { type: 'string', max: PLACE_MAX }
  if (field === 'removed') return { type: 'boolean' }
  const rules: Readonly<Record<string, FieldRule>> = KINDS[kind].fields
  return own(rules, field) ?? null
}

/** Whether a value is one that the field may hold. */
export function fits(rule: FieldRule, value: unknown): boolean {
  switch (rule.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && rule.of.includes(value)
    case 'string':
      return (
        typeof value === 'string' &&
        value.length <= rule.max &&
        value.isWellFormed() &&
        rule.pattern?.test(value) !== false
      )
  }
}
