import { Button } from '../look/Button.tsx'
import { formatTime } from '../words/figure.ts'
import { lastCall, overrunOf } from '../look/schedule.ts'
import { useClient, useNow, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import styles from './Schedule.module.css'

/** Under the clock, for who leads: that the session would end late, and one press that mends it. */
export function Schedule() {
  const client = useClient()
  const view = useView()
  const now = useNow(1000)
  const overrun = overrunOf(view, now)
  const last = lastCall(view, now)
  const from = overrun?.from ?? null
  return (
    <>
      <output className={overrun === null && last === null ? '' : styles.said}>
        {last !== null
          ? words.keepLast(last.minutes, last.title)
          : overrun !== null && words.endsLate(formatTime(overrun.ends), overrun.over)}
      </output>
      {last !== null ? (
        <Button
          className={styles.press}
          onClick={() => void client.ask({ type: 'phase.go', phase: last.id, finish: true })}
        >
          {words.goLast(last.title)}
        </Button>
      ) : (
        from !== null && (
          <Button
            className={`figures ${styles.press}`}
            onClick={() => void client.ask(from.command)}
          >
            {words.takeFrom(from.minutes, from.title, from.before, from.after)}
          </Button>
        )
      )}
    </>
  )
}
