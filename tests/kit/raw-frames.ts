/** A WebSocket written by hand on a bare TCP socket: frames as no library would send them. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { Knock } from './raw-socket.ts'
import { until } from './until.ts'

export interface HandMade {
  readonly socket: Socket
  /** The answer to the upgrade. */
  readonly head: string
  send(...frames: Uint8Array[]): void
  /** The code of the close frame that came, 1006 when none did. */
  closed(): Promise<number>
}

interface Shape {
  /** First byte: FIN 0x80, RSV1 0x40, and the opcode. */
  head: number
  body?: Uint8Array
  masked?: boolean
  /** What the length says, where it is not the truth. */
  says?: number
}

export function frameOf({ head, body = new Uint8Array(), masked = true, says }: Shape): Buffer {
  const length = says ?? body.byteLength
  const mask = masked ? randomBytes(4) : Buffer.alloc(0)
  const flag = masked ? 0x80 : 0
  const size =
    length < 126
      ? Buffer.from([flag | length])
      : length < 65_536
        ? Buffer.from([flag | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([flag | 127]), bigEndian(length)])
  const data = masked ? body.map((byte, at) => byte ^ (mask[at % 4] ?? 0)) : body
  return Buffer.concat([Buffer.from([head]), size, mask, data])
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}

/** Opens a socket on this seat and waits for the answer to its upgrade. */
export async function openByHand(base: string, knock: Knock): Promise<HandMade> {
  const { hostname, port } = new URL(base)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let got = Buffer.alloc(0)
  let ended = false
  socket.on('data', (bytes: Buffer) => (got = Buffer.concat([got, bytes])))
  socket.on('error', () => {})
  socket.on('close', () => (ended = true))
  const { session, token = '', seat = '', headers = {} } = knock
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(
    `GET /sync/${session}?seat=${seat} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n` +
      'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      `Sec-WebSocket-Protocol: plenary.v1, bearer.${token}\r\n${more.join('')}\r\n`,
  )
  await until('the answer', () => got.includes('\r\n\r\n'))
  const end = got.indexOf('\r\n\r\n') + 4
  const head = got.subarray(0, end).toString('latin1')
  return {
    socket,
    head,
    send: (...frames) => void socket.write(Buffer.concat(frames)),
    async closed() {
      // A line that is cut while one still writes ends in an error first.
      await until('the end', () => ended)
      return closeCode(got.subarray(end))
    },
  }
}

/** Walks over the frames of the server, which are never masked. */
function closeCode(bytes: Buffer): number {
  for (let at = 0; at + 2 <= bytes.length;) {
    const opcode = (bytes[at] ?? 0) & 15
    let length = bytes[at + 1] ?? 0
    at += 2
    if (length === 126) {
      length = bytes.readUInt16BE(at)
      at += 2
    } else if (length === 127) {
      length = Number(bytes.readBigUInt64BE(at))
      at += 8
    }
    if (opcode === 8 && length >= 2) return bytes.readUInt16BE(at)
    at += length
  }
  return 1006
}
