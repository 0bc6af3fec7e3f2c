import { useState } from 'react'
import { ranked, stepsOf } from '@plenary/shared/estimate'
import { Button } from '../look/Button.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { formatStep } from '../look/clock.ts'
import { RiskChart } from '../look/RiskChart.tsx'
import { Strip, saySplits } from '../look/Strip.tsx'
import { estimateOf } from '../look/estimate-round.ts'
import { useClient, useEntry, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { estimate } from '../words/estimate.ts'
import { figure } from '../words/figure.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import type { Matrix } from '../look/matrix.ts'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { Ellipsis } from 'lucide-react'
import styles from './Estimate.module.css'
import list from '../look/List.module.css'

const words = phoneEstimate

/** The lanes, highest product first; equals share a rank. */
export function EstimateResult({ matrix, round }: { matrix: Matrix; round: string }) {
  const { facts } = useView()
  const lanes = useIds(matrix.of, 'lane')
  const results = new Map(lanes.map((lane) => [lane, estimateOf(facts, round, lane)]))
  const rows = ranked(lanes, (lane) => results.get(lane)?.product ?? null)
  return (
    <Screen>
      <Question />
      <WhoSees hidden={false}>{words.product}</WhoSees>
      <ol className={list.list} aria-label={words.result}>
        {rows.map(({ item, rank, tied }) => (
          <li key={item}>
            <Row
              lane={item}
              index={lanes.indexOf(item)}
              matrix={matrix}
              round={round}
              rank={words.rank(rank, tied)}
            />
          </li>
        ))}
      </ol>
      <p className={styles.legend} aria-hidden="true">
        <span>
          <span className={styles.person} />
          {estimate.onePerson}
        </span>
        <span>
          <span className={styles.bar} />
          {estimate.average}
        </span>
      </p>
      {matrix.axes.length === 2 && <RiskChart matrix={matrix} lanes={lanes} results={results} />}
    </Screen>
  )
}

interface RowProps {
  lane: string
  index: number
  matrix: Matrix
  round: string
  rank: string
}

function Row({ lane, index, matrix, round, rank }: RowProps) {
  const { facts } = useView()
  const leads = useRefusal('lead') === null
  const name = useEntry(lane)?.text ?? ''
  const [open, setOpen] = useState(false)
  const result = estimateOf(facts, round, lane)
  const axes = matrix.axes.flatMap((axis) => {
    const value = result?.axes[axis.id]
    return value === undefined ? [] : [{ axis, value }]
  })
  const numbers = axes.filter(({ value }) => value.shown !== null)
  const split = result === null ? null : saySplits(matrix, result.axes)
  return (
    <div className={styles.result}>
      <div className={styles.head}>
        <span className={`figures ${styles.rank}`}>{rank}</span>
        <Glyph index={index} size={16} />
        <h2 className={styles.name} dir="auto">
          {name}
        </h2>
        <span className={`figures ${styles.product}`}>
          {result?.product == null ? '–' : figure(result.product)}
        </span>
        {leads && (
          <Button kind="quiet" icon aria-label={words.more(name)} onClick={() => setOpen(true)}>
            <Ellipsis size={20} strokeWidth={2} aria-hidden="true" />
          </Button>
        )}
      </div>
      {numbers.map(({ axis, value }) => (
        <div key={axis.id} className={styles.spread}>
          <p className={`figures ${styles.axes}`}>
            <span>{value.shown !== null && words.axis(axis.title, value.shown)}</span>
            {value.agreed !== undefined && (
              <span className={styles.quiet}>
                {value.mean === null ? estimate.agreed : estimate.agreedOn(value.mean)}
              </span>
            )}
          </p>
          <Strip axis={axis} scale={matrix.scale} result={value} />
        </div>
      ))}
      {numbers.length === 0 && <p className={list.quiet}>{words.noNumber}</p>}
      {split !== null && (
        <p className={styles.split}>
          {split} <b>{estimate.bothEnds}</b>
        </p>
      )}
      {open && (
        <Sheet title={name} onClose={() => setOpen(false)}>
          {axes.map(({ axis, value }) => (
            <Settle key={axis.id} {...{ axis, matrix, round, lane }} agreed={value.agreed} />
          ))}
          <Reopen round={round} lane={lane} onDone={() => setOpen(false)} />
        </Sheet>
      )}
    </div>
  )
}

interface SettleProps {
  axis: Matrix['axes'][number]
  matrix: Matrix
  round: string
  lane: string
  agreed: number | undefined
}

/** An agreed number beside the kept average. */
function Settle({ axis, matrix, round, lane, agreed }: SettleProps) {
  const client = useClient()
  return (
    <label className={styles.settle}>
      <span>{words.settle(axis.title)}</span>
      <select
        className={`field ${styles.select}`}
        value={agreed === undefined ? '' : String(agreed)}
        onChange={(event) => {
          const value = event.target.value === '' ? null : Number(event.target.value)
          void client.ask({ type: 'estimate.settle', round, target: lane, axis: axis.id, value })
        }}
      >
        <option value="">{words.settleNone}</option>
        {stepsOf(matrix.scale).map((value) => (
          <option key={value} value={value}>
            {formatStep(value)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Reopen({ round, lane, onDone }: { round: string; lane: string; onDone: () => void }) {
  const client = useClient()
  return (
    <Button
      large
      onClick={() => {
        void client.ask({ type: 'estimate.reopen', round, target: lane })
        onDone()
      }}
    >
      {words.reopen}
    </Button>
  )
}
