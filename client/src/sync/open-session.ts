/** A session as this page sees it: its parts, put together. */
import type { Welcome } from '@plenary/shared/frame'
import { MESSAGE } from '@plenary/shared/frame'
import type { Mine } from '@plenary/shared/mine'
import { readHeard, writeSaid } from '@plenary/shared/presence'
import { link as words } from '../words/link.ts'
import { createBegun } from './begun.ts'
import { createBoardWrites } from './board-writes.ts'
import { pageClock } from './clock.ts'
import { wordsOf } from './command-words.ts'
import { createCommands } from './commands.ts'
import { createConnection } from './connection.ts'
import type { Ended } from './connection.ts'
import type { Deed } from './deeds.ts'
import { createDeeds } from './deeds.ts'
import { createDrafts } from './drafts.ts'
import { createFactsView } from './facts-view.ts'
import { createListeners } from './listeners.ts'
import { newId } from './new-id.ts'
import { createNotices } from './notices.ts'
import type { Editing } from './editing.ts'
import type { Page } from './page.ts'
import { browserPage } from './page.ts'
import { createPresenceView } from './presence-view.ts'
import { createProjection } from './projection.ts'
import type { EntryChange } from './projection.ts'
import { createServerClock } from './server-clock.ts'
import type { LinkState, SessionClient, View } from './session-client.ts'
import { loadUndo } from './undo-part.ts'
import { loadSafeWords } from './safe-part.ts'
import type { SafeWords } from './safe-words.ts'
import { hasLeft } from './text-storage.ts'
import { isEmpty, textsOf } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'
import { viewOf } from './view-of.ts'

/** What pages before this one left is waited for so long; a line that stalls must not keep the session away. Milliseconds. */
const LEFT_WITHIN = 5_000

export interface OpenParts {
  sessionId: string
  token: string
  page?: Page
  /** Several people share the tab: it keeps no words of any of them. */
  shared?: boolean
}

/** A session that can be read and is not connected yet. */
export interface Unopened {
  client: SessionClient
  /** Connects, once; returns its end, which is the client's `leave`. */
  open: () => () => void
}

/** Everything on the client works from the start, and shows once it has arrived. Touches nothing until it is opened. */
export function createSession({
  sessionId,
  token,
  page = browserPage(),
  shared = false,
}: OpenParts): Unopened {
  const clock = pageClock
  const serverClock = createServerClock(clock)
  const listeners = createListeners()
  const swaps = createListeners()
  let safe: SafeWords | null = null
  const tab = shared ? null : page.storage
  let keeps = page.device !== null
  const begun = createBegun({ sessionId, token }, page.storage, () => {
    keepSoon()
    // The page asks before it is left.
    if (!keeps) listeners.call()
  })
  let welcome: Welcome | null = null
  let mine: Mine | null = null
  let view: View | null = null
  let state: LinkState = { is: 'connecting', why: 'offline' }
  let lostSince: number | null = null
  let ended: { why: Ended; unsaved: string[] } | null = null
  let revealing = false
  let isOver = false
  let isWiped = false

  const notices = createNotices(() => {
    keepSoon()
    listeners.call()
  })
  const facts = createFactsView(viewChanged)
  const connection = createConnection({
    sessionId,
    token,
    page,
    clock,
    attach(doc) {
      projection.attach(doc)
      facts.attach(doc)
      swaps.call()
      viewChanged()
    },
    time: serverClock.heard,
    welcome: greeted,
    mine(own) {
      mine = own
      viewChanged()
    },
    answer: (answer) => commands.answered(answer),
    heard(type, decoder) {
      if (type === MESSAGE.presence) presence.heard(readHeard(decoder))
      else client.pointing.hears?.(type, decoder)
    },
    refused({ card, message, text }, own) {
      void loadUndo().then(({ forget }) => forget(deeds, card))
      const lost = text === undefined ? undefined : (own ?? text)
      notices.add({ is: 'refused', message, ...(lost === undefined ? {} : { text: lost }) })
    },
    removed: () => facts.facts()?.people[welcome?.you.id ?? '']?.left === true,
    reset: ({ message }) => notices.add({ is: 'info', message }),
    lostWords(texts) {
      for (const text of texts) notices.add({ is: 'refused', message: words.notSaved, text })
    },
    changed: linkChanged,
    ended(why) {
      stopPage()
      void lastWords(why).then((last) => {
        ended = { why, unsaved: last }
        commands.end(words.left)
        linkChanged()
      })
    },
  })
  const hearers = new Set<EntryChange>()
  const projection = createProjection(connection.ownChange, (...change) =>
    hearers.forEach((hears) => hears(...change)),
  )
  const presence = createPresenceView(
    (said) => void connection.send(writeSaid(said)),
    viewChanged,
    clock,
  )
  const commands = createCommands({
    send: connection.send,
    mine: shownMine,
    changed: viewChanged,
    refused(command, message) {
      const text = wordsOf(command)
      notices.add({ is: 'refused', message, ...(text === null ? {} : { text }) })
    },
  })
  const drafts = createDrafts({
    ask: (command) => commands.ask(command, { quiet: true }),
    theirs: () => mine?.drafts ?? [],
    notify: notices.add,
    changed: viewChanged,
    clock,
  })
  const deeds = createDeeds(listeners.call)
  const editing: Editing = {
    doc: connection.doc,
    onSwap: swaps.add,
    projection,
    commands,
    deeds,
    clock,
    asked: new Set(),
    askedChanged: linkChanged,
  }
  /** Resolves to whether all of it was taken back. */
  const undo = async (deed: Deed): Promise<boolean> => (await loadUndo()).takeBack(client, deed)
  const stack = (undone: boolean): Deed[] => (undone ? deeds.undone : deeds.all)
  const writes = createBoardWrites({
    doc: connection.doc,
    projection,
    you: () => welcome?.you.id ?? null,
    anonymous: () => facts.facts()?.anonymous ?? true,
    ask: (command) => commands.ask(command),
    notify: notices.add,
    deeds,
    undo,
  })

  function greeted(first: Welcome): void {
    welcome = first
    mine = first.mine
    facts.told(first.facts)
    presence.begin(first.number, first.you.id)
    commands.resend()
    const before = safe?.settled()
    // All of it before anything is written down again.
    for (const { id, command } of before?.asked ?? [])
      // Nothing is to be told of one that never came to be.
      void commands.ask(command, { id, quiet: command.type === 'draft.remove' })
    for (const text of before?.texts ?? [])
      notices.add({ is: 'refused', message: words.keptFromBefore, text })
    drafts.restore(before?.drafts ?? [])
    viewChanged()
  }

  /** The private view with what is on its way. */
  function shownMine(): Mine | null {
    if (mine === null) return null
    const own = commands.shown(mine)
    return { ...own, drafts: drafts.shown(own.drafts) }
  }

  function currentView(): View | null {
    const known = facts.facts()
    const own = shownMine()
    if (view === null && welcome !== null && known !== null && own !== null)
      view = viewOf(welcome, known, own, presence)
    return view
  }

  /** Something beside the cards is different; the view is built again when somebody looks. */
  function viewChanged(): void {
    view = null
    const announced = (facts.facts()?.reveal ?? null) !== null
    const first = announced && !revealing
    revealing = announced
    linkChanged()
    // The server waits a moment before it pours, so that no last word is missing.
    if (first) drafts.flush()
  }

  function linkChanged(): void {
    if (!connection.live()) commands.lost()
    const now = stateNow()
    if (JSON.stringify(now) !== JSON.stringify(state)) state = now
    keepSoon()
    listeners.call()
  }

  function stateNow(): LinkState {
    if (ended !== null) return { is: 'ended', ...ended }
    if (welcome === null) return { is: 'connecting', why: connection.lost() }
    const waiting = connection.waiting() + notOnTheServer() + drafts.waiting()
    if (connection.live()) {
      lostSince = null
      return { is: 'live', waiting }
    }
    lostSince ??= Date.now()
    return { is: 'lost', since: lostSince, waiting, why: connection.lost(), kept: keeps }
  }

  /** What is asked for and not answered, or about to be, beside drafts. What is asked first stands first. */
  const unanswered = (): Unsaved['asked'] => [
    ...commands.waiting().filter(({ command }) => command.type !== 'draft.put'),
    ...Array.from(editing.asked).flatMap((edit) => edit.pending() ?? []),
  ]

  /** How many: a card counts once, however often it is reworded. */
  const notOnTheServer = (): number =>
    new Set(
      unanswered().map(({ id, command }) => (command.type === 'card.reword' ? command.card : id)),
    ).size

  const unsaved = (): Unsaved => ({
    drafts: drafts.unsaved(),
    asked: unanswered().filter(
      ({ command }) => command.type === 'draft.remove' || wordsOf(command) !== null,
    ),
    words: connection.unsavedWords(),
    begun: begun.all(),
    texts: told(),
  })
  const told = (): string[] => notices.all().flatMap(({ text }) => text ?? [])

  function keepSoon(): void {
    if (safe !== null) safe.soon()
    else if (!isEmpty(unsaved())) withSafe().catch(() => nowKeeps(false))
  }

  function nowKeeps(does: boolean): void {
    if (keeps === does) return
    keeps = does
    linkChanged()
  }

  async function withSafe(): Promise<SafeWords> {
    const { createSafeWords } = await loadSafeWords()
    safe ??= createSafeWords({
      sessionId,
      token,
      keeps: nowKeeps,
      clock,
      unsaved,
      device: page.device,
      tab,
      mayStay: () => facts.facts()?.status !== 'closed',
    })
    if (isOver) safe.stop(isWiped)
    safe.soon()
    return safe
  }

  /** Own words to copy on the last screen. Without a seat nothing else gives them back, not even after a reload. */
  async function lastWords(why: Ended): Promise<string[]> {
    const seated = why === 'version' || why === 'refused' || why === 'damaged'
    const own = drafts.shown(seated ? [] : (mine?.drafts ?? [])).map(({ text }) => text)
    try {
      const last = (await withSafe()).last(own, seated ? why : 'gone')
      if (!seated) begun.clear()
      return last
    } catch {
      return textsOf({ ...unsaved(), drafts: [], texts: [...own, ...told()] })
    }
  }

  function flush(): void {
    for (const edit of editing.asked) edit.flush()
    drafts.flush()
    safe?.now()
  }

  let stops: (() => void)[] = []
  function stopPage(): void {
    for (const stop of stops.splice(0)) stop()
  }

  function leave(): void {
    flush()
    end(false)
  }

  /** Its words would arrive twice: from here, and from the page that has taken them over. */
  function wake(): void {
    if (safe?.gone() !== true) return connection.wake()
    vanish(false)
    page.reload()
  }

  /** Nothing waits any more, for whoever asks. */
  function vanish(wipe: boolean): void {
    end(wipe)
    state = { is: 'connecting', why: 'offline' }
    listeners.call()
  }

  function end(wipe: boolean): void {
    isOver = true
    isWiped = wipe
    safe?.stop(wipe)
    stopPage()
    connection.stop()
  }

  const client: SessionClient = {
    view: currentView,
    link: () => state,
    notices: notices.all,
    subscribe: listeners.add,
    entry: projection.entry,
    ids: projection.ids,
    unplaced: projection.unplaced,
    waits: (id) =>
      state.is === 'lost' &&
      (connection.waitsFor(id) || drafts.unsaved().some((draft) => draft.id === id)),
    unsent: (parent) =>
      state.is !== 'lost'
        ? []
        : commands
            .waiting()
            .flatMap(({ command }) =>
              command.type === 'card.add' && command.to === parent ? [command.text] : [],
            ),
    subscribeEntry: projection.subscribeEntry,
    subscribeList: projection.subscribeList,
    async ask(command) {
      const before = currentView()
      const answer = await commands.ask(command)
      // Without the part nothing is taken back.
      if (answer.ok && /^dot|settle$/.test(command.type))
        await loadUndo().then(({ asked }) => asked(client, command, before), String)
      return answer
    },
    ...writes,
    lastDeed: (undone = false) => stack(undone).at(-1)?.what,
    async undoLast(undone = false) {
      const { takeBack } = await loadUndo()
      // Picked only now: of two quick presses the second one means the deed before.
      const deed = stack(undone).at(-1)
      return deed !== undefined && takeBack(client, deed)
    },
    hearOthers(hears) {
      hearers.add(hears)
      return () => void hearers.delete(hears)
    },
    lately: presence.lately,
    pointing: {
      presence,
      say: connection.send,
      hears: null,
    },
    editing,
    putDraft: drafts.put,
    removeDraft: drafts.remove,
    begun,
    unsaved,
    keeps: () => keeps,
    newId,
    hold: presence.hold,
    release: presence.release,
    now: serverClock.now,
    notify: notices.add,
    dismiss: notices.dismiss,
    tryNow: wake,
    leave,
    forget() {
      vanish(true)
      begun.clear()
    },
  }
  return {
    client,
    open() {
      stops = [page.onWake(wake), page.onHide(flush)]
      let waits = true
      const start = (left?: Unsaved): void => {
        if (!waits) return
        waits = false
        connection.restore(left?.words ?? [])
        if (!isOver) connection.start()
      }
      if (!hasLeft([page.device, tab], sessionId)) start()
      else {
        stops.push(clock.after(LEFT_WITHIN, start))
        withSafe()
          .then((kept) => (isOver ? undefined : kept.takeOver(begun.again, () => waits)))
          .then(start, () => start())
      }
      return leave
    },
  }
}

export function openSession(parts: OpenParts): SessionClient {
  const { client, open } = createSession(parts)
  open()
  return client
}
