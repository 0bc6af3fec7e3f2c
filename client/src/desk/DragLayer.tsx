import { useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  getClientRect,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { CollisionDetection } from '@dnd-kit/core'
import { createEdgePan } from '../surface/edge-pan.ts'
import { useCamera } from '../surface/useCamera.ts'
import { useClient } from '../sync/hooks.ts'
import { CarriedCard } from './CarriedCard.tsx'
import { listenForGroups } from './group-hands.ts'
import type { Hands } from './hands.ts'
import styles from './Card.module.css'

const HANDLE = 'card-proxy'
// The default measure takes an element's own transform away again, which shifts the overlay.
const MEASURING = {
  draggable: { measure: getClientRect },
  droppable: { measure: getClientRect },
  dragOverlay: { measure: getClientRect },
}
/** What lies where is asked by `hands.ts`; dnd-kit only carries. */
const NOTHING = {
  screenReaderInstructions: { draggable: '' },
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
}

export interface DragLayerProps {
  hands: Hands
  /** Whatever is dragged lies below this element. */
  root: HTMLElement
}

/**
 * Carrying by mouse and finger: one draggable for all cards, pointed at the one that is pressed. It stands beside the
 * board and not around it, so that the board is drawn before the library for dragging has come, and never because of it.
 */
export default function DragLayer({ hands, root }: DragLayerProps) {
  const client = useClient()
  const camera = useCamera()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
  )
  const edge = useMemo(() => camera && createEdgePan(camera), [camera])
  // A card that somebody else has removed or moved meanwhile is let go; dnd-kit listens to Escape for that.
  useEffect(
    () =>
      hands.carry.subscribe(({ id }) => {
        if (id !== null || hands.pointer() === null) return
        hands.point(null)
        document.dispatchEvent(new KeyboardEvent('keydown', { code: 'Escape', key: 'Escape' }))
      }),
    [hands],
  )
  useEffect(() => () => edge?.at(null), [edge])
  // The board may move under a held card, by the wheel or at an edge: then something else lies under it.
  useEffect(() => camera?.subscribe(hands.aimAtPointer), [camera, hands])
  useEffect(() => listenForGroups(client, hands, root, camera), [camera, client, hands, root])
  const detect: CollisionDetection = ({ pointerCoordinates }) => {
    hands.point(pointerCoordinates)
    return []
  }
  const end = (finish: () => void) => {
    hands.point(null)
    edge?.at(null)
    finish()
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={detect}
      measuring={MEASURING}
      autoScroll={false}
      accessibility={NOTHING}
      onDragStart={() => void hands.take(hands.pressed(), 'pointer')}
      onDragMove={() => {
        hands.aimAtPointer()
        edge?.at(hands.pointer())
      }}
      onDragEnd={() => end(hands.drop)}
      onDragCancel={() => end(hands.putBack)}
    >
      <Grip root={root} hands={hands} />
      {createPortal(
        <DragOverlay dropAnimation={null} className={styles.overlay ?? ''}>
          <CarriedCard store={hands.carry} />
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  )
}

/** Points the one draggable at the card that was pressed, before its own listeners hear of it. */
function Grip({ root, hands }: DragLayerProps) {
  const { listeners, setNodeRef, setActivatorNodeRef } = useDraggable({ id: HANDLE })
  useEffect(() => {
    const hand = (name: 'onMouseDown' | 'onTouchStart') => (nativeEvent: Event) => {
      const { target } = nativeEvent
      if (!(target instanceof Element) || !hands.mayTake()) return
      if (target.closest('button, a, input, textarea, select, [popover], dialog') !== null) return
      // A wall has hands of its own: there a card lies at a point and in no order.
      if (target.closest('[data-wall]') !== null) return
      const element = target.closest<HTMLElement>('[data-card]')
      const card = element?.dataset['card']
      if (element === null || card === undefined || !hands.isFree(card)) return
      hands.press(card)
      setNodeRef(element)
      setActivatorNodeRef(element)
      listeners?.[name]?.({ nativeEvent })
    }
    const [onMouse, onTouch] = [hand('onMouseDown'), hand('onTouchStart')]
    root.toggleAttribute('data-drags', true)
    root.addEventListener('mousedown', onMouse)
    root.addEventListener('touchstart', onTouch, { passive: true })
    return () => {
      root.toggleAttribute('data-drags', false)
      root.removeEventListener('mousedown', onMouse)
      root.removeEventListener('touchstart', onTouch)
    }
  }, [hands, listeners, root, setActivatorNodeRef, setNodeRef])
  return null
}
