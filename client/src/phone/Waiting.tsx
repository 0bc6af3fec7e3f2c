import type { ReactNode } from 'react'
import { Avatar } from '../look/Avatar.tsx'
import { leadName, peopleIn } from '../look/room.ts'
import { useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { Hemicycle } from './Hemicycle.tsx'
import { WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import styles from './Waiting.module.css'

/** Before the start: who is here, and what comes. `invite` is the way in for others, for whoever leads. */
export default function Waiting({ invite }: { invite: ReactNode }) {
  const view = useView()
  const { facts, format, you } = view
  const lead = leadName(view) || common.theFacilitator
  const leads = you.role === 'facilitator'
  const here = peopleIn(view).filter((person) => view.present.has(person.id))
  const seated = here.filter((person) => person.role !== 'observer')
  const watching = here.filter((person) => person.role === 'observer')
  const first = format.phases[0]
  const title = leads
    ? phoneFrame.waiting.lobbyLead
    : facts.status === 'setup'
      ? phoneFrame.waiting.setup(lead)
      : phoneFrame.waiting.lobby(lead)
  return (
    <Screen>
      <div className={styles.room}>
        <Hemicycle here={seated.filter((person) => person.role !== 'facilitator').length} />
        <h1 tabIndex={-1} className={`voice ${styles.title}`}>
          {title}
        </h1>
        <output className={styles.muted}>{phoneFrame.waiting.here(seated.length)}</output>
        <ul className={styles.people}>
          {seated.map((person) => (
            <li key={person.id} className={styles.person}>
              <Avatar person={person} size={26} />
              <span aria-hidden="true">{person.name}</span>
            </li>
          ))}
        </ul>
        {watching.length > 0 && (
          <p className={styles.quiet}>
            {phoneFrame.waiting.observers(watching.map((person) => person.name).join(', '))}
          </p>
        )}
      </div>
      {invite}
      {first !== undefined && (
        <div className={styles.card}>
          <p className={styles.quiet}>{phoneFrame.waiting.first(first.minutes)}</p>
          <p className={styles.next}>{first.title}</p>
          <p className={styles.muted}>{first.question}</p>
        </div>
      )}
      <WhoSees hidden={facts.anonymous}>
        {facts.anonymous ? phoneFrame.waiting.anonymous(lead) : phoneFrame.waiting.named}
      </WhoSees>
    </Screen>
  )
}
