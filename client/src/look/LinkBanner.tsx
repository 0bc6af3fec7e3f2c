import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { CloudOff, WifiOff } from 'lucide-react'
import { useClient, useLink } from '../sync/hooks.ts'
import { lost as words } from '../words/lost.ts'
import styles from './LinkBanner.module.css'
import { LostWays } from './LostWays.tsx'

/** Without a connection for so long a person is told; and for so long, told that they are offline. Milliseconds. */
const TELL_AFTER = 2_000
const OFFLINE_AFTER = 10_000
/** After this long it is the server, as far as anybody here can tell. Milliseconds. */
const NO_ANSWER_AFTER = 30_000

/** What is told of each, beside that nothing is saved. */
const TOLD = { offline: 'noAnswer', away: 'away', pages: 'pages', 'read-only': 'readOnly' } as const

type Stage = 'no' | 'slim' | 'offline' | 'long'

/**
 * How long nothing has been saved: not long enough to speak of, slim, offline, or too long to go on waiting. A server
 * that says why needs no guessing, nor one that does not let the page in.
 */
function useStage(): Stage {
  const link = useLink()
  const isKeptOut = link.is === 'connecting' && link.why !== 'offline'
  const since = link.is === 'lost' ? link.since : null
  const isTold = link.is === 'lost' && link.why !== 'offline'
  const [stage, setStage] = useState<Stage>('no')
  useEffect(() => {
    if (since === null) return
    const at = (after: number, is: Stage) =>
      setTimeout(() => setStage(is), Math.max(0, since + after - Date.now()))
    const timers = [
      at(isTold ? 0 : TELL_AFTER, isTold ? 'offline' : 'slim'),
      at(OFFLINE_AFTER, 'offline'),
      at(NO_ANSWER_AFTER, 'long'),
    ]
    return () => {
      timers.forEach(clearTimeout)
      setStage('no')
    }
  }, [since, isTold])
  return isKeptOut ? 'offline' : stage
}

/** Says what becomes of one's words while they are not saved, and that they are once it is over. */
export default function LinkBanner() {
  const client = useClient()
  const link = useLink()
  const stage = useStage()
  const waiting = link.is === 'lost' ? link.waiting : 0
  const isNew = link.is === 'connecting'
  const why = link.is === 'lost' || isNew ? link.why : 'offline'
  const kept = link.is !== 'lost' || link.kept
  const Picture = why === 'offline' ? WifiOff : CloudOff
  const told = useRef<number | null>(null)
  useEffect(() => {
    if (link.is === 'lost' && stage !== 'no') told.current = waiting
    else if (told.current !== null && link.is === 'live' && link.waiting === 0) {
      client.notify({ is: 'info', message: words.back(told.current) })
      told.current = null
    }
  }, [client, link, stage, waiting])
  const shows = (link.is === 'lost' || isNew) && stage !== 'no'
  const isSlim = stage === 'slim'
  const message = isSlim
    ? words.reconnecting
    : isNew
      ? words.keptOut(why)
      : words.unsaved(why, waiting, kept)
  const [alerted, setAlerted] = useState<string | null>(null)
  if (link.is === 'live' && alerted !== null) setAlerted(null)
  if (shows && !isSlim && alerted === null) setAlerted(message)
  // Whatever is said next about the same loss does not interrupt.
  const isAlert = shows && message === alerted
  const long = stage === 'long'
  return (
    <div className={shows ? styles.banner : ''} data-lost={stage}>
      <Said alert={isAlert}>
        {shows && (
          <span>
            {isSlim ? (
              <i aria-hidden="true" />
            ) : (
              <Picture size={17} strokeWidth={1.75} aria-hidden="true" />
            )}
            {message}
          </span>
        )}
      </Said>
      <Said alert={isAlert && why !== 'offline'}>
        {shows && (long || why !== 'offline') && <p>{words[TOLD[why]]}</p>}
      </Said>
      {shows && <LostWays why={why} long={long} />}
    </div>
  )
}

/**
 * What is told of as soon as there is something: politely, in a region that has been there before, or as an alert, which
 * is heard also where it comes with its words.
 */
function Said({ alert, children }: { alert: boolean; children: ReactNode }) {
  return (
    <>
      <output>{!alert && children}</output>
      {alert && <div role="alert">{children}</div>}
    </>
  )
}
