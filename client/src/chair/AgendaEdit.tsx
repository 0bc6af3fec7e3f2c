import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CommandOf } from '@plenary/shared/command'
import { MINUTES_MAX, TITLE_MAX } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { useAsked } from '../look/useAsked.ts'
import { useMoves } from '../look/useMoves.ts'
import { useSaved } from '../look/useSaved.ts'
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
  const { inOrder, move } = useMoves(rows)
  const set = async (phase: string, change: Omit<Steps[number], 'phase'>) => {
    const { ok, message = '' } = await client.ask({
      type: 'agenda.set',
      steps: [{ phase, ...change }],
      move: null,
    })
    return ok ? null : message
  }
  return (
    <ol className={styles.rows}>
      {inOrder.map((row, index) => (
        <li
          key={row.id}
          className={`${styles.row} ${row.skipped ? styles.skipped : ''}`}
          aria-current={row.id === facts.phase?.id ? 'step' : undefined}
        >
          <Field
            label={words.titleOf(row.title)}
            value={row.title}
            max={TITLE_MAX}
            onSave={async (title) => (title.trim() === '' ? null : set(row.id, { title }))}
          />
          <Field
            label={words.minutesOf(row.title)}
            value={String(row.minutes)}
            number
            onSave={async (text) => {
              const minutes = Math.round(Number(text))
              const fits = minutes >= 1 && minutes <= MINUTES_MAX
              return text === '' ? null : fits ? set(row.id, { minutes }) : ''
            }}
          />
          <Button
            kind="quiet"
            icon
            aria-disabled={index === 0}
            aria-label={words.earlier(row.title)}
            onClick={() => move(row.id, -1)}
          >
            <ArrowUp size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <Button
            kind="quiet"
            icon
            aria-disabled={index === rows.length - 1}
            aria-label={words.later(row.title)}
            onClick={() => move(row.id, 1)}
          >
            <ArrowDown size={17} strokeWidth={1.75} aria-hidden="true" />
          </Button>
          <Skip row={row} onSkip={(skipped) => set(row.id, { skipped })} />
        </li>
      ))}
    </ol>
  )
}

function Skip({ row, onSkip }: { row: Row; onSkip: (skipped: boolean) => unknown }) {
  const [skipped, ask] = useAsked(row.skipped, onSkip)
  return (
    <Button
      kind="quiet"
      aria-pressed={skipped}
      aria-label={words.skipOf(row.title)}
      onClick={() => ask(!skipped)}
    >
      {words.skip}
    </Button>
  )
}

interface FieldProps {
  label: string
  value: string
  max?: number
  number?: boolean
  /** null when it is saved, or nothing was typed to save; else what was typed stays. */
  onSave: (value: string) => Promise<string | null>
}

/** Saved when it is left or Enter is pressed, if it is another one. */
function Field({ label, value, max, number = false, onSave }: FieldProps) {
  const { text, type, leave } = useSaved(value, onSave)
  return (
    <input
      className={`field figures ${number ? styles.number : styles.title}`}
      type={number ? 'number' : 'text'}
      min={number ? 1 : undefined}
      maxLength={max}
      aria-label={label}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
