import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { lookUp } from '../session/api.ts'
import type { Found } from '../session/api.ts'
import { entrance } from '../words/entrance.ts'
import { Brand } from './Brand.tsx'
import { DeviceDoor } from './DeviceDoor.tsx'
import { JoinByCode } from './JoinByCode.tsx'
import { JoinForm } from './JoinForm.tsx'
import styles from './Entrance.module.css'

const words = entrance.join

export interface JoinProps {
  sessionId: string | null
  /** Nine digits, from the link. */
  code: string | null
  /** The secret of a host link, or of a link to one's own seat. */
  linkKey: string | null
  onJoined: (sessionId: string) => void
}

type Looking =
  { is: 'looking' } | { is: 'found'; session: Found } | { is: 'problem'; message: string }

/** Joining: a name, and in. */
export default function Join(props: JoinProps) {
  const [tries, setTries] = useState(0)
  const key = `${props.sessionId ?? props.code ?? ''} ${tries}`
  return <LookedUp key={key} {...props} onAgain={() => setTries(tries + 1)} />
}

function LookedUp({
  sessionId,
  code,
  linkKey,
  onJoined,
  onAgain,
}: JoinProps & { onAgain: () => void }) {
  const wanted = sessionId ?? code
  const [looking, setLooking] = useState<Looking>({ is: 'looking' })
  useEffect(() => {
    if (wanted === null) return
    let current = true
    void lookUp(wanted).then((answer) => {
      if (!current) return
      if (answer.is === 'ok') setLooking({ is: 'found', session: answer })
      else if (answer.code !== 'no-such-session')
        setLooking({ is: 'problem', message: answer.message })
      else setLooking({ is: 'problem', message: sessionId === null ? words.noCode : words.gone })
    })
    return () => {
      current = false
    }
  }, [sessionId, wanted])
  return (
    <div className={styles.page}>
      <header>
        <Brand />
      </header>
      <main className={styles.join}>
        {wanted === null ? (
          <>
            <h1 className="unseen">{entrance.home.joinTitle}</h1>
            <JoinByCode />
          </>
        ) : looking.is === 'looking' ? (
          <output className={styles.muted}>{words.looking}</output>
        ) : looking.is === 'problem' ? (
          <>
            <h1 className={`voice ${styles.title}`}>{looking.message}</h1>
            <JoinByCode />
          </>
        ) : linkKey !== null && location.pathname.endsWith('/device') ? (
          <DeviceDoor session={looking.session} deviceKey={linkKey} onJoined={onJoined} />
        ) : (
          <Inside
            session={looking.session}
            hostKey={linkKey}
            onJoined={onJoined}
            onAgain={onAgain}
          />
        )}
        <Link className="button button-quiet" href="/">
          {words.home}
        </Link>
      </main>
    </div>
  )
}

interface InsideProps {
  session: Found
  hostKey: string | null
  onJoined: (sessionId: string) => void
  onAgain: () => void
}

function Inside({ session, hostKey, onJoined, onAgain }: InsideProps) {
  const takes = session.status === 'lobby' || session.status === 'running'
  if (hostKey === null && !takes) {
    const closed = session.status === 'closed'
    return (
      <>
        <h1 className={`voice ${styles.title}`}>{closed ? words.closed : words.setup}</h1>
        <p className={styles.muted}>
          {closed ? words.closedBody : words.setupBody(session.facilitator)}
        </p>
        {!closed && (
          <button type="button" className="button button-line button-large" onClick={onAgain}>
            {entrance.home.again}
          </button>
        )}
      </>
    )
  }
  return <JoinForm session={session} hostKey={hostKey} onJoined={onJoined} />
}
