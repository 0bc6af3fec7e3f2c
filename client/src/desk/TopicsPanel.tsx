import { useState } from 'react'
import { Check, Play } from 'lucide-react'
import type { Facts } from '@plenary/shared/facts'
import { thumbsOpen } from '@plenary/shared/thumb'
import { Button } from '../look/Button.tsx'
import { readTimer } from '../look/clock.ts'
import { Sheet } from '../look/Sheet.tsx'
import { topicText } from '../look/topic-text.ts'
import { proposalFor } from '../look/topics.ts'
import { ChooseTopics } from '../discuss/ChooseTopics.tsx'
import { GoOn } from '../discuss/GoOn.tsx'
import { sayThumbs } from '../discuss/KeepGoing.tsx'
import { ProposedTopics, sayProposal } from '../discuss/ProposedTopics.tsx'
import { shorten } from '../look/shorten.ts'
import { TopicName } from '../discuss/TopicName.tsx'
import { useClient, useNow, useUnplaced, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { discuss } from '../words/discuss.ts'
import styles from './Console.module.css'

type Topic = Facts['queue'][number]

/** Of the console while topics are talked about: what is proposed, the queue, and at zero where more minutes come from. */
export default function TopicsPanel() {
  const view = useView()
  useUnplaced(view.phase?.section ?? '')
  const [choosing, setChoosing] = useState(false)
  const { queue } = view.facts
  return (
    <>
      <AtZero />
      <section className={styles.group} aria-label={discuss.topics}>
        <div className={styles.head}>
          <h2>{discuss.topics}</h2>
          {queue.every((topic) => topic.is === 'waiting') && (
            <Button kind="quiet" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
              {queue.length === 0 ? discuss.choose : discuss.change}
            </Button>
          )}
        </div>
        {queue.length === 0 ? <Proposed /> : <Queue />}
      </section>
      {choosing && <Choosing onClose={() => setChoosing(false)} />}
    </>
  )
}

/** Time is up for a topic: how the thumbs stand, and "keep going" with its minutes. */
function AtZero() {
  const { facts } = useView()
  const reading = readTimer(facts.timer, useNow(1_000))
  if (!thumbsOpen(facts.queue, reading.is === 'over' ? -reading.over : reading.left)) return null
  return (
    <div className={styles.group}>
      <div className={styles.head}>
        <h2>{discuss.keepGoing}</h2>
        {facts.solo !== true && <span className="figures">{sayThumbs(facts.live.thumb)}</span>}
      </div>
      <GoOn beside />
    </div>
  )
}

/** What Next would set, with the arithmetic of a tie. */
function Proposed() {
  const client = useClient()
  const view = useView()
  const proposal = proposalFor(view, view.phase, client)
  if (proposal === null || proposal.is === 'none')
    return <p className={styles.hint}>{discuss.allZeroLead}</p>
  if (proposal.is === 'crowded')
    return <p className={styles.hint}>{discuss.crowded(proposal.tied.length, proposal.places)}</p>
  return (
    <>
      <p>{sayProposal(proposal)}</p>
      <ol>
        {proposal.targets.map((target) => (
          <li key={target} className={`${styles.row} ${styles.topic}`}>
            <TopicName id={target} />
            <span className="figures">{common.min(proposal.minutes)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Queue() {
  const { queue } = useView().facts
  return (
    <ol>
      {queue.map((topic) => (
        <Row key={topic.target} topic={topic} />
      ))}
    </ol>
  )
}

function Row({ topic }: { topic: Topic }) {
  const client = useClient()
  const { target, minutes, is } = topic
  return (
    <li
      className={`${styles.row} ${styles.topic} ${is === 'waiting' ? '' : styles[is]}`}
      aria-current={is === 'now' ? 'step' : undefined}
    >
      {is === 'done' && (
        <>
          <Check size={15} strokeWidth={2.25} aria-hidden="true" />
          <span className="unseen">{discuss.done}: </span>
        </>
      )}
      <TopicName id={target} />
      <span className="figures">{common.min(minutes)}</span>
      {is !== 'now' && (
        <Button
          kind="quiet"
          icon
          aria-label={discuss.start(shorten(topicText(client, target)))}
          onClick={() => void client.ask({ type: 'queue.start', target })}
        >
          <Play size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      )}
    </li>
  )
}

/** The facilitator's own choice; where too many tie, the ways out first. */
function Choosing({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const view = useView()
  const crowded = proposalFor(view, view.phase, client)?.is === 'crowded'
  return (
    <Sheet title={discuss.chooseTitle} onClose={onClose}>
      {crowded ? <ProposedTopics onSet={onClose} /> : <ChooseTopics onSet={onClose} />}
    </Sheet>
  )
}
