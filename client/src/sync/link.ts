/** One seat's socket: y-websocket's provider, our own frames beside it, and our own reconnecting. */
import type { Answer, Refused, Reset, Welcome } from '@plenary/shared/frame'
import {
  CLOSE,
  MESSAGE,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  SYNC,
  TOO_MANY_PAGES,
  answerSchema,
  refusedSchema,
  resetSchema,
  welcomeSchema,
  writeJson,
} from '@plenary/shared/frame'
import type { Mine } from '@plenary/shared/mine'
import { mineSchema } from '@plenary/shared/mine'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import * as v from 'valibot'
import type { Clock } from './clock.ts'
import type { Closed } from './closed.ts'
import { closedBy } from './closed.ts'
import type { Page } from './page.ts'
import {
  OPENS_WITHIN,
  TRY_IS_NEW,
  WELCOME_WITHIN,
  isDoubted,
  patience,
  waitAway,
  waitBefore,
} from './reconnect.ts'
import type { SavedCount } from './saved-count.ts'
import type { Seat } from './seat.ts'

/** After waking up, a socket that has been silent for longer is taken for dead. Milliseconds. */
const SILENCE_MAX = 20_000
/** The most that is sent as the answer to a sync step 1; more goes as several updates of a new seat. Bytes. */
const BACKLOG_MAX = 200_000
/** The answer of whoever has nothing new: two bytes, of no changes and of no deletions. */
const NO_NEWS = Uint8Array.of(MESSAGE.sync, SYNC.step2, 2, 0, 0)

export interface LinkEvents {
  /** First frame of each connection; `askedAt` on the own clock. */
  welcome: (welcome: Welcome, askedAt: number) => void
  mine: (mine: Mine) => void
  answer: (answer: Answer) => void
  /** A frame of presence or pointing, read as far as its type, or of a type that this version does not know. */
  heard: (type: number, decoder: decoding.Decoder) => void
  refused: (refused: Refused) => void
  reset: (reset: Reset) => void
  /** The document has everything the server had. */
  synced: () => void
  /** The server has changes up to this number on disk, and what it made of them has arrived. */
  saved: (upTo: number) => void
  /** The connection came or went. */
  changed: () => void
  closed: (why: Closed) => void
}

export interface LinkParts {
  page: Pick<Page, 'origin' | 'answers' | 'WebSocketPolyfill'>
  sessionId: string
  token: string
  seat: Seat
  doc: Y.Doc
  count: SavedCount
  clock: Clock
  events: LinkEvents
}

export interface Link {
  /** Welcomed on the connection of the moment. */
  live: () => boolean
  /** Why the server does not let this page in for a while; null: it does, or nobody knows. */
  sentAway: () => 'away' | 'pages' | null
  /** Whether a change made now goes out in a frame of its own. */
  sends: () => boolean
  /** False without a connection that has been welcomed. */
  send: (frame: Uint8Array) => boolean
  /** The device has come back: try now rather than later. */
  wake: () => void
  stop: () => void
}

export function openLink(parts: LinkParts): Link {
  const { page, sessionId, token, seat, doc, count, clock, events } = parts
  const { origin, WebSocketPolyfill } = page
  // Presence is our own; without a state of its own y-websocket's sends nothing.
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, sessionId, doc, {
    connect: false,
    awareness,
    protocols: [SUBPROTOCOL, `bearer.${token}`],
    params: { seat: `${seat.clientId}.${seat.secret}` },
    disableBc: true,
    shouldReconnect: () => false,
    ...(WebSocketPolyfill === undefined ? {} : { WebSocketPolyfill }),
  })
  let live = false
  let over = false
  let attempt = 0
  /** Tries in a row that were given up. */
  let silences = 0
  /** When the try of the moment began, on the clock of the device, which counts its sleep too; 0: there is none. */
  let triedAt = 0
  /** Since the last welcome a socket was gone before it was open. */
  let refused = false
  /** How often since then the server was not there. */
  let noes = 0
  let greetedAt = 0
  /** Frames of this socket that the server has on disk. */
  let onDisk = 0
  let sentAway: 'away' | 'pages' | null = null
  let callOff: () => void = () => {}

  const isOpen = (): boolean => provider.wsconnected && provider.ws?.readyState === 1

  function send(frame: Uint8Array): boolean {
    if (!live || !isOpen()) return false
    provider.ws?.send(new Uint8Array(frame))
    return true
  }

  function connect(): void {
    if (over) return
    const own = (triedAt = Date.now())
    expectWithin(OPENS_WITHIN)
    if (!refused) return provider.connect()
    // Browsers let sockets wait longer and longer where some were refused, but not questions.
    void page.answers().then((does) => {
      if (over || own !== triedAt) return
      if (does || isDoubted(++noes)) provider.connect()
      else later()
    })
  }

  function expectWithin(what: number): void {
    callOff()
    callOff = clock.after(patience(what, silences, Math.random()), giveUp)
  }

  function giveUp(): void {
    silences += 1
    // A question that hangs says nothing of sockets.
    if (provider.ws === null) refused = false
    letGo()
    later()
  }

  /** Whatever is tried is over, and was no refusal; one before it still is. */
  function letGo(): void {
    const was = refused
    provider.disconnect()
    refused = was
    // It has waited enough.
    attempt = 0
  }

  function later(): void {
    callOff()
    triedAt = 0
    const wait = sentAway === null ? waitBefore(attempt, Math.random()) : waitAway(Math.random())
    callOff = clock.after(wait, connect)
    attempt += 1
  }

  function gone(code?: number, reason?: string): void {
    live = false
    onDisk = 0
    refused ||= !provider.wsconnected
    count.lost()
    // The provider would try again on its own after its watchdog; there is one who decides, here.
    provider.shouldConnect = false
    if (over) return
    if (code === CLOSE.tooFast) sentAway = reason === TOO_MANY_PAGES ? 'pages' : 'away'
    const why = code === undefined ? null : closedBy(code)
    if (why === null) later()
    else {
      over = true
      // The provider is in the middle of closing and must not be destroyed under it.
      queueMicrotask(() => events.closed(why))
    }
    events.changed()
  }

  const { messageHandlers } = provider
  const sync = messageHandlers[MESSAGE.sync]
  messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    sync?.(encoder, decoder, ...rest)
    if (!answersStep1(encoder)) return
    const isNews = count.waiting() > 0
    if (isNews && encoding.length(encoder) < BACKLOG_MAX) return count.sentAll()
    // Not a byte of it: the provider sends what stands here.
    encoder.cpos = 0
    encoder.bufs = []
    if (!isNews) {
      // What everybody has deleted, ever, would go back to where it came from.
      encoding.writeUint8Array(encoder, NO_NEWS)
      return count.sentAll()
    }
    over = true
    queueMicrotask(() => events.closed('seat'))
  }
  /** Takes a frame with a JSON body, or leaves one alone that is not what it should be. */
  function onJson<S extends v.GenericSchema>(
    type: number,
    schema: S,
    take: (body: v.InferOutput<S>) => void,
  ): void {
    messageHandlers[type] = (_encoder, decoder) => {
      const parsed = v.safeParse(schema, parseJson(decoding.readVarString(decoder)))
      if (parsed.success) take(parsed.output)
    }
  }
  onJson(MESSAGE.welcome, welcomeSchema, (welcome) => {
    if (welcome.protocol !== PROTOCOL_VERSION) return end('version')
    callOff()
    live = true
    attempt = silences = noes = 0
    refused = false
    sentAway = null
    events.welcome(welcome, greetedAt)
    return events.changed()
  })
  onJson(MESSAGE.mine, mineSchema, events.mine)
  onJson(MESSAGE.answer, answerSchema, events.answer)
  onJson(MESSAGE.refused, refusedSchema, events.refused)
  onJson(MESSAGE.reset, resetSchema, events.reset)
  messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    onDisk = decoding.readVarUint(decoder)
    toldSaved()
  }
  for (const type of [MESSAGE.presence, MESSAGE.pointing, 114, 117, 118, 119])
    messageHandlers[type] = (_encoder, decoder) => events.heard(type, decoder)

  /** Not before the board is here: what it has instead of own words is to be seen before they are let go. */
  function toldSaved(): void {
    if (provider.synced) events.saved(count.saved(onDisk))
  }

  function end(why: Closed): void {
    stop()
    events.closed(why)
    events.changed()
  }

  function stop(): void {
    over = true
    live = false
    callOff()
    provider.destroy()
    awareness.destroy()
  }

  provider.on('status', ({ status }) => {
    if (status !== 'connected') return
    greetedAt = clock.now()
    expectWithin(WELCOME_WITHIN)
    // Before the provider's own first frame, so that the welcome comes before the board.
    provider.ws?.send(new Uint8Array(writeJson(MESSAGE.hello, { protocol: PROTOCOL_VERSION })))
    events.changed()
  })
  provider.on('sync', (synced: boolean) => {
    if (!synced) return
    toldSaved()
    events.synced()
  })
  provider.on('connection-close', (event) => gone(event?.code, event?.reason))
  connect()

  return {
    live: () => live,
    sentAway: () => sentAway,
    sends: isOpen,
    send,
    wake() {
      const [since, most] = live
        ? [provider.wsLastMessageReceived, SILENCE_MAX]
        : [triedAt, TRY_IS_NEW]
      if (over || Date.now() - since < most) return
      silences = 0
      letGo()
      connect()
    },
    stop,
  }
}

/** Whether the provider is about to answer a sync step 1 with what it has. */
function answersStep1(encoder: encoding.Encoder): boolean {
  if (encoding.length(encoder) <= 1) return false
  const decoder = decoding.createDecoder(encoding.toUint8Array(encoder))
  return (
    decoding.readVarUint(decoder) === MESSAGE.sync && decoding.readVarUint(decoder) === SYNC.step2
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
