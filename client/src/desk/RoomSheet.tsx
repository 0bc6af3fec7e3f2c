import { Suspense, useState } from 'react'
import { PERSON_NAME_MAX } from '@plenary/shared/person'
import { Link } from 'wouter'
import { chimes } from '../chair/chimes.ts'
import { CloseSheet } from '../finish/later.ts'
import { Button } from '../look/Button.tsx'
import { HostLink } from '../chair/HostLink.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { past } from '../words/past.ts'
import { lead as words } from '../words/lead.ts'
import { Switch } from './Switch.tsx'
import panel from './Panel.module.css'

/** What concerns the whole session and is seldom needed: its title, its door, its end. */
export function RoomSheet({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const { facts, phase, sessionId } = useView()
  const [closing, setClosing] = useState(false)
  const chime = chimes.useOn()
  if (closing)
    return (
      <Suspense>
        <CloseSheet onClose={onClose} />
      </Suspense>
    )
  return (
    <Sheet title={words.room} onClose={onClose}>
      <Title onDone={onClose} />
      <div className={panel.close}>
        <a
          className="button button-line"
          href={`/s/${sessionId}/room`}
          target="_blank"
          rel="noopener"
        >
          {words.openRoom}
        </a>
        <p className={panel.quiet}>{words.openRoomHint}</p>
      </div>
      {phase !== null && (
        <Link className="button button-line" href={`/s/${sessionId}/history`}>
          {past.way}
        </Link>
      )}
      <Switch
        label={desk.people.lockDoor}
        hint={desk.people.lockDoorHint}
        on={facts.locked}
        onChange={(door) => client.ask({ type: 'session.lock', door })}
      />
      <Switch
        label={desk.console.hideTimer}
        on={facts.timer.hidden === true}
        onChange={(hidden) => client.ask({ type: 'timer.hide', hidden })}
      />
      <Switch label={words.chime} hint={words.chimeHint} on={chime} onChange={chimes.set} />
      <HostLink />
      <Button onClick={() => setClosing(true)}>{words.close}</Button>
    </Sheet>
  )
}

function Title({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts } = useView()
  const [title, setTitle] = useState(facts.title)
  return (
    <form
      className={panel.close}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== facts.title) void client.ask({ type: 'session.rename', title })
        onDone()
      }}
    >
      <label className={panel.close}>
        <span className="label">{words.rename}</span>
        <input
          className="field"
          dir="auto"
          value={title}
          maxLength={PERSON_NAME_MAX}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      {title.trim() !== facts.title && (
        <Button type="submit" kind="line" disabled={title.trim() === ''}>
          {words.renameYes}
        </Button>
      )}
    </form>
  )
}
