import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { Ellipsis, Plus } from 'lucide-react'
import { NAME_MAX } from '@plenary/shared/kinds'
import { CardText } from '../look/CardText.tsx'
import { Composer } from '../look/Composer.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { useClient, useEntry, useIds, useRefusal } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import { Popover } from './Popover.tsx'
import { Zone } from './Zone.tsx'
import styles from './Columns.module.css'
import menu from './Menu.module.css'

const words = desk.board

export interface LaneProps {
  id: string
  /** Its place among the lanes, from 0. */
  index: number
  section: string
}

/** A category with its cards. */
export function Lane({ id, index, section }: LaneProps) {
  const client = useClient()
  const name = useEntry(id)?.text ?? ''
  const ids = useIds(id, 'card')
  const mayAdd = useRefusal('add card') === null
  const mayCapture = useRefusal('capture') === null
  const [adding, setAdding] = useState(false)
  const add = (text: string) => {
    if (mayAdd) client.add('card', id, text)
    else void client.ask({ type: 'card.add', text, to: id, capture: true })
  }
  return (
    <Zone
      parent={id}
      section={section}
      ids={ids}
      lane={index}
      name={name}
      flow="rows"
      className={styles.lane}
      head={
        <LaneHead id={id} section={section} index={index} name={name} count={ids.length}>
          {(mayAdd || mayCapture) && (
            <button
              type="button"
              className={styles.tool}
              aria-label={words.addHere(name)}
              aria-expanded={adding}
              onClick={() => setAdding(!adding)}
            >
              <Plus size={16} strokeWidth={2} aria-hidden="true" />
            </button>
          )}
        </LaneHead>
      }
      foot={
        adding && (
          <div
            className={styles.foot}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) setAdding(false)
            }}
          >
            <Composer
              label={mayAdd ? phone.list.composer : phone.list.capture}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to write
              autoFocus
              keepAs={`card/${id}`}
              onSubmit={add}
              onMany={(lines) => lines.forEach(add)}
            />
          </div>
        )
      }
    />
  )
}

interface LaneHeadProps {
  id: string
  section: string
  index: number
  name: string
  count: number
  children: ReactNode
}

function LaneHead({ id, section, index, name, count, children }: LaneHeadProps) {
  const client = useClient()
  const mayLanes = useRefusal('lanes') === null
  const [is, setIs] = useState<'read' | 'menu' | 'rename'>('read')
  const opener = useRef<HTMLButtonElement>(null)
  const lanes = useIds(section, 'lane')
  /** Before the category that stands there now; beyond the last one at the end. */
  const put = (at: number) => {
    setIs('read')
    client.move(id, section, lanes[at] ?? null)
  }
  return (
    <header className={styles.head}>
      <Glyph index={index} />
      {is === 'rename' ? (
        <CardText
          id={id}
          label={words.newLaneName}
          max={NAME_MAX}
          className={styles.rename ?? ''}
          onDone={() => setIs('read')}
        />
      ) : (
        <h2 className={styles.name} dir="auto">
          {name}
        </h2>
      )}
      {children}
      {mayLanes && (
        <button
          ref={opener}
          type="button"
          className={styles.tool}
          aria-label={words.laneMenu(name)}
          aria-haspopup="dialog"
          onClick={() => setIs('menu')}
        >
          <Ellipsis size={16} strokeWidth={2} aria-hidden="true" />
        </button>
      )}
      <span className={`figures ${styles.count}`} aria-hidden="true">
        {count}
      </span>
      {is === 'menu' && (
        <Popover
          label={words.laneMenu(name)}
          anchor={opener}
          onClose={() => setIs((now) => (now === 'menu' ? 'read' : now))}
        >
          <button type="button" className={menu.item} onClick={() => setIs('rename')}>
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
              setIs('read')
              void client.ask({ type: 'lane.remove', lane: id })
            }}
          >
            {words.removeLane}
          </button>
        </Popover>
      )}
    </header>
  )
}
