import { Suspense, useId, useState } from 'react'
import { Composer } from '../look/Composer.tsx'
import { BlameHint } from '../look/writing-parts.ts'
import { COMPOSER } from '../look/composer-id.ts'
import { phoneList } from '../words/phone-list.ts'
import { useAddCard } from './useAddCard.ts'
import styles from './AddCard.module.css'

/** Writes openly; who leads without taking part types what somebody said aloud. Nothing where neither is open. */
export function AddCard({ section }: { section: string }) {
  const adds = useAddCard(section)
  const [text, setText] = useState('')
  const [aloud, setAloud] = useState(false)
  const hint = useId()
  if (adds === null) return null
  const { mayAdd, mayCapture } = adds
  const captures = !mayAdd || (mayCapture && aloud)
  const add = (said: string) => adds.add(said, captures)
  return (
    <div className={styles.add}>
      <Composer
        label={captures ? phoneList.capture : phoneList.composer}
        id={COMPOSER}
        keepAs={`card/${section}`}
        describedBy={hint}
        onText={setText}
        onSubmit={(said) => {
          setText('')
          add(said)
        }}
        onMany={(lines) => lines.forEach(add)}
      />
      {mayAdd && mayCapture && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={aloud}
            onChange={({ target }) => setAloud(target.checked)}
          />
          {phoneList.saidAloud}
        </label>
      )}
      <div id={hint}>
        <Suspense>{text !== '' && <BlameHint text={text} used={false} />}</Suspense>
      </div>
    </div>
  )
}
