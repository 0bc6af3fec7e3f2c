/** Where the focus goes when the control that had it vanishes: never to the page's nowhere. */

const FOCUSABLE =
  'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Where the focus last was, from the nearest thing outwards. */
interface Spot {
  element: Element
  /** Id of its card, which may stand elsewhere next. */
  card: string | undefined
  item: Element | null
  list: Element | null
  index: number
  /** The dialog or console it was in. */
  part: HTMLElement | null
}

export interface KeptFocus {
  /** The question takes the focus as soon as there is one, unless somebody has it. */
  seekQuestion: () => void
  stop: () => void
}

/**
 * Watches the screen below `root`. A control that vanishes gives the focus to its card wherever that is now, else to
 * what is left of its list, else to its dialog or console, else to the question. A press beside every control
 * takes the focus away on purpose and changes nothing here.
 */
export function keepFocus(root: HTMLElement): KeptFocus {
  let spot: Spot | null = null
  let seeking = false
  /** The last thing done was a press, not a key. */
  let pressed = false
  const free = () => document.activeElement === null || document.activeElement === document.body
  const settle = () => {
    if (!free()) return
    if (spot !== null && !spot.element.isConnected) {
      const next = nearest(root, spot)
      spot = null
      focusOn(next)
      // What is not drawn yet takes no focus.
      if (free()) seeking = true
    }
    if (seeking) focusOn(question(root))
  }
  const onFocusIn = ({ target }: FocusEvent) => {
    seeking = false
    if (target instanceof Element) spot = spotOf(target)
  }
  const onFocusOut = ({ target }: FocusEvent) => {
    // What is being removed is still connected while it says so.
    queueMicrotask(() => {
      if (pressed && free() && target instanceof Element && target.isConnected) spot = null
      settle()
    })
  }
  const onPress = () => void (pressed = true)
  const onKey = () => void (pressed = false)
  const observer = new MutationObserver(settle)
  // A part that waits for its file is hidden by its style.
  const drawn = { attributes: true, attributeFilter: ['style'] }
  observer.observe(root, { childList: true, subtree: true, ...drawn })
  root.addEventListener('focusin', onFocusIn)
  root.addEventListener('focusout', onFocusOut)
  document.addEventListener('pointerdown', onPress, true)
  document.addEventListener('keydown', onKey, true)
  return {
    seekQuestion() {
      seeking = true
      settle()
    },
    stop() {
      observer.disconnect()
      root.removeEventListener('focusin', onFocusIn)
      root.removeEventListener('focusout', onFocusOut)
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('keydown', onKey, true)
    },
  }
}

/** On the board a camera decides whether the question is in sight. */
function focusOn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: element.matches('[data-surface] h1') })
}

function spotOf(element: Element): Spot {
  const card = element.closest<HTMLElement>('[data-card]')
  const item = element.closest('li') ?? card
  const list = item?.parentElement ?? null
  return {
    element,
    card: card?.dataset['card'],
    item,
    list,
    index: item === null || list === null ? 0 : [...list.children].indexOf(item),
    part: element.closest<HTMLElement>('dialog, aside'),
  }
}

function nearest(root: HTMLElement, { card, item, list, index, part }: Spot): HTMLElement | null {
  if (card !== undefined) {
    const moved = root.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`)
    if (moved !== null) return moved
  }
  if (item?.isConnected === true) {
    const within = item.querySelector<HTMLElement>(FOCUSABLE)
    if (within !== null) return within
  }
  if (list?.isConnected === true) {
    const beside = list.children[Math.min(index, list.children.length - 1)]
    const within = beside?.matches(FOCUSABLE) === true ? beside : beside?.querySelector(FOCUSABLE)
    if (within instanceof HTMLElement) return within
  }
  if (part?.isConnected === true)
    return part.matches('dialog') ? part.querySelector<HTMLElement>(FOCUSABLE) : part
  return question(root)
}

function question(root: HTMLElement): HTMLElement | null {
  return root.querySelector<HTMLElement>('main h1')
}
