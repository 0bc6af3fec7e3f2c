import { Check, MessageCircleQuestion, X } from 'lucide-react'
import type { Entry } from '@plenary/shared/entry'
import { shorten } from '../look/shorten.ts'
import { useEntry, useView } from '../sync/hooks.ts'
import { finish as words } from '../words/finish.ts'
import { isHere } from './owner.ts'
import styles from './Fields.module.css'

/** Longest piece of the text an action came from. Characters. */
const FROM_MAX = 60

/** What stands beneath an action: where it came from, and how it stands if it is not simply open. */
export function AboutAction({ entry }: { entry: Entry }) {
  const view = useView()
  const from = useEntry(entry.from ?? '')
  const status = entry.status ?? 'open'
  const owner = entry.owner ?? ''
  return (
    <span className={styles.about}>
      {from !== null && !from.removed && <span>{words.from(shorten(from.text, FROM_MAX))}</span>}
      {status === 'done' && (
        <span className="chip chip-accent">
          <Check size={13} strokeWidth={2.5} aria-hidden="true" />
          {words.is.done}
        </span>
      )}
      {status === 'dropped' && (
        <span className="chip">
          <X size={13} strokeWidth={2.5} aria-hidden="true" />
          {words.is.dropped}
        </span>
      )}
      {status === 'offered' && owner !== '' && !isHere(view, owner) && (
        <span className="chip chip-warn">
          <MessageCircleQuestion size={13} strokeWidth={2} aria-hidden="true" />
          {words.notHere}
        </span>
      )}
    </span>
  )
}
