import { useEffect, useState } from 'react'
import { Link, useRoute } from 'wouter'
import { Button } from '../look/Button.tsx'
import { Mark } from '../look/Mark.tsx'
import { fetchReport } from '../session/api.ts'
import { keptSession } from '../session/keepsake.ts'
import { useView } from '../sync/hooks.ts'
import { link } from '../words/link.ts'
import { report as words } from '../words/report.ts'
import { BoardView } from './BoardView.tsx'
import { Document } from './Document.tsx'
import { Downloads } from './Downloads.tsx'
import type { ReportView } from './report-schema.ts'
import { readReport } from './report-schema.ts'
import styles from './ReportPage.module.css'

type Loading =
  { is: 'loading' } | { is: 'failed'; message: string } | { is: 'ready'; report: ReportView }

/** What a session came to: the document that the server writes, or its board to look at. */
export default function ReportPage() {
  const { sessionId, facts } = useView()
  const [onBoard] = useRoute('/s/:sessionId/board')
  const [tries, setTries] = useState(0)
  const closed = facts.status === 'closed'
  const board = onBoard && closed
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <a href="/" aria-label={words.home} className={styles.home}>
          <Mark size={28} />
        </a>
        <p className={styles.session} dir="auto">
          {facts.title}
        </p>
        {closed ? (
          <nav className={styles.views} aria-label={words.views}>
            <View href={`/s/${sessionId}/board`} on={board}>
              {words.board}
            </View>
            <View href={`/s/${sessionId}/report`} on={!board}>
              {words.report}
            </View>
          </nav>
        ) : (
          <Link className="button button-line" href={`/s/${sessionId}`}>
            {words.back}
          </Link>
        )}
      </header>
      {board ? (
        <BoardView />
      ) : (
        // A session that was closed or reopened meanwhile has another report.
        <Loaded
          key={`${facts.status} ${tries}`}
          sessionId={sessionId}
          onAgain={() => setTries(tries + 1)}
        />
      )}
    </div>
  )
}

function View({ href, on, children }: { href: string; on: boolean; children: string }) {
  return (
    <Link className={styles.view} href={href} aria-current={on ? 'page' : undefined}>
      {children}
    </Link>
  )
}

function Loaded({ sessionId, onAgain }: { sessionId: string; onAgain: () => void }) {
  const [loading, setLoading] = useState<Loading>({ is: 'loading' })
  useEffect(() => {
    let stopped = false
    void load(sessionId).then((result) => {
      if (!stopped) setLoading(result)
    })
    return () => {
      stopped = true
    }
  }, [sessionId])
  if (loading.is === 'ready')
    return (
      <div className={styles.columns}>
        <Document report={loading.report} />
        <aside className={styles.side}>
          <Downloads sessionId={sessionId} title={loading.report.title} />
        </aside>
      </div>
    )
  return (
    <main className={styles.waiting}>
      <output>{loading.is === 'loading' ? words.loading : loading.message}</output>
      {loading.is === 'failed' && <Button onClick={onAgain}>{words.again}</Button>}
    </main>
  )
}

async function load(sessionId: string): Promise<Loading> {
  const token = keptSession(sessionId)?.token
  if (token === undefined) return { is: 'failed', message: words.noSeat }
  const fetched = await fetchReport(sessionId, token, 'report.json')
  if (fetched.is === 'problem') return { is: 'failed', message: fetched.message }
  const report = await readReport(fetched.file)
  return report === null
    ? { is: 'failed', message: link.problem.unreadable }
    : { is: 'ready', report }
}
