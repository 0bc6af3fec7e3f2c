import { Suspense } from 'react'
import { Link2 } from 'lucide-react'
import { RunSolo } from '../chair/RunSolo.tsx'
import { isLocalPage, useInviteOrigin } from '../look/address.ts'
import { Button } from '../look/Button.tsx'
import { formatCode } from '../look/clock.ts'
import { copyText } from '../look/copy.ts'
import { later } from '../look/later.ts'
import { QrCode } from '../look/QrCode.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { joinLink } from '../look/invite.ts'
import styles from './Waiting.module.css'

/** px */
const QR_SIZE = 176

const SetUp = later(() => import('../setup/SetUp.tsx'))

/** For whoever leads, before the start: what is set up, and then the code that lets people in. */
export default function Invite() {
  const { facts } = useView()
  if (facts.status !== 'setup')
    return (
      <>
        <Code />
        <RunSolo />
      </>
    )
  return (
    <Suspense>
      <SetUp />
    </Suspense>
  )
}

function Code() {
  const client = useClient()
  const { facts } = useView()
  const origin = useInviteOrigin()
  const link = joinLink(facts.joinCode)
  const copy = async () => {
    const copied = await copyText(link)
    client.notify({
      is: 'info',
      message: copied
        ? phoneMenu.linkCopied
        : `${phoneMenu.copyFailed} ${formatCode(facts.joinCode)}.`,
    })
  }
  return (
    <div className={styles.card}>
      <div className={styles.split}>
        <div>
          <p className={styles.quiet}>{phoneWaiting.code}</p>
          <p className={`figures ${styles.code}`}>{formatCode(facts.joinCode)}</p>
        </div>
        <Button onClick={() => void copy()}>
          <Link2 size={17} strokeWidth={1.75} aria-hidden="true" />
          {phoneWaiting.invite}
        </Button>
      </div>
      {(!isLocalPage() || origin !== window.location.origin) && (
        <div className={styles.qr}>
          <QrCode text={link} size={QR_SIZE} />
        </div>
      )}
    </div>
  )
}
