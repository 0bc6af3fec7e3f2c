/** People vote while the server is stopped, killed and started again: every dot counts, and once. */
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { command, join, makeSession, post } from '../kit/http-client.ts'
import type { Joined } from '../kit/http-client.ts'
import { joinPlain } from '../kit/plain-client.ts'
import { startServer } from '../kit/running-server.ts'
import { allowed, keyOf } from '../kit/table.ts'
import { until } from '../kit/until.ts'

/** People who vote, with two dots each on one card, and the third on the next one. */
const VOTERS = 8
const DOTS = 3

const answer = z.object({ ok: z.boolean(), reason: z.string().optional() })

it('[T120] a restart during a vote loses no dot and counts none twice', async () => {
  const server = await startServer()
  onTestFinished(() => server.remove())
  const { url } = server
  const made = await makeSession(url, { title: '', formatId: 'dot-vote', name: 'Fay' })
  const { sessionId } = made
  const as = { ...made, role: 'facilitator' }
  const fay = await joinPlain({ base: url, session: sessionId, name: 'Fay', as })
  const voters = await Promise.all(
    Array.from({ length: VOTERS }, (_, n) => join(url, made.joinCode, { name: `Voter ${n}` })),
  )
  await allowed(fay, { type: 'phase.go', phase: 'propose' })
  const cards = [fay.addCard('Bikes', 'ideas/a0'), fay.addCard('Buses', 'ideas/a1')]
  await allowed(fay, { type: 'phase.go', phase: 'vote' })
  const round = await until('the vote', () => keyOf(fay, 'round:').slice('round:'.length))
  fay.leave()
  let counted = 0
  let restarts = 0

  /** As a page does: the same command with the same id, until it is answered. */
  async function dot({ token }: Joined, id: string, target: string): Promise<void> {
    const body = { id, type: 'dot.add', round, target }
    await until(`${id} is answered`, async () => {
      const reply = await post(`${url}/api/sessions/${sessionId}/commands`, body, token).catch(
        () => null,
      )
      if (reply?.status !== 200) return false
      expect(answer.parse(await reply.json())).toEqual({ ok: true })
      return true
    })
    counted++
  }

  const voting = Promise.all(
    voters.map(async (voter, n) => {
      for (let at = 0; at < DOTS; at++) {
        // Nobody is done before the last restart.
        await until('their turn', () => restarts >= at)
        await dot(voter, `dot-${n}-${at}`, cards[at === 2 ? 1 : 0] ?? '')
      }
    }),
  )
  for (const end of [() => server.terminate(), () => server.kill()]) {
    await until('some have voted', () => counted > restarts * VOTERS + 1)
    restarts++
    await end()
    await server.start()
  }
  await voting
  const closed = await command(url, sessionId, made.token, { type: 'round.close', round })
  expect(closed.ok).toBe(true)
  const again = await joinPlain({
    base: url,
    session: sessionId,
    name: 'Fay',
    as: await join(url, sessionId, { key: new URL(made.hostUrl).hash.slice('#key='.length) }),
  })
  const [bikes = '', buses = ''] = cards
  expect(again.fact(`round:${round}`)).toMatchObject({
    result: { [bikes]: 2 * VOTERS, [buses]: VOTERS },
  })
  again.leave()
})
