import { FileText } from 'lucide-react'
import { holdsCards } from '@plenary/shared/holds-cards'
import { Link } from 'wouter'
import { DeleteWay } from '../finish/DeleteWay.tsx'
import { Expiry } from '../finish/Expiry.tsx'
import { Paused } from '../finish/Paused.tsx'
import { Button } from '../look/Button.tsx'
import { Mark } from '../look/Mark.tsx'
import { cardsIn } from '../look/topics.ts'
import { listsOf } from '../look/lists-of.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { again } from '../words/again.ts'
import { desk } from '../words/desk.ts'
import { phoneClosed } from '../words/phone-closed.ts'
import { locale } from '../words/figure.ts'
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
  const { actions } = listsOf(format)
  const cards = format.sections
    .filter(holdsCards)
    .reduce((sum, section) => sum + cardsIn(client, section.id).length, 0)
  const people = Object.values(facts.people).filter((person) => person.role !== 'observer').length
  const time =
    facts.closedAt === null
      ? ''
      : new Date(facts.closedAt).toLocaleTimeString(locale(), { timeStyle: 'short' })
  return (
    <section className={styles.closed}>
      <Mark size={44} />
      <h1 tabIndex={-1} className={`voice ${styles.title}`}>
        {time === '' ? phoneClosed.title : words.at(time)}
      </h1>
      <p className={panel.muted}>
        {words.counts(people, cards, actions === null ? 0 : client.ids(actions, 'action').length)}
      </p>
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
