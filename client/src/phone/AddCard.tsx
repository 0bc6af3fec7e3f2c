import { Suspense, useId, useState } from 'react'
import { Composer } from '../look/Composer.tsx'
import { BlameHint } from '../look/writing-parts.ts'
import { useClient, useRefusal } from '../sync/hooks.ts'
import { phoneList } from '../words/phone-list.ts'
import styles from './AddCard.module.css'

/** Writes openly; who leads without taking part types what somebody said aloud. Nothing where neither is open. */
export function AddCard({ section }: { section: string }) {
  const client = useClient()
  const [text, setText] = useState('')
  const [aloud, setAloud] = useState(false)
  const hint = useId()
  const mayAdd = useRefusal('add card') === null
  const mayCapture = useRefusal('capture') === null
  if (!mayAdd && !mayCapture) return null
  const captures = !mayAdd || (mayCapture && aloud)
  const add = (said: string) => {
    if (captures) void client.ask({ type: 'card.add', text: said, to: section, capture: true })
    else client.add('card', section, said)
  }
  return (
    <div className={styles.add}>
      <Composer
        label={captures ? phoneList.capture : phoneList.composer}
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
