/**
 * Hints while a card is written: a turn of phrase that looks for somebody to blame, so that a better question can be
 * offered. Seen by the writer alone, on their own device; it never blocks and is never stored, counted or sent.
 */

/** What a phrase does: each has a question of its own. */
export type Blame =
  /** A person stands as the cause. Told in every format. */
  | 'person'
  /** "Human error": an end of the search where it could begin. Told in every format. */
  | 'human error'
  /** What somebody should have done. */
  | 'hindsight'
  /** A fault of character or attention. */
  | 'careless'
  /** As if there were one cause. */
  | 'root cause'

export interface BlameHint {
  blame: Blame
  /** The words as they were written. */
  phrase: string
}

const SOMEBODY =
  'he|she|they|someone|somebody|(?:the|our|my) (?:admin|boss|designer|developer|engineer|intern|junior|lead|manager|operator|tester|contractor)'
const WRONG =
  "forgot|failed|broke|caused|ignored|missed|messed|screwed|neglected|didn[’']t|did not|should have|should[’']ve|wasn[’']t careful|was careless"
const JEMAND =
  'er|sie|jemand|(?:der|die|unser|unsere) (?:Admin|Chef|Chefin|Entwickler|Entwicklerin|Praktikant|Praktikantin)'
const FALSCH =
  'hat (?:es |das )?(?:vergessen|verbockt|versagt|ignoriert|übersehen|verschlampt|kaputt ?gemacht)|hätte'

/** Letters around a word, in any language: `\b` knows only English ones. */
const word = (source: string): string => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`

/** In the order they are looked for; the first that is found is the one hint of a card. */
const EVERYWHERE: readonly (readonly [Blame, string])[] = [
  [
    'human error',
    'human errors?|user errors?|menschliches versagen|menschlicher fehler|anwenderfehler',
  ],
  ['person', `(?:${SOMEBODY}) (?:${WRONG})`],
  ['person', `\\p{L}+[’']s fault|to blame|who is responsible|who was responsible|whose fault`],
  ['person', `(?:${JEMAND}) (?:${FALSCH})`],
  [
    'person',
    'ist schuld|war schuld|waren schuld|wessen schuld|wer ist schuld|wer ist verantwortlich',
  ],
]
const BLAMELESS: readonly (readonly [Blame, string])[] = [
  [
    'hindsight',
    "should have|should[’']ve|could have|could[’']ve|if only|failed to|hätte[nt]? .{0,60}(?:sollen|müssen|können)",
  ],
  [
    'careless',
    'careless(?:ly)?|forgot|mistakes?|slips?|lapses?|negligent|sloppy|vergessen|nachlässig|schlamperei|unachtsam',
  ],
  ['root cause', 'root causes?|grundursache|ursache des fehlers'],
]

/** The first phrase worth a question, or null. `names`: people of the session; `blameless`: the format looks back at an incident. */
export function blameIn(
  text: string,
  names: readonly string[],
  blameless: boolean,
): BlameHint | null {
  const rules = [...named(names), ...EVERYWHERE, ...(blameless ? BLAMELESS : [])]
  for (const [blame, source] of rules) {
    const found = new RegExp(word(source), 'iu').exec(text)
    if (found !== null) return { blame, phrase: found[0] }
  }
  return null
}

/** A name is a cause only with what it is said to have done; "Ask Ann" is not. */
function named(names: readonly string[]): (readonly [Blame, string])[] {
  const known = names
    .flatMap((name) => [name, name.split(' ')[0] ?? ''])
    .filter((name) => Array.from(name).length >= 2)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  if (known.length === 0) return []
  const any = `(?:${[...new Set(known)].join('|')})`
  return [
    ['person', `why (?:did|didn[’']t|does|is|was|wasn[’']t) ${any}`],
    ['person', `warum (?:hat|ist|war|hatte) ${any}`],
    ['person', `${any} (?:${WRONG}|${FALSCH}|(?:ist|war) schuld)`],
    ['person', `${any}[’']s (?:fault|mistake|error)|(?:because of|blame|wegen) ${any}`],
  ]
}
