/** The places on the board that take cards, as they lie at this moment; kept rectangles go stale when it moves. */
import type { Box, Zone } from './drop.ts'

export interface Zones {
  add: (parent: string, element: HTMLElement, flow: Zone['flow']) => () => void
  /** In the order of the page. */
  all: () => Zone[]
  element: (parent: string) => HTMLElement | null
  cardElement: (card: string) => HTMLElement | null
  /** Of a card in one of them, in board units; 0 when there is none. */
  heightOf: (card: string) => number
}

export function createZones(): Zones {
  const zones = new Map<string, { element: HTMLElement; flow: Zone['flow'] }>()
  function cardElement(card: string): HTMLElement | null {
    for (const { element } of zones.values()) {
      const found = element.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`)
      if (found !== null) return found
    }
    return null
  }
  return {
    add(parent, element, flow) {
      const zone = { element, flow }
      zones.set(parent, zone)
      return () => {
        if (zones.get(parent) === zone) zones.delete(parent)
      }
    },
    all: () =>
      [...zones]
        .toSorted(([, a], [, b]) =>
          a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
        )
        .map(([parent, { element, flow }]) => ({
          parent,
          flow,
          box: boxOf(element),
          // Only the zone under the pointer is asked for its cards, and for few of them.
          get cards() {
            return cardsOf(element)
          },
        })),
    element: (parent) => zones.get(parent)?.element ?? null,
    cardElement,
    heightOf: (card) => cardElement(card)?.offsetHeight ?? 0,
  }
}

function cardsOf(zone: Element): Zone['cards'] {
  const all = zone.querySelectorAll<HTMLElement>('[data-card]')
  return {
    length: all.length,
    at(index) {
      const card = all[index]
      return card === undefined ? undefined : { id: card.dataset['card'] ?? '', box: boxOf(card) }
    },
  }
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}
