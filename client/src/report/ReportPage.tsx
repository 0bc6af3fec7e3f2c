import { useEffect, useMemo, useState } from 'react'
import { Link, useRoute } from 'wouter'
import { Button } from '../look/Button.tsx'
import { sayTime } from '../look/day.ts'
import { ahead } from '../look/later.ts'
import { loadLinkBanner } from '../look/lost-part.ts'
import { Mark } from '../look/Mark.tsx'
import { Toast } from '../look/Toast.tsx'
import { useQuestionFocus } from '../look/useQuestionFocus.ts'
import { WhenLost } from '../look/WhenLost.tsx'
import { fetchReport } from '../session/api.ts'
import { keptSession } from '../session/keepsake.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { loadSafeWords } from '../sync/safe-part.ts'
import { formatTime } from '../words/figure.ts'
import { link } from '../words/link.ts'
import { report as words } from '../words/report.ts'
import { BoardView } from './BoardView.tsx'
import { Document } from './Document.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { NotesCard } from './NotesCard.tsx'
import { Outline, OutlineMenu } from './Outline.tsx'
import { partsOf } from './parts.ts'
import { useMedia } from '../look/useMedia.ts'
import { usePaper } from './paper.ts'
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
  usePaper()
  useEffect(() => {
    ahead(loadLinkBanner)
    ahead(loadSafeWords)
  }, [])
  // A session that was closed or reopened meanwhile has another report.
  const loading = useReport(sessionId, `${facts.status} ${tries}`)
  const board = onBoard && facts.status === 'closed'
  const report = loading.is === 'ready' ? loading.report : null
  useQuestionFocus(`${board} ${report === null}`)
  const beside = useMedia('(min-width: 1100px)')
  const above = useMedia('(min-width: 700px)')
  const room = beside ? 'beside' : above ? 'menu' : 'none'
  const parts = useMemo(() => (report === null ? [] : partsOf(report)), [report])
  return (
    <div className={styles.page}>
      <Top board={board} report={report} />
      <WhenLost />
      {board ? (
        <BoardView />
      ) : report === null ? (
        <main className={styles.waiting}>
          <output>{loading.is === 'failed' ? loading.message : words.loading}</output>
          {loading.is === 'failed' && (
            <Button onClick={() => setTries(tries + 1)}>{words.again}</Button>
          )}
        </main>
      ) : (
        <div className={styles.columns}>
          {room === 'beside' && (
            <div className={styles.outline}>
              <Outline parts={parts} />
            </div>
          )}
          <div className={styles.side}>
            {room === 'menu' && <OutlineMenu parts={parts} />}
            <NotesCard report={report} />
          </div>
          <Document report={report} />
        </div>
      )}
      <Toast />
    </div>
  )
}

function Top({ board, report }: { board: boolean; report: ReportView | null }) {
  const client = useClient()
  const { sessionId, facts, format } = useView()
  const closed = facts.status === 'closed'
  return (
    <header className={styles.top}>
      <a href="/" aria-label={words.home} className={styles.home}>
        <Mark size={28} />
      </a>
      <div className={styles.titles}>
        <p className={styles.session} dir="auto">
          {facts.title}
        </p>
        <p className={styles.under}>
          {words.title(format.title)}
          {facts.closedAt !== null && ` · ${words.closedAt(closedTime(facts.closedAt))}`}
        </p>
      </div>
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
      <div className={styles.export}>
        {report !== null && (
          <ExportMenu
            sessionId={sessionId}
            report={report}
            onFailed={(message) => client.notify({ is: 'info', message })}
          />
        )}
      </div>
    </header>
  )
}

/** Of today the time, else the day. */
function closedTime(at: number): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const on = sayTime(at, day)
  return on === sayTime(Date.now(), day) ? formatTime(at) : on
}

function View({ href, on, children }: { href: string; on: boolean; children: string }) {
  return (
    <Link className={styles.view} href={href} aria-current={on ? 'page' : undefined}>
      {children}
    </Link>
  )
}

/** The report of the server, fetched anew with every `version`; what was shown stays until the new one is there. */
function useReport(sessionId: string, version: string): Loading {
  const [{ loading }, setLoaded] = useState<{ of: string; loading: Loading }>({
    of: '',
    loading: { is: 'loading' },
  })
  useEffect(() => {
    let stopped = false
    void load(sessionId).then((result) => {
      if (!stopped) setLoaded({ of: version, loading: result })
    })
    return () => {
      stopped = true
    }
  }, [sessionId, version])
  return loading
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
