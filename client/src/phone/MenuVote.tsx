import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import { dotRoundOf } from '../look/rounds.ts'
import { sectionOf } from '@plenary/shared/format'
import { useClient, useView } from '../sync/hooks.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { Part } from './Part.tsx'
import styles from './Menu.module.css'

const words = phoneMenu
const DOTS = 3

/** A dot vote may be opened in any phase. */
export function MenuVote({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts, format, phase, mine } = useView()
  const [budget, setBudget] = useState(DOTS)
  const [live, setLive] = useState(false)
  const own = phase === null ? null : sectionOf(format, phase.section)
  const section =
    own?.kind === 'columns' ? own : format.sections.find((one) => one.kind === 'columns')
  return (
    <Part title={words.vote}>
      {dotRoundOf(facts)?.round.is === 'open' ? (
        <p>{words.voteOpen}</p>
      ) : (
        section !== undefined && (
          <>
            <label className={styles.row}>
              <span className={styles.name}>{words.dotsEach}</span>
              <input
                className={`field ${styles.number}`}
                type="number"
                inputMode="numeric"
                min={1}
                max={20}
                value={budget}
                onChange={(event) =>
                  setBudget(Math.min(20, Math.max(1, Math.round(Number(event.target.value)) || 1)))
                }
              />
            </label>
            <label className={styles.choice}>
              <input
                type="checkbox"
                checked={live}
                onChange={(event) => setLive(event.target.checked)}
              />
              {words.liveTotals}
            </label>
            <Button
              onClick={() => {
                const rules = { budget, cap: null, live }
                void client.ask({ type: 'round.open', section: section.id, rules })
                onDone()
              }}
            >
              {words.openVote}
            </Button>
          </>
        )
      )}
      {mine.late === true && (
        <Button kind="quiet" onClick={() => void client.ask({ type: 'pour.late' })}>
          {words.pourLate}
        </Button>
      )}
    </Part>
  )
}
