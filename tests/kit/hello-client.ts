/** A bare socket that speaks our own messages: says hello, keeps every byte it is told, and reads what it needs. */
import { once } from 'node:events'
import { MESSAGE, SYNC, writeJson, writeSync } from '@plenary/shared/frame'
import type { Heard } from '@plenary/shared/presence'
import { readHeard } from '@plenary/shared/presence'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { takeSeat } from './http-client.ts'
import { openRaw } from './raw-socket.ts'
import { until } from './until.ts'

export interface HelloClient {
  readonly socket: WebSocket
  /** Every frame from the server, as it came. */
  readonly received: Uint8Array[]
  /** The bodies of a JSON message, in their order. */
  readonly said: (type: number) => unknown[]
  /** Who came and went, and what they hold. */
  readonly heard: () => Heard[]
  /** Sends a command and waits for its answer. */
  ask(body: object): Promise<unknown>
  leave(): void
}

/** On a new seat of this person; settles when the welcome is there. */
export async function joinHello(
  base: string,
  session: string,
  token: string,
): Promise<HelloClient> {
  const { clientId, secret } = await takeSeat(base, session, token)
  const socket = openRaw(base, { session, token, seat: `${clientId}.${secret}` })
  const received: Uint8Array[] = []
  let asked = 0
  socket.on('message', (data: Buffer) => received.push(new Uint8Array(data)))
  const of = (type: number): decoding.Decoder[] =>
    received
      .map((frame) => decoding.createDecoder(frame))
      .filter((decoder) => decoding.readVarUint(decoder) === type)
  const said = (type: number): unknown[] =>
    of(type).map((decoder): unknown => JSON.parse(decoding.readVarString(decoder)))
  await once(socket, 'open')
  socket.send(writeJson(MESSAGE.hello, { protocol: 1 }))
  socket.send(writeSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())))
  await until('the welcome', () => of(MESSAGE.welcome).length > 0)
  return {
    socket,
    received,
    said,
    heard: () => of(MESSAGE.presence).flatMap((decoder) => readHeard(decoder)),
    async ask(body) {
      const id = `ask-${++asked}`
      socket.send(writeJson(MESSAGE.command, { id, ...body }))
      return until('the answer', () =>
        said(MESSAGE.answer).find((answer) => JSON.stringify(answer).includes(`"id":"${id}"`)),
      )
    },
    leave: () => socket.terminate(),
  }
}
