import { Suspense } from 'react'
import { movesCards } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { estimateRoundOf } from '../look/estimate-round.ts'
import { dotRoundOf } from '../look/rounds.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { NextTopics } from './later.ts'
import { CardControls } from './card-parts.ts'
import { Switch } from './Switch.tsx'
import styles from './Console.module.css'

const words = desk.console

/** What this phase can lock, pour or reveal. */
export function PhaseControls() {
  const client = useClient()
  const { facts, phase, mine } = useView()
  return (
    <section className={styles.group} aria-label={words.controls}>
      {facts.solo !== true && (movesCards(phase) || facts.cardsLocked) && (
        <Switch
          label={words.lockCards}
          hint={words.lockCardsHint}
          on={facts.cardsLocked}
          onChange={(cards) => client.ask({ type: 'session.lock', cards })}
        />
      )}
      {mine.late === true && (
        <div className={styles.row}>
          <p className={`${styles.grow} ${styles.hint}`}>{words.lateHint}</p>
          <Button kind="line" onClick={() => void client.ask({ type: 'pour.late' })}>
            {words.late}
          </Button>
        </div>
      )}
      <Suspense>
        <CardControls />
      </Suspense>
      {phase?.opens.includes('dots') === true &&
        dotRoundOf(facts, phase.section)?.round.is === 'closed' && (
          <Suspense>
            <NextTopics from="dots" />
          </Suspense>
        )}
      {phase?.opens.includes('estimates') === true && <EstimateControls section={phase.section} />}
    </section>
  )
}

function EstimateControls({ section }: { section: string }) {
  const client = useClient()
  const { facts } = useView()
  const found = estimateRoundOf(facts, section)
  if (found === null)
    return (
      <Button onClick={() => void client.ask({ type: 'estimate.open', section })}>
        {words.estimateStart}
      </Button>
    )
  if (found.round.is === 'closed')
    return (
      <Suspense>
        <NextTopics from="estimates" />
      </Suspense>
    )
  if (facts.solo === true) return null
  const { n = 0, of = 0 } = facts.live.voted ?? {}
  return <output className="figures">{words.estimateIn(n, of)}</output>
}
