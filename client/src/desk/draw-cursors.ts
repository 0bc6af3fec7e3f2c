/** Draws where others point, outside React: a movement costs one transform and renders nothing. */
import { someoneOf } from '../look/room.ts'
import type { Cursor, Place, Pointers } from '../sync/pointers.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import styles from './Cursors.module.css'

/** A cursor that has not moved for so long fades. Milliseconds. */
const IDLE_AFTER = 5_000
/** A card that is not on this screen is drawn as wide. Board units. */
const CARD_WIDTH = 220

/** What is known of the board behind the window. */
export interface Lens {
  /** `k`: how near it is. */
  pose: () => { k: number }
  /** A point of the screen (`clientX`, `clientY`) in board units. */
  toBoard: (at: Place) => Place
  subscribe: (listener: () => void) => () => void
}

interface Drawn {
  root: HTMLElement
  shown: Cursor
  card: HTMLElement | null
  idle: ReturnType<typeof setTimeout> | undefined
}

export function drawCursors(
  layer: HTMLElement,
  client: SessionClient,
  pointers: Pointers,
  lens: Lens,
): () => void {
  const drawn = new Map<number, Drawn>()
  const chosen = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, chosen]
  let frame = 0
  let near = 0
  let selected: ReadonlyMap<string, string> = new Map()

  function paint(): void {
    frame = 0
    const cursors = pointers.cursors()
    for (const [number, cursor] of cursors) {
      const before = drawn.get(number)
      if (before?.shown !== cursor) drawn.set(number, show(before, cursor))
    }
    for (const [number, { root, idle }] of drawn)
      if (!cursors.has(number)) {
        clearTimeout(idle)
        root.remove()
        drawn.delete(number)
      }
    if (pointers.selected() !== selected) {
      selected = pointers.selected()
      chosen.replaceSync(outlines(client, selected))
    }
  }

  function show(before: Drawn | undefined, cursor: Cursor): Drawn {
    const one = before ?? begin(cursor)
    one.root.style.transform = `translate(${cursor.x}px, ${cursor.y}px)`
    if (one.shown.card !== cursor.card || one.card === null) {
      one.card?.remove()
      one.card = cursor.card === null ? null : cardOf(client, cursor.card)
      if (one.card !== null) one.root.prepend(one.card)
    }
    clearTimeout(one.idle)
    one.root.classList.remove(styles.idle ?? '')
    // What is carried does not fade; it is put down by itself after a while.
    if (cursor.card === null)
      one.idle = setTimeout(() => one.root.classList.add(styles.idle ?? ''), IDLE_AFTER)
    one.shown = cursor
    return one
  }

  function begin(cursor: Cursor): Drawn {
    const root = box(styles.cursor)
    root.append(pointOf(client, cursor.person))
    layer.append(root)
    return { root, shown: cursor, card: null, idle: undefined }
  }

  function zoom(): void {
    const { k } = lens.pose()
    if (k === near) return
    near = k
    layer.style.setProperty('--unzoom', String(1 / k))
  }

  const stops = [
    pointers.subscribe(() => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }),
    lens.subscribe(zoom),
  ]
  zoom()
  paint()
  return () => {
    for (const stop of stops) stop()
    cancelAnimationFrame(frame)
    for (const { root, idle } of drawn.values()) {
      clearTimeout(idle)
      root.remove()
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== chosen)
  }
}

/** Draws a dot for each cursor on the small map, `scale` px for a board unit. */
export function drawDots(
  map: HTMLElement,
  client: SessionClient,
  pointers: Pointers,
  scale: number,
): () => void {
  const dots = new Map<number, HTMLElement>()
  function paint(): void {
    for (const [number, { person, x, y }] of pointers.cursors()) {
      const dot = dots.get(number) ?? box(styles.dot)
      dots.set(number, dot)
      dot.style.background = colourOf(client, person)
      dot.style.transform = `translate(${x * scale}px, ${y * scale}px)`
      if (dot.parentNode === null) map.append(dot)
    }
    for (const [number, dot] of dots)
      if (!pointers.cursors().has(number)) {
        dot.remove()
        dots.delete(number)
      }
  }
  paint()
  const stop = pointers.subscribe(paint)
  return () => {
    stop()
    for (const dot of dots.values()) dot.remove()
  }
}

function box(style: string | undefined): HTMLElement {
  const element = document.createElement('div')
  element.className = style ?? ''
  return element
}

function pointOf(client: SessionClient, person: string): HTMLElement {
  const point = box(styles.point)
  const arrow = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  arrow.setAttribute('class', styles.arrow ?? '')
  arrow.setAttribute('viewBox', '0 0 18 20')
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  shape.setAttribute('d', 'M1 1 L1 16 L5.5 12 L9 19 L11.5 17.7 L8.2 11 L14 10.5 Z')
  shape.style.fill = colourOf(client, person)
  arrow.append(shape)
  const name = box(styles.name)
  name.dir = 'auto'
  name.textContent = nameOf(client, person)
  name.style.background = colourOf(client, person)
  point.append(arrow, name)
  return point
}

/** As it lies on this board, lifted; null where its words are not shown. */
function cardOf(client: SessionClient, id: string): HTMLElement | null {
  const entry = client.entry(id)
  if (entry === null || entry.removed) return null
  const card = box(styles.card)
  card.dataset['carried'] = ''
  const lies = document.querySelector(`[data-card="${CSS.escape(id)}"]`)
  const own = lies instanceof HTMLElement ? lies : null
  card.style.width = `${own?.offsetWidth ?? CARD_WIDTH}px`
  card.style.backgroundColor = own?.style.backgroundColor ?? ''
  card.dir = 'auto'
  card.textContent = entry.text
  return card
}

/** An outline around each card that has somebody's focus; kept as rules, since a card that moves is drawn anew. */
function outlines(client: SessionClient, selected: ReadonlyMap<string, string>): string {
  let rules = ''
  for (const [card, person] of selected) {
    const colour = colourOf(client, person)
    const at = `[data-card="${CSS.escape(card)}"]`
    const name = `"${nameOf(client, person).replaceAll(/["\\]/g, '\\$&')}"`
    rules += `${at} { position: relative; outline: 2px solid ${colour}; outline-offset: 2px }
      ${at}::before { content: ${name}; content: ${name} / ""; position: absolute; inset: -13px 10px auto auto;
        max-width: 60%; overflow: hidden; padding: 0 6px; border-radius: var(--r-full); background: ${colour};
        color: var(--on-person); font-size: var(--text-2xs); line-height: var(--lh-2xs); white-space: nowrap;
        text-overflow: ellipsis; pointer-events: none }`
  }
  return rules
}

function colourOf(client: SessionClient, person: string): string {
  return `var(--p-${client.view()?.facts.people[person]?.colour ?? 1})`
}

function nameOf(client: SessionClient, person: string): string {
  const view = client.view()
  return (view === null ? null : someoneOf(view, person)?.name) ?? common.someone
}
