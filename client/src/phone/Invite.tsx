import { Link2 } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { formatCode } from '../look/clock.ts'
import { copyText } from '../look/copy.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { joinLink } from './invite.ts'
import styles from './Waiting.module.css'

/** The code that lets people in, for whoever leads. */
export default function Invite() {
  const client = useClient()
  const { facts } = useView()
  const copy = async () => {
    const copied = await copyText(joinLink(facts.joinCode))
    client.notify({
      is: 'info',
      message: copied
        ? phoneMenu.linkCopied
        : `${phoneMenu.copyFailed} ${formatCode(facts.joinCode)}.`,
    })
  }
  return (
    <div className={`${styles.card} ${styles.split}`}>
      <div>
        <p className={styles.quiet}>{phoneFrame.waiting.code}</p>
        <p className={`figures ${styles.code}`}>{formatCode(facts.joinCode)}</p>
      </div>
      <Button onClick={() => void copy()}>
        <Link2 size={17} strokeWidth={1.75} aria-hidden="true" />
        {phoneFrame.waiting.invite}
      </Button>
    </div>
  )
}
