import { useMemo } from 'react'
import { ANYONE_AFTER, STANDIN_AFTER, readVacancy, takeRefusal } from '@plenary/shared/chair'
import { Button } from '../look/Button.tsx'
import { useClient, useNow, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import styles from './ChairNotice.module.css'

/** A connection that is back so soon is not spoken of. Milliseconds. */
const TELL_AFTER = 4_000

/** The chair is empty: nothing is lost, and who may take it when. */
export default function ChairNotice() {
  const client = useClient()
  const { facts, you } = useView()
  const now = useNow(1000)
  const { timer } = facts
  const chair = useMemo(() => readVacancy(facts.chair), [facts.chair])
  if (chair === null || now - chair.since < TELL_AFTER) return <output />
  const mayTake = takeRefusal(you, chair) === null
  const wait = you.standin === true ? STANDIN_AFTER : ANYONE_AFTER
  const seconds = Math.max(1, Math.ceil((chair.since + wait - now) / 1000))
  const name = facts.people[chair.by]?.name ?? words.theLead
  return (
    <div className={styles.notice}>
      <output className={styles.words}>
        <b>{words.dropped(name, timer.is === 'running')}</b>{' '}
        {mayTake ? words.mayTake : you.standin === true ? words.standinSoon : words.anyoneSoon}
      </output>
      {mayTake ? (
        <Button kind="primary" onClick={() => void client.ask({ type: 'chair.take' })}>
          {words.take}
        </Button>
      ) : (
        <span className="figures" aria-hidden="true">
          {words.seconds(seconds)}
        </span>
      )}
    </div>
  )
}
