import { Link, useLocation } from 'wouter'
import { Sheet } from '../look/Sheet.tsx'
import { SureButtons, useSure } from '../look/Sure.tsx'
import { forgetSession } from '../session/keepsake.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { deleting as words } from '../words/deleting.ts'
import styles from './DeleteSheet.module.css'

/** Asks once more, by the session's name: what is deleted cannot be brought back. */
export default function DeleteSheet({ onClose }: { onClose: () => void }) {
  const { facts, sessionId } = useView()
  const client = useClient()
  const [, navigate] = useLocation()
  const sure = useSure({ type: 'session.delete' }, onClose, (ok) => {
    if (!ok) return
    // Before the session is off the screen, and nobody is there to hear that it is gone.
    client.forget()
    forgetSession(sessionId)
    navigate('/')
  })
  return (
    <Sheet title={words.title(facts.title)} onClose={sure.no}>
      <p>{words.body}</p>
      <p className={styles.quiet}>
        {words.first} <Link href={`/s/${sessionId}/report`}>{words.report}</Link>
      </p>
      <SureButtons sure={sure} labels={{ no: words.keep, yes: words.erase }} destroys />
    </Sheet>
  )
}
