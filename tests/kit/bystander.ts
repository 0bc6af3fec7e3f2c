/** Somebody who sits in a session while another one attacks it: must notice nothing. */
import { expect } from 'vitest'
import { makeSession } from './http-client.ts'
import type { Made } from './http-client.ts'
import { connectPlain } from './plain-client.ts'
import type { PlainClient } from './plain-client.ts'
import { until } from './until.ts'

export interface Attacked {
  readonly url: string
  readonly made: Made
  /** `<clientId>.<secret>` of the maker, for sockets of the attack. */
  readonly seat: string
  readonly fay: PlainClient
  /** Fay still does what she did before, on the connection she had, and the answer comes soon. */
  unharmed(): Promise<void>
}

/** Longest that somebody else may have to wait while an attack goes on, on a machine that does ten other things. Milliseconds. */
const PATIENCE = 10_000

/** A session on this server, led by Fay, who is connected on a seat of her own. */
export async function attacked(url: string, formatId = 'two-pluses'): Promise<Attacked> {
  const made = await makeSession(url, { title: 'Attacked', formatId, name: 'Fay' })
  const { sessionId, participantId, token } = made
  const fay = await connectPlain(url, sessionId, 'Fay', participantId, token)
  const raised = (): boolean => JSON.stringify(fay.fact('live')).includes(participantId)
  return {
    url,
    made,
    seat: `${made.seat.clientId}.${made.seat.secret}`,
    fay,
    async unharmed() {
      const up = !raised()
      const began = performance.now()
      expect(await fay.ask({ type: up ? 'hand.raise' : 'hand.lower' })).toMatchObject({ ok: true })
      await until('her hand', () => raised() === up)
      expect(performance.now() - began).toBeLessThan(PATIENCE)
      expect(fay.closes).toEqual([])
    },
  }
}
