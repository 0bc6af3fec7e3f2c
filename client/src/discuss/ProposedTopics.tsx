import { useState } from 'react'
import type { Proposal } from '@plenary/shared/queue'
import { Button } from '../look/Button.tsx'
import { formatClock } from '../look/clock.ts'
import { dotRoundOf } from '../look/rounds.ts'
import { proposalFor } from '../look/topics.ts'
import type { View } from '../sync/session-client.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { ChooseTopics } from './ChooseTopics.tsx'
import { Panel } from '../look/Panel.tsx'
import { TopicName } from './TopicName.tsx'
import list from '../look/List.module.css'
import styles from './Topics.module.css'

/** What the rules propose, with the arithmetic; the facilitator decides. */
export function ProposedTopics({ onSet }: { onSet: () => void }) {
  const client = useClient()
  const view = useView()
  const [choosing, setChoosing] = useState(false)
  const proposal = proposalFor(view, view.phase, client)
  // Without an order the facilitator's choice is the only way on; else it is one press away.
  const proposes = proposal !== null && proposal.is !== 'none'
  if (choosing || !proposes)
    return (
      <>
        {!proposes && (
          <p className={list.empty}>
            {proposal === null ? discuss.noNumbersYet : sayZero(view)} {discuss.allZeroLead}
          </p>
        )}
        <ChooseTopics onSet={onSet} onCancel={proposes ? () => setChoosing(false) : undefined} />
      </>
    )
  const set = (targets: readonly string[], minutes: number) => {
    void client.ask({ type: 'queue.set', topics: targets.map((target) => ({ target, minutes })) })
    onSet()
  }
  switch (proposal.is) {
    case 'top':
    case 'shared':
      return (
        <Panel title={discuss.propose}>
          <p>{sayProposal(proposal)}</p>
          <ol className={styles.topics}>
            {proposal.targets.map((target) => (
              <li key={target} className={styles.topic}>
                <TopicName id={target} />
                <span className={`figures ${styles.minutes}`}>
                  {discuss.minutes(proposal.minutes)}
                </span>
              </li>
            ))}
          </ol>
          <div className={list.pair}>
            <Button kind="line" onClick={() => set(proposal.targets, proposal.minutes)}>
              {discuss.set}
            </Button>
            <Button kind="quiet" onClick={() => setChoosing(true)}>
              {discuss.choose}
            </Button>
          </div>
        </Panel>
      )
    case 'crowded':
      return <Crowded proposal={proposal} onSet={set} onChoose={() => setChoosing(true)} />
  }
}

function sayZero({ phase }: View): string {
  return phase?.queue?.from === 'estimates' ? discuss.allZeroNumbers : discuss.allZero
}

/** A proposal in a sentence, a tie with its arithmetic. */
export function sayProposal(proposal: Extract<Proposal, { is: 'top' | 'shared' }>): string {
  const n = proposal.targets.length
  if (proposal.is === 'top') return discuss.top(n, proposal.minutes)
  const { places, minutes } = proposal.planned
  return discuss.shared(n, places, minutes, proposal.minutes)
}

interface CrowdedProps {
  proposal: Extract<Proposal, { is: 'crowded' }>
  onSet: (targets: readonly string[], minutes: number) => void
  onChoose: () => void
}

/** Too many tie to share the time: the facilitator chooses, or the group takes them all. */
function Crowded({ proposal, onSet, onChoose }: CrowdedProps) {
  const client = useClient()
  const { facts } = useView()
  const section = dotRoundOf(facts)?.round.section
  const { sure, tied, places, secondsEach, total } = proposal
  const [chosen, setChosen] = useState<readonly string[]>([])
  const all = [...sure, ...tied]
  const each = Math.floor(total / (sure.length + places))
  return (
    <Panel title={discuss.propose}>
      <p>{discuss.crowded(tied.length, places)}</p>
      <ul className={styles.topics}>
        {sure.map((target) => (
          <li key={target} className={styles.topic}>
            <TopicName id={target} />
          </li>
        ))}
        {tied.map((target) => (
          <li key={target} className={styles.topic}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={chosen.includes(target)}
                disabled={!chosen.includes(target) && chosen.length >= places}
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...chosen, target]
                      : chosen.filter((one) => one !== target),
                  )
                }
              />
              <TopicName id={target} />
            </label>
          </li>
        ))}
      </ul>
      <Button
        kind="primary"
        disabled={chosen.length === 0}
        onClick={() => onSet([...sure, ...tied.filter((one) => chosen.includes(one))], each)}
      >
        {chosen.length === 0 ? discuss.chooseSome(places) : discuss.set}
      </Button>
      {section !== undefined && (
        <Button
          onClick={() =>
            void client.ask({
              type: 'round.open',
              section,
              rules: { budget: 1, cap: null, live: false },
              targets: [...tied],
              minutes: 1,
            })
          }
        >
          {discuss.voteAgain}
        </Button>
      )}
      <Button onClick={() => onSet(all, Math.max(0.5, secondsEach / 60))}>
        {discuss.discussAll(formatClock(secondsEach * 1000))}
      </Button>
      <Button kind="quiet" onClick={onChoose}>
        {discuss.choose}
      </Button>
    </Panel>
  )
}
