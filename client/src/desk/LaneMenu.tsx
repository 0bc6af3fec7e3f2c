import type { RefObject } from 'react'
import { useClient, useIds } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { Popover } from './Popover.tsx'
import menu from './Menu.module.css'

const words = desk.board

export interface LaneMenuProps {
  id: string
  section: string
  name: string
  anchor: RefObject<HTMLElement | null>
  onRename: () => void
  onClose: () => void
}

/** What can be done with a category: its name, its place in their order, its end. */
export default function LaneMenu({ id, section, name, anchor, onRename, onClose }: LaneMenuProps) {
  const client = useClient()
  const lanes = useIds(section, 'lane')
  const index = lanes.indexOf(id)
  /** Before the category that stands there now; beyond the last one at the end. */
  const put = (at: number) => {
    onClose()
    client.move(id, section, lanes[at] ?? null)
  }
  return (
    <Popover label={words.laneMenu(name)} anchor={anchor} onClose={onClose}>
      <button type="button" className={menu.item} onClick={onRename}>
        {words.rename}
      </button>
      {index > 0 && (
        <button type="button" className={menu.item} onClick={() => put(index - 1)}>
          {words.laneEarlier}
        </button>
      )}
      {index < lanes.length - 1 && (
        <button type="button" className={menu.item} onClick={() => put(index + 2)}>
          {words.laneLater}
        </button>
      )}
      <button
        type="button"
        className={menu.item}
        onClick={() => {
          onClose()
          client.remove(id)
        }}
      >
        {words.removeLane}
      </button>
    </Popover>
  )
}
