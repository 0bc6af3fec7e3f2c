/**
 * A stranger's client: yjs + y-websocket and the contract, nothing of ours. It keeps every byte it received,
 * so that a test can look for what must not be there.
 */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { command, join, takeSeat } from './http-client.ts'
import type { Answered, Joined, Seat } from './http-client.ts'
import { until } from './until.ts'

// In Node every provider of y-websocket listens for the end of the process, and a crowd is more than ten.
process.setMaxListeners(0)

export interface PlainClient {
  readonly name: string
  readonly person: string
  readonly token: string
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Every frame from the server, as it came. */
  readonly received: Uint8Array[]
  /** Close codes, in order. */
  readonly closes: number[]
  cards(): Y.Map<unknown>
  session(): Y.Map<unknown>
  /** A value under the root `session`, nested maps as plain objects. */
  fact(key: string): unknown
  ask(body: object): Promise<Answered>
  /** Adds an entry as the contract says: one transaction, `kind` (`card`), `text`, `place`, `by`, and more fields. */
  addCard(text: string, place: string, fields?: Readonly<Record<string, string>>): string
  cardBy(text: string): { id: string; card: Y.Map<unknown> } | null
  leave(): void
}

export interface Joining {
  base: string
  session: string
  name: string
  as?: Joined
  seat?: Seat
  /** Do not wait for the first sync. */
  early?: boolean
}

export async function joinPlain({
  base,
  session,
  name,
  as,
  seat,
  early,
}: Joining): Promise<PlainClient> {
  const joined = as ?? (await join(base, session, { name }))
  return connectPlain(base, joined.sessionId, name, joined.participantId, joined.token, {
    seat: seat ?? joined.seat,
    early: early ?? false,
  })
}

export async function connectPlain(
  base: string,
  sessionId: string,
  name: string,
  person: string,
  token: string,
  options: { seat?: Seat; early?: boolean } = {},
): Promise<PlainClient> {
  const seat = options.seat ?? (await takeSeat(base, sessionId, token))
  const received: Uint8Array[] = []
  const closes: number[] = []
  class Recording extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols)
      this.on('message', (data: Buffer | ArrayBuffer) => received.push(new Uint8Array(data)))
    }
  }
  const doc = new Y.Doc()
  doc.clientID = seat.clientId
  const provider = new WebsocketProvider(`${base.replace('http', 'ws')}/sync`, sessionId, doc, {
    protocols: ['plenary.v1', `bearer.${token}`],
    params: { seat: `${seat.clientId}.${seat.secret}` },
    disableBc: true,
    // The polyfill is the one the contract names; its types differ from the DOM's in what is not used here.
    WebSocketPolyfill: Recording as unknown as typeof globalThis.WebSocket,
  })
  provider.on('connection-close', (event) => {
    if (event !== null) closes.push(event.code)
  })
  const cards = (): Y.Map<unknown> => doc.getMap('cards')
  const root = (): Y.Map<unknown> => doc.getMap('session')
  cards()
  root()
  if (options.early !== true) await until(`${name} is synced`, () => provider.synced)
  return {
    name,
    person,
    token,
    doc,
    provider,
    received,
    closes,
    cards,
    session: root,
    fact(key) {
      const value = root().get(key)
      return value instanceof Y.Map ? value.toJSON() : value
    },
    ask: (body) => command(base, sessionId, token, body),
    addCard(text, place, fields = {}) {
      const id = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
      doc.transact(() => {
        const card = new Y.Map<unknown>()
        card.set('kind', 'card')
        card.set('text', new Y.Text(text))
        card.set('place', place)
        card.set('by', person)
        for (const [key, value] of Object.entries(fields)) card.set(key, value)
        cards().set(id, card)
      })
      return id
    },
    cardBy(text) {
      for (const [id, card] of cards().entries())
        if (
          card instanceof Y.Map &&
          String(card.get('text')) === text &&
          card.get('removed') !== true
        )
          return { id, card }
      return null
    },
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}
