import { useState } from 'react'
import { promiseRefusal } from '@plenary/shared/ballot'
import type { DotRules } from '@plenary/shared/format'
import type { Refusal } from '@plenary/shared/refusal'
import { sectionOf } from '@plenary/shared/format'
import { holdsCards } from '@plenary/shared/holds-cards'
import { Button } from '../look/Button.tsx'
import { dotRoundOf } from '../look/rounds.ts'
import { capsFor, rulesOf } from '../look/round-rules.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { seldom } from '../words/seldom.ts'
import { desk } from '../words/desk.ts'
import { refusals } from '../words/refusals.ts'
import { Switch } from './Switch.tsx'
import styles from './Console.module.css'

const words = desk.poll
const USUAL: DotRules = { budget: 3, cap: null, live: false }
const BUDGET_MAX = 100

/** A dot vote may be opened in any phase; while it is open its rules can change. */
export function VotePanel() {
  const client = useClient()
  const { facts, format, phase } = useView()
  const [form, setForm] = useState<DotRules | null>(null)
  const found = dotRoundOf(facts)
  const open = found?.round.is === 'open' ? found : null
  const here = phase === null ? null : sectionOf(format, phase.section)
  const section = holdsCards(here) ? here : format.sections.find(holdsCards)
  if (section === undefined) return null
  return (
    <section className={styles.group} aria-label={words.title}>
      <div className={styles.head}>
        <h2>{words.title}</h2>
        {form === null && (
          <Button
            kind="quiet"
            onClick={() => setForm(open === null ? USUAL : rulesOf(open.round.rules))}
          >
            {open === null ? words.open : words.change}
          </Button>
        )}
      </div>
      {open !== null && form === null && (
        <div className={styles.row}>
          <p className={`figures ${styles.grow}`}>
            {words.rules(open.round.rules.budget, open.round.rules.cap, open.round.rules.live)}
            {open.round.rules.own === false && `, ${words.noOwn}`}
          </p>
          <Button onClick={() => void client.ask({ type: 'round.close', round: open.id })}>
            {words.close}
          </Button>
        </div>
      )}
      {form !== null && (
        <RulesForm
          rules={form}
          promised={open === null ? null : promiseRefusal((facts.live.voted?.n ?? 0) > 0)}
          onChange={setForm}
          yes={open === null ? words.start : words.changeYes}
          hint={words.openHere(section.title)}
          onYes={() => {
            setForm(null)
            void client.ask(
              open === null
                ? { type: 'round.open', section: section.id, rules: form }
                : { type: 'round.change', round: open.id, rules: form },
            )
          }}
          onNo={() => setForm(null)}
        />
      )}
    </section>
  )
}

interface RulesFormProps {
  rules: DotRules
  /** Why totals can be neither shown nor hidden any more. */
  promised: Refusal | null
  yes: string
  hint: string
  onChange: (rules: DotRules) => void
  onYes: () => void
  onNo: () => void
}

function RulesForm({ rules, promised, yes, hint, onChange, onYes, onNo }: RulesFormProps) {
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        onYes()
      }}
    >
      <p className={styles.hint}>{hint}</p>
      <label>
        <span>{words.budget}</span>
        <input
          className="field"
          type="number"
          min={1}
          max={BUDGET_MAX}
          value={rules.budget}
          onChange={(event) => {
            const budget = Math.round(event.target.valueAsNumber)
            if (budget >= 1 && budget <= BUDGET_MAX) onChange({ ...rules, budget })
          }}
        />
      </label>
      <label>
        <span>{words.cap}</span>
        <select
          className="field"
          value={rules.cap ?? ''}
          onChange={(event) =>
            onChange({
              ...rules,
              cap: event.target.value === '' ? null : Number(event.target.value),
            })
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
      <Switch
        label={words.live}
        hint={promised === null ? undefined : refusals[promised]}
        on={rules.live}
        disabled={promised !== null}
        onChange={(live) => onChange({ ...rules, live })}
      />
      <Switch
        label={words.ownCards}
        on={rules.own !== false}
        onChange={(own) => onChange({ ...rules, own })}
      />
      <div className={styles.row}>
        <Button type="submit" kind="primary">
          {yes}
        </Button>
        <Button kind="quiet" onClick={onNo}>
          {seldom.cancel}
        </Button>
      </div>
    </form>
  )
}
