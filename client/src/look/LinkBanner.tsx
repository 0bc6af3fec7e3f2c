import { Suspense, useEffect, useRef, useState } from 'react'
import { WifiOff } from 'lucide-react'
import { useClient, useLink } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import styles from './LinkBanner.module.css'
import { LostWays } from './lost-part.ts'

/** Without a connection for so long a person is told; and for so long, told that they are offline. Milliseconds. */
const TELL_AFTER = 2_000
const OFFLINE_AFTER = 10_000
/** After this long it is the server, as far as anybody here can tell. Milliseconds. */
const NO_ANSWER_AFTER = 30_000

type Lost = 'no' | 'slim' | 'offline' | 'long'

/** How long the connection has been lost: not long enough to speak of, slim, offline, or too long to go on waiting. */
function useLost(): Lost {
  const link = useLink()
  const since = link.is === 'lost' ? link.since : null
  const [lost, setLost] = useState<Lost>('no')
  useEffect(() => {
    if (since === null) return
    const at = (after: number, is: Lost) =>
      setTimeout(() => setLost(is), Math.max(0, since + after - Date.now()))
    const timers = [
      at(TELL_AFTER, 'slim'),
      at(OFFLINE_AFTER, 'offline'),
      at(NO_ANSWER_AFTER, 'long'),
    ]
    return () => {
      timers.forEach(clearTimeout)
      setLost('no')
    }
  }, [since])
  return lost
}

/** Nothing while all is well; says what happens to one's words while the server cannot be reached. */
export function LinkBanner() {
  const client = useClient()
  const link = useLink()
  const lost = useLost()
  const waiting = link.is === 'lost' ? link.waiting : 0
  const told = useRef<number | null>(null)
  useEffect(() => {
    if (link.is === 'lost' && lost !== 'no') told.current = waiting
    else if (told.current !== null && link.is === 'live') {
      client.notify({ is: 'info', message: common.back(told.current) })
      told.current = null
    }
  }, [client, link.is, lost, waiting])
  const shows = link.is === 'lost' && lost !== 'no'
  return (
    <div className={shows ? styles.banner : ''} data-lost={lost}>
      <output>
        {shows && (
          <span>
            {lost === 'slim' ? (
              <i aria-hidden="true" />
            ) : (
              <WifiOff size={17} strokeWidth={1.75} aria-hidden="true" />
            )}
            {lost === 'slim' ? common.reconnecting : common.offline(waiting)}
          </span>
        )}
      </output>
      {shows && (
        <Suspense>
          <LostWays long={lost === 'long'} />
        </Suspense>
      )}
    </div>
  )
}
