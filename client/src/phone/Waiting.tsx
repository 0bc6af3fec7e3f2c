import { Link2 } from 'lucide-react'
import { Avatar } from '../look/Avatar.tsx'
import { Button } from '../look/Button.tsx'
import { formatCode } from '../look/clock.ts'
import { copyText } from '../look/copy.ts'
import { leadName, peopleIn } from '../look/room.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { Hemicycle } from './Hemicycle.tsx'
import { WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { joinLink } from './invite.ts'
import styles from './Waiting.module.css'

/** Before the start: who is here, and what comes. */
export function Waiting() {
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
      {leads && <Invite />}
      {first !== undefined && (
        <div className={styles.card}>
          <p className={styles.quiet}>
            {phoneFrame.waiting.first(facts.steps[first.id]?.minutes ?? first.minutes)}
          </p>
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

function Invite() {
  const client = useClient()
  const { facts } = useView()
  const copy = async () => {
    const copied = await copyText(joinLink(facts.joinCode))
    client.notify({
      is: 'info',
      message: copied
        ? phoneMenu.linkCopied
        : `${phoneMenu.copyFailed} ${formatCode(facts.joinCode)}.`,
    })
  }
  return (
    <div className={`${styles.card} ${styles.split}`}>
      <div>
        <p className={styles.quiet}>{phoneFrame.waiting.code}</p>
        <p className={`figures ${styles.code}`}>{formatCode(facts.joinCode)}</p>
      </div>
      <Button onClick={() => void copy()}>
        <Link2 size={17} strokeWidth={1.75} aria-hidden="true" />
        {phoneFrame.waiting.invite}
      </Button>
    </div>
  )
}
