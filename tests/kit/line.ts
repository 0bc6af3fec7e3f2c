/** A line to a server that can fall silent: what is on it is neither carried nor refused, as in a dead zone. */
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Line {
  /** The server, at the other end. */
  readonly url: string
  /** Connections that were begun on it. */
  count(): number
  /** Seats that were asked for, answered or not. */
  seats(): number
  /** Those that are met with silence and have not been let go. */
  hanging(): number
  /**
   * From now on nothing is carried on what is begun; with `opens` the first answer to it, and nothing more: a socket opens
   * and nobody welcomes it.
   */
  hang(how: 'silent' | 'opens'): void
  /** What is open breaks off. */
  cut(): void
  /** What is begun from now on is carried; what hangs goes on hanging. */
  mend(): void
}

const END_OF_HEAD = '\r\n\r\n'

/** It is there until the running test ends. */
export async function openLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to)
  const ends = new Set<Socket>()
  const hanging = new Set<Socket>()
  let mood: 'carries' | 'silent' | 'opens' = 'carries'
  let count = 0
  let seats = 0
  const keep = (end: Socket): void => {
    ends.add(end)
    end.on('error', () => {})
    end.on('close', () => ends.delete(end))
  }
  const server = createServer((near) => {
    count++
    keep(near)
    // It also has to be read for its end to be noticed.
    near.on('data', (head: Buffer) => {
      if (head.toString('latin1').startsWith('POST')) seats++
    })
    if (mood === 'silent') {
      hanging.add(near)
      near.on('close', () => hanging.delete(near))
      return
    }
    const far = connect(Number(port), hostname)
    keep(far)
    near.pipe(far)
    near.on('close', () => far.destroy())
    if (mood === 'carries') {
      far.pipe(near)
      far.on('close', () => near.destroy())
    } else
      far.once('data', (first: Buffer) =>
        near.write(first.subarray(0, first.indexOf(END_OF_HEAD) + END_OF_HEAD.length)),
      )
  })
  const cut = (): void => ends.forEach((end) => end.destroy())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    cut()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    count: () => count,
    seats: () => seats,
    hanging: () => hanging.size,
    hang: (how) => void (mood = how),
    cut,
    mend: () => void (mood = 'carries'),
  }
}
