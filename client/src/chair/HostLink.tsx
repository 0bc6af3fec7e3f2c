import { asInvited } from '../look/address.ts'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import { keptSession } from '../session/keepsake.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import styles from './HostLink.module.css'

/** Only on the device that made the session, which alone knows the secret. */
export function HostLink() {
  const client = useClient()
  const { sessionId } = useView()
  const made = keptSession(sessionId)?.hostUrl
  if (made === undefined) return null
  const host = asInvited(made)
  return (
    <div className={styles.host}>
      <Button
        onClick={() =>
          void copyText(host).then((copied) =>
            client.notify({
              is: 'info',
              message: copied ? words.hostCopied : words.copyFailed(host),
            }),
          )
        }
      >
        {words.hostLink}
      </Button>
      <p className={styles.hint}>{words.hostLinkHint}</p>
    </div>
  )
}
