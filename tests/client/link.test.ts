/** One seat's socket by a clock that is moved by hand: what is given up, tried again, and what comes too late. */
import { createSavedCount } from '@plenary/client/sync/saved-count'
import { openLink } from '@plenary/client/sync/link'
import type { Link } from '@plenary/client/sync/link'
import {
  FIRST_WAIT,
  LONGEST_AWAY,
  LONGEST_PATIENCE,
  LONGEST_WAIT,
  OPENS_WITHIN,
  TRY_IS_NEW,
  WELCOME_WITHIN,
  isDoubted,
  patience,
  waitAway,
  waitBefore,
} from '@plenary/client/sync/reconnect'
import { createBoard } from '@plenary/shared/board'
import {
  CLOSE,
  MESSAGE,
  SYNC,
  TOO_MANY_PAGES,
  writeJson,
  writeSaved,
  writeSync,
} from '@plenary/shared/frame'
import { must } from '@plenary/shared/must'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { handClock } from '../kit/hand-clock.ts'
import { formatNamed } from '../kit/play.ts'

// The provider asks the Date that was there when it was loaded, which a clock by hand would not reach.
vi.hoisted(() => {
  const Real = Date
  const now = Date.now
  Real.now = () => (Date === Real ? now() : Date.now())
})

/** Of a live socket that says nothing: what is taken for dead when the device wakes, and at all. Milliseconds. */
const SILENT_AT_WAKING = 20_000
const SILENT = 30_000

const links: Link[] = []
afterEach(() => {
  for (const link of links.splice(0)) link.stop()
  vi.useRealTimers()
})

/** A socket that does what the test says. */
class StillSocket {
  static all: StillSocket[] = []
  readonly OPEN = 1
  binaryType = 'blob'
  readyState = 0
  closed = false
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: object) => void) | null = null

  constructor() {
    StillSocket.all.push(this)
  }

  readonly sent: Uint8Array[] = []

  send(frame: Uint8Array): void {
    this.sent.push(new Uint8Array(frame))
  }

  close(): void {
    this.closed = true
  }

  opens(): void {
    this.readyState = 1
    this.onopen?.()
  }

  hears(frame: Uint8Array): void {
    this.onmessage?.({ data: Uint8Array.from(frame).buffer })
  }

  ends(code: number, reason = ''): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }
}

const welcomeOf = (protocol: number): Uint8Array =>
  writeJson(MESSAGE.welcome, {
    protocol,
    sessionId: 's',
    epoch: 1,
    seq: 1,
    serverTime: 0,
    number: 1,
    you: { id: 'p', name: 'Ben', role: 'participant', takesPart: true },
    format: formatNamed('dot-vote'),
    facts: {},
    mine: {
      drafts: [],
      cards: [],
      ready: false,
      hand: false,
      asksTime: false,
      dots: {},
      estimates: {},
    },
  })

function linked() {
  StillSocket.all = []
  const clock = handClock()
  const closed: string[] = []
  const saved: number[] = []
  const doc = createBoard()
  const count = createSavedCount()
  const quiet = (): void => {}
  /** Answers to the question whether the server is there, as long as they are not given. */
  const asked: ((does: boolean) => void)[] = []
  const link = openLink({
    page: {
      origin: 'http://plenary.test',
      answers: () => new Promise((answer) => asked.push(answer)),
      // The part of the interface that the provider uses is the same.
      WebSocketPolyfill: StillSocket as unknown as typeof WebSocket,
    },
    sessionId: 's',
    token: 't',
    seat: { clientId: 7, secret: 's', epoch: 1 },
    doc,
    count,
    clock,
    events: {
      welcome: quiet,
      mine: quiet,
      answer: quiet,
      heard: quiet,
      refused: quiet,
      reset: quiet,
      synced: quiet,
      saved: (upTo) => saved.push(upTo),
      changed: quiet,
      closed: (why) => closed.push(why),
    },
  })
  links.push(link)
  const last = (): StillSocket => must(StillSocket.all.at(-1), 'a socket')
  return { link, clock, closed, saved, doc, count, asked, last, sockets: () => StillSocket.all }
}

it('[C40] waits at random, up to a bound that doubles and ends at four seconds', () => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const bound = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt)
    expect(waitBefore(attempt, 0)).toBe(0)
    expect(waitBefore(attempt, 0.5)).toBe(bound / 2)
    expect(waitBefore(attempt, 0.999)).toBeLessThan(bound)
  }
})

it('[C40] has more patience after each try that was met with silence, never all of a room the same', () => {
  const longest = [0, 1, 2, 3, 9].map((silences) => patience(OPENS_WITHIN, silences, 1))
  expect(longest).toEqual([5_000, 10_000, 20_000, 20_000, LONGEST_PATIENCE])
  expect(patience(OPENS_WITHIN, 1, 0)).toBe(8_000)
})

describe('a socket', () => {
  it.each([
    ['never opens', () => {}, OPENS_WITHIN],
    ['opens and is not welcomed', (socket: StillSocket) => socket.opens(), WELCOME_WITHIN],
  ])('[C40] that %s is given up, and another is tried soon, for longer', (_what, does, within) => {
    const { link, clock, last, sockets } = linked()
    for (let silences = 0; silences < 4; silences++) {
      does(last())
      clock.advance(patience(within, silences, 0) - 1)
      expect(last().closed).toBe(false)
      clock.advance(patience(within, silences, 1))
      expect(last().closed).toBe(true)
      // However often: it has waited enough.
      clock.advance(FIRST_WAIT)
      expect(sockets()).toHaveLength(silences + 2)
    }
    last().opens()
    last().hears(welcomeOf(1))
    expect(link.live()).toBe(true)
    clock.advance(10 * LONGEST_PATIENCE)
    expect(sockets()).toHaveLength(5)
    last().ends(1006)
    clock.advance(FIRST_WAIT)
    does(last())
    clock.advance(patience(within, 0, 1))
    expect(last().closed).toBe(true)
  })

  it.each([
    ['never opens', () => {}],
    ['is not welcomed', (socket: StillSocket) => socket.opens()],
  ])(
    '[C60] that %s is given up when the device wakes, once however often it does',
    (_what, does) => {
      vi.useFakeTimers({ toFake: ['Date'] })
      const { link, clock, last, sockets } = linked()
      does(last())
      // Each page is shown once when it is loaded, and the device may say more than once that it is back.
      const wakes = (): void => [1, 2, 3, 4].forEach(link.wake)
      vi.setSystemTime(Date.now() + TRY_IS_NEW - 1)
      wakes()
      expect([sockets().length, last().closed]).toEqual([1, false])
      vi.setSystemTime(Date.now() + 1)
      const old = last()
      wakes()
      expect([sockets().length, old.closed, last().closed]).toEqual([2, true, false])
      last().opens()
      last().hears(welcomeOf(1))
      wakes()
      clock.advance(LONGEST_PATIENCE)
      expect([sockets().length, link.live()]).toEqual([2, true])
    },
  )

  it('[C78] that is live and has been silent for 20 s is given up when the device wakes, a younger silence is none', () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { link, last, sockets } = linked()
    const passes = (time: number): void => void vi.setSystemTime(Date.now() + time)
    const first = last()
    first.opens()
    first.hears(welcomeOf(1))
    passes(SILENT_AT_WAKING - 1)
    link.wake()
    first.hears(writeSaved(0))
    passes(SILENT_AT_WAKING - 1)
    link.wake()
    expect([sockets().length, first.closed, link.live()]).toEqual([1, false, true])
    passes(1)
    link.wake()
    // At once, and not after a wait.
    expect([sockets().length, first.closed, link.live()]).toEqual([2, true, false])
    last().opens()
    last().hears(welcomeOf(1))
    link.wake()
    expect([sockets().length, link.live()]).toEqual([2, true])
  })

  it('[C78] that is live and silent for 30 s is given up, and another is tried soon', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    const { link, clock, last, sockets } = linked()
    const first = last()
    first.opens()
    first.hears(welcomeOf(1))
    vi.advanceTimersByTime(SILENT)
    first.hears(writeSaved(0))
    vi.advanceTimersByTime(SILENT)
    expect([sockets().length, first.closed, link.live()]).toEqual([1, false, true])
    // It is looked at ten times in that time.
    vi.advanceTimersByTime(SILENT / 10)
    expect([first.closed, link.live()]).toEqual([true, false])
    clock.advance(FIRST_WAIT)
    expect(sockets()).toHaveLength(2)
    last().opens()
    last().hears(welcomeOf(1))
    expect(link.live()).toBe(true)
  })

  it('[C61] is opened, after one was refused, when the server answers a question, and not before', async () => {
    const { link, clock, asked, last, sockets } = linked()
    last().ends(1006)
    for (let n = 1; n < 4; n++) {
      clock.advance(LONGEST_WAIT)
      expect([sockets().length, asked.length]).toEqual([1, n])
      asked.at(-1)?.(n === 3)
      await Promise.resolve()
    }
    expect([sockets().length, asked.length]).toEqual([2, 3])
    last().opens()
    last().hears(welcomeOf(1))
    expect(link.live()).toBe(true)
    // One that was open was not refused.
    last().ends(1006)
    clock.advance(LONGEST_WAIT)
    expect([sockets().length, asked.length]).toEqual([3, 3])
  })

  it('[C61] is opened all the same when nobody answers a question; waking asks one at once', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { link, clock, asked, last, sockets } = linked()
    const refuses = (): void => {
      last().ends(1006)
      clock.advance(LONGEST_WAIT)
    }
    refuses()
    expect([sockets().length, asked.length]).toEqual([1, 1])
    clock.advance(OPENS_WITHIN)
    clock.advance(FIRST_WAIT)
    expect([sockets().length, asked.length]).toEqual([2, 1])
    refuses()
    expect([sockets().length, asked.length]).toEqual([2, 2])
    vi.setSystemTime(Date.now() + TRY_IS_NEW)
    link.wake()
    // A browser holds back what is opened now, too.
    expect([sockets().length, asked.length]).toEqual([2, 3])
    const [early, late, now] = asked
    // Too late: another try has begun.
    early?.(true)
    late?.(true)
    await Promise.resolve()
    expect(sockets()).toHaveLength(2)
    now?.(true)
    await Promise.resolve()
    expect([sockets().length, asked.length]).toEqual([3, 3])
    // It hangs, and is let go by waking: that was no refusal, and takes back none.
    vi.setSystemTime(Date.now() + TRY_IS_NEW)
    link.wake()
    expect([sockets().length, asked.length]).toEqual([3, 4])
  })

  it('[C61] is opened all the same, soon and then seldom, where the server never answers a question', async () => {
    const { clock, asked, last, sockets } = linked()
    /** After how many questions a socket was opened. */
    const opened: number[] = []
    last().ends(1006)
    while (asked.length < 150) {
      const before = sockets().length
      clock.advance(LONGEST_WAIT)
      asked.at(-1)?.(false)
      await Promise.resolve()
      if (sockets().length === before) continue
      opened.push(asked.length)
      last().ends(1006)
    }
    expect(opened).toEqual([4, 8, 16, 48, 96, 144])
    // Not from where it was, but anew.
    clock.advance(LONGEST_WAIT)
    asked.at(-1)?.(true)
    await Promise.resolve()
    last().opens()
    last().hears(welcomeOf(1))
    last().ends(1006)
    clock.advance(LONGEST_WAIT)
    last().ends(1006)
    for (let n = 0; n < 4; n++) {
      const before = sockets().length
      clock.advance(LONGEST_WAIT)
      asked.at(-1)?.(false)
      await Promise.resolve()
      expect(sockets().length - before).toBe(isDoubted(n + 1) ? 1 : 0)
    }
  })

  it('[T113] that ends late, after another has taken its place, changes nothing', () => {
    const { link, clock, closed, last, sockets } = linked()
    last().opens()
    last().hears(welcomeOf(1))
    const old = last()
    const late = { close: old.onclose, message: old.onmessage, open: old.onopen }
    old.ends(1006)
    clock.advance(FIRST_WAIT)
    last().opens()
    last().hears(welcomeOf(1))
    expect([sockets().length, link.live()]).toEqual([2, true])
    for (const code of [1006, CLOSE.seat, CLOSE.removed, CLOSE.tooFast])
      late.close?.({ code, reason: '' })
    late.open?.()
    late.message?.({ data: Uint8Array.from(welcomeOf(2)).buffer })
    clock.advance(LONGEST_WAIT)
    expect([sockets().length, link.live(), link.sentAway(), closed]).toEqual([2, true, null, []])
  })

  it.each([
    [TOO_MANY_PAGES, 'pages'],
    ['wait some minutes', 'away'],
  ])(
    '[C38] that is closed as too fast (%s) is said to be sent away until it is let in',
    (reason, why) => {
      const { link, clock, last, sockets } = linked()
      last().opens()
      last().ends(CLOSE.tooFast, reason)
      expect(link.sentAway()).toBe(why)
      clock.advance(waitAway(0) - 1)
      expect(sockets()).toHaveLength(1)
      clock.advance(LONGEST_AWAY)
      last().opens()
      last().ends(1006)
      // Whoever was sent away is not told that the network is gone.
      expect(link.sentAway()).toBe(why)
      clock.advance(waitAway(0) - 1)
      expect(sockets()).toHaveLength(2)
      // Somebody may have closed the other page, and comes back to this one.
      link.wake()
      expect(sockets()).toHaveLength(3)
      last().opens()
      last().hears(welcomeOf(1))
      expect(link.sentAway()).toBeNull()
      last().ends(1006)
      clock.advance(FIRST_WAIT)
      expect(sockets()).toHaveLength(4)
    },
  )
})

it.each([
  ['welcomes with another version', (socket: StillSocket) => socket.hears(welcomeOf(2))],
  ['closes with 4426', (socket: StillSocket) => socket.ends(CLOSE.version)],
])('[T117] a server that %s is not asked again', async (_what, does) => {
  const { link, clock, closed, last, sockets } = linked()
  last().opens()
  does(last())
  await Promise.resolve()
  clock.advance(LONGEST_WAIT)
  expect([closed, link.live(), sockets().length]).toEqual([['version'], false, 1])
})

describe('the answer to what the server asks of the board', () => {
  const asks = (board: Y.Doc): Uint8Array => writeSync(SYNC.step1, Y.encodeStateVector(board))
  const EMPTY = writeSync(SYNC.step2, new Uint8Array(2))

  function welcomed() {
    const one = linked()
    one.last().opens()
    one.last().hears(welcomeOf(1))
    return one
  }

  it('[C73] is nothing where nothing waits, however much was ever deleted on the board', () => {
    const { doc, count, last, closed } = welcomed()
    const others = new Y.Doc()
    const text = others.getText('many')
    text.insert(0, 'ab'.repeat(2_000))
    others.transact(() => {
      for (let at = 1_999; at >= 0; at--) text.delete(2 * at, 1)
    })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(others))
    last().hears(asks(createBoard()))
    expect(last().sent.at(-1)).toEqual(EMPTY)
    // It is an answer all the same, which counts.
    count.made(true)
    expect([count.saved(1), count.saved(2)]).toEqual([0, 1])
    expect(closed).toEqual([])
  })

  it('[C73] is the board where something waits', () => {
    const { doc, count, last } = welcomed()
    doc.getMap('cards').set('x', 1)
    count.made(false)
    last().hears(asks(createBoard()))
    expect(last().sent.at(-1)).toEqual(writeSync(SYNC.step2, Y.encodeStateAsUpdate(doc)))
  })

  it('[C70] nothing is saved before the board is here, with what became of it', () => {
    const { doc, count, saved, last, clock } = welcomed()
    doc.getMap('cards').set('x', 1)
    count.made(false)
    last().hears(asks(createBoard()))
    last().hears(writeSaved(1))
    expect([saved, count.waiting()]).toEqual([[], 1])
    last().hears(EMPTY)
    expect([saved, count.waiting()]).toEqual([[1], 0])
    // On the next socket it is not this one's count.
    count.made(false)
    last().ends(1006)
    clock.advance(LONGEST_WAIT)
    last().opens()
    last().hears(welcomeOf(1))
    last().hears(EMPTY)
    expect([saved.at(-1), count.waiting()]).toEqual([1, 1])
  })
})
