/** Carrying notes over a wall, by pointer or by keys; nothing of React is drawn again meanwhile but lines and guides. */
import type { Point } from '@plenary/shared/wall'
import { placeAt } from '@plenary/shared/entry'
import { groupOf } from '@plenary/shared/group'
import { may } from '@plenary/shared/permission'
import type { StoreApi } from 'zustand'
import { createStore } from 'zustand'
import { groupName } from '../look/group-name.ts'
import type { Camera } from '../surface/camera.ts'
import { shorten } from '../look/shorten.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { hands } from '../words/hands.ts'
import { wall as words } from '../words/wall.ts'
import type { Grip } from './press.ts'
import { listenForPresses } from './press.ts'
import { selection } from './selection.ts'
import type { Spots } from './useSpots.ts'
import { keptOnWall, snapped } from './wall-geometry.ts'
import { heldByOther, watchNotes } from './wall-watch.ts'
import type { Mate } from './wall-rest.ts'
import { createWallRest, noteUnder, putOnto, restTold } from './wall-rest.ts'

/** One press of an arrow key; with Shift. Board units. */
const STEP = 8
const LEAP = 40

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export interface InHand {
  /** The notes in hand; none: nothing is carried. */
  ids: readonly string[]
  /** How far they have been carried; board units. */
  by: Point
  /** Lines that the note snaps to. */
  guides: { x: number | null; y: number | null }
}

const EMPTY: InHand = { ids: [], by: { x: 0, y: 0 }, guides: { x: null, y: null } }

interface WallHands {
  store: StoreApi<InHand>
  /** Whether notes are carried by keys now. */
  byKeys: () => boolean
  pickUp: (card: string) => void
  /** Whether it was a key of carrying. */
  onKey: (event: KeyboardEvent) => boolean
  putBack: () => void
  /** Where the notes stand now. */
  stand: (spots: Spots) => void
  /** Listens for presses on the wall, and says what a reader is told, until the returned call. */
  listen: (wall: HTMLElement, camera: Camera | null, say: (text: string) => void) => () => void
  /** A point of the screen in board units of the wall. */
  toWall: (at: { clientX: number; clientY: number }) => Point
}

export function createWallHands(client: SessionClient, section: string): WallHands {
  const store = createStore<InHand>(() => EMPTY)
  let wall: HTMLElement | null = null
  let spots: Spots = new Map()
  let say: (text: string) => void = () => {}
  let keys = false
  /** The group that is carried as a whole. */
  let group: string | null = null
  let began: Spots = new Map()
  let unwatch: () => void = () => {}
  let marked: Element | null = null
  const rest = createWallRest((mate) => {
    marked?.removeAttribute('data-onto')
    marked = mate === null ? null : elementOfMate(mate)
    marked?.setAttribute('data-onto', '')
    const first = elementOf(store.getState().ids[0] ?? '')
    if (mate === null) first?.removeAttribute('data-says')
    else {
      first?.setAttribute('data-says', 'group' in mate ? hands.mergeHere : desk.drag.group)
      say(restTold(textOf(), mate, client))
    }
  })

  const elementOfMate = (mate: Mate) =>
    'note' in mate
      ? (elementOf(mate.note)?.querySelector('[data-card]') ?? null)
      : (wall?.querySelector(`[data-group="${CSS.escape(mate.group)}"]`) ?? null)

  const elementOf = (id: string) =>
    wall?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`) ?? null

  function toWall({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    if (wall === null) return { x: 0, y: 0 }
    const box = wall.getBoundingClientRect()
    const scale = box.width / wall.offsetWidth || 1
    return { x: (clientX - box.left) / scale, y: (clientY - box.top) / scale }
  }

  const textOf = () => {
    const { ids } = store.getState()
    if (group !== null) return groupName(client, group)
    if (ids.length > 1) return common.cards(ids.length)
    return shorten(client.entry(ids[0] ?? '')?.text ?? '')
  }

  const membersOf = (whole: string) =>
    client.unplaced(section).filter((id) => {
      const card = client.entry(id)
      return card !== null && groupOf(client, card) === whole
    })

  /** A note that is chosen is carried with all others that are. */
  const together = (note: string) => {
    const { ids } = selection.getState()
    return ids.has(note) ? client.unplaced(section).filter((id) => ids.has(id)) : [note]
  }

  function mayTake(): boolean {
    const view = client.view()
    return view !== null && may(view.you, 'move', view.setting)
  }

  function take(ids: readonly string[], whole: string | null, withKeys: boolean): boolean {
    if (ids.length === 0 || !mayTake() || store.getState().ids.length > 0) return false
    for (const id of ids) {
      const name = heldByOther(client, id)
      if (name === null) continue
      client.notify({ is: 'info', message: desk.board.heldBy(name) })
      return false
    }
    group = whole
    keys = withKeys
    began = spots
    store.setState({ ...EMPTY, ids })
    for (const id of ids) elementOf(id)?.setAttribute('data-carried', '')
    unwatch = watchNotes(client, ids, (why) => {
      putDown()
      client.notify({ is: 'info', message: why })
    })
    return true
  }

  /** Moves what is in hand; a whole group keeps its shape, and all of it stays on the wall. */
  function carry(by: Point, free: boolean): void {
    const { ids } = store.getState()
    const [first] = ids
    const start = began.get(first ?? '')
    if (first === undefined || start === undefined) return
    if (ids.length === 1 && !free) {
      const others = [...spots].flatMap(([id, at]) => (id === first ? [] : [at]))
      const { point, guides } = snapped({ x: start.x + by.x, y: start.y + by.y }, others)
      show({ x: point.x - start.x, y: point.y - start.y }, guides)
      return
    }
    show(
      keptOnWall(
        ids.flatMap((id) => began.get(id) ?? []),
        by,
      ),
      EMPTY.guides,
    )
  }

  function show(by: Point, guides: InHand['guides']): void {
    const { ids } = store.getState()
    for (const id of ids) {
      const element = elementOf(id)
      if (element !== null) element.style.translate = `${by.x}px ${by.y}px`
    }
    store.setState({ by, guides })
  }

  /** What lies under the pointer that this could be put onto. */
  function mateUnder({ clientX, clientY }: PointerEvent): Mate | null {
    const { ids } = store.getState()
    const moving = client.entry(ids[0] ?? '')
    if (moving === null) return null
    if (group !== null) {
      if (client.entry(group) === null) return null
      const over = document
        .elementsFromPoint(clientX, clientY)
        .flatMap((one) => one.closest<HTMLElement>('[data-group]')?.dataset['group'] ?? [])
        .find((one) => one !== group && client.entry(one) !== null)
      return over === undefined ? null : { group: over }
    }
    if (ids.length > 1) return null
    const note = noteUnder(client, spots, toWall({ clientX, clientY }), moving)
    return note === null ? null : { note }
  }

  /** What was in hand lies where it lay. */
  function putDown(): {
    ids: readonly string[]
    by: Point
    whole: string | null
    onto: Mate | null
  } {
    const { ids, by } = store.getState()
    const onto = rest.onto()
    rest.clear()
    unwatch()
    unwatch = () => {}
    for (const id of ids) {
      const element = elementOf(id)
      element?.removeAttribute('data-carried')
      element?.style.removeProperty('translate')
    }
    const whole = group
    group = null
    keys = false
    store.setState(EMPTY)
    return { ids, by, whole, onto }
  }

  function drop(): void {
    const text = textOf()
    const { ids, by, whole, onto } = putDown()
    if (ids.length === 0) return
    if (onto !== null) return putOnto(client, section, { ids, whole, onto, spots })
    say(words.dropped(text))
    if (by.x === 0 && by.y === 0) return
    const write = () => {
      for (const id of ids) {
        const [entry, at] = [client.entry(id), began.get(id)]
        if (entry === null || at === undefined) continue
        const to = { x: at.x + by.x, y: at.y + by.y }
        client.setField(id, 'place', placeAt(section, entry.order, to))
      }
    }
    // One note lies where it was put, for all to see; a whole group is told, with the way back.
    if (whole === null && ids.length === 1) write()
    else client.deed(words.moved(text), write)
  }

  function putBack(): void {
    const text = textOf()
    if (putDown().ids.length > 0) say(words.back(text))
  }

  function gripOf(target: Element, event: PointerEvent): Grip | null {
    if (!mayTake()) return null
    const whole = target.closest<HTMLElement>('[data-hull]')?.dataset['hull'] ?? null
    const note = target.closest<HTMLElement>('[data-note]')?.dataset['note']
    if (whole === null && note === undefined) return null
    const ids = whole === null ? together(note ?? '') : membersOf(whole)
    const start = toWall(event)
    return {
      take: () => take(ids, whole, false),
      holds: () => store.getState().ids.length > 0,
      carry(at) {
        const now = toWall(at)
        carry({ x: now.x - start.x, y: now.y - start.y }, at.altKey)
        rest.over(mateUnder(at))
      },
      drop,
      putBack,
    }
  }

  return {
    store,
    byKeys: () => keys && store.getState().ids.length > 0,
    toWall,
    putBack,
    pickUp(card) {
      if (!take(together(card), null, true)) return
      say(words.picked(textOf()))
    },
    onKey(event) {
      const { ids, by } = store.getState()
      if (!keys || ids.length === 0) return false
      const arrow = ARROWS[event.key]
      if (arrow !== undefined) {
        const step = event.shiftKey ? LEAP : STEP
        carry({ x: by.x + arrow[0] * step, y: by.y + arrow[1] * step }, true)
        const at = began.get(ids[0] ?? '') ?? { x: 0, y: 0 }
        const { by: now } = store.getState()
        say(words.at(at.x + now.x, at.y + now.y))
        elementOf(ids[0] ?? '')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      } else if (event.key === 'Enter' || event.key === ' ') drop()
      else if (event.key === 'Escape') putBack()
      else return false
      return true
    },
    stand: (now) => void (spots = now),
    listen(element, camera, told) {
      wall = element
      say = told
      const deaf = listenForPresses(element, camera, gripOf)
      return () => {
        deaf()
        putDown()
        wall = null
      }
    },
  }
}
