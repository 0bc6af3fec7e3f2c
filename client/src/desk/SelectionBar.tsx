import { useRef, useState } from 'react'
import { CopyPlus, Group, MoveRight, Trash2, X } from 'lucide-react'
import { may } from '@plenary/shared/permission'
import { useClient, useIds, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { hands as words } from '../words/hands.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { duplicateChosen, groupChosen, moveChosen, removableIn, removeChosen } from './chosen.ts'
import { LaneItem } from './LaneItem.tsx'
import { Popover } from './Popover.tsx'
import { clearSelection } from './selection.ts'
import menu from './Menu.module.css'
import styles from './SelectionBar.module.css'

/** What can be done with all chosen cards at once. */
export function SelectionBar({ section, count }: { section: string; count: number }) {
  const client = useClient()
  const { you, setting } = useView()
  const lanes = useIds(section, 'lane')
  const [moving, setMoving] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const mayMove = may(you, 'move', setting)
  const mayRemove = removableIn(client, section).length > 0
  const moveTo = (parent: string) => {
    setMoving(false)
    moveChosen(client, section, { parent, before: null })
    clearSelection()
  }
  return (
    <section className={styles.place} aria-label={words.chosenLabel}>
      <div className={styles.bar} role="toolbar" aria-label={words.chosenLabel}>
        <output className={`figures ${styles.count}`}>{words.chosen(count)}</output>
        {mayMove && lanes.length > 0 && (
          <button
            ref={opener}
            type="button"
            className={styles.tool}
            aria-haspopup="dialog"
            onClick={() => setMoving(true)}
          >
            <MoveRight size={17} strokeWidth={1.75} aria-hidden="true" />
            {words.move}
          </button>
        )}
        {mayMove && count > 1 && (
          <button
            type="button"
            className={styles.tool}
            aria-keyshortcuts="Control+G Meta+G"
            onClick={() => groupChosen(client, section)}
          >
            <Group size={17} strokeWidth={1.75} aria-hidden="true" />
            {words.group}
          </button>
        )}
        {may(you, 'add card', setting) && (
          <button
            type="button"
            className={styles.tool}
            aria-keyshortcuts="Control+D Meta+D"
            onClick={() => void duplicateChosen(client, section)}
          >
            <CopyPlus size={17} strokeWidth={1.75} aria-hidden="true" />
            {words.duplicate}
          </button>
        )}
        {mayRemove && (
          <button
            type="button"
            className={styles.tool}
            aria-keyshortcuts="Delete"
            onClick={() => removeChosen(client, section)}
          >
            <Trash2 size={17} strokeWidth={1.75} aria-hidden="true" />
            {common.remove}
          </button>
        )}
        <button
          type="button"
          className={styles.tool}
          aria-label={words.chooseNone}
          onClick={clearSelection}
        >
          <X size={17} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      {moving && (
        <Popover
          label={words.moveChosen(count)}
          anchor={opener}
          onClose={() => setMoving(false)}
          onKeyDown={(event) => {
            const lane = /^[1-9]$/.test(event.key) ? lanes[Number(event.key) - 1] : undefined
            if (lane !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey)
              moveTo(lane)
          }}
        >
          {lanes.map((lane, index) => (
            <LaneItem
              key={lane}
              id={lane}
              index={index}
              here={false}
              onChoose={() => moveTo(lane)}
            />
          ))}
          <button type="button" className={menu.item} onClick={() => moveTo(section)}>
            <span className={menu.glyph} />
            {phoneSort.unplaced}
          </button>
        </Popover>
      )}
    </section>
  )
}
