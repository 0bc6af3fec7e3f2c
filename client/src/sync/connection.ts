/**
 * The life of the connection: a seat, its document and its socket, and another seat where the server asks for it.
 *
 * Invariants:
 * 1. The client id of a document is that of its seat, from before the first change until the document goes.
 * 2. Own words that no server has confirmed are offered to the next document, once, as new edits.
 */
import type { Answer, Refused, Reset, Welcome } from '@plenary/shared/frame'
import type { Mine } from '@plenary/shared/mine'
import * as Y from 'yjs'
import { ANSWER_WITHIN } from '../session/request.ts'
import type { Clock } from './clock.ts'
import { eachErased } from './erased.ts'
import type { Closed } from './closed.ts'
import type { Link, LinkEvents } from './link.ts'
import { openLink } from './link.ts'
import type { OwnWord } from './own-words.ts'
import { createOwnWords } from './own-words.ts'
import type { Entry } from '@plenary/shared/entry'
import type { Page } from './page.ts'
import { loadOfferAgain } from './offer-part.ts'
import { TRY_IS_NEW, waitBefore } from './reconnect.ts'
import { createSavedCount } from './saved-count.ts'
import type { Seat } from './seat.ts'
import { takeSeat } from './seat.ts'

/** Why nothing is saved: nobody answers, sent away for a while, too many own pages, or the server cannot save. */
export type Lost = 'offline' | 'away' | 'pages' | 'read-only'
export type Ended = 'removed' | 'not-found' | 'version' | 'token' | 'refused' | 'damaged'

type Life =
  /** Waits for a seat; `doc` is the one before, still written in. */
  { is: 'opening'; doc: Y.Doc | null } | { is: 'open'; doc: Y.Doc; link: Link } | { is: 'over' }

export interface ConnectionParts {
  sessionId: string
  token: string
  page: Pick<Page, 'origin' | 'answers' | 'WebSocketPolyfill'>
  clock: Clock
  /** Another document is to be shown from now on. */
  attach: (doc: Y.Doc) => void
  /** The server said its time, in answer to what was asked at `askedAt` of the own clock. */
  time: (serverTime: number, askedAt: number) => void
  welcome: (welcome: Welcome) => void
  mine: (mine: Mine) => void
  answer: (answer: Answer) => void
  heard: LinkEvents['heard']
  /** `own`: the whole text of that entry as this page had left it. */
  refused: (change: Refused['changes'][number], own: string | null) => void
  reset: (reset: Reset) => void
  /** Whether the facts say that this person was removed. */
  removed: () => boolean
  /** Own words that could not be offered again. */
  lostWords: (texts: readonly string[]) => void
  /** The link or the number of changes on their way has changed. */
  changed: () => void
  ended: (why: Ended) => void
}

export interface Connection {
  start: () => void
  doc: () => Y.Doc | null
  /** Welcomed by a server that saves. */
  live: () => boolean
  /** Why it is not live. */
  lost: () => Lost
  /** False without a connection that has been welcomed. */
  send: (frame: Uint8Array) => boolean
  /** Entries with a change that is not on the server's disk. */
  waiting: () => number
  /** To be called for every entry that this page has changed in the document. */
  ownChange: (id: string, before: Entry | null, after: Entry | null) => void
  /** Whether a change of this entry is not on the server's disk. */
  waitsFor: (id: string) => boolean
  /** Entries of the board that are not on the server's disk. */
  unsavedWords: () => OwnWord[]
  /** Before the start: what a page before this one left. */
  restore: (words: readonly OwnWord[]) => void
  /** The device has come back to life. */
  wake: () => void
  stop: () => void
}

interface Offer {
  words: readonly OwnWord[]
  /** Whether to edit texts again. */
  texts: boolean
}

const NOTHING: Offer = { words: [], texts: true }

export function createConnection(parts: ConnectionParts): Connection {
  const { sessionId, token, page, clock } = parts
  const count = createSavedCount()
  const ownWords = createOwnWords(count.wentOut)
  let life: Life = { is: 'opening', doc: null }
  let attempt = 0
  /** When a seat was asked for, on the clock of the device; 0: nobody asks, infinite: nobody has to. */
  let triedAt = Infinity
  /** The server that welcomed this page last could not save. */
  let readOnly = false
  /** Number of the change that is being made, see `saved-count.ts`. */
  let making = 0
  /** The document's own clock before it. */
  let clockBefore = 0
  /** For the document of the moment, once it has caught up. */
  let offer = NOTHING
  let callOff: () => void = () => {}

  const docNow = (): Y.Doc | null => (life.is === 'over' ? null : life.doc)
  const live = (): boolean => life.is === 'open' && life.link.live() && !readOnly

  async function begin(): Promise<void> {
    callOff()
    triedAt = Date.now()
    const asking = new AbortController()
    const giveUp = (): void => asking.abort()
    const stopWaiting = clock.after(ANSWER_WITHIN, giveUp)
    let isLeft = false
    callOff = () => {
      isLeft = true
      stopWaiting()
      giveUp()
    }
    const seated = await takeSeat(page.origin, sessionId, token, clock, asking.signal)
    stopWaiting()
    // Another seat was asked for meanwhile, or none is wanted any more.
    if (isLeft) return
    switch (seated.is) {
      case 'ended':
        return end(seated.why)
      case 'later':
        return later()
      case 'seated':
        parts.time(seated.serverTime, seated.askedAt)
        return open(seated.doc, seated.seat)
    }
  }

  function later(): void {
    callOff()
    triedAt = 0
    callOff = clock.after(waitBefore(attempt, Math.random()), () => void begin())
    attempt += 1
  }

  function open(doc: Y.Doc, seat: Seat): void {
    const old = docNow()
    offer = { ...offer, words: [...offer.words, ...ownWords.all()] }
    parts.lostWords(ownWords.clear())
    count.reset()
    // Before the projection, so that the number is there when it hears of a change.
    doc.on('beforeTransaction', () => {
      making = count.next()
      clockBefore = Y.getState(doc.store, doc.clientID)
    })
    doc.on('afterTransaction', (change) => eachErased(change, ownWords.erased))
    const link = openLink({
      page,
      sessionId,
      token,
      seat,
      doc,
      count,
      clock,
      events: {
        welcome(welcome, askedAt) {
          attempt = 0
          readOnly = welcome.readOnly === true
          parts.time(welcome.serverTime, askedAt)
          parts.welcome(welcome)
        },
        mine: parts.mine,
        answer: parts.answer,
        heard: parts.heard,
        refused({ changes }) {
          for (const change of changes) {
            const own = ownWords.textOf(change.card)
            parts.refused(change, own)
            if (change.text !== undefined) ownWords.told(change.card, own)
          }
        },
        reset(reset) {
          // What it refused to erase it would refuse again.
          offer = { ...offer, texts: false }
          parts.reset(reset)
        },
        synced: offerWords,
        saved(upTo) {
          parts.lostWords(ownWords.saved(upTo))
          parts.changed()
        },
        changed: parts.changed,
        closed,
      },
    })
    // After the provider's own listener: what it has sent by now is sent.
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }) => {
      if (!local) return
      count.made(link.sends())
      parts.changed()
    })
    life = { is: 'open', doc, link }
    parts.attach(doc)
    old?.destroy()
    parts.changed()
  }

  function closed(why: Closed): void {
    if (life.is !== 'open') return
    if (why === 'seat') {
      life.link.stop()
      life = { is: 'opening', doc: life.doc }
      parts.changed()
      // The first time at once; a server that keeps asking for it is left some air.
      if (attempt > 0) return later()
      attempt = 1
      void begin()
      return
    }
    // One code for "removed" and for "no honest client sends that"; the facts, which came before it, tell.
    return end(why === 'removed' && !parts.removed() ? 'refused' : why)
  }

  function offerWords(): void {
    const doc = docNow()
    const { words, texts } = offer
    offer = { words, texts: true }
    if (doc === null || words.length === 0) return
    const over = (left: readonly OwnWord[]): void => {
      offer = NOTHING
      parts.lostWords(left.map(({ after }) => after.text))
      parts.attach(doc)
      parts.changed()
    }
    // Another document may come, and take them over, before the part that offers them is there.
    const still = (): boolean => docNow() === doc && offer.words === words
    loadOfferAgain()
      .then(({ offerAgain }) => still() && over(offerAgain(doc, words, texts)))
      .catch(() => still() && over(words))
  }

  function end(why: Ended): void {
    parts.ended(why)
    stop()
  }

  function stop(): void {
    callOff()
    if (life.is === 'open') life.link.stop()
    life = { is: 'over' }
    parts.changed()
  }

  return {
    start: () => void begin(),
    doc: docNow,
    live,
    lost: () => {
      if (life.is !== 'open') return 'offline'
      return life.link.live() ? 'read-only' : (life.link.sentAway() ?? 'offline')
    },
    send: (frame) => live() && life.is === 'open' && life.link.send(frame),
    // However many keys it took, a person changed one card.
    waiting: () =>
      Math.min(count.waiting(), Math.max(1, ownWords.all().length)) + offer.words.length,
    ownChange: (id, before, after) => ownWords.changed(id, before, after, making, clockBefore),
    waitsFor: (id) => ownWords.textOf(id) !== null || offer.words.some((word) => word.id === id),
    unsavedWords: () => [...offer.words, ...ownWords.all()],
    restore: (words) => (offer = { words, texts: true }),
    wake() {
      if (life.is === 'open') life.link.wake()
      else if (life.is === 'opening' && Date.now() - triedAt >= TRY_IS_NEW) void begin()
    },
    stop,
  }
}
