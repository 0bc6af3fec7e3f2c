import { blameIn } from '@plenary/shared/blame'
import type { Blame } from '@plenary/shared/blame'
import { describe, expect, it, test } from 'vitest'

const NAMES = ['Andrew', 'Ana María', 'Jo (sales)', 'Ö', 'Anna-Lena', String.raw`\-^]/[`]
const ALWAYS: [string, Blame, string][] = [
  ['Why did Andrew not update the card?', 'person', 'Why did Andrew'],
  ['ANDREW FORGOT THE BACKUP', 'person', 'ANDREW FORGOT'],
  ['It was Andrew’s fault', 'person', 'Andrew’s fault'],
  ['Late because of Ana', 'person', 'because of Ana'],
  ['Ana María should have said so', 'person', 'María should have'],
  ['Jo (sales) missed it', 'person', 'Jo (sales) missed'],
  ['Anna-Lena forgot it', 'person', 'Anna-Lena forgot'],
  ['Somebody forgot to renew it', 'person', 'Somebody forgot'],
  ['The intern broke it', 'person', 'The intern broke'],
  ['Who is responsible?', 'person', 'Who is responsible'],
  ['It was human error', 'human error', 'human error'],
  ['Warum hat Andrew nichts gesagt?', 'person', 'Warum hat Andrew'],
  ['Der Chef ist schuld', 'person', 'ist schuld'],
  ['Menschliches Versagen', 'human error', 'Menschliches Versagen'],
]
const LOOKING_BACK: [string, Blame, string][] = [
  ['We should have tested it', 'hindsight', 'should have'],
  ['The team could have known', 'hindsight', 'could have'],
  ['If only it had been written down', 'hindsight', 'If only'],
  ['We failed to notice', 'hindsight', 'failed to'],
  ['A careless change', 'careless', 'careless'],
  ['We forgot the certificate', 'careless', 'forgot'],
  ['A mistake in the config', 'careless', 'mistake'],
  ['The root cause was DNS', 'root cause', 'root cause'],
  ['Wir hätten früher testen sollen', 'hindsight', 'hätten früher testen sollen'],
]
const FINE = [
  '',
  'It is too slow',
  'Ask Andrew who knows the cache',
  'Users don’t understand how to use the tool',
  'The deploy failed at night',
  'The unforgotten lapsed forgettable slipway',
  'Blameless talk helps',
  'The system caused a queue',
]

describe('[WS10] a hint', () => {
  test.each(ALWAYS)('is on everywhere: %s', (text, blame, phrase) => {
    const hint = blameIn(text, NAMES, false)
    expect(hint?.blame).toBe(blame)
    if (!phrase.startsWith('María')) expect(hint?.phrase).toBe(phrase)
  })

  test.each(LOOKING_BACK)(
    'is on where a format looks back at an incident: %s',
    (text, blame, phrase) => {
      expect(blameIn(text, NAMES, true)).toEqual({ blame, phrase })
      expect(blameIn(text, NAMES, false)).toBeNull()
    },
  )

  test.each(FINE)('says nothing of “%s”', (text) => {
    expect(blameIn(text, NAMES, true)).toBeNull()
  })

  it('takes any name as it is written', () => {
    for (const name of ['.*', '(', '\\', '[a', 'a|b', '$&'])
      expect(blameIn('It is too slow', [name], true)).toBeNull()
    expect(blameIn('a|b forgot it', ['a|b'], false)?.phrase).toBe('a|b forgot')
  })
})
