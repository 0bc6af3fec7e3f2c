import { useCallback, useEffect, useState } from 'react'
import { Link, useRoute } from 'wouter'
import { readBroughtBack } from '@plenary/shared/history-point'
import { Button } from '../look/Button.tsx'
import { ahead } from '../look/later.ts'
import { loadLinkBanner } from '../look/lost-part.ts'
import { Mark } from '../look/Mark.tsx'
import { SavedMark } from '../look/SavedMark.tsx'
import { Toast } from '../look/Toast.tsx'
import { useMedia } from '../look/useMedia.ts'
import { useQuestionFocus } from '../look/useQuestionFocus.ts'
import { WhenLost } from '../look/WhenLost.tsx'
import { useThisSeat } from '../session/this-seat.ts'
import { useLink, useView } from '../sync/hooks.ts'
import { loadSafeWords } from '../sync/safe-part.ts'
import { common } from '../words/common.ts'
import { past as words } from '../words/past.ts'
import { fetchPast, fetchPoints } from './fetch-past.ts'
import { Moments } from './Moments.tsx'
import { momentTime } from './name.ts'
import { PastView } from './PastView.tsx'
import { useFetched } from './useFetched.ts'
import styles from './HistoryPage.module.css'

/** Looking back: the moments that were kept, and the board as it was at one of them. On a phone one after the other. */
export default function HistoryPage() {
  const { sessionId, facts } = useView()
  const [, route] = useRoute('/s/:sessionId/history/:point')
  const chosen = route?.point ?? null
  const { token } = useThisSeat()
  const [tries, setTries] = useState(0)
  const wide = useMedia('(min-width: 700px)')
  const again = useCallback(() => setTries((n) => n + 1), [])
  useEffect(() => {
    ahead(loadLinkBanner)
    ahead(loadSafeWords)
  }, [])
  // Of a moment that somebody else names nobody is told.
  useEffect(() => {
    addEventListener('focus', again)
    return () => removeEventListener('focus', again)
  }, [again])
  const link = useLink()
  // A phase that ends, and going back, each bring a new moment; while the connection was away there may have been any.
  const news = `${tries} ${link.is} ${facts.phase?.since} ${facts.status} ${readBroughtBack(facts.broughtBack)?.at}`
  const points = useFetched(() => fetchPoints(sessionId, token), sessionId, news)
  useQuestionFocus(chosen)
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <a href="/" aria-label={common.product} className={styles.home}>
          <Mark size={28} />
        </a>
        <div className={styles.titles}>
          <p className={styles.session} dir="auto">
            {facts.title}
          </p>
          <p className={styles.under}>
            {words.title} <SavedMark />
          </p>
        </div>
        <Link className="button button-line" href={`/s/${sessionId}`}>
          {words.back}
        </Link>
      </header>
      <WhenLost />
      <div className={styles.columns}>
        {(wide || chosen === null) && (
          <nav className={styles.side} aria-label={words.moments}>
            {points.is === 'ok' ? (
              <Moments points={points.value} chosen={chosen} onKept={again} />
            ) : (
              <Failing fetched={points} onAgain={again} />
            )}
          </nav>
        )}
        <main className={styles.main}>
          {chosen === null ? (
            <h1 tabIndex={-1} className={wide ? styles.choose : 'unseen'}>
              {words.choose}
            </h1>
          ) : (
            <>
              {!wide && (
                <Link className="button button-quiet" href={`/s/${sessionId}/history`}>
                  {words.all}
                </Link>
              )}
              <Chosen key={chosen} point={chosen} />
            </>
          )}
        </main>
      </div>
      <Toast />
    </div>
  )
}

function Chosen({ point }: { point: string }) {
  const { sessionId, you } = useView()
  const { token } = useThisSeat()
  const [tries, setTries] = useState(0)
  // Whoever leads sees more.
  const past = useFetched(() => fetchPast(sessionId, token, point), point, `${tries} ${you.role}`)
  useQuestionFocus(past.is)
  return (
    <>
      {/* At a desk the focus stays in the list. */}
      <output className="unseen">
        {past.is === 'ok' && words.asItWas(momentTime(past.value.point.at))}
      </output>
      {past.is === 'ok' ? (
        <PastView past={past.value} />
      ) : (
        <Failing fetched={past} onAgain={() => setTries(tries + 1)} />
      )}
    </>
  )
}

interface FailingProps {
  fetched: { is: 'loading' } | { is: 'problem'; message: string }
  onAgain: () => void
}

function Failing({ fetched, onAgain }: FailingProps) {
  return (
    <div className={styles.failing}>
      <output>{fetched.is === 'problem' ? fetched.message : words.loading}</output>
      {fetched.is === 'problem' && <Button onClick={onAgain}>{words.again}</Button>}
    </div>
  )
}
