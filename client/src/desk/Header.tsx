import { Suspense, useState } from 'react'
import { Ellipsis, LocateFixed, QrCode } from 'lucide-react'
import { Avatar } from '../look/Avatar.tsx'
import { Button } from '../look/Button.tsx'
import { formatCode } from '../look/clock.ts'
import { SavedMark } from '../look/SavedMark.tsx'
import { Mark } from '../look/Mark.tsx'
import { peopleIn } from '../look/room.ts'
import { TimerFigure } from '../look/TimerFigure.tsx'
import { useTimeUp } from '../look/useTimer.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { lead } from '../words/lead.ts'
import { InviteSheet, RoomSheet, YouSheet } from './later.ts'
import styles from './Header.module.css'

/** Faces shown before the rest becomes a number. */
const FACES = 5

/** Session, people, code; for participants also the clock. */
export function Header() {
  const client = useClient()
  const view = useView()
  const { facts, format, phase, you } = view
  const [open, setOpen] = useState<'you' | 'room' | 'invite' | null>(null)
  const here = peopleIn(view).filter((person) => view.present.has(person.id))
  const leads = useRefusal('lead') === null
  const over = useTimeUp()
  const runs = phase !== null && facts.status === 'running'
  return (
    <header className={styles.header}>
      <a href="/" className={styles.home} aria-label={desk.home}>
        <Mark size={28} />
      </a>
      <div className={styles.titles}>
        <p className={styles.title} dir="auto">
          {facts.title}
        </p>
        <p className={styles.format}>{format.title}</p>
      </div>
      <SavedMark />
      {over && you.role !== 'facilitator' && <p className={styles.over}>{common.timeIsUpSay}</p>}
      {runs && you.role !== 'facilitator' && <TimerFigure />}
      <ul className={styles.faces} aria-label={desk.here(here.length)}>
        {here.slice(0, FACES).map((person) => (
          <li key={person.id}>
            <Avatar person={person} size={32} />
          </li>
        ))}
        {here.length > FACES && (
          <li className={`figures ${styles.rest}`}>
            <span aria-hidden="true">+{here.length - FACES}</span>
            <span className="unseen">{desk.morePeople(here.length - FACES)}</span>
          </li>
        )}
      </ul>
      {runs && leads && facts.solo !== true && (
        <Button
          className={styles.gather}
          onClick={() => {
            void client.ask({ type: 'gather' })
            client.notify({ is: 'info', message: lead.gathered })
          }}
        >
          <LocateFixed size={17} strokeWidth={1.75} aria-hidden="true" />
          <span>{lead.gather}</span>
        </Button>
      )}
      {facts.status !== 'closed' && facts.status !== 'setup' && (
        <Button
          kind="soft"
          className={`figures ${styles.code}`}
          aria-haspopup="dialog"
          aria-label={desk.code(formatCode(facts.joinCode))}
          onClick={() => setOpen('invite')}
        >
          <QrCode size={16} strokeWidth={1.75} aria-hidden="true" />
          {formatCode(facts.joinCode)}
        </Button>
      )}
      <Button
        kind="quiet"
        aria-haspopup="dialog"
        aria-label={desk.you.button(you.name)}
        onClick={() => setOpen('you')}
      >
        <span className={styles.you}>{you.name}</span>
        {!leads && <Ellipsis size={18} strokeWidth={2} aria-hidden="true" />}
      </Button>
      {leads && (
        <Button
          kind="quiet"
          icon
          aria-haspopup="dialog"
          aria-label={lead.more}
          onClick={() => setOpen('room')}
        >
          <Ellipsis size={18} strokeWidth={2} aria-hidden="true" />
        </Button>
      )}
      <Suspense>
        {open === 'you' && <YouSheet onClose={() => setOpen(null)} />}
        {open === 'invite' && <InviteSheet onClose={() => setOpen(null)} />}
        {open === 'room' && <RoomSheet onClose={() => setOpen(null)} />}
      </Suspense>
    </header>
  )
}
