import { useState } from 'react'
import type { MyDraft } from '@plenary/shared/mine'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { phoneLate } from '../words/phone-late.ts'
import AsideCards from './AsideCards.tsx'
import { shorten } from '../look/shorten.ts'
import { useUnread } from '../look/useUnread.ts'
import styles from './LateDrafts.module.css'

const words = phoneLate
const SHOWN = 70

/** Own words that are not on the board: set aside, or late. Of the late ones one at a time; nothing leaves without "Add". */
export default function LateDrafts() {
  return (
    <>
      <AsideCards />
      <Late />
    </>
  )
}

export function Late() {
  const client = useClient()
  const { mine, facts, phase } = useView()
  const [keeping, setKeeping] = useState<readonly string[]>([])
  const isOver = facts.status === 'running' && phase?.opens.includes('drafts') === false
  const late = mine.drafts.find(
    (draft) =>
      isOver &&
      facts.poured.includes(draft.section) &&
      asks(draft) &&
      draft.text.trim() !== '' &&
      !keeping.includes(keyOf(draft)),
  )
  // In its place stands the next one, or the question whether others may guess whose it is.
  const unread = useUnread(late === undefined ? null : keyOf(late))
  if (late === undefined) return null
  const { id, section, text } = late
  return (
    <section className={styles.late} aria-label={words.title} {...unread}>
      <p className={styles.words}>
        <b>{shorten(text, SHOWN)}</b>
        <span className={styles.why}>{late.late === 'asked' ? words.guess : words.openBody}</span>
      </p>
      <Button
        kind="strong"
        onClick={() =>
          client.putDraft({
            id,
            section,
            text: text.trim(),
            state: 'done',
            ...(late.late === 'asked' ? { sure: true } : {}),
          })
        }
      >
        {words.add}
      </Button>
      <Button kind="quiet" onClick={() => setKeeping([...keeping, keyOf(late)])}>
        {words.keep}
      </Button>
    </section>
  )
}

function asks(draft: MyDraft): boolean {
  return draft.late === 'asked' || draft.state === 'open'
}

/** Kept as unfinished is no answer to the later question whether others may guess. */
function keyOf(draft: MyDraft): string {
  return `${draft.id} ${draft.late ?? ''}`
}
