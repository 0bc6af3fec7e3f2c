import { Suspense, useState } from 'react'
import { Bookmark, Check, Hand } from 'lucide-react'
import { dotsLeft, dotsUsed } from '@plenary/shared/ballot'
import { asksReady } from '@plenary/shared/format'
import { parkingOf } from '@plenary/shared/judge'
import { refusalFor } from '@plenary/shared/permission'
import { AskForTime } from '../chair/MoreTime.tsx'
import { Button } from '../look/Button.tsx'
import type { DotRoundFact, Found } from '../look/rounds.ts'
import { dotRoundOf } from '../look/rounds.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phoneVote } from '../words/phone-vote.ts'
import { ParkingSheet } from './later.ts'
import styles from './Tray.module.css'

const words = desk.tray
/** Circles up to this many; above it the number says it alone. */
const PIPS = 12

/** One's own state at the bottom of the board: dots left, done, a raised hand. */
export function Tray() {
  const client = useClient()
  const { facts, format, mine, phase, you, setting } = useView()
  const [parks, setParks] = useState(false)
  const parking = parkingOf(format)
  const mayPark = useRefusal('park') === null && you.role !== 'facilitator'
  const asks = asksReady(phase)
  const mayReady = useRefusal('ready') === null && asks
  const mayRaise = useRefusal('hand') === null && you.role !== 'facilitator'
  const round = dotRoundOf(facts)
  const votes =
    round?.round.is === 'open' && refusalFor(you, 'dot', { ...setting, opens: ['dots'] }) === null
  if (!mayReady && !mayRaise && !votes) return null
  const place = facts.live.hands[you.id]
  const ready = facts.live.ready
  return (
    <section className={styles.tray} aria-label={words.label}>
      {votes && round !== null && <OwnDots found={round} />}
      {!votes && asks && ready !== undefined && you.role !== 'facilitator' && (
        <p className={`figures ${styles.quiet}`}>{words.readyCount(ready.n, ready.of)}</p>
      )}
      {mayRaise && (
        <Button
          kind="quiet"
          aria-pressed={mine.hand}
          onClick={() => void client.ask({ type: mine.hand ? 'hand.lower' : 'hand.raise' })}
        >
          <Hand size={17} strokeWidth={1.75} aria-hidden="true" />
          {place === undefined ? words.raise : words.handUp(place)}
        </Button>
      )}
      <AskForTime />
      {mayPark && parking !== null && (
        <Button kind="quiet" aria-haspopup="dialog" onClick={() => setParks(true)}>
          <Bookmark size={17} strokeWidth={1.75} aria-hidden="true" />
          {desk.footer.parking}
        </Button>
      )}
      <Suspense>
        {parks && parking !== null && (
          <ParkingSheet section={parking} onClose={() => setParks(false)} />
        )}
      </Suspense>
      {mayReady && (
        <Button
          kind="line"
          aria-pressed={mine.ready}
          onClick={() => void client.ask({ type: 'ready', on: !mine.ready })}
        >
          {mine.ready && <Check size={17} strokeWidth={2.25} aria-hidden="true" />}
          {words.done}
        </Button>
      )}
    </section>
  )
}

function OwnDots({ found }: { found: Found<DotRoundFact> }) {
  const { mine } = useView()
  const { rules } = found.round
  const ballot = mine.dots[found.id] ?? {}
  const left = dotsLeft(ballot, rules)
  const hint =
    left <= 0
      ? ''
      : rules.cap === null
        ? words.stack
        : rules.cap < rules.budget
          ? words.cap(rules.cap)
          : ''
  return (
    <>
      {rules.budget <= PIPS && (
        <span className={styles.pips} aria-hidden="true">
          {Array.from({ length: rules.budget }, (_, index) => (
            <span key={index} className={`${styles.pip} ${index < left ? styles.full : ''}`} />
          ))}
        </span>
      )}
      <div>
        <output className={styles.left}>
          {left < 0 ? phoneVote.tooMany(-left) : phoneVote.left(left)}
        </output>
        <p className={`figures ${styles.quiet}`}>
          {words.placed(dotsUsed(ballot), rules.budget)} {hint}
        </p>
      </div>
      <span className={styles.keys} aria-hidden="true">
        <kbd>+</kbd>
        <kbd>−</kbd>
        {words.keys}
      </span>
    </>
  )
}
