/** Whoever goes on attacking is kept out, and nobody else is. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { besiege, seatAgain } from '../kit/attack-seat.ts'
import { raw } from '../kit/gate-board.ts'
import { takeSeat } from '../kit/http-client.ts'
import { turnedAway } from '../kit/raw-socket.ts'

it('[T26] whoever was rejected twenty times is not let in for a while, and nobody else is kept out [G34]', async () => {
  const siege = await besiege()
  let eve = await siege.attacker()
  const { person, token } = eve
  for (let tried = 1; tried <= 20; tried++) {
    eve.sends(
      raw({
        client: 77,
        clock: 0,
        items: [{ parent: 'cards', key: 'x', content: new Y.ContentAny(['x']) }],
      }),
    )
    expect(await eve.closed()).toBe('4403 foreign-client-id')
    if (tried < 20) eve = await seatAgain(siege, { person, token })
  }
  const { clientId, secret } = await takeSeat(siege.base, siege.made.sessionId, token)
  const knock = { session: siege.made.sessionId, token, seat: `${clientId}.${secret}` }
  expect(await turnedAway(siege.base, knock)).toEqual({ code: 4529, frames: 0 })
  const other = await siege.attacker()
  expect(other.socket.readyState).toBe(other.socket.OPEN)
  other.leave()
  await siege.end()
})
