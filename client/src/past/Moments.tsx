import { useState } from 'react'
import { PERSON_NAME_MAX } from '@plenary/shared/person'
import type { ToldPoint } from '@plenary/shared/history-point'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { useBegun } from '../look/useBegun.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { past as words } from '../words/past.ts'
import { momentTime, nameOf } from './name.ts'
import styles from './HistoryPage.module.css'

interface MomentsProps {
  points: readonly ToldPoint[]
  chosen: string | null
  onKept: () => void
}

/** The moments that are kept, the newest first; whoever leads keeps another one. */
export function Moments({ points, chosen, onKept }: MomentsProps) {
  const { facts, sessionId } = useView()
  const leads = useRefusal('lead') === null
  return (
    <div className={styles.moments}>
      {leads && <NameMoment onKept={onKept} />}
      <p className={styles.quiet}>{points.length === 0 ? words.none : words.about}</p>
      <ol className={styles.list} aria-label={words.moments}>
        {points.map((point) => (
          <li key={point.id}>
            <Link
              className={styles.moment}
              href={`/s/${sessionId}/history/${point.id}`}
              aria-current={point.id === chosen ? 'page' : undefined}
            >
              <span dir="auto" className={styles.name}>
                {nameOf(point)}
              </span>
              <span className={styles.under}>{under(point, facts)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** When, in which phase, by whom. */
function under(
  { at, is, phase, by }: ToldPoint,
  { steps, people }: ReturnType<typeof useView>['facts'],
): string {
  const title = phase === null || is === 'phase' ? undefined : steps[phase]?.title
  const who = by === null || is !== 'named' ? undefined : people[by]?.name
  const parts = [momentTime(at), title, who === undefined ? undefined : words.by(who)]
  return parts.filter((part) => part !== undefined).join(' · ')
}

function NameMoment({ onKept }: { onKept: () => void }) {
  const client = useClient()
  // On a phone the field goes away with every moment that is looked at.
  const [name, setName] = useBegun('moment')
  const [busy, setBusy] = useState(false)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (busy || name.trim() === '') return
        setBusy(true)
        void client.ask({ type: 'history.mark', name }).then(({ ok }) => {
          setBusy(false)
          if (!ok) return
          client.notify({ is: 'info', message: words.kept(name.trim()) })
          // What was typed since is the name of another one.
          if (client.begun.of('moment') === name) setName('')
          onKept()
        })
      }}
    >
      <label className={styles.field}>
        <span className="label">{words.name}</span>
        <input
          className="field"
          dir="auto"
          value={name}
          placeholder={words.nameHint}
          maxLength={PERSON_NAME_MAX}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" busy={busy} disabled={name.trim() === ''}>
        {words.keep}
      </Button>
    </form>
  )
}
