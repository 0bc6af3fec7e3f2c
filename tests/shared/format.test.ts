import { parseFormat } from '@plenary/shared/shipped-format'
import { FORMATS } from '@plenary/shared/formats/catalog'
import { inLanguage } from '@plenary/shared/formats/language'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unseenFormat, unseenJson } from '../kit/unseen-format.ts'

type Change = (format: ReturnType<typeof unseenFormat>) => object

/** The phase or section with this id, with other fields. */
const phase =
  (id: string, fields: object): Change =>
  (format) => ({
    ...format,
    phases: format.phases.map((one) => (one.id === id ? { ...one, ...fields } : one)),
  })
const section =
  (id: string, fields: object): Change =>
  (format) => ({
    ...format,
    sections: format.sections.map((one) => (one.id === id ? { ...one, ...fields } : one)),
  })

const BROKEN: [string, Change, string][] = [
  [
    'two sections with one id',
    section('logbook', { id: 'jobs' }),
    'format harbour-walk: two sections have the same id',
  ],
  [
    'two phases with one id',
    phase('talk', { id: 'chart' }),
    'format harbour-walk: two phases have the same id',
  ],
  [
    'an estimate of what has no lanes',
    section('weather', { of: 'jobs' }),
    'format harbour-walk: section weather estimates "jobs", which is no section with lanes',
  ],
  [
    'a scale upside down',
    section('weather', { scale: { min: 5, max: 1, step: 1 } }),
    'format harbour-walk: the scale of section weather does not go from min to max in whole steps',
  ],
  [
    'a scale whose steps do not meet its end',
    section('weather', { scale: { min: 1, max: 5, step: 3 } }),
    'format harbour-walk: the scale of section weather does not go from min to max in whole steps',
  ],
  [
    'a phase in no section',
    phase('chart', { section: 'attic' }),
    'format harbour-walk: phase chart has no section "attic"',
  ],
  [
    'more least minutes than minutes',
    phase('chart', { least: 9 }),
    'format harbour-walk: phase chart has more least minutes than minutes',
  ],
  [
    'a vote without rules',
    phase('pick', { dots: undefined }),
    'format harbour-walk: phase pick must have "dots" rules exactly when it opens dots',
  ],
  [
    'rules without a vote',
    phase('pick', { opens: [] }),
    'format harbour-walk: phase pick must have "dots" rules exactly when it opens dots',
  ],
  [
    'estimates of cards',
    phase('weigh', { section: 'sightings' }),
    'format harbour-walk: phase weigh opens estimates, but its section is no matrix',
  ],
  [
    'drafts of jobs',
    phase('look-out', { section: 'jobs' }),
    'format harbour-walk: phase look-out opens drafts, but its section holds no cards',
  ],
  ['an id in capitals', (format) => ({ ...format, id: 'Harbour' }), 'format: id '],
  ['no title', (format) => ({ ...format, title: '' }), 'format: title '],
  ['no phases', (format) => ({ ...format, phases: [] }), 'format: phases '],
  ['an unknown opening', phase('chart', { opens: ['win'] }), 'format: phases.1.opens.0 '],
  ['half a minute', phase('talk', { minutes: 0.5 }), 'format: phases.4.minutes '],
  ['an unknown kind', section('jobs', { kind: 'wheel' }), 'format: sections.2.kind '],
]

describe('a format', () => {
  it.each(FORMATS)('[F1] $id, as shipped, is one', (format) => {
    expect(parseFormat(JSON.parse(JSON.stringify(format)))).toEqual({ ok: true, format })
  })

  it('[F1] that nobody has seen before is one', () => {
    expect(parseFormat(unseenJson())).toEqual({ ok: true, format: unseenFormat() })
  })

  it.each(BROKEN)(
    '[F2] with %s is refused with a sentence that says where',
    (_what, change, says) => {
      const parsed = parseFormat(change(unseenFormat()))
      if (parsed.ok) throw new Error('it was taken')
      expect(parsed.message).toContain(says)
    },
  )

  it('[F3] whatever is read, there is an answer and no exception', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (input) => {
        expect(parseFormat(input)).toMatchObject({ ok: false, message: expect.any(String) })
      }),
    )
  })
})

/** Every text of a format by where it stands; words that are said alike in both languages are left out. */
function textsOf(value: unknown, at = ''): Map<string, string> {
  const texts = new Map<string, string>()
  if (typeof value === 'string') {
    const isName = /\.(?:id|kind|of|activity|section|from|opens\.\d+)$/.test(at)
    if (!isName && value !== 'Pre-mortem') texts.set(at, value)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value))
      for (const [place, text] of textsOf(part, `${at}.${key}`)) texts.set(place, text)
  return texts
}

/** A format without its texts. */
function rulesOf(value: unknown): unknown {
  const places = textsOf(value)
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'string' && [...places.values()].includes(part) ? '' : part,
    ),
  )
}

describe('formats in German', () => {
  it.each(FORMATS)(
    '[WD11] $id says everything in German, with the same ids and rules',
    (format) => {
      const german = inLanguage(format, 'de')
      expect(parseFormat(german)).toEqual({ ok: true, format: german })
      expect(rulesOf(german)).toEqual(rulesOf(format))
      const said = textsOf(german)
      for (const [place, text] of textsOf(format)) {
        expect(said.get(place), place).toBeTypeOf('string')
        expect(said.get(place), place).not.toBe(text)
      }
      expect(inLanguage(format, 'en')).toBe(format)
    },
  )

  it('[WD11] a format without German keeps its own words', () => {
    const format = unseenFormat()
    expect(inLanguage(format, 'de')).toBe(format)
  })
})
