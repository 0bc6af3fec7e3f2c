import { Suspense, useState } from 'react'
import { PERSON_NAME_MAX } from '@plenary/shared/person'
import { Link } from 'wouter'
import { chimes } from '../chair/chimes.ts'
import { CloseSheet } from '../finish/later.ts'
import { isLocalPage, useInviteOrigin } from '../look/address.ts'
import { Button } from '../look/Button.tsx'
import { formatCode } from '../look/clock.ts'
import { copyText } from '../look/copy.ts'
import { useAsked } from '../look/useAsked.ts'
import { HostLink } from '../chair/HostLink.tsx'
import { QrCode } from '../look/QrCode.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { seldom } from '../words/seldom.ts'
import { past } from '../words/past.ts'
import { lead } from '../words/lead.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { MenuPart } from './MenuPart.tsx'
import { joinLink } from '../look/invite.ts'
import styles from './Menu.module.css'

const words = phoneMenu
/** px */
const QR_SIZE = 196

/** The door, the cards, the clock, the code, the end. */
export function MenuRoom({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts, phase, sessionId } = useView()
  const [copied, setCopied] = useState<boolean | null>(null)
  const [closing, setClosing] = useState(false)
  return (
    <MenuPart title={words.room}>
      <div className={styles.row}>
        <span className={styles.name}>
          {phoneWaiting.code}{' '}
          <b className={`figures ${styles.code}`}>{formatCode(facts.joinCode)}</b>
        </span>
        <Button onClick={() => void copyText(joinLink(facts.joinCode)).then(setCopied)}>
          {copied === true ? words.linkCopied : words.copyLink}
        </Button>
      </div>
      <Scan />
      <Choice
        label={words.lockDoor}
        hint={words.lockDoorHint}
        on={facts.locked}
        onChange={(door) => client.ask({ type: 'session.lock', door })}
      />
      {facts.solo !== true && (
        <Choice
          label={words.lockCards}
          hint={words.lockCardsHint}
          on={facts.cardsLocked}
          onChange={(cards) => client.ask({ type: 'session.lock', cards })}
        />
      )}
      {facts.status === 'running' && (
        <Choice
          label={words.hideTimer}
          on={facts.timer.hidden === true}
          onChange={(hidden) => client.ask({ type: 'timer.hide', hidden })}
        />
      )}
      {facts.status === 'running' && facts.solo !== true && (
        <Button
          onClick={() => {
            void client.ask({ type: 'gather' })
            client.notify({ is: 'info', message: lead.gathered })
            onDone()
          }}
        >
          {lead.gather}
        </Button>
      )}
      <Choice
        label={lead.chime}
        hint={lead.chimeHint}
        on={chimes.useOn()}
        onChange={async (on) => chimes.set(on)}
      />
      <Rename />
      {phase !== null && (
        <Link className="button button-line" href={`/s/${sessionId}/history`}>
          {past.way}
        </Link>
      )}
      <HostLink />
      <Button onClick={() => setClosing(true)}>{words.close}</Button>
      {closing && (
        <Suspense>
          <CloseSheet onClose={() => setClosing(false)} onClosed={onDone} />
        </Suspense>
      )}
    </MenuPart>
  )
}

/** The code for a camera, where phones can open it. */
function Scan() {
  const { facts } = useView()
  const [shows, setShows] = useState(false)
  const origin = useInviteOrigin()
  if (isLocalPage() && origin === window.location.origin) return null
  return (
    <>
      <Button aria-expanded={shows} onClick={() => setShows(!shows)}>
        {words.showQr}
      </Button>
      {shows && <QrCode text={joinLink(facts.joinCode)} size={QR_SIZE} />}
    </>
  )
}

/** The title of the session, as everybody sees it. */
function Rename() {
  const client = useClient()
  const { facts } = useView()
  const [title, setTitle] = useState(facts.title)
  const changed = title.trim() !== '' && title.trim() !== facts.title
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (changed) void client.ask({ type: 'session.rename', title })
      }}
    >
      <label className={styles.grow}>
        <span className="label">{lead.rename}</span>
        <input
          className="field"
          dir="auto"
          value={title}
          maxLength={PERSON_NAME_MAX}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      {changed && (
        <Button type="submit" kind="line">
          {seldom.save}
        </Button>
      )}
    </form>
  )
}

interface ChoiceProps {
  label: string
  hint?: string
  on: boolean
  onChange: (on: boolean) => Promise<unknown>
}

/** A switch that shows what was asked for until the answer is there. */
function Choice({ label, hint, on, onChange }: ChoiceProps) {
  const [shown, ask] = useAsked(on, onChange)
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={shown}
        checked={shown}
        onChange={(event) => ask(event.target.checked)}
      />
      <span>
        {label}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  )
}
