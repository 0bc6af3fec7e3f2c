import { useState } from 'react'
import { isToTalkAbout } from '@plenary/shared/entry'
import { Button } from '../look/Button.tsx'
import { CardMarks } from '../look/CardMarks.tsx'
import { someoneOf } from '../look/room.ts'
import { useClient, useEntry, useView } from '../sync/hooks.ts'
import { othersOf } from '../sync/others.ts'
import { common } from '../words/common.ts'
import { phoneList } from '../words/phone-list.ts'
import { phoneSort } from '../words/phone-sort.ts'
import styles from './Sort.module.css'

const words = phoneSort
/** From this many characters on the card is set smaller. */
const LONG = 90

interface DealtCardProps {
  id: string
  section: string
  /** Cards still to place, this one included. */
  left: number
  onNext: () => void
}

/** The big card. When somebody else places it meanwhile it stays and says so. */
export function DealtCard({ id, section, left, onNext }: DealtCardProps) {
  const client = useClient()
  const view = useView()
  const entry = useEntry(id)
  const [mine, setMine] = useState<string | null>(null)
  const holder = view.holders.get(id)
  // Seen from now on, so that who placed it is known where they were seen to have it in hand.
  const others = othersOf(client)
  const held = someoneOf(view, holder)
  const gone = entry === null || entry.removed
  const elsewhere = !gone && entry.parent !== section && entry.parent !== mine
  const lane = elsewhere ? (client.entry(entry.parent)?.text ?? '') : ''
  const author = someoneOf(view, entry?.by)
  return (
    <>
      <div className={styles.pile}>
        {left > 2 && <div className={styles.under} />}
        {left > 1 && <div className={`${styles.under} ${styles.second}`} />}
        <div className={styles.card}>
          <p
            className={`${styles.text} ${(entry?.text.length ?? 0) > LONG ? styles.longer : ''}`}
            aria-live="polite"
          >
            {entry?.text}
          </p>
          {entry !== null && <CardMarks talk={isToTalkAbout(entry)} />}
          <p className={styles.meta}>
            {held !== null
              ? words.inHandToo(held.name)
              : (author?.name ?? (view.facts.anonymous ? words.noName : phoneList.aloud))}
          </p>
        </div>
      </div>
      {(gone || elsewhere) && (
        <output className={styles.elsewhere}>
          <span>
            {gone
              ? words.gone
              : words.placedBy(
                  someoneOf(view, others.mover(id) ?? undefined)?.name ?? common.someone,
                  lane,
                )}
          </span>
          <Button kind="strong" onClick={onNext}>
            {words.fine}
          </Button>
          {!gone && (
            <Button
              onClick={() => {
                setMine(entry.parent)
              }}
            >
              {words.moveIt}
            </Button>
          )}
        </output>
      )}
    </>
  )
}
