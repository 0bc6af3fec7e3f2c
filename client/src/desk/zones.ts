/** The zones on screen as they lie at this moment; cached rectangles go stale when the board scrolls. */
import type { DroppableContainer } from '@dnd-kit/core'
import type { Box, Zone } from './drop.ts'

/** Read from the page at each call: there are few zones. */
export function zonesOn(containers: readonly DroppableContainer[]): Zone[] {
  const zones: Zone[] = []
  for (const { id, node, data } of containers) {
    if (node.current === null) continue
    const cards = [...node.current.querySelectorAll<HTMLElement>('[data-card]')]
    zones.push({
      parent: String(id),
      box: boxOf(node.current),
      flow: data.current?.['flow'] === 'list' ? 'list' : 'rows',
      cards: cards.map((card) => ({ id: card.dataset['card'] ?? '', box: boxOf(card) })),
    })
  }
  return zones
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}
