import { useState } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { shorten } from '../look/shorten.ts'
import { useClient } from '../sync/hooks.ts'
import { finish as words } from '../words/finish.ts'
import styles from './Fields.module.css'

/** Until when. The browser's own field shows the day as the person writes days. */
export function DueField({ entry }: { entry: Entry }) {
  const client = useClient()
  const due = entry.due ?? ''
  return (
    <DayField
      label={words.dueOf(shorten(entry.text))}
      day={due}
      onDay={(day) => client.setField(entry.id, 'due', day)}
    />
  )
}

interface DayFieldProps {
  label: string
  /** An ISO date, or '' for none. */
  day: string
  onDay: (day: string) => void
}

/** A day of the calendar; tells only whole ones, so that nobody sees a year being typed. */
function DayField({ label, day, onDay }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      type="date"
      className={`field ${styles.field} ${styles.day} ${day === '' ? styles.empty : ''}`}
      aria-label={label}
      value={typed ?? day}
      onChange={(event) => {
        const { value } = event.target
        // Typing the year of 2026 goes through 0002, 0020 and 0202.
        if (value === '' || value >= '1900') {
          setTyped(null)
          onDay(value)
        } else setTyped(value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
