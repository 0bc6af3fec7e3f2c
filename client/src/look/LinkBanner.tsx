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

/** As an interruption, when there is a pause, or only to whoever goes there. */
type How = 'alert' | 'polite' | 'quiet'

/**
 * How a message is told: the first of a loss interrupts, once; another reason waits its turn, and nobody is read the same
 * sentence again for the number in it. `reason` null: it is told of none.
 */
function useHow(message: string, reason: string | null): How {
  const { is } = useLink()
  const [told, setTold] = useState<{ message: string; reason: string; how: How } | null>(null)
  if (is === 'live' && told !== null) setTold(null)
  if (reason !== null && told?.message !== message) {
    const how = told === null ? 'alert' : told.reason === reason ? 'quiet' : 'polite'
    setTold({ message, reason, how })
  }
  return reason === null ? 'polite' : (told?.how ?? 'alert')
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
  const told = useRef<{ waiting: number; last: number } | null>(null)
  useEffect(() => {
    if (link.is === 'lost' && stage !== 'no')
      told.current = { waiting, last: client.notices().at(-1)?.id ?? 0 }
    else if (told.current !== null && link.is === 'live' && link.waiting === 0) {
      const { last } = told.current
      const notices = client.notices()
      const isAllTaken = !notices.some((one) => one.is === 'refused' && one.id > last)
      // In the place of one that can be undone nothing is worth to stand.
      if (notices.every(({ undo }) => undo === undefined))
        client.notify({ is: 'info', message: words.back(isAllTaken ? told.current.waiting : 0) })
      told.current = null
    }
  }, [client, link, stage, waiting])
  const shows = (link.is === 'lost' || isNew) && stage !== 'no'
  const isSlim = stage === 'slim'
  const message = isSlim
    ? words.reconnecting(kept)
    : isNew
      ? words.keptOut(why)
      : words.unsaved(why, waiting, kept)
  const how = useHow(message, shows && !isSlim ? `${link.is} ${why} ${kept}` : null)
  const long = stage === 'long'
  return (
    <div className={shows ? styles.banner : ''} data-lost={stage}>
      <Said how={how}>
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
      <Said how={why === 'offline' ? 'polite' : how}>
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
function Said({ how, children }: { how: How; children: ReactNode }) {
  return (
    <>
      <output>{how === 'polite' && children}</output>
      {how === 'alert' && <div role="alert">{children}</div>}
      {how === 'quiet' && <div>{children}</div>}
    </>
  )
}
