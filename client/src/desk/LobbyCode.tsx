import { Smartphone } from 'lucide-react'
import { hostOf, inviteUnder, isLocalPage, useInviteOrigin } from '../look/address.ts'
import { Button } from '../look/Button.tsx'
import { formatCode } from '../look/clock.ts'
import { QrCode } from '../look/QrCode.tsx'
import { joinLink } from '../look/invite.ts'
import { useNetworkAddresses } from '../session/useNetworkAddresses.ts'
import { useView } from '../sync/hooks.ts'
import { lobby as words } from '../words/lobby.ts'
import styles from './Lobby.module.css'

/** px */
const QR_SIZE = 196

/** The way in for everybody who looks at this screen: address and code, or a QR code that phones can open. `small`: in a sheet. */
export function LobbyCode({ small = false }: { small?: boolean }) {
  const { facts } = useView()
  const origin = useInviteOrigin()
  const reached = !isLocalPage() || origin !== window.location.origin
  return (
    <>
      <p className={styles.go}>
        {words.go} <b>{hostOf(origin)}</b> {words.enter}
      </p>
      <p className={`figures ${styles.digits} ${small ? styles.small : ''}`}>
        {formatCode(facts.joinCode)}
      </p>
      {reached && (
        <div className={styles.scan}>
          <QrCode text={joinLink(facts.joinCode)} size={QR_SIZE} />
          <div className={styles.scanWords}>
            <p>{words.camera}</p>
            <p>{words.noAccount}</p>
          </div>
        </div>
      )}
      {isLocalPage() && <NetworkAddress origin={reached ? origin : null} />}
    </>
  )
}

/** Offers an address that phones can open; the server knows them, a browser could only guess. */
function NetworkAddress({ origin }: { origin: string | null }) {
  const found = useNetworkAddresses(true)
  if (found === null) return null
  const other = found[(origin === null ? -1 : found.indexOf(origin)) + 1] ?? found[0]
  if (origin !== null && (other === undefined || other === origin)) return null
  if (origin !== null && other !== undefined)
    return (
      <Button kind="quiet" className={styles.other ?? ''} onClick={() => inviteUnder(other)}>
        {words.localOther(hostOf(other))}
      </Button>
    )
  return (
    <section className={styles.local}>
      <h2 className={styles.localTitle}>
        <Smartphone size={20} strokeWidth={1.75} aria-hidden="true" />
        {words.localTitle}
      </h2>
      <p>
        {words.localBody} {other === undefined && words.localNone}
      </p>
      {other !== undefined && (
        <Button kind="strong" large onClick={() => inviteUnder(other)}>
          {words.localUse(hostOf(other))}
        </Button>
      )}
    </section>
  )
}
