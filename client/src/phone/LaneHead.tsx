import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import { NAME_MAX } from '@plenary/shared/kinds'
import { Button } from '../look/Button.tsx'
import { CardText } from '../look/CardText.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useEntry, useIds, useRefusal } from '../sync/hooks.ts'
import { phoneSort as words } from '../words/phone-sort.ts'
import list from '../look/List.module.css'
import styles from './LaneHead.module.css'

interface LaneHeadProps {
  id: string
  /** Its place among the categories, from 0. */
  index: number
  section: string
  /** Cards in it. */
  count: number
}

/** A category's name and count; behind one button its name, its place in their order, its end. */
export function LaneHead({ id, index, section, count }: LaneHeadProps) {
  const name = useEntry(id)?.text ?? ''
  const mayLanes = useRefusal('lanes') === null
  const [is, setIs] = useState<'read' | 'sheet' | 'rename'>('read')
  return (
    <header className={styles.head}>
      <Glyph index={index} size={16} />
      {is === 'rename' ? (
        <CardText
          id={id}
          label={words.newLaneName}
          max={NAME_MAX}
          className={styles.rename}
          onDone={() => setIs('read')}
        />
      ) : (
        <h2 className={`${list.heading} ${styles.name}`} dir="auto">
          {name} <span className={list.count}>{count}</span>
        </h2>
      )}
      {mayLanes && is !== 'rename' && (
        <Button
          kind="quiet"
          icon
          aria-haspopup="dialog"
          aria-label={words.laneMore(name)}
          onClick={() => setIs('sheet')}
        >
          <Ellipsis size={20} strokeWidth={2} aria-hidden="true" />
        </Button>
      )}
      {is === 'sheet' && (
        <LaneSheet
          id={id}
          section={section}
          name={name}
          onRename={() => setIs('rename')}
          onClose={() => setIs((now) => (now === 'sheet' ? 'read' : now))}
        />
      )}
    </header>
  )
}

interface LaneSheetProps {
  id: string
  section: string
  name: string
  onRename: () => void
  onClose: () => void
}

function LaneSheet({ id, section, name, onRename, onClose }: LaneSheetProps) {
  const client = useClient()
  const lanes = useIds(section, 'lane')
  const at = lanes.indexOf(id)
  /** Before the category that stands there now; beyond the last one at the end. */
  const put = (before: number) => {
    onClose()
    client.deed(words.laneMoved, () => client.move(id, section, lanes[before] ?? null))
  }
  return (
    <Sheet title={name} onClose={onClose}>
      <Button large onClick={onRename}>
        {words.laneRename}
      </Button>
      {at > 0 && (
        <Button large onClick={() => put(at - 1)}>
          {words.laneEarlier}
        </Button>
      )}
      {at < lanes.length - 1 && (
        <Button large onClick={() => put(at + 2)}>
          {words.laneLater}
        </Button>
      )}
      <Button
        large
        onClick={() => {
          onClose()
          client.remove(id)
        }}
      >
        {words.laneRemove}
      </Button>
    </Sheet>
  )
}
