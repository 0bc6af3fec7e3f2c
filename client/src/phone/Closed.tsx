import { FileText } from 'lucide-react'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { cardsIn } from '../look/topics.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { phone } from '../words/phone.ts'
import { Hemicycle } from './Hemicycle.tsx'
import { Screen } from './Screen.tsx'
import list from './List.module.css'
import styles from './Waiting.module.css'

/** After the end: thanks, and the way to the report. */
export function Closed() {
  const client = useClient()
  const { facts, format, sessionId, you } = useView()
  let cards = 0
  let actions = 0
  for (const section of format.sections) {
    if (section.kind === 'columns') cards += cardsIn(client, section.id).length
    if (section.kind === 'actions') actions += client.ids(section.id, 'action').length
  }
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
          {phone.closed.report}
        </Link>
      }
    >
      <div className={styles.room}>
        <Hemicycle here={seated.length} />
        <h1 tabIndex={-1} className={`voice ${styles.title}`}>
          {phone.closed.title}
        </h1>
        <p className={styles.muted}>{phone.closed.body(cards, actions)}</p>
        {facts.anonymous && <p className={styles.quiet}>{phone.closed.erased}</p>}
        {you.role === 'facilitator' && (
          <Button onClick={() => void client.ask({ type: 'session.reopen' })}>
            {phone.closed.reopen}
          </Button>
        )}
        <Link className="button button-quiet" href="/">
          {phone.closed.home}
        </Link>
      </div>
    </Screen>
  )
}
