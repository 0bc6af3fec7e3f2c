import { useEffect, useRef, useState } from 'react'
import { DEVICE_KEY_LIFE } from '@plenary/shared/admission'
import { asInvited, hostOf, inviteUnder, useInviteOrigin } from '../look/address.ts'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import { QrCode } from '../look/QrCode.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { makeDeviceLink } from '../session/api.ts'
import { useThisSeat } from '../session/this-seat.ts'
import { useNetworkAddresses } from '../session/useNetworkAddresses.ts'
import { useView } from '../sync/hooks.ts'
import { seat as words } from '../words/seat.ts'
import { formatTime } from '../words/figure.ts'
import { isLocal } from './local.ts'
import styles from './Seat.module.css'

type Making =
  | { is: 'making' }
  /** `until` on the clock of this device, epoch ms. */
  | { is: 'made'; url: string; until: number }
  | { is: 'over' }
  | { is: 'problem'; message: string }

/** A link to one's own seat, to scan or to copy: one use, ten minutes, a new one on demand. */
export function DeviceSheet({ onClose }: { onClose: () => void }) {
  const [tries, setTries] = useState(0)
  return (
    <Sheet title={words.deviceTitle} onClose={onClose}>
      <DeviceLink key={tries} onAgain={() => setTries(tries + 1)} />
    </Sheet>
  )
}

function DeviceLink({ onAgain }: { onAgain: () => void }) {
  const { sessionId } = useView()
  const { token } = useThisSeat()
  const [making, setMaking] = useState<Making>({ is: 'making' })
  const [copied, setCopied] = useState<boolean | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useInviteOrigin()
  const url = making.is === 'made' ? asInvited(making.url) : ''
  const local = url !== '' && isLocal(url)
  const network = useNetworkAddresses(local)?.[0]
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    void makeDeviceLink(sessionId, token).then((answer) => {
      if (!wanted) return
      if (answer.is === 'problem') return setMaking({ is: 'problem', message: answer.message })
      setMaking({ is: 'made', url: answer.url, until: Date.now() + DEVICE_KEY_LIFE })
      timer = setTimeout(() => setMaking({ is: 'over' }), DEVICE_KEY_LIFE)
    })
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [sessionId, token])
  const copy = async () => {
    const done = await copyText(url)
    setCopied(done)
    if (!done) field.current?.select()
  }
  return (
    <div className={styles.device}>
      {making.is === 'made' ? (
        <>
          <p>{local ? words.deviceLocal : words.deviceScan}</p>
          {local && network !== undefined && (
            <Button kind="strong" onClick={() => inviteUnder(network)}>
              {words.deviceUse(hostOf(network))}
            </Button>
          )}
          {!local && <QrCode text={url} size={208} />}
          <input
            ref={field}
            className={`field ${styles.link}`}
            readOnly
            aria-label={words.deviceLink}
            value={url}
            onFocus={(event) => event.target.select()}
          />
          <p>{words.deviceOnce(formatTime(making.until))}</p>
        </>
      ) : (
        <output>
          {making.is === 'making' && words.deviceMaking}
          {making.is === 'over' && words.deviceOver}
          {making.is === 'problem' && making.message}
        </output>
      )}
      <output className="unseen">{copied === true && words.deviceCopied}</output>
      {copied === false && <p role="alert">{words.deviceCopyFailed}</p>}
      <div className={styles.pair}>
        {making.is === 'made' && (
          <Button kind="primary" onClick={() => void copy()}>
            {copied === true ? words.deviceCopied : words.deviceCopy}
          </Button>
        )}
        <Button kind="line" disabled={making.is === 'making'} onClick={onAgain}>
          {words.deviceAgain}
        </Button>
      </div>
    </div>
  )
}
