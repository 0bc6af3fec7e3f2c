/** The stranger's test: clients built from yjs, y-websocket and the contract alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { command, get, join, makeSession, post, takeSeat } from '../kit/http-client.ts'
import type { Made } from '../kit/http-client.ts'
import { connectPlain, joinPlain } from '../kit/plain-client.ts'
import type { PlainClient } from '../kit/plain-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'
import { until } from '../kit/until.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

async function preMortem(): Promise<{
  made: Made
  f: PlainClient
  a: PlainClient
  b: PlainClient
}> {
  const made = await makeSession(server.url, {
    title: 'App',
    formatId: 'pre-mortem',
    name: 'Doris',
  })
  const as = { ...made, role: 'facilitator' }
  const f = await joinPlain({ base: server.url, session: made.sessionId, name: 'Doris', as })
  const a = await joinPlain({ base: server.url, session: made.joinCode, name: 'Ash' })
  const b = await joinPlain({ base: server.url, session: made.joinCode, name: 'Bo' })
  return { made, f, a, b }
}

describe('a stranger', () => {
  it('reads phase and timer, drafts, reveals', async () => {
    const { f, a, b } = await preMortem()
    expect(f.fact('status')).toBe('lobby')
    expect(await f.ask({ type: 'phase.go', phase: 'write' })).toMatchObject({ ok: true })
    await until('write', () => (a.fact('phase') as { id: string } | null)?.id === 'write')
    expect(await f.ask({ type: 'timer.start' })).toMatchObject({ ok: true })
    await until('timer', () => (a.fact('timer') as { is: string }).is === 'running')
    expect(
      await a.ask({
        type: 'draft.put',
        draft: 'd1',
        section: 'reasons',
        text: 'CANARY',
        rev: 1,
        state: 'done',
      }),
    ).toMatchObject({ ok: true })
    expect(await b.ask({ type: 'phase.go', phase: 'sort' })).toMatchObject({
      ok: false,
      reason: 'not-allowed',
    })
    expect(await f.ask({ type: 'phase.go', phase: 'sort', finish: true })).toMatchObject({
      ok: true,
    })
    const { card } = await until('card', () => b.cardBy('CANARY'))
    expect(card.get('by')).toBeUndefined()
    await until('sort', () => (b.fact('phase') as { id: string }).id === 'sort')
    const lane = [...b.cards().entries()].find(
      ([, c]) => c instanceof Y.Map && String(c.get('text')) === 'Security',
    )
    card.set('place', `${lane?.[0]}/a0`)
    await until('moved at f', () => f.cardBy('CANARY')?.card.get('place') === `${lane?.[0]}/a0`)
    const md = await get(`${server.url}/api/sessions/${f.provider.roomname}/report.md`, a.token)
    expect(await md.text()).toContain('CANARY')
    for (const c of [f, a, b]) c.leave()
  })
})
void command
void join
void post
void takeSeat
void connectPlain
