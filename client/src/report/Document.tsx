import { CalendarDays, CircleCheck, EyeOff, UserPlus, Users } from 'lucide-react'
import { report as words } from '../words/report.ts'
import { locale } from '../words/figure.ts'
import { Part } from './Part.tsx'
import { Estimates, Votes } from './Results.tsx'
import { Said } from './Said.tsx'
import type { ReportView } from './report-schema.ts'
import styles from './Document.module.css'

/** Decisions first, actions second; then what led to them. */
export function Document({ report }: { report: ReportView }) {
  return (
    <main className={styles.document}>
      <h1 className={styles.title} dir="auto">
        {report.title}
      </h1>
      <Facts report={report} />
      {report.question !== '' && <p className={`voice ${styles.question}`}>{report.question}</p>}
      {report.decisions.length > 0 && (
        <Part title={words.decisions}>
          <ul className={styles.list}>
            {report.decisions.map((decision) => (
              <li key={decision.id} className={styles.decision}>
                <CircleCheck size={19} strokeWidth={1.75} aria-hidden="true" />
                <span>
                  <bdi>{decision.text}</bdi>
                  {decision.topic !== null && (
                    <span className={styles.on}> {words.decidedOn(decision.topic)}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={words.actions}>
        <Actions report={report} />
      </Part>
      <Estimates report={report} />
      <Votes report={report} />
      {report.queue.length > 0 && (
        <Part title={words.topics}>
          <ol className={styles.list}>
            {report.queue.map((topic) => (
              <li key={topic.id} className={styles.topic}>
                <span>{topic.text ?? words.goneTopic}</span>
                <span className="figures">
                  {topic.is === 'waiting' || topic.used === null
                    ? words.topicPlanned(words.topicIs[topic.is], topic.minutes)
                    : words.topicUsed(topic.used, topic.minutes)}
                </span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Said report={report} />
      {report.notes.length > 0 && (
        <Part title={words.notes}>
          <Notes notes={report.notes} />
        </Part>
      )}
      {report.parkingLot.length > 0 && (
        <Part title={words.parking}>
          <Notes notes={report.parkingLot} />
        </Part>
      )}
      <CheckIn report={report} />
      <Part title={words.ran}>
        <Ran report={report} />
      </Part>
    </main>
  )
}

function Facts({ report }: { report: ReportView }) {
  const led = report.people.filter((person) => person.role === 'facilitator')
  const here = report.people.filter((person) => person.role !== 'observer')
  const names = led.map((person) => person.name).join(', ')
  return (
    <ul className={styles.facts}>
      <li>
        <CalendarDays size={16} strokeWidth={1.75} aria-hidden="true" />
        {dayOf(report.createdAt)}
      </li>
      <li>
        <Users size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.people(here.length)}
        {names !== '' && `, ${words.ledBy(names)}`}
      </li>
      <li>
        <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.authorship[report.authorship]}
      </li>
    </ul>
  )
}

function Actions({ report }: { report: ReportView }) {
  if (report.actions.length === 0) return <p className={styles.quiet}>{words.noActions}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.ticket}</th>
        </tr>
      </thead>
      <tbody>
        {report.actions.map((action) => (
          <tr key={action.id}>
            <td data-label={words.what}>{action.what}</td>
            <td data-label={words.who}>
              {action.owner ?? (
                <span className={styles.missing}>
                  <UserPlus size={16} strokeWidth={1.75} aria-hidden="true" />
                  {words.noOwner}
                </span>
              )}
            </td>
            <td data-label={words.due}>{action.due ?? '–'}</td>
            <td data-label={words.ticket} className={styles.id}>
              {action.ticket ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Notes({ notes }: { notes: ReportView['notes'] }) {
  return (
    <ul className={styles.bullets}>
      {notes.map((note) => (
        <li key={note.id} dir="auto">
          {note.text}
          {note.by !== null && <span className={styles.quiet}>, {note.by}</span>}
        </li>
      ))}
    </ul>
  )
}

function CheckIn({ report }: { report: ReportView }) {
  if (report.checkIns === '' && report.notesBy === null) return null
  return (
    <Part title={words.checkIn}>
      <p className={`voice ${styles.question}`}>{words.checkInQuestion}</p>
      {report.checkIns !== '' && <p>{report.checkIns}</p>}
      {report.notesBy !== null && <p className={styles.quiet}>{words.sends(report.notesBy)}</p>}
    </Part>
  )
}

function Ran({ report }: { report: ReportView }) {
  return (
    <ol className={styles.list}>
      {report.agenda.map((step) => (
        <li key={step.id} className={styles.topic}>
          <span>{step.title}</span>
          <span className="figures">
            {step.skipped
              ? words.skipped
              : `${words.planned} ${words.minutes(step.planned)}, ${words.used.toLowerCase()} ${words.minutes(Math.round(step.used))}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

function dayOf(time: number): string {
  return new Date(time).toLocaleString(locale(), { dateStyle: 'full', timeStyle: 'short' })
}
