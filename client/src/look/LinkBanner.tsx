import { useEffect, useRef, useState } from 'react'
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
  return (
    <div className={shows ? styles.banner : ''} data-lost={stage}>
      <output>
        {shows && (
          <span>
            {stage === 'slim' ? (
              <i aria-hidden="true" />
            ) : (
              <Picture size={17} strokeWidth={1.75} aria-hidden="true" />
            )}
            {stage === 'slim'
              ? words.reconnecting
              : isNew
                ? words.keptOut(why)
                : words.unsaved(why, waiting, kept)}
          </span>
        )}
      </output>
      {shows && <LostWays why={why} long={stage === 'long'} />}
    </div>
  )
}
