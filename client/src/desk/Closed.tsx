import { FileText } from 'lucide-react'
import { Link } from 'wouter'
import { DeleteWay } from '../finish/DeleteWay.tsx'
import { Expiry } from '../finish/Expiry.tsx'
import { Paused } from '../finish/Paused.tsx'
import { Button } from '../look/Button.tsx'
import { cardsAndActions } from '../look/counts.ts'
import { Mark } from '../look/Mark.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { again } from '../words/again.ts'
import { desk } from '../words/desk.ts'
import { formatTime } from '../words/figure.ts'
import { phoneClosed } from '../words/phone-closed.ts'
import styles from './Closed.module.css'
import panel from './Panel.module.css'

const words = desk.closed

/** Nothing goes on here: the session was paused, or has ended. */
export default function Closed() {
  return useView().facts.status === 'paused' ? <Paused /> : <End />
}

/** The end, and the way to the report. */
function End() {
  const client = useClient()
  const { facts, format, sessionId } = useView()
  const mayReopen = useRefusal('reopen') === null
  const { cards, actions } = cardsAndActions(client, format)
  const people = Object.values(facts.people).filter((person) => person.role !== 'observer').length
  return (
    <section className={styles.closed}>
      <Mark size={44} />
      <h1 tabIndex={-1} className={`voice ${styles.title}`}>
        {facts.closedAt === null ? phoneClosed.title : words.at(formatTime(facts.closedAt))}
      </h1>
      <p className={panel.muted}>{words.counts(people, cards, actions)}</p>
      {facts.anonymous && <p className={panel.quiet}>{words.erased}</p>}
      <Expiry className={panel.quiet} />
      <div className={styles.ways}>
        <Link className="button button-primary" href={`/s/${sessionId}/report`}>
          <FileText size={17} strokeWidth={1.75} aria-hidden="true" />
          {words.report}
        </Link>
        <Link className="button button-line" href={`/s/${sessionId}/board`}>
          {words.board}
        </Link>
        {mayReopen && (
          <Button kind="quiet" onClick={() => void client.ask({ type: 'session.reopen' })}>
            {words.reopen}
          </Button>
        )}
        {mayReopen && (
          <Link className="button button-quiet" href={`/s/${sessionId}/again`}>
            {again.way}
          </Link>
        )}
        <a className="button button-quiet" href="/">
          {words.home}
        </a>
        <DeleteWay />
      </div>
    </section>
  )
}
