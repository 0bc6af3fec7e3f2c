import { useId, useState } from 'react'
import { CalendarPlus, X } from 'lucide-react'
import { CHECK_INS_MAX } from '@plenary/shared/day'
import { Button } from '../look/Button.tsx'
import { sayDay, today } from '../look/day.ts'
import { peopleIn } from '../look/room.ts'
import { useSaved } from '../look/useSaved.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { finish as words } from '../words/finish.ts'
import { ownerName } from './owner.ts'
import styles from './Afterwards.module.css'

/** Longest words about when to look again. Characters. */
const CHECK_INS_WORDS_MAX = 400

/** Who sends the notes round, and when the worries are looked at again; to read for who does not lead. */
export function Afterwards() {
  const leads = useRefusal('lead') === null
  return (
    <div className={styles.afterwards}>
      {leads ? (
        <>
          <Sender />
          <CheckIns />
        </>
      ) : (
        <Said />
      )}
    </div>
  )
}

export function Sender() {
  const client = useClient()
  const view = useView()
  return (
    <label className={styles.field}>
      <span className="label">{words.sender}</span>
      <select
        className="field"
        value={view.facts.notes.by ?? ''}
        onChange={(event) =>
          void client.ask({ type: 'notes.by', person: event.target.value || null })
        }
      >
        <option value="">{words.nobodyYet}</option>
        {peopleIn(view).map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** In words, and as days of the calendar that a calendar file can hold. */
export function CheckIns() {
  const client = useClient()
  const { checkIns } = useView().facts.notes
  const field = useSaved(checkIns, async (text) => {
    const { ok, message = '' } = await client.ask({ type: 'notes.by', checkIns: text })
    return ok ? null : message
  })
  const hint = useId()
  return (
    <>
      <label className={styles.field}>
        <span className="label">{words.checkIns}</span>
        <input
          className="field"
          value={field.text}
          aria-describedby={hint}
          dir="auto"
          maxLength={CHECK_INS_WORDS_MAX}
          onChange={(event) => field.type(event.target.value)}
          onBlur={field.leave}
        />
      </label>
      <p id={hint} className={styles.hint}>
        {words.checkInsHint}
      </p>
      <CheckInDays />
    </>
  )
}

function CheckInDays() {
  const client = useClient()
  const { checkInDates } = useView().facts.notes
  const [adding, setAdding] = useState(false)
  const set = (day: string, on: boolean) =>
    void client.ask({ type: 'notes.by', checkIn: { day, on } })
  const more = checkInDates.length < CHECK_INS_MAX
  return (
    <fieldset className={styles.days}>
      <legend className="unseen">{words.checkInDates}</legend>
      {checkInDates.map((day) => (
        <span key={day} className={styles.day}>
          {sayDay(day)}
          <button
            type="button"
            className={styles.remove}
            aria-label={words.removeCheckIn(sayDay(day, 'long'))}
            onClick={() => set(day, false)}
          >
            <X size={14} strokeWidth={2} aria-hidden="true" />
          </button>
        </span>
      ))}
      {adding && more ? (
        <NewDay
          label={words.checkInDay(checkInDates.length + 1)}
          onDay={(day) => {
            setAdding(false)
            if (day !== '') set(day, true)
          }}
        />
      ) : (
        more && (
          <Button kind="quiet" onClick={() => setAdding(true)}>
            <CalendarPlus size={16} strokeWidth={1.75} aria-hidden="true" />
            {checkInDates.length === 0 ? words.addCheckIn : words.anotherCheckIn}
          </Button>
        )
      )}
    </fieldset>
  )
}

/** A day is taken when the field is left or Enter says so: typing one goes through others. */
function NewDay({ label, onDay }: { label: string; onDay: (day: string) => void }) {
  return (
    <input
      type="date"
      className={`field ${styles.new}`}
      aria-label={label}
      min={today()}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to add a day
      autoFocus
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDay('')
      }}
      onBlur={(event) => onDay(event.target.value)}
    />
  )
}

function Said() {
  const view = useView()
  const { by, checkIns, checkInDates } = view.facts.notes
  const when = [checkIns, ...checkInDates.map((day) => sayDay(day))].filter((one) => one !== '')
  return (
    <>
      <p>
        {words.sender} <b>{by === null ? words.nobodyYet : ownerName(view, by)}</b>
      </p>
      <p>
        {words.checkIns} <b>{when.length === 0 ? words.nothingYet : when.join(', ')}</b>
      </p>
    </>
  )
}
