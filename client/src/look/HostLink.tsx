import { Button } from './Button.tsx'
import { copyText } from './copy.ts'
import { keptSession } from '../session/keepsake.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import styles from './HostLink.module.css'

/** Only on the device that made the session, which alone knows the secret. */
export function HostLink() {
  const client = useClient()
  const { sessionId } = useView()
  const host = keptSession(sessionId)?.hostUrl
  if (host === undefined) return null
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
