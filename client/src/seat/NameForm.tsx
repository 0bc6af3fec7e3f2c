import { useState } from 'react'
import { PERSON_NAME_MAX } from '@plenary/shared/person'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { seat as words } from '../words/seat.ts'
import styles from './Seat.module.css'

/** What one is called here, to change. */
export function NameForm() {
  const client = useClient()
  const { you } = useView()
  const [name, setName] = useState(you.name)
  const plain = name.trim()
  const rename = async () => {
    if (plain === '' || plain === you.name) return
    const answer = await client.ask({ type: 'person.rename', name: plain })
    if (answer.ok) client.notify({ is: 'info', message: words.renamed(plain) })
  }
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault()
        void rename()
      }}
    >
      <label className={styles.name}>
        <span className="label">{words.name}</span>
        <input
          className="field"
          dir="auto"
          value={name}
          maxLength={PERSON_NAME_MAX}
          autoComplete="name"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" kind="line" disabled={plain === '' || plain === you.name}>
        {words.rename}
      </Button>
    </form>
  )
}
