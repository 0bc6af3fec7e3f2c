import { useState } from 'react'
import type { Proposal } from '@plenary/shared/queue'
import { Button } from '../look/Button.tsx'
import { formatClock } from '../look/clock.ts'
import { proposalFor } from '../look/topics.ts'
import { useClient, useEntry, useView } from '../sync/hooks.ts'
import { phoneDiscuss } from '../words/phone-discuss.ts'
import { Panel } from './Panel.tsx'
import list from './List.module.css'
import styles from './Discuss.module.css'

const words = phoneDiscuss

/** What the rules propose, with the arithmetic; the facilitator decides. */
export function ProposedTopics({ onSet }: { onSet: () => void }) {
  const client = useClient()
  const view = useView()
  const proposal = proposalFor(view, view.phase, client)
  if (proposal === null) return <p className={list.empty}>{words.nothing}</p>
  const set = (targets: readonly string[], minutes: number) => {
    void client.ask({ type: 'queue.set', topics: targets.map((target) => ({ target, minutes })) })
    onSet()
  }
  switch (proposal.is) {
    case 'none':
      return <p className={list.empty}>{words.zero}</p>
    case 'top':
    case 'shared':
      return (
        <Panel title={words.propose}>
          <p>{sayProposal(proposal)}</p>
          <ol className={styles.topics}>
            {proposal.targets.map((target) => (
              <li key={target} className={styles.topic}>
                <Name id={target} />
                <span className={`figures ${styles.minutes}`}>
                  {words.minutes(proposal.minutes)}
                </span>
              </li>
            ))}
          </ol>
          <Button kind="line" onClick={() => set(proposal.targets, proposal.minutes)}>
            {words.set}
          </Button>
        </Panel>
      )
    case 'crowded':
      return <Crowded proposal={proposal} onSet={set} />
  }
}

function sayProposal(proposal: Extract<Proposal, { is: 'top' | 'shared' }>): string {
  const n = proposal.targets.length
  if (proposal.is === 'top') return words.top(n, proposal.minutes)
  const { places, minutes } = proposal.planned
  return words.shared(n, places, minutes, proposal.minutes)
}

interface CrowdedProps {
  proposal: Extract<Proposal, { is: 'crowded' }>
  onSet: (targets: readonly string[], minutes: number) => void
}

/** Too many tie to share the time: the facilitator chooses, or the group takes them all. */
function Crowded({ proposal, onSet }: CrowdedProps) {
  const { sure, tied, places, secondsEach, total } = proposal
  const [chosen, setChosen] = useState<readonly string[]>([])
  const all = [...sure, ...tied]
  const each = Math.floor(total / (sure.length + places))
  return (
    <Panel title={words.propose}>
      <p>{words.crowded(tied.length, places)}</p>
      <ul className={styles.topics}>
        {sure.map((target) => (
          <li key={target} className={styles.topic}>
            <Name id={target} />
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
              <Name id={target} />
            </label>
          </li>
        ))}
      </ul>
      <Button
        kind="primary"
        disabled={chosen.length === 0}
        onClick={() => onSet([...sure, ...tied.filter((one) => chosen.includes(one))], each)}
      >
        {chosen.length === 0 ? words.choose(places) : words.set}
      </Button>
      <Button onClick={() => onSet(all, Math.max(0.5, secondsEach / 60))}>
        {words.discussAll(formatClock(secondsEach * 1000))}
      </Button>
    </Panel>
  )
}

function Name({ id }: { id: string }) {
  return <span className={styles.name}>{useEntry(id)?.text}</span>
}
