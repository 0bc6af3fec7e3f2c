/** A connection that reads more slowly than it is told: nothing waits for it without bound. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { BUFFER_MAX, BUFFER_SLOW, Connection } from '@plenary/server/connection'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { until } from '../kit/until.ts'

const FRAME = new Uint8Array(64 * 1024)

/** The server's side of a socket, whose client reads nothing while the test's own turn lasts. */
async function connected(): Promise<{ connection: Connection; client: WebSocket }> {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`)
  onTestFinished(() => {
    client.terminate()
    http.close()
  })
  const [socket]: unknown[] = await once(server, 'connection')
  if (!(socket instanceof WebSocket)) throw new Error('no socket')
  if (client.readyState !== WebSocket.OPEN) await once(client, 'open')
  return {
    connection: new Connection(
      1,
      socket,
      () => 0,
      () => {},
    ),
    client,
  }
}

it('[L11] presence is dropped first, then the reader is sent away with 4503', async () => {
  const { connection, client } = await connected()
  const { socket } = connection
  const closed = once(client, 'close')
  let most = 0
  let dropped = 0
  for (let told = 0; told < (3 * BUFFER_MAX) / FRAME.byteLength; told++) {
    const before = socket.bufferedAmount
    connection.say(FRAME, { droppable: true })
    if (socket.readyState !== WebSocket.OPEN) break
    if (socket.bufferedAmount === before) dropped++
    else expect(before).toBeLessThanOrEqual(BUFFER_SLOW)
    connection.say(FRAME, { droppable: false })
    most = Math.max(most, socket.bufferedAmount)
  }
  expect(dropped).toBeGreaterThan(10)
  expect(socket.readyState).toBe(WebSocket.CLOSING)
  expect(most).toBeLessThan(BUFFER_MAX + 2 * FRAME.byteLength)
  // What was promised before still arrives, and then the reason.
  const [code]: unknown[] = await closed
  expect(code).toBe(4503)
})

it('[L11] whoever reads is told everything', async () => {
  const { connection, client } = await connected()
  let heard = 0
  client.on('message', () => heard++)
  for (let told = 1; told <= (2 * BUFFER_MAX) / FRAME.byteLength; told++) {
    connection.say(FRAME, { droppable: true })
    await until(`frame ${told}`, () => heard === told)
  }
  expect(connection.socket.readyState).toBe(WebSocket.OPEN)
})
