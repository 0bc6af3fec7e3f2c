import type { ReactNode } from 'react'
import { Suspense, useRef, useState } from 'react'
import { Ellipsis, Plus } from 'lucide-react'
import { NAME_MAX } from '@plenary/shared/kinds'
import { CardText } from '../look/CardText.tsx'
import { Composer } from '../look/Composer.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { useAddCard } from '../phone/useAddCard.ts'
import { useEntry, useIds, useRefusal } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phoneList } from '../words/phone-list.ts'
import { LaneMenu } from './card-parts.ts'
import { Zone } from './Zone.tsx'
import styles from './Columns.module.css'

const words = desk.board

interface LaneProps {
  id: string
  /** Its place among the lanes, from 0. */
  index: number
  section: string
}

/** A category with its cards. */
export function Lane({ id, index, section }: LaneProps) {
  const name = useEntry(id)?.text ?? ''
  const ids = useIds(id, 'card')
  const adds = useAddCard(id)
  const [adding, setAdding] = useState(false)
  const add = (text: string) => adds?.add(text, false)
  return (
    <Zone
      parent={id}
      section={section}
      ids={ids}
      lane={index}
      name={name}
      flow="rows"
      className={styles.lane}
      onWrite={adds === null ? undefined : () => setAdding(true)}
      head={
        <LaneHead id={id} section={section} index={index} name={name} count={ids.length}>
          {adds !== null && (
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
              label={adds?.mayAdd === true ? phoneList.composer : phoneList.capture}
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
  const mayLanes = useRefusal('lanes') === null
  const [is, setIs] = useState<'read' | 'menu' | 'rename'>('read')
  const opener = useRef<HTMLButtonElement>(null)
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
        <Suspense>
          <LaneMenu
            id={id}
            section={section}
            name={name}
            anchor={opener}
            onRename={() => setIs('rename')}
            onClose={() => setIs((now) => (now === 'menu' ? 'read' : now))}
          />
        </Suspense>
      )}
    </header>
  )
}
