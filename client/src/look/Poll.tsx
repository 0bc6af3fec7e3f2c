import { Check } from 'lucide-react'
import { answerIn } from '@plenary/shared/poll'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { poll as words } from '../words/poll.ts'
import type { PollFact } from './poll-round.ts'
import { pollOf } from './poll-round.ts'
import type { Found } from './rounds.ts'
import { useQuestionFocus } from './useQuestionFocus.ts'
import styles from './Poll.module.css'

/** One question of which everybody gives one answer: to choose while it is open, counted once it is shown. */
export default function Poll({ section }: { section: string }) {
  const found = pollOf(useView().facts, section)
  useQuestionFocus(found?.round.is)
  if (found === null) return null
  return found.round.is === 'open' ? <Asked found={found} /> : <Answers found={found} />
}

function Asked({ found }: { found: Found<PollFact> }) {
  const client = useClient()
  const { facts, mine } = useView()
  const answers = useRefusal('dot') === null
  const given = answerIn(mine.dots[found.id])
  const { n = 0, of = 0 } = facts.live.voted ?? {}
  return (
    <section className={styles.poll} aria-label={words.title}>
      <p className={styles.quiet}>{answers ? words.hidden : words.notYours}</p>
      <fieldset className={styles.options}>
        <legend className="unseen">{words.title}</legend>
        {found.round.rules.options.map(({ id, text }) => (
          <label key={id} className={`${styles.option} ${given === id ? styles.given : ''}`}>
            <input
              type="radio"
              name={found.id}
              checked={given === id}
              disabled={!answers}
              onChange={() => void client.ask({ type: 'dot.add', round: found.id, target: id })}
            />
            <span>{text}</span>
            {given === id && <Check size={18} strokeWidth={2.25} aria-hidden="true" />}
          </label>
        ))}
      </fieldset>
      {facts.solo !== true && (
        <output className={`figures ${styles.quiet}`}>
          {words.answered(n, of)} {given !== null && words.mayChange}
        </output>
      )}
    </section>
  )
}

/** Never a share without how many it is of. */
function Answers({ found }: { found: Found<PollFact> }) {
  const { rules, result = {}, of } = found.round
  const counts = rules.options.map(({ id }) => result[id] ?? 0)
  const n = counts.reduce((sum, one) => sum + one, 0)
  const most = Math.max(1, ...counts)
  return (
    <section className={styles.poll} aria-label={words.title}>
      <ul className={styles.options} aria-label={words.result}>
        {rules.options.map(({ id, text }, index) => (
          <li key={id} className={styles.counted}>
            <span>{text}</span>
            <b className="figures">{counts[index]}</b>
            <span className={styles.track} aria-hidden="true">
              <span
                className={styles.bar}
                style={{ width: `${((counts[index] ?? 0) / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      <p className={`figures ${styles.quiet}`}>{words.answered(n, of ?? n)}</p>
    </section>
  )
}
