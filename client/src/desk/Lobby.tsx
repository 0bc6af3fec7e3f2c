import { EyeOff, UserRound } from 'lucide-react'
import { Avatar } from '../look/Avatar.tsx'
import { formatCode } from '../look/clock.ts'
import { QrCode } from '../look/QrCode.tsx'
import { leadName, peopleIn } from '../look/room.ts'
import { joinLink } from '../phone/invite.ts'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import { NextButton } from './NextButton.tsx'
import { agendaOf, totalMinutes } from '../look/agenda.ts'
import { seatsFor } from './seats.ts'
import styles from './Lobby.module.css'
import panel from './Panel.module.css'

const words = desk.lobby
/** Above this many seats only rings with initials; above the next, a count. */
const NAMED = 16
const DRAWN = 40

/** The shared screen before the start: the code, and people taking seats. */
export function Lobby() {
  const view = useView()
  const { facts, you } = view
  const lead = leadName(view) || common.theFacilitator
  const leads = you.role === 'facilitator'
  const title = leads
    ? words.titleLead
    : facts.status === 'setup'
      ? words.setup(lead)
      : words.title(lead)
  return (
    <div className={styles.lobby}>
      <div className={`${styles.main} ${leads ? '' : styles.guest}`}>
        <div className={styles.code}>
          {facts.status !== 'setup' && <Code />}
          <p className={styles.private}>
            {facts.anonymous ? (
              <EyeOff size={18} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <UserRound size={18} strokeWidth={1.75} aria-hidden="true" />
            )}
            {facts.anonymous ? words.anonymous(lead) : words.named}
          </p>
        </div>
        <div className={styles.room}>
          <h1 id="question" tabIndex={-1} className={`voice ${styles.title}`}>
            {title}
          </h1>
          <Seats />
        </div>
      </div>
      <Agenda leads={leads} />
    </div>
  )
}

function Code() {
  const { facts } = useView()
  const { host, hostname } = window.location
  const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return (
    <>
      <p className={styles.go}>
        {words.go} <b>{host}</b> {words.enter}
      </p>
      <p className={`figures ${styles.digits}`}>{formatCode(facts.joinCode)}</p>
      <div className={styles.scan}>
        {local ? (
          <p className={styles.local}>{words.localhost}</p>
        ) : (
          <>
            <QrCode text={joinLink(facts.joinCode)} size={196} />
            <p className={panel.muted}>
              {words.camera} {words.noAccount}
            </p>
          </>
        )}
      </div>
    </>
  )
}

function Seats() {
  const view = useView()
  const here = peopleIn(view).filter((person) => view.present.has(person.id))
  const leaders = here.filter((person) => person.role === 'facilitator')
  const seated = here.filter((person) => person.role === 'participant')
  const watching = here.filter((person) => person.role === 'observer')
  const seats = seatsFor(seated.length)
  const named = seated.length <= NAMED
  return (
    <div className={styles.people}>
      <output className="unseen">{desk.here(here.length)}</output>
      {seated.length === 0 && <p className={panel.quiet}>{words.still}</p>}
      {seated.length <= DRAWN ? (
        <ul className={`${styles.hemicycle} ${seated.length === 0 ? styles.low : ''}`}>
          {seated.map((person, index) => (
            <li
              key={person.id}
              className={styles.seat}
              style={{ left: `${seats[index]?.x ?? 50}%`, top: `${seats[index]?.y ?? 0}%` }}
            >
              <Avatar person={person} size={named ? 56 : 36} />
              {named && <span aria-hidden="true">{person.name}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.many}>{desk.here(here.length)}</p>
      )}
      <ul className={styles.row}>
        {leaders.map((person) => (
          <li key={person.id} className={styles.lead}>
            <Avatar person={person} size={56} />
            <span aria-hidden="true">{words.leading(person.name)}</span>
          </li>
        ))}
      </ul>
      {watching.length > 0 && (
        <p className={panel.quiet}>
          {words.watching(watching.map((person) => person.name).join(', '))}
        </p>
      )}
    </div>
  )
}

function Agenda({ leads }: { leads: boolean }) {
  const view = useView()
  return (
    <footer className={styles.foot}>
      <b>{desk.here(view.present.size)}</b>
      <ol className={styles.agenda} aria-label={phone.brief.agenda}>
        {agendaOf(view).map((step) => (
          <li key={step.id}>
            {step.title} <span className="figures">{step.minutes}</span>
          </li>
        ))}
        <li className={panel.quiet}>{words.total(totalMinutes(view))}</li>
      </ol>
      {leads && <NextButton large />}
    </footer>
  )
}
