import { useEffect, useState } from 'react'
import { CopyPlus, FileText, Pause, X } from 'lucide-react'
import type { Format } from '@plenary/shared/format'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { lookUp } from '../session/api.ts'
import type { Kept } from '../session/keepsake.ts'
import { forgetSession, keptSessions } from '../session/keepsake.ts'
import { dropUnkept } from './drop-unkept.ts'
import { dayOf } from '../setup/time.ts'
import { again } from '../words/again.ts'
import { entrance } from '../words/entrance.ts'
import { FormatPicture } from './FormatPicture.tsx'
import page from './Entrance.module.css'
import styles from './Recent.module.css'

const words = entrance.recent
const SHOWN = 5

/** What the server says about a session. */
type Told =
  | { is: 'asking' }
  | { is: 'here'; status: string; formatId: string; title: string }
  | { is: 'gone' }
  /** It could not be asked. */
  | { is: 'unknown' }

/** Sessions this device has a seat in, with where each of them stands. */
export function Recent({ formats }: { formats: readonly Format[] }) {
  const [kept, setKept] = useState(keptSessions)
  useEffect(dropUnkept, [])
  return (
    <section className={styles.recents}>
      <h2 className={styles.heading}>{words.title}</h2>
      {kept.length === 0 ? (
        <p className={page.hint}>{words.none}</p>
      ) : (
        <ul className={`${page.panel} ${styles.recent}`}>
          {kept.slice(0, SHOWN).map((session) => (
            <Session
              key={session.sessionId}
              session={session}
              formats={formats}
              onForget={() => {
                forgetSession(session.sessionId)
                dropUnkept()
                setKept(keptSessions())
              }}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface SessionProps {
  session: Kept
  formats: readonly Format[]
  onForget: () => void
}

function Session({ session, formats, onForget }: SessionProps) {
  const { sessionId } = session
  const [told, setTold] = useState<Told>({ is: 'asking' })
  useEffect(() => {
    let wanted = true
    void lookUp(sessionId).then((answer) => {
      if (!wanted) return
      if (answer.is === 'ok') {
        const { status, formatId, title } = answer
        setTold({ is: 'here', status, formatId, title })
      } else setTold({ is: answer.code === 'no-such-session' ? 'gone' : 'unknown' })
    })
    return () => {
      wanted = false
    }
  }, [sessionId])
  const title = (told.is === 'here' ? told.title : session.title) ?? words.untitled
  const format = formats.find((one) => told.is === 'here' && one.id === told.formatId)
  const day = dayOf(session.at)
  return (
    <li className={styles.session}>
      <span className={styles.thumb} aria-hidden="true">
        {format !== undefined && <FormatPicture format={format} />}
      </span>
      <span className={styles.sessionName}>
        <b>{title}</b>
        <span className={page.hint}>
          {[format?.title, told.is === 'gone' ? words.gone : day].filter(Boolean).join(', ')}
        </span>
      </span>
      {told.is !== 'gone' && <Way session={session} told={told} title={title} />}
      {told.is === 'here' && session.role === 'facilitator' && (
        <Link
          className="button button-quiet button-icon"
          href={`/s/${sessionId}/again`}
          aria-label={again.wayOf(title)}
          title={again.way}
        >
          <CopyPlus size={17} strokeWidth={1.75} aria-hidden="true" />
        </Link>
      )}
      <Button kind="quiet" icon aria-label={words.forget(title)} onClick={onForget}>
        <X size={17} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </li>
  )
}

/** The way into a session, in the words of where it stands. */
function Way({ session, told, title }: { session: Kept; told: Told; title: string }) {
  const to = `/s/${session.sessionId}`
  const status = told.is === 'here' ? told.status : null
  const leads = session.role === 'facilitator'
  const [kind, say] =
    status === 'closed'
      ? (['soft', words.report] as const)
      : status === 'paused'
        ? (['line', words.paused] as const)
        : status === 'running'
          ? (['primary', words.goIn] as const)
          : status === 'setup'
            ? (['line', words.setup] as const)
            : status === 'lobby'
              ? (['primary', leads ? words.lobby : words.goIn] as const)
              : (['line', words.open] as const)
  return (
    <Link
      className={`button button-${kind}`}
      href={status === 'closed' ? `${to}/report` : to}
      aria-label={`${say}: ${title}`}
    >
      {status === 'closed' && <FileText size={16} strokeWidth={1.75} aria-hidden="true" />}
      {status === 'paused' && <Pause size={16} strokeWidth={1.75} aria-hidden="true" />}
      {say}
    </Link>
  )
}
