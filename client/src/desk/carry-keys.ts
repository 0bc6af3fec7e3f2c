/** While a card or a group is carried by keys they all mean where it goes, whatever they mean otherwise. */
import { ARROWS } from './drop.ts'
import type { Arrow } from './drop.ts'

export interface KeyCarrier {
  /** Whether something is carried by keys now. */
  carries: () => boolean
  aimTowards: (key: Arrow) => void
  /** By the number of a category, from 1. */
  aimAtLane: (number: number) => void
  drop: () => void
  putBack: () => void
}

/** Listens until the returned call. */
export function listenForCarryKeys(hands: KeyCarrier): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!hands.carries() || event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = ARROWS.find((one) => one === event.key)
    if (arrow !== undefined) hands.aimTowards(arrow)
    else if (/^[1-9]$/.test(event.key)) hands.aimAtLane(Number(event.key))
    else if (event.key === 'Enter' || event.key === ' ') hands.drop()
    else if (event.key === 'Escape' || event.key === 'Tab') hands.putBack()
    else return
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }
  const onPress = () => {
    if (hands.carries()) hands.putBack()
  }
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('pointerdown', onPress, true)
  return () => {
    document.removeEventListener('keydown', onKey, true)
    document.removeEventListener('pointerdown', onPress, true)
  }
}
