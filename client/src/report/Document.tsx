import { CalendarDays, CircleCheck, EyeOff, UserRound, Users } from 'lucide-react'
import { sayDay, sayTime } from '../look/day.ts'
import { formatTime } from '../words/figure.ts'
import { report as words } from '../words/report.ts'
import { ActionsPart } from './ActionsPart.tsx'
import { DocumentPart } from './DocumentPart.tsx'
import { Estimates, Polls, Votes } from './Results.tsx'
import { Said } from './Said.tsx'
import { cardsOf, meetsAgain } from './parts.ts'
import type { ReportView } from './report-schema.ts'
import styles from './Document.module.css'

/** Decisions first, actions second; then what led to them. */
export function Document({ report }: { report: ReportView }) {
  return (
    <main className={styles.document}>
      <h1 id="summary" tabIndex={-1} className={styles.title} dir="auto">
        {report.title}
      </h1>
      <Facts report={report} />
      <p className={styles.summary}>{summaryOf(report)}</p>
      {report.question !== '' && <p className={`voice ${styles.question}`}>{report.question}</p>}
      {report.decisions.length > 0 && (
        <DocumentPart id="decisions" title={words.decisions}>
          <ul className={styles.list}>
            {report.decisions.map((decision) => (
              <li key={decision.id} className={styles.decision}>
                <CircleCheck size={19} strokeWidth={1.75} aria-hidden="true" />
                <span>
                  <bdi>{decision.text}</bdi>
                  {decision.topic !== null && (
                    <span className={styles.about}>{words.decidedOn(decision.topic)}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </DocumentPart>
      )}
      <DocumentPart id="actions" title={words.actions}>
        <ActionsPart actions={report.actions} />
      </DocumentPart>
      <Estimates report={report} />
      <Polls report={report} />
      <Votes report={report} />
      {report.queue.length > 0 && (
        <DocumentPart id="topics" title={words.topics}>
          <Topics report={report} />
        </DocumentPart>
      )}
      <Said report={report} />
      {report.notes.length > 0 && (
        <DocumentPart id="notes" title={words.notes}>
          <Notes notes={report.notes} />
        </DocumentPart>
      )}
      {report.parkingLot.length > 0 && (
        <DocumentPart id="parking" title={words.parking}>
          <Notes notes={report.parkingLot} />
        </DocumentPart>
      )}
      {meetsAgain(report) && (
        <DocumentPart id="check-in" title={words.checkIn}>
          <CheckIn report={report} />
        </DocumentPart>
      )}
      <DocumentPart id="ran" title={words.ran}>
        <Ran report={report} />
      </DocumentPart>
    </main>
  )
}

function Facts({ report }: { report: ReportView }) {
  const led = report.people.filter((person) => person.role === 'facilitator')
  const here = report.people.filter((person) => person.role !== 'observer')
  const names = led.map((person) => person.name).join(', ')
  const Sign = report.anonymous ? EyeOff : UserRound
  return (
    <ul className={styles.facts}>
      <li>
        <CalendarDays size={16} strokeWidth={1.75} aria-hidden="true" />
        {whenOf(report)}
      </li>
      <li>
        <Users size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.people(here.length)}
        {names !== '' && `, ${words.ledBy(names)}`}
      </li>
      <li>
        <Sign size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.authorship[report.authorship]}
      </li>
    </ul>
  )
}

/** The day, and from when to when. */
function whenOf({ createdAt, closedAt }: ReportView): string {
  const day = (ms: number) => sayTime(ms, { weekday: 'long', day: 'numeric', month: 'long' })
  const from = `${day(createdAt)}, ${formatTime(createdAt)}`
  if (closedAt === null) return from
  const sameDay = day(createdAt) === day(closedAt)
  return words.fromTo(
    from,
    sameDay ? formatTime(closedAt) : `${day(closedAt)}, ${formatTime(closedAt)}`,
  )
}

/** What it came to, in a sentence or three. */
function summaryOf({ sections, actions, estimates, votes, setAside }: ReportView): string {
  const cards = sections.flatMap(cardsOf).length
  const lanes = sections.flatMap((section) => section.lanes).length
  const first = estimates.find((round) => round.rows[0]?.rank === 1)?.rows
  const top = first?.filter((row) => row.rank === 1).map((row) => row.lane)
  const voted = votes.find((round) => (round.rows[0]?.dots ?? 0) > 0)?.rows
  const most = voted?.filter((row) => row.rank === 1).map((row) => row.text)
  return [
    words.counts(cards, lanes, actions.length),
    ...(top === undefined ? [] : [words.highest(top)]),
    ...(top !== undefined || most === undefined ? [] : [words.mostDots(most)]),
    ...(setAside === 0 ? [] : [words.setAside(setAside)]),
  ].join(' ')
}

function Topics({ report }: { report: ReportView }) {
  return (
    <ol className={styles.list}>
      {report.queue.map((topic) => (
        <li key={topic.id} className={styles.topic}>
          <bdi>{topic.text ?? words.goneTopic}</bdi>
          <span className={`figures ${styles.kept}`}>
            {topic.is === 'waiting' || topic.used === null
              ? words.topicPlanned(words.topicIs[topic.is], topic.minutes)
              : words.topicUsed(topic.used, topic.minutes)}
          </span>
        </li>
      ))}
    </ol>
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

/** When the worries are looked at again, and who sends the notes; on paper too. */
function CheckIn({ report }: { report: ReportView }) {
  const { checkIns, checkInDates, notesBy, estimates } = report
  const when = [checkIns, ...checkInDates.map((day) => sayDay(day, 'long'))].filter(
    (one) => one !== '',
  )
  return (
    <>
      {when.length > 0 && (
        <>
          <p className={`voice ${styles.question}`}>{words.checkInAsk(estimates.length > 0)}</p>
          <p>{when.join(', ')}</p>
        </>
      )}
      {notesBy !== null && <p className={styles.quiet}>{words.sends(notesBy)}</p>}
    </>
  )
}

function Ran({ report }: { report: ReportView }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.phase}</th>
          <th scope="col" className={styles.number}>
            {words.planned}
          </th>
          <th scope="col" className={styles.number}>
            {words.used}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.agenda.map((step) => (
          <tr key={step.id}>
            <th scope="row" data-label={words.phase}>
              {step.title}
            </th>
            <td data-label={words.planned} className={`figures ${styles.number}`}>
              {words.minutes(step.planned)}
            </td>
            <td data-label={words.used} className={`figures ${styles.number}`}>
              {step.skipped ? words.skipped : words.minutes(Math.round(step.used))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
