/** A line of TCP that everything goes over, requests and sockets alike: it delays, breaks off, and swallows. */
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { delayOf, fateOf } from './weather.ts'
import type { Weather } from './weather.ts'

/** A line that swallows what is sent breaks off after at most this long. Milliseconds. */
const HOLE_LASTS = 3_000

export interface Proxy {
  readonly url: string
  /** Lines that broke off, and those that swallowed what was sent before they did. */
  readonly broken: { cut: number; hole: number }
  /** Every line breaks off. */
  cutAll(): void
  close(): Promise<void>
}

export async function openProxy(port: number, weather: Weather): Promise<Proxy> {
  const broken = { cut: 0, hole: 0 }
  const lines = new Set<() => void>()

  function join(near: Socket): void {
    const far = connect(port, '127.0.0.1')
    const end = (): void => {
      lines.delete(end)
      near.destroy()
      far.destroy()
    }
    lines.add(end)
    for (const one of [near, far]) {
      one.setNoDelay(true)
      one.on('error', end)
      one.on('close', end)
    }
    const swallows = { yes: false }
    carry(near, far, swallows, end)
    carry(far, near, swallows, end)
  }

  function carry(from: Socket, to: Socket, swallows: { yes: boolean }, end: () => void): void {
    const late: { piece: Buffer; at: number }[] = []
    const deliver = (): void => {
      for (;;) {
        const [next] = late
        if (next === undefined || !to.writable) return
        const wait = next.at - performance.now()
        // In their order, whatever becomes of the others.
        if (wait > 1) return void setTimeout(deliver, wait)
        late.shift()
        to.write(next.piece)
      }
    }
    from.on('data', (piece: Buffer) => {
      if (swallows.yes) return
      switch (fateOf(weather)) {
        case 'cut':
          broken.cut++
          // It arrives in part.
          if (late.length === 0)
            to.write(piece.subarray(0, Math.floor(weather.random() * piece.length)))
          setImmediate(end)
          return
        case 'hole':
          broken.hole++
          swallows.yes = true
          setTimeout(end, weather.random() * HOLE_LASTS)
          return
        case 'arrives': {
          const at = performance.now() + delayOf(weather)
          late.push({ piece, at })
          if (late.length === 1) deliver()
        }
      }
    })
  }

  const server = createServer(join)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  const cutAll = (): void => lines.forEach((end) => end())
  return {
    url: `http://127.0.0.1:${address.port}`,
    broken,
    cutAll,
    close: () =>
      new Promise((closed) => {
        cutAll()
        server.close(() => closed())
      }),
  }
}
