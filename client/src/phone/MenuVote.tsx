import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import { dotRoundOf } from '../look/rounds.ts'
import { capsFor, rulesOf } from '../look/round-rules.ts'
import { promiseRefusal } from '@plenary/shared/ballot'
import type { DotRules } from '@plenary/shared/format'
import { sectionOf } from '@plenary/shared/format'
import { holdsCards } from '@plenary/shared/holds-cards'
import { useClient, useView } from '../sync/hooks.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { refusals } from '../words/refusals.ts'
import { MenuPart } from './MenuPart.tsx'
import styles from './Menu.module.css'

const words = phoneMenu
const USUAL: DotRules = { budget: 3, cap: null, live: false }
const BUDGET_MAX = 100

/** A dot vote may be opened in any phase; while it is open its rules can change. */
export function MenuVote({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts, format, phase, mine } = useView()
  const found = dotRoundOf(facts)
  const open = found?.round.is === 'open' ? found : null
  const [rules, setRules] = useState<DotRules>(() =>
    open === null ? USUAL : rulesOf(open.round.rules),
  )
  const here = phase === null ? null : sectionOf(format, phase.section)
  const section = holdsCards(here) ? here : format.sections.find(holdsCards)
  const promised = open === null ? null : promiseRefusal((facts.live.voted?.n ?? 0) > 0)
  return (
    <MenuPart title={words.vote}>
      {open !== null && <p>{words.voteOpen}</p>}
      {section !== undefined && (
        <>
          <label className={styles.row}>
            <span className={styles.name}>{words.dotsEach}</span>
            <input
              className={`field ${styles.number}`}
              type="number"
              inputMode="numeric"
              min={1}
              max={BUDGET_MAX}
              value={rules.budget}
              onChange={(event) => {
                const budget = Math.round(event.target.valueAsNumber)
                if (budget >= 1 && budget <= BUDGET_MAX) setRules({ ...rules, budget })
              }}
            />
          </label>
          <label className={styles.row}>
            <span className={styles.name}>{words.cap}</span>
            <select
              className={`field ${styles.cap}`}
              value={rules.cap ?? ''}
              onChange={({ target: { value } }) =>
                setRules({ ...rules, cap: value === '' ? null : Number(value) })
              }
            >
              <option value="">{words.noCap}</option>
              {capsFor(rules).map((cap) => (
                <option key={cap} value={cap}>
                  {cap}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={rules.live}
              disabled={promised !== null}
              onChange={(event) => setRules({ ...rules, live: event.target.checked })}
            />
            {words.liveTotals}
          </label>
          {promised !== null && <p className={styles.hint}>{refusals[promised]}</p>}
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={rules.own !== false}
              onChange={(event) => setRules({ ...rules, own: event.target.checked })}
            />
            {words.ownCards}
          </label>
          <Button
            onClick={() => {
              void client.ask(
                open === null
                  ? { type: 'round.open', section: section.id, rules }
                  : { type: 'round.change', round: open.id, rules },
              )
              onDone()
            }}
          >
            {open === null ? words.openVote : words.changeRules}
          </Button>
        </>
      )}
      {mine.late === true && (
        <Button kind="quiet" onClick={() => void client.ask({ type: 'pour.late' })}>
          {words.pourLate}
        </Button>
      )}
    </MenuPart>
  )
}
