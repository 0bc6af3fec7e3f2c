/** Shows where the carried card would land, past React: a step of a drag draws nothing anew but this. */
import type { Slot } from './drop.ts'
import type { Zones } from './zones.ts'

export interface SlotMark {
  /** `height`: of the carried card, in board units. */
  show: (slot: Slot | null, height: number) => void
  /** A card that would be grouped with; the mark keeps its room meanwhile, so that nothing moves. */
  join: (card: string | null) => void
  /** Brings it, or the zone it is in, into sight. */
  reveal: () => void
}

export function createSlotMark(zones: Zones, words: () => string, className: string): SlotMark {
  const mark = document.createElement('li')
  mark.className = className
  mark.ariaHidden = 'true'
  mark.dataset['slot'] = ''
  let target: HTMLElement | null = null
  let shown: Slot | null = null
  let joined: HTMLElement | null = null
  // Cards that come or go meanwhile are drawn around the mark, which then has to go back to its place.
  const observer = new MutationObserver(() => put())

  function put(): void {
    if (target === null || shown === null) return mark.remove()
    const before =
      shown.before === null
        ? null
        : target.querySelector(`[data-card="${CSS.escape(shown.before)}"]`)
    const item = before?.closest('li') ?? null
    const list = target.querySelector('[data-cards]')
    if (item !== null) {
      if (item.previousElementSibling !== mark) item.before(mark)
    } else if (list?.lastElementChild !== mark) list?.append(mark)
  }

  return {
    show(slot, height) {
      const zone = slot === null ? null : zones.element(slot.parent)
      if (target !== zone) {
        if (target !== null) delete target.dataset['target']
        if (zone !== null) zone.dataset['target'] = ''
        target = zone
        observer.disconnect()
        if (zone !== null) observer.observe(zone, { childList: true, subtree: true })
      }
      shown = slot
      mark.textContent = words()
      mark.style.minHeight = `${height}px`
      put()
    },
    join(card) {
      if (joined !== null) delete joined.dataset['onto']
      joined = card === null ? null : zones.cardElement(card)
      if (joined !== null) joined.dataset['onto'] = ''
      mark.style.visibility = joined === null ? '' : 'hidden'
    },
    reveal() {
      const at = mark.isConnected ? mark : target
      at?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
  }
}
