/** Shows a group in hand, and where it would go, past React: a step of a drag draws nothing anew but this. */
import type { Point } from '@plenary/shared/wall'
import { desk } from '../words/desk.ts'
import { hands as words } from '../words/hands.ts'
import { createSlotMark } from './slot-mark.ts'
import type { Zones } from './zones.ts'
import columns from './Columns.module.css'
import styles from './GroupMark.module.css'

/** The mark is no taller than this, however many cards there are. Board units. */
const MARK_MOST = 96

export interface GroupMark {
  /** `hangs`: what hangs at the pointer; null: it is carried by keys. */
  take: (group: string, hangs: string | null) => void
  follow: (at: Point) => void
  aim: (at: { group: string } | { zone: string } | null) => void
  /** Brings what is aimed at into sight. */
  reveal: () => void
  clear: () => void
  element: (group: string) => HTMLElement | null
  /** A group goes from where it stands now, and is drawn anew. */
  leaves: (group: string) => void
  /** Selector of the button of a group, where it does not go. */
  opener: (group: string) => string
  /** All groups that are drawn in lanes and lists, in the order of the page. */
  groups: () => string[]
  groupAt: (at: Point) => string | null
}

export function createGroupMark(root: HTMLElement, zones: Zones): GroupMark {
  const slot = createSlotMark(zones, () => desk.board.slot, `${columns.slot} ${columns.wide}`)
  const hanging = document.createElement('div')
  hanging.className = styles.hanging ?? ''
  hanging.ariaHidden = 'true'
  hanging.dataset['groupInHand'] = ''
  let carried: HTMLElement | null = null
  let onto: HTMLElement | null = null

  const selector = (group: string) => `[data-group="${CSS.escape(group)}"]`
  const all = () => [...root.querySelectorAll<HTMLElement>('section[data-group]')]
  const element = (group: string) => root.querySelector<HTMLElement>(selector(group))

  function join(next: HTMLElement | null): void {
    if (onto !== null) delete onto.dataset['onto']
    onto = next
    if (onto !== null) onto.dataset['onto'] = ''
    hanging.dataset['says'] = onto === null ? '' : words.mergeHere
  }

  return {
    take(group, hangs) {
      carried = element(group)
      if (carried !== null) carried.dataset[hangs === null ? 'byKeys' : 'carried'] = ''
      if (hangs === null) return
      hanging.textContent = hangs
      document.body.append(hanging)
    },
    follow({ x, y }) {
      hanging.style.translate = `${x}px ${y}px`
    },
    aim(at) {
      join(at !== null && 'group' in at ? element(at.group) : null)
      const height = Math.min(MARK_MOST, carried?.offsetHeight ?? 0)
      slot.show(at !== null && 'zone' in at ? { parent: at.zone, before: null } : null, height)
    },
    reveal() {
      if (onto === null) slot.reveal()
      else onto.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    clear() {
      if (carried !== null) {
        delete carried.dataset['carried']
        delete carried.dataset['byKeys']
      }
      carried = null
      join(null)
      slot.show(null, 0)
      hanging.remove()
    },
    element,
    leaves(group) {
      const from = element(group)
      if (from !== null) from.dataset['leaves'] = ''
    },
    opener: (group) => `${selector(group)}:not([data-leaves]) [data-hull] button`,
    groups: () => all().map((one) => one.dataset['group'] ?? ''),
    groupAt({ x, y }) {
      const found = all().find((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        return x >= left && x <= right && y >= top && y <= bottom
      })
      return found?.dataset['group'] ?? null
    },
  }
}
