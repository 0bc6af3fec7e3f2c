import { useState } from 'react'
import type { MyDraft } from '@plenary/shared/mine'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { phone } from '../words/phone.ts'
import { Note } from './Note.tsx'
import styles from './List.module.css'

const words = phone.late

/** Own words that missed the reveal: nothing leaves without "Add". */
export function LateDrafts() {
  const client = useClient()
  const { mine, facts } = useView()
  const [keeping, setKeeping] = useState<readonly string[]>([])
  const late = mine.drafts.filter(
    (draft) =>
      facts.poured.includes(draft.section) &&
      draft.text.trim() !== '' &&
      !keeping.includes(draft.id),
  )
  if (late.length === 0) return null
  return (
    <section className={styles.stack} aria-label={words.title}>
      <h2 className={styles.heading}>{words.title}</h2>
      {late.map((draft) => (
        <Note key={draft.id} meta={bodyOf(draft)}>
          {draft.text}
          {asks(draft) && (
            <span className={styles.pair}>
              <Button
                kind="strong"
                onClick={() =>
                  client.putDraft({
                    id: draft.id,
                    section: draft.section,
                    text: draft.text,
                    state: 'done',
                    ...(draft.late === 'asked' ? { sure: true } : {}),
                  })
                }
              >
                {words.add}
              </Button>
              <Button kind="soft" onClick={() => setKeeping([...keeping, draft.id])}>
                {words.keep}
              </Button>
            </span>
          )}
        </Note>
      ))}
    </section>
  )
}

function asks(draft: MyDraft): boolean {
  return draft.late === 'asked' || draft.state === 'open'
}

function bodyOf(draft: MyDraft): string {
  if (draft.late === 'asked') return words.guess
  return draft.state === 'open' ? words.openBody : words.waitingBody
}
