/** A server that cannot save for a while: nothing is shown as saved, nothing is lost, and all of it is sent afterwards. */
import type { SessionClient } from '@plenary/client/sync/session-client'
import { TRY_AGAIN_AFTER } from '@plenary/server/disk'
import { openSqliteStore } from '@plenary/server/sqlite-store'
import { expect, it } from 'vitest'
import { memoryStorage, openPage } from '../kit/client-page.ts'
import { faultyStore } from '../kit/faulty-store.ts'
import type { FaultyStore } from '../kit/faulty-store.ts'
import { command, join, makeSession } from '../kit/http-client.ts'
import { serveHere } from '../kit/serve-here.ts'
import { until } from '../kit/until.ts'

const saved = (client: SessionClient) =>
  until('all saved', () => {
    const link = client.link()
    return link.is === 'live' && link.waiting === 0
  })
const texts = (client: SessionClient) =>
  client.unplaced('ideas').map((id) => client.entry(id)?.text ?? '')

it('[C37] it says so, keeps what is written and asked, and has it all when it can save again', async () => {
  const disks: FaultyStore[] = []
  const { url, clock } = await serveHere({}, (file, onFailure) => {
    const disk = faultyStore(openSqliteStore(file), onFailure)
    disks.push(disk)
    return disk
  })
  const made = await makeSession(url, { title: 'Full', formatId: 'dot-vote', name: 'Fay' })
  await command(url, made.sessionId, made.token, { type: 'phase.go', phase: 'propose' })
  const device = memoryStorage()
  const pages = [
    openPage(url, made),
    openPage(url, await join(url, made.joinCode, { name: 'Ben' }), memoryStorage(), device),
  ]
  const [fay, ben] = pages.map(({ client }) => client)
  if (fay === undefined || ben === undefined) throw new Error('two pages')
  try {
    for (const client of [fay, ben]) {
      await until('the session', () => client.view() !== null)
      await saved(client)
    }
    for (const disk of disks) disk.break('full')
    ben.add('card', 'ideas', 'First')
    for (const client of [fay, ben])
      await until('it is told', () => {
        const link = client.link()
        return link.is === 'lost' && link.why === 'read-only'
      })
    const card = ben.add('card', 'ideas', 'Second') ?? ''
    const hand = ben.ask({ type: 'hand.raise' })
    expect(ben.link()).toMatchObject({ is: 'lost', why: 'read-only', waiting: 3 })
    expect([ben.waits(card), ben.view()?.mine.hand]).toEqual([true, true])
    await until('it is kept', () => [...device.held.values()].join('\n').includes('Second'))
    expect(texts(fay)).toEqual([])

    for (const disk of disks) disk.mend()
    clock.advance(TRY_AGAIN_AFTER)
    await saved(ben)
    await until('all of it', () => texts(fay).length === 2)
    expect(texts(fay)).toEqual(texts(ben))
    expect(await hand).toMatchObject({ ok: true })
    expect(ben.notices()).toEqual([])
    expect(device.held.size).toBe(0)
  } finally {
    for (const { client } of pages) client.leave()
  }
})
