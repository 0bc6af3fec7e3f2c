import { useState } from 'react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CommandOf } from '@plenary/shared/command'
import { MINUTES_MAX, TITLE_MAX } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import styles from './AgendaEdit.module.css'

interface Row {
  id: string
  title: string
  minutes: number
  skipped: boolean
}
type Steps = CommandOf<'agenda.set'>['steps']

/** The phases with their titles, minutes and order, to be changed while the session runs. */
export function AgendaEdit() {
  const client = useClient()
  const { facts } = useView()
  const rows: Row[] = Object.entries(facts.steps)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, { title, minutes, skipped }]) => ({ id, title, minutes, skipped }))
  /** The command names every phase, so that all of them stay where they are. */
  const set = (order: readonly Row[], id?: string, change: Partial<Steps[number]> = {}) =>
    void client.ask({
      type: 'agenda.set',
      steps: order.map((row) => ({ phase: row.id, ...(row.id === id ? change : {}) })),
    })
  const swap = (at: number, to: number) => {
    const order = [...rows]
    const [moved] = order.splice(at, 1)
    if (moved === undefined) return
    order.splice(to, 0, moved)
    set(order)
  }
  return (
    <ol className={styles.rows}>
      {rows.map((row, index) => (
        <li
          key={row.id}
          className={`${styles.row} ${row.skipped ? styles.skipped : ''}`}
          aria-current={row.id === facts.phase?.id ? 'step' : undefined}
        >
          <Field
            // A change that came from elsewhere is a fresh field.
            key={row.title}
            label={words.titleOf(row.title)}
            value={row.title}
            max={TITLE_MAX}
            onSave={(title) => set(rows, row.id, { title })}
          />
          <Field
            key={`${row.minutes} min`}
            label={words.minutesOf(row.title)}
            value={String(row.minutes)}
            number
            onSave={(text) => {
              const minutes = Math.round(Number(text))
              if (minutes >= 1 && minutes <= MINUTES_MAX) set(rows, row.id, { minutes })
            }}
          />
          <Button
            kind="quiet"
            icon
            aria-disabled={index === 0}
            aria-label={words.earlier(row.title)}
            onClick={() => index > 0 && swap(index, index - 1)}
          >
            <ArrowUp size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <Button
            kind="quiet"
            icon
            aria-disabled={index === rows.length - 1}
            aria-label={words.later(row.title)}
            onClick={() => index < rows.length - 1 && swap(index, index + 1)}
          >
            <ArrowDown size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <Button
            kind="quiet"
            aria-pressed={row.skipped}
            aria-label={words.skipOf(row.title)}
            onClick={() => set(rows, row.id, { skipped: !row.skipped })}
          >
            {words.skip}
          </Button>
        </li>
      ))}
    </ol>
  )
}

interface FieldProps {
  label: string
  value: string
  max?: number
  number?: boolean
  onSave: (value: string) => void
}

/** Saved when it is left or Enter is pressed, if it is another one. */
function Field({ label, value, max, number = false, onSave }: FieldProps) {
  const [text, setText] = useState(value)
  const save = () => {
    if (text.trim() === '') setText(value)
    else if (text.trim() !== value) onSave(text)
  }
  return (
    <input
      className={`field figures ${number ? styles.number : styles.title}`}
      type={number ? 'number' : 'text'}
      min={number ? 1 : undefined}
      maxLength={max}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
    />
  )
}
