import { useState } from 'react'
import { RefreshCw } from 'lucide-react'
import { ranked } from '@plenary/shared/estimate'
import { sectionOf } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { estimateOf, estimateRoundOf } from '../look/estimate-round.ts'
import { saySplits } from '../look/Strip.tsx'
import { useClient, useIds, useView } from '../sync/hooks.ts'
import { estimate as words } from '../words/estimate.ts'
import styles from './Console.module.css'

/** Opens the numbers of one category again; one that people see differently is proposed. */
export function EstimateAgain() {
  const client = useClient()
  const { facts, format, phase } = useView()
  const section = phase === null ? null : sectionOf(format, phase.section)
  const matrix = section?.kind === 'matrix' ? section : null
  const lanes = useIds(matrix?.of ?? '', 'lane')
  const [chosen, setChosen] = useState<string | null>(null)
  const found = matrix === null ? null : estimateRoundOf(facts, matrix.id)
  if (matrix === null || found === null) return null
  const resultOf = (lane: string) => estimateOf(facts, found.id, lane)
  const rows = ranked(lanes, (lane) => resultOf(lane)?.product ?? null)
    .map(({ item }) => item)
    .filter((lane) => resultOf(lane)?.product != null)
  const split = rows.find((lane) => saySplits(matrix, resultOf(lane)?.axes ?? {}) !== null)
  const lane = rows.find((one) => one === chosen) ?? split ?? rows[0]
  if (lane === undefined) return null
  return (
    <div className={styles.row}>
      <RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />
      <label className={`${styles.grow} ${styles.again}`}>
        <span>{words.again}</span>
        <select className="field" value={lane} onChange={(event) => setChosen(event.target.value)}>
          {rows.map((one) => (
            <option key={one} value={one}>
              {client.entry(one)?.text}
            </option>
          ))}
        </select>
      </label>
      <Button
        kind="quiet"
        onClick={() => void client.ask({ type: 'estimate.reopen', round: found.id, target: lane })}
      >
        {words.reopen}
      </Button>
    </div>
  )
}
