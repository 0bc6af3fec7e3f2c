import { useState } from 'react'
import { CalendarPlus, ClipboardCheck, ClipboardCopy } from 'lucide-react'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { sayDay, today } from '../look/day.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { again } from '../words/again.ts'
import { report as words } from '../words/report.ts'
import type { CalendarDay } from './calendar.ts'
import { loadCalendar } from './calendar-part.ts'
import { copyRich } from './copy-rich.ts'
import { mailOf } from './mail.ts'
import type { ReportView } from './report-schema.ts'
import { saveFile } from '../look/save-file.ts'
import styles from './NotesCard.module.css'

/** What leaves with people: the notes for a mail or chat, and days for their calendars. */
export function NotesCard({ report }: { report: ReportView }) {
  const { facts, sessionId, you } = useView()
  const { checkIns, checkInDates, notesBy } = report
  const next = checkInDates.find((day) => day >= today()) ?? checkInDates.at(-1)
  const when = [checkIns, next === undefined ? '' : sayDay(next, 'long')].filter(
    (one) => one !== '',
  )
  return (
    <aside className={styles.card} aria-label={words.send}>
      {when.length > 0 && (
        <>
          <p className={styles.label}>{words.checkIn}</p>
          <p className={`voice ${styles.question}`}>
            {words.checkInAsk(report.estimates.length > 0)}
          </p>
          <p className={styles.when}>{when.join(', ')}</p>
        </>
      )}
      <CopyNotes report={report} />
      {notesBy !== null && <p className={styles.quiet}>{words.sends(notesBy)}</p>}
      <Calendars report={report} />
      {you.role === 'facilitator' && facts.status === 'closed' && (
        <Link className="button button-quiet" href={`/s/${sessionId}/again`}>
          {again.way}
        </Link>
      )}
    </aside>
  )
}

function CopyNotes({ report }: { report: ReportView }) {
  const [is, setIs] = useState<'rest' | 'copied' | 'by hand'>('rest')
  const mail = mailOf(report)
  const Icon = is === 'copied' ? ClipboardCheck : ClipboardCopy
  return (
    <>
      <Button
        kind={report.notesBy === null ? 'line' : 'primary'}
        className={styles.copy ?? ''}
        onClick={() => void copyRich(mail).then((ok) => setIs(ok ? 'copied' : 'by hand'))}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
        {words.copyNotes}
      </Button>
      <output className={styles.quiet}>{is === 'copied' ? words.copied : words.copyHint}</output>
      {is === 'by hand' && (
        <Sheet title={words.copyNotes} onClose={() => setIs('rest')}>
          <p>{words.copyByHand}</p>
          <textarea
            className={`field ${styles.text}`}
            readOnly
            aria-label={words.copyNotes}
            value={mail.text}
            onFocus={(event) => event.target.select()}
          />
        </Sheet>
      )}
    </>
  )
}

function Calendars({ report }: { report: ReportView }) {
  const client = useClient()
  const { sessionId, you } = useView()
  const [failed, setFailed] = useState(false)
  const checkIns = report.checkInDates.map((day): CalendarDay => ({
    uid: `${sessionId}-check-in-${day}@plenary`,
    title: `${words.checkInAsk(report.estimates.length > 0)} (${report.title})`,
    day,
    text: mailOf(report).text,
  }))
  const mine = report.actions.flatMap(({ id, what, due, status }): CalendarDay[] =>
    due === null || status === 'done' || status === 'dropped' || client.entry(id)?.owner !== you.id
      ? []
      : [
          {
            uid: `${id}@plenary`,
            title: words.actionAsk(what),
            day: due,
            text: report.title,
          },
        ],
  )
  const save = async (days: readonly CalendarDay[], name: string) => {
    const { calendarFile } = await loadCalendar()
    const file = calendarFile(days)
    setFailed(file === null)
    if (file !== null) saveFile(new Blob([file], { type: 'text/calendar' }), name)
  }
  if (checkIns.length === 0 && mine.length === 0) return null
  return (
    <div className={styles.calendars}>
      {checkIns.length > 0 && (
        <Button kind="quiet" onClick={() => void save(checkIns, 'check-ins.ics')}>
          <CalendarPlus size={16} strokeWidth={1.75} aria-hidden="true" />
          {words.calendarCheckIns(checkIns.length)}
        </Button>
      )}
      {mine.length > 0 && (
        <Button kind="quiet" onClick={() => void save(mine, 'my-actions.ics')}>
          <CalendarPlus size={16} strokeWidth={1.75} aria-hidden="true" />
          {words.calendarActions(mine.length)}
        </Button>
      )}
      <output className={styles.quiet}>{failed && words.calendarFailed}</output>
    </div>
  )
}
