import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { deleting as words } from '../words/deleting.ts'
import styles from './DeleteSheet.module.css'

/** Asks once more, by the session's name: what is deleted cannot be brought back. */
export default function DeleteSheet({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const { facts, sessionId } = useView()
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()
  const erase = async () => {
    setBusy(true)
    const { ok } = await client.ask({ type: 'session.delete' })
    setBusy(false)
    if (ok) navigate('/')
  }
  return (
    <Sheet title={words.title(facts.title)} onClose={onClose}>
      <p>{words.body}</p>
      <p className={styles.quiet}>
        {words.first} <Link href={`/s/${sessionId}/report`}>{words.report}</Link>
      </p>
      <div className={styles.choices}>
        <Button large onClick={onClose}>
          {words.keep}
        </Button>
        <Button
          kind="primary"
          large
          busy={busy}
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void erase()
          }}
        >
          {words.erase}
        </Button>
      </div>
    </Sheet>
  )
}
