import type { KeyboardEvent, MouseEvent, ReactNode, TouchEvent } from 'react'
import { useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { CollisionDetection, KeyboardCoordinateGetter } from '@dnd-kit/core'
import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  getClientRect,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { someoneOf } from '../look/room.ts'
import { shorten } from '../phone/shorten.ts'
import { useClient } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { CarriedCard } from './CarriedCard.tsx'
import { CarryContext, createCarry } from './carry.ts'
import type { Slot } from './drop.ts'
import { slotAt, staysPut, zoneTowards } from './drop.ts'
import { moveCard, orderIn, zoneOf } from './move-card.ts'
import { useHandWatch } from './useHandWatch.ts'
import { zonesOn } from './zones.ts'
import styles from './Columns.module.css'

const HANDLE = 'card-proxy'
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const
// The default measure takes an element's own transform away again, which shifts the overlay.
const MEASURING = {
  draggable: { measure: getClientRect },
  droppable: { measure: getClientRect },
  dragOverlay: { measure: getClientRect },
}

export interface DragLayerProps {
  section: string
  /** Whether cards may be moved now. */
  may: boolean
  children: ReactNode
}

/** Carrying cards between zones: one draggable for all cards, since one for each redraws them all at every step. */
export function DragLayer({ section, may, children }: DragLayerProps) {
  const client = useClient()
  const [store] = useState(createCarry)
  const grabbed = useRef<string | null>(null)
  /** Where the card would land, as last computed while dnd-kit draws; told to the zones after it. */
  const aim = useRef<Slot | null>(null)
  const watch = useHandWatch()
  const coordinates: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
    const key = ARROWS.find((one) => one === event.code)
    if (key === undefined) return undefined
    event.preventDefault()
    const zones = zonesOn(context.droppableContainers.getEnabled())
    const zone = zoneTowards(zones, aim.current?.parent ?? null, key)
    if (zone === null) return currentCoordinates
    aim.current = { parent: zone.parent, before: null }
    const node = context.droppableContainers.get(zone.parent)?.node.current
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const { left = 0, top = 0 } = node?.getBoundingClientRect() ?? {}
    return { x: left + 16, y: top + 16 }
  }
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: coordinates,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  )
  const detect: CollisionDetection = ({ droppableContainers, pointerCoordinates }) => {
    // A keyboard has no pointer: its aim was set by the arrow keys.
    if (pointerCoordinates !== null && grabbed.current !== null)
      aim.current = slotAt(zonesOn(droppableContainers), pointerCoordinates, grabbed.current)
    return aim.current === null ? [] : [{ id: aim.current.parent }]
  }
  const tellZones = () => {
    const id = store.getState().id
    const entry = id === null ? null : client.entry(id)
    if (entry === null) return
    const from = zoneOf(client, entry, section)
    const slot = aim.current
    const still =
      slot === null || staysPut(slot, { id: entry.id, parent: from }, orderIn(client, from))
    const before = store.getState().slot
    const next = still ? null : slot
    if (before?.parent === next?.parent && before?.before === next?.before) return
    store.setState({ slot: next })
    client.hold(entry.id, false)
  }
  const putDown = () => {
    watch.stop()
    client.release()
    grabbed.current = null
    aim.current = null
    store.setState({ id: null, slot: null })
  }
  const grab = (target: EventTarget): HTMLElement | null => {
    if (!may || !(target instanceof Element)) return null
    const card = target.closest<HTMLElement>('[data-card]')
    const id = card?.dataset['card']
    if (card === null || id === undefined) return null
    if (target.closest('button, a, input, textarea, select') !== null) return null
    const view = client.view()
    const holder = view?.holders.get(id)
    if (view !== null && holder !== undefined) {
      const name = someoneOf(view, holder)?.name ?? common.someone
      client.notify({ is: 'info', message: desk.board.heldBy(name) })
      return null
    }
    grabbed.current = id
    return card
  }
  const nameOf = () => shorten(client.entry(grabbed.current ?? '')?.text ?? '')
  const placeName = (parent: string | number) =>
    client.entry(String(parent))?.text ?? phoneSort.unplaced
  return (
    <CarryContext value={useMemo(() => ({ store, help: 'carry-help' }), [store])}>
      <p id="carry-help" hidden>
        {desk.drag.help} {desk.board.cardHelp}
      </p>
      <DndContext
        sensors={sensors}
        collisionDetection={detect}
        measuring={MEASURING}
        accessibility={{
          screenReaderInstructions: { draggable: desk.drag.help },
          announcements: {
            // At once overwritten by the first "over", which says it instead.
            onDragStart: () => undefined,
            onDragOver: ({ over }) =>
              over === null
                ? desk.drag.nowhere(nameOf())
                : desk.drag.over(nameOf(), placeName(over.id)),
            onDragEnd: ({ over }) =>
              over === null
                ? desk.drag.cancelled(nameOf())
                : desk.drag.dropped(nameOf(), placeName(over.id)),
            onDragCancel: () => desk.drag.cancelled(nameOf()),
          },
        }}
        onDragStart={() => {
          const entry = client.entry(grabbed.current ?? '')
          if (entry === null) return
          aim.current = { parent: zoneOf(client, entry, section), before: entry.id }
          store.setState({ id: entry.id, slot: null })
          client.hold(entry.id, false)
          watch.start(entry)
        }}
        onDragMove={tellZones}
        onDragEnd={() => {
          const entry = client.entry(store.getState().id ?? '')
          const slot = aim.current
          putDown()
          if (entry !== null && slot !== null) moveCard(client, entry, slot, section)
        }}
        onDragCancel={putDown}
      >
        <Hands grab={grab}>{children}</Hands>
        {createPortal(
          <DragOverlay dropAnimation={null}>
            <CarriedCard store={store} section={section} />
          </DragOverlay>,
          document.body,
        )}
      </DndContext>
    </CarryContext>
  )
}

interface HandsProps {
  /** The card under this target if it may be taken. */
  grab: (target: EventTarget) => HTMLElement | null
  children: ReactNode
}

/** Points the one draggable at the card that was pressed, before its own listeners hear of it. */
function Hands({ grab, children }: HandsProps) {
  const { listeners, setNodeRef, setActivatorNodeRef } = useDraggable({ id: HANDLE })
  const hand =
    (name: 'onMouseDown' | 'onTouchStart' | 'onKeyDown') =>
    (event: MouseEvent | TouchEvent | KeyboardEvent) => {
      if (name === 'onKeyDown' && !('code' in event && event.code === 'Space')) return
      const card = grab(event.target)
      if (card === null || (name === 'onKeyDown' && card !== event.target)) return
      setNodeRef(card)
      setActivatorNodeRef(card)
      listeners?.[name]?.(event)
    }
  return (
    <div
      className={styles.layer}
      role="presentation"
      onMouseDown={hand('onMouseDown')}
      onTouchStart={hand('onTouchStart')}
      onKeyDown={hand('onKeyDown')}
    >
      {children}
    </div>
  )
}
