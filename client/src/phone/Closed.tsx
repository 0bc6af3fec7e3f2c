import { FileText } from 'lucide-react'
import { Link } from 'wouter'
import { DeleteWay } from '../finish/DeleteWay.tsx'
import { Expiry } from '../finish/Expiry.tsx'
import { Paused } from '../finish/Paused.tsx'
import { Button } from '../look/Button.tsx'
import { cardsAndActions } from '../look/counts.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { again } from '../words/again.ts'
import { formatTime } from '../words/figure.ts'
import { phoneClosed } from '../words/phone-closed.ts'
import { Hemicycle } from './Hemicycle.tsx'
import { Screen } from './Screen.tsx'
import list from '../look/List.module.css'
import styles from './Waiting.module.css'

/** Nothing goes on here: the session was paused, or has ended. */
export default function Closed() {
  return useView().facts.status === 'paused' ? (
    <Screen>
      <Paused />
    </Screen>
  ) : (
    <End />
  )
}

/** After the end: thanks, and the way to the report. */
function End() {
  const client = useClient()
  const { facts, format, sessionId } = useView()
  const mayReopen = useRefusal('reopen') === null
  const { cards, actions } = cardsAndActions(client, format)
  const people = Object.values(facts.people).filter((person) => person.role !== 'observer').length
  const seated = Object.values(facts.people).filter(
    (person) => !person.left && person.role === 'participant',
  )
  return (
    <Screen
      bar={
        <Link
          className={`button button-primary button-large ${list.fill}`}
          href={`/s/${sessionId}/report`}
        >
          <FileText size={18} strokeWidth={1.75} aria-hidden="true" />
          {phoneClosed.report}
        </Link>
      }
    >
      <div className={styles.room}>
        <Hemicycle here={seated.length} />
        <h1 tabIndex={-1} className={`voice ${styles.title}`}>
          {phoneClosed.title}
        </h1>
        <p className={styles.muted}>
          {facts.closedAt !== null && `${phoneClosed.at(formatTime(facts.closedAt))} `}
          {phoneClosed.body(people, cards, actions)}
        </p>
        {facts.anonymous && <p className={styles.quiet}>{phoneClosed.erased}</p>}
        <Expiry className={styles.quiet} />
        <Link className="button button-line" href={`/s/${sessionId}/board`}>
          {phoneClosed.board}
        </Link>
        {mayReopen && (
          <Button kind="quiet" onClick={() => void client.ask({ type: 'session.reopen' })}>
            {phoneClosed.reopen}
          </Button>
        )}
        {mayReopen && (
          <Link className="button button-quiet" href={`/s/${sessionId}/again`}>
            {again.way}
          </Link>
        )}
        <Link className="button button-quiet" href="/">
          {phoneClosed.home}
        </Link>
        <DeleteWay />
      </div>
    </Screen>
  )
}
