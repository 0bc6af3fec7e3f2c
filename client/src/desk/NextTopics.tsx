import type { QueueRules } from '@plenary/shared/format'
import { sectionOf } from '@plenary/shared/format'
import { proposalFor } from '../look/topics.ts'
import { productTitle } from '../look/matrix.ts'
import { sayProposal } from '../discuss/ProposedTopics.tsx'
import { TopicName } from '../discuss/TopicName.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { estimate } from '../words/estimate.ts'
import { discuss } from '../words/discuss.ts'
import { EstimateAgain } from './EstimateAgain.tsx'
import styles from './Console.module.css'

/** What the closed vote or the revealed numbers put on the agenda of the phase that talks about them. */
export function NextTopics({ from }: { from: QueueRules['from'] }) {
  return (
    <>
      {from === 'estimates' && <EstimateAgain />}
      <Agenda from={from} />
    </>
  )
}

function Agenda({ from }: { from: QueueRules['from'] }) {
  const client = useClient()
  const view = useView()
  const { format, phase } = view
  const talk = format.phases.find((one) => one.queue?.from === from)
  const proposal = talk === undefined ? null : proposalFor(view, talk, client)
  const section = phase === null ? null : sectionOf(format, phase.section)
  if (talk === undefined || proposal === null || proposal.is === 'none') return null
  const crowded = proposal.is === 'crowded'
  const targets = crowded ? [...proposal.sure, ...proposal.tied] : proposal.targets
  return (
    <section aria-label={estimate.agenda(talk.title)}>
      <div className={styles.head}>
        <h2>{estimate.agenda(talk.title)}</h2>
        {section?.kind === 'matrix' && (
          <span className={styles.hint}>{estimate.byProduct(productTitle(section))}</span>
        )}
      </div>
      {proposal.is === 'shared' && <p className={styles.hint}>{sayProposal(proposal)}</p>}
      {crowded && (
        <p className={styles.hint}>{discuss.crowded(proposal.tied.length, proposal.places)}</p>
      )}
      <ol>
        {targets.map((target) => (
          <li key={target} className={`${styles.row} ${styles.topic}`}>
            <TopicName id={target} />
            {!crowded && <span className="figures">{common.min(proposal.minutes)}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
