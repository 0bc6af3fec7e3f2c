import { useState } from 'react'
import { Check, Play } from 'lucide-react'
import type { Facts } from '@plenary/shared/facts'
import { Button } from '../look/Button.tsx'
import { leadName } from '../look/room.ts'
import { topicText } from '../look/topic-text.ts'
import { standingsFor } from '../look/topics.ts'
import { useClient, useRefusal, useUnplaced, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { discuss } from '../words/discuss.ts'
import { Panel } from '../look/Panel.tsx'
import { ProposedTopics } from './ProposedTopics.tsx'
import { Standings } from './Standings.tsx'
import { TopicName } from './TopicName.tsx'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'
import styles from './Topics.module.css'

/** The queue; before it is set, what the rules propose. */
export function Topics() {
  const client = useClient()
  const view = useView()
  // What everybody gave is read from cards too: those in lanes come with the view.
  useUnplaced(view.phase?.section ?? '')
  const { queue } = view.facts
  const leads = useRefusal('lead') === null
  const [changing, setChanging] = useState(false)
  const others = queue.filter((topic) => topic.is !== 'now')
  if (queue.length === 0 || changing) {
    const standings = standingsFor(view, view.phase, client)
    return (
      <>
        {leads ? (
          <ProposedTopics onSet={() => setChanging(false)} />
        ) : (
          <p className={list.quiet}>
            {discuss.waitForLead(leadName(view) || common.theFacilitator)}
          </p>
        )}
        {standings !== null && <Standings standings={standings} />}
      </>
    )
  }
  return (
    <>
      {others.length > 0 && (
        <Panel title={discuss.next}>
          <ol className={styles.topics}>
            {others.map((topic) => (
              <TopicRow key={topic.target} topic={topic} leads={leads} />
            ))}
          </ol>
        </Panel>
      )}
      {queue.every((topic) => topic.is === 'done') && (
        <p className={list.quiet}>{discuss.allDone}</p>
      )}
      {leads && queue.every((topic) => topic.is === 'waiting') && (
        <Button kind="quiet" onClick={() => setChanging(true)}>
          {discuss.changeTopics}
        </Button>
      )}
    </>
  )
}

function TopicRow({ topic, leads }: { topic: Facts['queue'][number]; leads: boolean }) {
  const client = useClient()
  const text = topicText(client, topic.target)
  const done = topic.is === 'done'
  return (
    <li className={`${styles.topic} ${done ? styles.done : ''}`}>
      {done && <Check size={17} strokeWidth={2} aria-hidden="true" />}
      <span className={styles.name}>
        {done && <span className="unseen">{discuss.done}: </span>}
        <TopicName id={topic.target} />
      </span>
      <span className={`figures ${styles.minutes}`}>{discuss.minutes(topic.minutes)}</span>
      {leads && (
        <Button
          kind="quiet"
          icon
          aria-label={discuss.start(shorten(text))}
          onClick={() => void client.ask({ type: 'queue.start', target: topic.target })}
        >
          <Play size={17} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      )}
    </li>
  )
}
