import { proposalFor } from '../look/topics.ts'
import { productTitle } from '../look/matrix.ts'
import { TopicName } from '../phone/TopicName.tsx'
import { sectionOf } from '@plenary/shared/format'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { estimate } from '../words/estimate.ts'
import styles from './Console.module.css'

/** What the revealed numbers put on the agenda of the phase that talks about them. */
export function NextTopics() {
  const client = useClient()
  const view = useView()
  const { format, phase } = view
  const talk = format.phases.find((one) => one.queue?.from === 'estimates')
  const proposal = talk === undefined ? null : proposalFor(view, talk, client)
  const matrix = phase === null ? null : sectionOf(format, phase.section)
  if (proposal === null || proposal.is === 'none' || matrix?.kind !== 'matrix') return null
  const crowded = proposal.is === 'crowded'
  const targets = crowded ? [...proposal.sure, ...proposal.tied] : proposal.targets
  return (
    <section aria-label={estimate.agenda}>
      <div className={styles.head}>
        <h2>{estimate.agenda}</h2>
        <span className={styles.hint}>{estimate.byProduct(productTitle(matrix))}</span>
      </div>
      <ol>
        {targets.map((target) => (
          <li key={target} className={styles.row}>
            <TopicName id={target} />
            {!crowded && <span className="figures">{common.min(proposal.minutes)}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
