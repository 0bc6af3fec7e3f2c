import { EyeOff, RefreshCw, UserRound } from 'lucide-react'
import { isSeated } from '@plenary/shared/person'
import type { Plan } from '@plenary/shared/plan'
import { readPlan } from '@plenary/shared/plan'
import { agendaOf, totalMinutes } from '../look/agenda.ts'
import { leadName, peopleIn } from '../look/room.ts'
import { RunSolo } from '../chair/RunSolo.tsx'
import { Button } from '../look/Button.tsx'
import { nextQuestion } from '../setup/check-in.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { setUp } from '../words/set-up.ts'
import { lobby as words } from '../words/lobby.ts'
import { LobbyCode } from './LobbyCode.tsx'
import { LobbySeats } from './LobbySeats.tsx'
import { NextButton } from './NextButton.tsx'
import styles from './Lobby.module.css'

/** The shared screen before the start: the way in, and people taking seats. */
export default function Lobby() {
  const view = useView()
  const { facts, format, you } = view
  const lead = leadName(view) || common.theFacilitator
  const leads = you.role === 'facilitator'
  const plan = readPlan(facts.plan)
  const title =
    plan.checkIn !== '' && facts.status === 'lobby'
      ? plan.checkIn
      : leads
        ? words.titleLead
        : facts.status === 'setup'
          ? words.setup(lead)
          : words.title(lead)
  const Names = facts.anonymous ? EyeOff : UserRound
  return (
    <div className={styles.lobby}>
      <div className={`${styles.main} ${leads ? '' : styles.guest}`}>
        <div className={styles.way}>
          <p className={styles.about}>{words.about(format.title, totalMinutes(view))}</p>
          {facts.status !== 'setup' && <LobbyCode />}
          <p className={styles.private}>
            <Names size={18} strokeWidth={1.75} aria-hidden="true" />
            {facts.anonymous ? words.anonymous(lead) : words.named}
          </p>
        </div>
        <div className={styles.room}>
          <h1 id="question" tabIndex={-1} className={`voice ${styles.title}`}>
            {title}
          </h1>
          <LobbySeats expected={plan.expected} />
          <RunSolo />
        </div>
      </div>
      <Foot leads={leads} plan={plan} />
    </div>
  )
}

function Foot({ leads, plan }: { leads: boolean; plan: Plan }) {
  const client = useClient()
  const view = useView()
  const { expected, checkIn } = plan
  const here = peopleIn(view).filter((person) => isSeated(person) && view.present.has(person.id))
  const guests = here.filter((person) => person.role !== 'facilitator')
  const toCome = expected === null ? 0 : Math.max(0, expected - guests.length)
  return (
    <footer className={styles.foot}>
      <p className={styles.count}>
        <b>{words.here(here.length)}</b>
        {toCome > 0 && `, ${words.toCome(toCome)}`}
      </p>
      <ol className={styles.agenda} aria-label={words.agenda}>
        {agendaOf(view).map((step) => (
          <li key={step.id}>
            {step.title} <span className="figures">{step.minutes}</span>
          </li>
        ))}
        <li className={styles.quiet}>{words.total(totalMinutes(view))}</li>
      </ol>
      {leads && (
        <Button
          kind="quiet"
          onClick={() => void client.ask({ type: 'plan.set', checkIn: nextQuestion(checkIn) })}
        >
          <RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />
          {checkIn === '' ? setUp.ask : setUp.another}
        </Button>
      )}
      {leads && <NextButton large />}
    </footer>
  )
}
