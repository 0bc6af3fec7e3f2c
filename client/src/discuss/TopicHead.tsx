import type { Facts } from '@plenary/shared/facts'
import { standingsFor } from '../look/topics.ts'
import { useTimer } from '../look/useTimer.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { discuss } from '../words/discuss.ts'
import { figure } from '../words/figure.ts'
import styles from './TopicHead.module.css'

/** Which topic of how many, what everybody gave it, and its box of time. */
export function TopicHead({ topic }: { topic: Facts['queue'][number] }) {
  const client = useClient()
  const view = useView()
  const { queue } = view.facts
  const at = queue.findIndex((one) => one.target === topic.target)
  const standings = standingsFor(view, view.phase, client)
  const row = standings?.rows.find(({ item }) => item.target === topic.target)
  const score = row?.item.score ?? null
  return (
    <>
      <p className={styles.chips}>
        <span className="chip chip-accent figures">{discuss.topicOf(at + 1, queue.length)}</span>
        {score !== null && (
          <span className="chip figures">
            {standings?.from === 'dots' ? common.dots(score) : discuss.productOf(figure(score))}
          </span>
        )}
      </p>
      <Box minutes={topic.minutes} />
    </>
  )
}

/** How much of the box is left, as a bar and in words. */
function Box({ minutes }: { minutes: number }) {
  const timer = useTimer()
  if (timer === null) return null
  const { reading, figures, total } = timer
  const left = reading.is === 'over' ? 0 : reading.left
  const spent = total === 0 ? 1 : Math.min(1, Math.max(0, 1 - left / total))
  const late = reading.is === 'over' || reading.is === 'last minute'
  return (
    <div className={styles.boxed}>
      <span className={styles.track} aria-hidden="true">
        <span
          className={`${styles.spent} ${late ? styles.late : ''}`}
          style={{ width: `${spent * 100}%` }}
        />
      </span>
      <span className={`figures ${styles.boxWords}`}>
        {reading.is === 'over' ? discuss.over(figures, minutes) : discuss.leftOf(figures, minutes)}
      </span>
    </div>
  )
}
