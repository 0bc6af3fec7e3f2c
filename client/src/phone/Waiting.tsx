import type { ReactNode } from 'react'
import { isSeated } from '@plenary/shared/person'
import { readPlan } from '@plenary/shared/plan'
import { Avatar } from '../look/Avatar.tsx'
import { leadName, peopleIn } from '../look/room.ts'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { Hemicycle } from './Hemicycle.tsx'
import { WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import styles from './Waiting.module.css'

/** Up to this many people are named; above it they are counted. */
const NAMED = 16

/** Before the start: who is here, and what comes. `invite` is the way in for others, for whoever leads. */
export default function Waiting({ invite }: { invite: ReactNode }) {
  const view = useView()
  const { facts, format, you } = view
  const lead = leadName(view) || common.theFacilitator
  const leads = you.role === 'facilitator'
  // Who sets the session up sees that alone.
  if (leads && facts.status === 'setup') return <Screen>{invite}</Screen>
  const here = peopleIn(view).filter((person) => view.present.has(person.id))
  const seated = here.filter(isSeated)
  const watching = here.filter((person) => person.role === 'observer')
  const first = format.phases[0]
  const checkIn = facts.status === 'lobby' ? readPlan(facts.plan).checkIn : ''
  const title = leads
    ? phoneWaiting.lobbyLead
    : facts.status === 'setup'
      ? phoneWaiting.setup(lead)
      : phoneWaiting.lobby(lead)
  return (
    <Screen>
      <div className={styles.room}>
        {!leads && (
          <Hemicycle here={seated.filter((person) => person.role !== 'facilitator').length} />
        )}
        <h1 tabIndex={-1} className={`voice ${styles.title}`}>
          {checkIn || title}
        </h1>
        {checkIn !== '' && <p className={styles.muted}>{title}</p>}
        {invite}
        <output className={styles.muted}>{phoneWaiting.here(seated.length)}</output>
        {seated.length <= NAMED && (
          <ul className={styles.people}>
            {seated.map((person) => (
              <li key={person.id} className={styles.person}>
                <Avatar person={person} size={26} />
                <span aria-hidden="true">{person.name}</span>
              </li>
            ))}
          </ul>
        )}
        {watching.length > 0 && (
          <p className={styles.quiet}>
            {phoneWaiting.observers(watching.map((person) => person.name).join(', '))}
          </p>
        )}
      </div>
      {first !== undefined && (
        <div className={styles.card}>
          <p className={styles.quiet}>{phoneWaiting.first(first.minutes)}</p>
          <p className={styles.next}>{first.title}</p>
          <p className={styles.muted}>{first.question}</p>
        </div>
      )}
      <WhoSees hidden={facts.anonymous}>
        {facts.anonymous ? phoneWaiting.anonymous(lead) : phoneWaiting.named}
      </WhoSees>
    </Screen>
  )
}
