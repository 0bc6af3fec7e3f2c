/** A session as this page sees it: its parts, put together. */
import type { Welcome } from '@plenary/shared/frame'
import { MESSAGE } from '@plenary/shared/frame'
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
import { createLinkState } from './link-state.ts'
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
import { createSafePart } from './safe-part.ts'
import type { SessionClient } from './session-client.ts'
import { createSessionView } from './session-view.ts'
import { hasLeft } from './text-storage.ts'
import { loadUndo } from './undo-part.ts'
import { textsOf } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'

/** What pages before this one left is waited for so long; a line that stalls must not keep the session away. Milliseconds. */
const LEFT_WITHIN = 5_000
/** What is done by a request and can be taken back. */
const TAKEN_BACK = /^dot|settle|card.(add|res)/

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
  const tab = shared ? null : page.storage
  const begun = createBegun({ sessionId, token }, page.storage, () => {
    safe.soon()
    // The page asks before it is left.
    if (!safe.keeps()) listeners.call()
  })
  let isOver = false

  const notices = createNotices(() => {
    safe.soon()
    listeners.call()
  })
  const viewChanged = (): void => view.changed()
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
    mine: (own) => view.told(own),
    answer: (answer) => commands.answered(answer),
    heard(type, decoder) {
      if (type === MESSAGE.presence) presence.heard(readHeard(decoder))
      else client.pointing.hears?.(type, decoder)
    },
    refused({ card, message, text }, own) {
      deeds.forget(card)
      const lost = text === undefined ? undefined : (own ?? text)
      notices.add({ is: 'refused', message, ...(lost === undefined ? {} : { text: lost }) })
    },
    removed: () => facts.facts()?.people[view.you() ?? '']?.left === true,
    reset: ({ message }) => notices.add({ is: 'info', message }),
    lostWords(texts) {
      for (const text of texts) notices.add({ is: 'refused', message: words.notSaved, text })
    },
    changed: linkChanged,
    ended(why) {
      stopPage()
      void lastWords(why).then((last) => {
        link.end(why, last)
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
    view: () => view.now(),
    changed: viewChanged,
    refused(command, message) {
      const text = wordsOf(command)
      notices.add({ is: 'refused', message, ...(text === null ? {} : { text }) })
    },
  })
  const drafts = createDrafts({
    ask: (command) => commands.ask(command, { quiet: true }),
    theirs: () => view.mine()?.drafts ?? [],
    notify: notices.add,
    changed: viewChanged,
    clock,
  })
  const deeds = createDeeds(listeners.call)
  /** Resolves to whether all of it was taken back. */
  const undo = async (deed: Deed): Promise<boolean> => (await loadUndo()).takeBack(client, deed)
  const editing: Editing = {
    doc: connection.doc,
    onSwap: swaps.add,
    projection,
    commands,
    deeds,
    clock,
    asked: new Set(),
    askedChanged: linkChanged,
    undo,
  }
  const view = createSessionView({ facts, presence, commands, drafts, changed: linkChanged })
  const link = createLinkState({
    connection,
    commands,
    drafts,
    editing,
    arrived: () => view.you() !== null,
    keeps: () => safe.keeps(),
  })
  const told = (): string[] => notices.all().flatMap(({ text }) => text ?? [])
  const unsaved = (): Unsaved => ({
    drafts: drafts.unsaved(),
    asked: link
      .unanswered()
      .filter(({ command }) => command.type === 'draft.remove' || wordsOf(command) !== null),
    words: connection.unsavedWords(),
    begun: begun.all(),
    texts: told(),
  })
  const safe = createSafePart({
    sessionId,
    token,
    clock,
    unsaved,
    device: page.device,
    tab,
    mayStay: () => facts.facts()?.status !== 'closed',
    changed: linkChanged,
  })
  const writes = createBoardWrites({
    doc: connection.doc,
    projection,
    you: view.you,
    anonymous: () => facts.facts()?.anonymous ?? true,
    ask: (command) => client.ask(command),
    notify: notices.add,
    deeds,
    undo,
  })

  function greeted(first: Welcome): void {
    view.greeted(first)
    facts.told(first.facts)
    presence.begin(first.number, first.you.id)
    commands.resend()
    const before = safe.settled()
    // All of it before anything is written down again.
    for (const { id, command } of before?.asked ?? [])
      // Nothing is to be told of one that never came to be.
      void commands.ask(command, { id, quiet: command.type === 'draft.remove' })
    for (const text of before?.texts ?? [])
      notices.add({ is: 'refused', message: words.keptFromBefore, text })
    drafts.restore(before?.drafts ?? [])
    viewChanged()
  }

  function linkChanged(): void {
    if (!connection.live()) commands.lost()
    link.look()
    safe.soon()
    listeners.call()
  }

  /** Own words to copy on the last screen. Without a seat nothing else gives them back, not even after a reload. */
  async function lastWords(why: Ended): Promise<string[]> {
    const seated = why === 'version' || why === 'refused' || why === 'damaged'
    const own = drafts.shown(seated ? [] : (view.mine()?.drafts ?? [])).map(({ text }) => text)
    try {
      const last = await safe.last(own, seated ? why : 'gone')
      if (!seated) begun.clear()
      return last
    } catch {
      return textsOf({ ...unsaved(), drafts: [], texts: [...own, ...told()] })
    }
  }

  function flush(): void {
    for (const edit of editing.asked) edit.flush()
    drafts.flush()
    safe.now()
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
    if (!safe.gone()) return connection.wake()
    vanish(false)
    page.reload()
  }

  /** Nothing waits any more, for whoever asks. */
  function vanish(wipe: boolean): void {
    end(wipe)
    link.vanish()
    listeners.call()
  }

  function end(wipe: boolean): void {
    isOver = true
    safe.stop(wipe)
    stopPage()
    connection.stop()
  }

  const client: SessionClient = {
    view: view.now,
    link: link.now,
    notices: notices.all,
    subscribe: listeners.add,
    entry: projection.entry,
    ids: projection.ids,
    unplaced: projection.unplaced,
    waits: (id) =>
      link.now().is === 'lost' &&
      (connection.waitsFor(id) || drafts.unsaved().some((draft) => draft.id === id)),
    unsent: (parent) =>
      link.now().is !== 'lost'
        ? []
        : commands
            .waiting()
            .flatMap(({ command }) =>
              command.type === 'card.add' && command.to === parent ? [command.text] : [],
            ),
    subscribeEntry: projection.subscribeEntry,
    subscribeList: projection.subscribeList,
    ask(command) {
      const before = view.now()
      const answer = commands.ask(command)
      // Without the part nothing is taken back.
      if (TAKEN_BACK.test(command.type))
        void deeds.asks(
          answer.then(async (given) => (await loadUndo()).wayBack(command, before, given)),
        )
      return answer
    },
    ...writes,
    lastDeed: (undone) => deeds[undone ? 'undone' : 'all'].at(-1)?.what,
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
    keeps: safe.keeps,
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
      let isStarted = false
      let isTaken = false
      const start = (left?: Unsaved): void => {
        if (isStarted) return
        isStarted = true
        connection.restore(left?.words ?? [])
        if (!isOver) connection.start()
      }
      if (!hasLeft([page.device, tab], sessionId)) start()
      else {
        // Once it is about to leave the place where it was, nothing begins without it.
        stops.push(clock.after(LEFT_WITHIN, () => isTaken || start()))
        safe.takeOver(begun.again, () => (isTaken = !isStarted)).then(start, () => start())
      }
      return leave
    },
  }
}
