import type { KeyboardEvent, RefObject } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { Glyph } from '../look/Glyph.tsx'
import { shorten } from '../phone/shorten.ts'
import { listsOf } from '../phone/lists-of.ts'
import { useClient, useEntry, useIds, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import { Popover } from './Popover.tsx'
import { moveCard, orderIn, zoneOf } from './move-card.ts'
import type { CardRights } from './rights.ts'
import styles from './Menu.module.css'

const words = desk.board

export interface CardMenuProps {
  entry: Entry
  section: string
  rights: CardRights
  anchor: RefObject<HTMLElement | null>
  onEdit: () => void
  onClose: () => void
}

/** Everything a mouse can do with a card, as a list: the categories with their numbers first. */
export function CardMenu({ entry, section, rights, anchor, onEdit, onClose }: CardMenuProps) {
  const client = useClient()
  const { format } = useView()
  const lanes = useIds(section, 'lane')
  const { actions } = listsOf(format)
  const from = zoneOf(client, entry, section)
  const order = orderIn(client, from)
  const at = order.indexOf(entry.id)
  const moveTo = (parent: string, before: string | null) => {
    onClose()
    moveCard(client, entry, { parent, before }, section)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!rights.move || event.ctrlKey || event.metaKey || event.altKey) return
    const lane = /^[1-9]$/.test(event.key) ? lanes[Number(event.key) - 1] : undefined
    if (lane !== undefined) moveTo(lane, null)
  }
  return (
    <Popover
      label={words.more(shorten(entry.text))}
      anchor={anchor}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      {rights.move && lanes.length > 0 && (
        <fieldset aria-label={words.moveTo(shorten(entry.text))}>
          {lanes.map((lane, index) => (
            <LaneItem
              key={lane}
              id={lane}
              index={index}
              here={lane === from}
              onChoose={() => moveTo(lane, null)}
            />
          ))}
          {from !== section && (
            <button type="button" className={styles.item} onClick={() => moveTo(section, null)}>
              <span className={styles.glyph} />
              {phone.sort.unplaced}
            </button>
          )}
          <hr className={styles.rule} />
        </fieldset>
      )}
      {rights.move && at > 0 && (
        <button
          type="button"
          className={styles.item}
          onClick={() => moveTo(from, order[at - 1] ?? null)}
        >
          {words.up}
        </button>
      )}
      {rights.move && at < order.length - 1 && (
        <button
          type="button"
          className={styles.item}
          onClick={() => moveTo(from, order[at + 2] ?? null)}
        >
          {words.down}
        </button>
      )}
      {rights.edit && (
        <button type="button" className={styles.item} onClick={onEdit}>
          {words.edit}
        </button>
      )}
      {rights.addAction && actions !== null && (
        <button
          type="button"
          className={styles.item}
          onClick={() => {
            onClose()
            client.add('action', actions, entry.text, { from: entry.id })
            client.notify({ is: 'info', message: words.madeAction })
          }}
        >
          {words.toAction}
        </button>
      )}
      {rights.remove && (
        <button
          type="button"
          className={styles.item}
          onClick={() => {
            onClose()
            client.remove(entry.id)
          }}
        >
          {common.remove}
        </button>
      )}
    </Popover>
  )
}

interface LaneItemProps {
  id: string
  index: number
  here: boolean
  onChoose: () => void
}

function LaneItem({ id, index, here, onChoose }: LaneItemProps) {
  const name = useEntry(id)?.text ?? ''
  const count = useIds(id, 'card').length
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={here}
      aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
      onClick={onChoose}
    >
      <span className={styles.glyph}>
        <Glyph index={index} size={13} />
      </span>
      <span className={styles.name}>{name}</span>
      <span className={`figures ${styles.count}`}>
        <span aria-hidden="true">{count}</span>
        <span className="unseen">{common.cards(count)}</span>
      </span>
      {index < 9 && (
        <kbd className={styles.key} aria-hidden="true">
          {index + 1}
        </kbd>
      )}
    </button>
  )
}
