import { useId } from 'react'
import { EXPECTED_MAX, readPlan } from '@plenary/shared/plan'
import { useAsked } from '../look/useAsked.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { refusals } from '../words/refusals.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import { SavedField } from './SavedField.tsx'
import { save } from './saving.ts'
import styles from './SetUp.module.css'

/** How many come, whether cards carry names, who leads and who steps in. */
export function PeoplePart() {
  const client = useClient()
  const { facts, you } = useView()
  const plan = readPlan(facts.plan)
  const [nameless, askNameless] = useAsked(facts.anonymous, (anonymous) =>
    client.ask({ type: 'session.setup', anonymous }),
  )
  return (
    <SetUpPart title={words.people}>
      <SavedField
        label={words.expected}
        hint={words.expectedHint}
        type="number"
        className={styles.short}
        value={plan.expected === null ? '' : String(plan.expected)}
        onSave={async (text) => {
          const expected = text.trim() === '' ? null : Number(text)
          const fits =
            expected === null ||
            (Number.isInteger(expected) && expected >= 1 && expected <= EXPECTED_MAX)
          return fits ? save(client, { type: 'plan.set', expected }) : refusals['not-expected']
        }}
      />
      <fieldset className={styles.names}>
        <legend className="label">{words.namesLegend}</legend>
        {[true, false].map((anonymous) => (
          <Choice
            key={String(anonymous)}
            type="radio"
            label={anonymous ? words.nameless : words.named}
            hint={anonymous ? words.namelessHint : words.namedHint}
            checked={nameless === anonymous}
            disabled={facts.status !== 'setup'}
            onChange={() => askNameless(anonymous)}
          />
        ))}
        <p className={styles.hint}>{words.namesOnce}</p>
      </fieldset>
      <Choice
        type="checkbox"
        label={words.takesPart}
        hint={words.takesPartHint}
        checked={you.takesPart}
        disabled={facts.status !== 'setup'}
        onChange={(takesPart) => client.ask({ type: 'session.setup', takesPart })}
      />
      <div className={styles.pair}>
        <SavedField
          label={words.standin}
          hint={words.standinHint}
          value={plan.standin}
          max={80}
          onSave={(standin) => save(client, { type: 'plan.set', standin })}
        />
        <SavedField
          label={words.notesTo}
          hint={words.notesHint}
          value={plan.notesTo}
          max={80}
          onSave={(notesTo) => save(client, { type: 'plan.set', notesTo })}
        />
      </div>
    </SetUpPart>
  )
}

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  label: string
  hint: string
  checked: boolean
  disabled: boolean
  onChange: (on: boolean) => unknown
}

function Choice({ type, label, hint, checked, disabled, onChange }: ChoiceProps) {
  const id = useId()
  const more = useId()
  const [shown, ask] = useAsked(checked, onChange)
  return (
    <div className={styles.choice}>
      <input
        id={id}
        type={type}
        checked={shown}
        disabled={disabled}
        aria-describedby={more}
        onChange={(event) => ask(event.target.checked)}
      />
      <span>
        <label htmlFor={id}>
          <b>{label}</b>
        </label>
        <span id={more} className={styles.hint}>
          {hint}
        </span>
      </span>
    </div>
  )
}
