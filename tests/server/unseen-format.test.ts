/** A format is data: one that no code knows by name is played from its first phase to its report. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { createLog } from '@plenary/server/log'
import { readConfig } from '@plenary/server/config'
import { serve } from '@plenary/server/serve'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { get } from '../kit/http-client.ts'
import { allowed, keyOf, setField, table } from '../kit/table.ts'
import { unseenFormat } from '../kit/unseen-format.ts'
import { until } from '../kit/until.ts'

async function serving(): Promise<string> {
  const dataDir = await mkdtemp(path(tmpdir(), 'plenary-format-'))
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir })
  if (!read.ok) throw new Error(read.message)
  const { config } = read
  const formats = [unseenFormat()]
  const parts = { config, formats, log: createLog('silent'), clientDir: dataDir }
  const server = await serve(parts)
  onTestFinished(async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  return `http://127.0.0.1:${server.port}`
}

it('[F4] an unseen format is played from its first phase to its last, and reported', async () => {
  const base = await serving()
  const formats: unknown = await (await get(`${base}/api/formats`)).json()
  expect(formats).toEqual([unseenFormat()])
  const here = await table(base, 'harbour-walk', 'Along the quay')
  const { fay, ann, ben } = here

  await here.enter('look-out')
  const draft = { type: 'draft.put', section: 'sightings', rev: 1, state: 'done' }
  await allowed(ann, { ...draft, draft: 'a1', text: 'A heron' })
  await allowed(ben, { ...draft, draft: 'b1', text: 'Two tugs' })
  await allowed(fay, { ...draft, draft: 'f1', text: 'Rust' })
  expect(ben.cardBy('A heron')).toBeNull()
  await here.enter('chart', true)
  const heron = await until('poured', () => ben.cardBy('A heron'))
  expect(heron.card.get('by')).toBe(ann.person)

  const lanes = [...ben.cards().entries()].filter(
    ([, entry]) => entry instanceof Y.Map && entry.get('kind') === 'lane',
  )
  expect(lanes).toHaveLength(2)
  const lane = (title: string): string =>
    lanes.find(([, entry]) => entry instanceof Y.Map && String(entry.get('text')) === title)?.[0] ??
    ''
  setField(ben, heron.id, 'place', `${lane('Calm')}/a0`)
  const tugs = await until('tugs', () => ann.cardBy('Two tugs'))
  setField(ann, tugs.id, 'place', `${lane('Open sea')}/a0`)
  await here.equal()

  await here.enter('pick')
  const round = keyOf(fay, 'live:').slice('live:'.length)
  const dot = (target: string) => ({ type: 'dot.add', round, target })
  await allowed(ann, dot(heron.id))
  expect(await ann.ask(dot(heron.id))).toMatchObject({ ok: false, reason: 'card-full' })
  for (const client of [ben, fay]) await allowed(client, dot(tugs.id))
  await until('live', () => here.obi.session().toJSON()[`live:${round}`]?.[tugs.id] === 2)

  await here.enter('weigh', true)
  const isEstimate = (key: string) => JSON.stringify(fay.fact(key)).includes('"estimates"')
  const estimates = [...fay.session().keys()]
    .find((key) => key.startsWith('round:') && isEstimate(key))
    ?.slice('round:'.length)
  const number = (target: string, axis: string, value: number) => ({
    type: 'estimate.put',
    round: estimates,
    target,
    axis,
    value,
  })
  for (const client of [ann, ben, fay])
    for (const [axis, value] of [
      ['wind', 4],
      ['tide', 2],
      ['fog', 5],
    ] as const)
      await allowed(client, number(lane('Open sea'), axis, value))
  expect(await ann.ask(number(lane('Calm'), 'wind', 6))).toMatchObject({ reason: 'not-on-scale' })
  expect(await ann.ask(number(lane('Calm'), 'wind', 1.5))).toMatchObject({ reason: 'not-on-scale' })

  await here.enter('talk', true)
  await allowed(fay, { type: 'queue.set', topics: [{ target: tugs.id, minutes: 3 }] })
  await allowed(fay, { type: 'queue.next' })

  await here.enter('set-sail')
  ann.doc.transact(() => {
    const action = new Y.Map<unknown>()
    action.set('kind', 'action')
    action.set('text', new Y.Text('Paint the rail'))
    action.set('place', 'jobs/a0')
    action.set('by', ann.person)
    action.set('owner', ben.person)
    ann.cards().set('action'.padEnd(22, '-'), action)
  })
  await until('the action', () => fay.cards().has('action'.padEnd(22, '-')))
  await allowed(fay, { type: 'session.close' })
  await until('closed', () => here.obi.fact('status') === 'closed')

  const files = `${base}/api/sessions/${here.made.sessionId}`
  const report: unknown = await (await get(`${files}/report.json`, here.obi.token)).json()
  expect(report).toMatchObject({
    title: 'Along the quay',
    format: { id: 'harbour-walk', title: 'Harbour walk' },
    status: 'closed',
    authorship: 'named',
  })
  const markdown = await (await get(`${files}/report.md`, here.obi.token)).text()
  for (const words of ['A heron', 'Two tugs', 'Rust', 'Open sea', 'Paint the rail', 'Ben', '40'])
    expect(markdown).toContain(words)
  const csv = async (of: string): Promise<string> =>
    (await get(`${files}/report.csv?table=${of}`, ann.token)).text()
  expect(await csv('votes')).toContain('Two tugs')
  expect(await csv('estimates')).toContain('Open sea')
  expect(await csv('actions')).toContain('Paint the rail')
  await here.equal()
  here.leave()
})
