import { Eye, EyeOff, Table2 } from 'lucide-react'
import type { EstimateResult } from '@plenary/shared/estimate'
import { ranked } from '@plenary/shared/estimate'
import { sectionOf } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { formatStep } from '../look/clock.ts'
import { copyText } from '../look/copy.ts'
import { estimateTable } from '../look/estimate-table.ts'
import { productTitle } from '../look/matrix.ts'
import { RiskChart } from '../look/RiskChart.tsx'
import { estimateOf, estimateRoundOf } from '../look/estimate-round.ts'
import { useQuestionFocus } from '../look/useQuestionFocus.ts'
import { useClient, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { estimate } from '../words/estimate.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import { Chip } from './Chip.tsx'
import { EstimateRow } from './EstimateRow.tsx'
import { Frame } from './Frame.tsx'
import styles from './Estimate.module.css'
import panel from './Panel.module.css'

const words = desk.estimate

/** Blind numbers for every category; together revealed, ranked and settled. */
export default function Estimate() {
  const client = useClient()
  const { format, phase, facts, you } = useView()
  const section = phase === null ? null : sectionOf(format, phase.section)
  const matrix = section?.kind === 'matrix' ? section : null
  const lanes = useIds(matrix?.of ?? '', 'lane')
  const refused = useRefusal('estimate')
  const found = matrix === null ? null : estimateRoundOf(facts, matrix.id)
  useQuestionFocus(found?.round.is)
  if (matrix === null || found === null)
    return (
      <Frame>
        <p className={panel.quiet}>
          {lanes.length === 0 ? phoneEstimate.noLanes : phoneEstimate.noRound}
        </p>
      </Frame>
    )
  const results = new Map(lanes.map((lane) => [lane, estimateOf(facts, found.id, lane)]))
  const rows = ranked(lanes, (lane) => results.get(lane)?.product ?? null)
  const revealed = [...results.values()].some((result) => result !== null)
  const open = found.round.is === 'open'
  const { n = 0, of = 0 } = facts.live.voted ?? {}
  const copy = async () => {
    const nameOf = (lane: string) => client.entry(lane)?.text ?? ''
    const text = estimateTable(matrix, rows, results, nameOf)
    const copied = await copyText(text)
    client.notify({ is: 'info', message: copied ? estimate.tableCopied : desk.copyFailed(text) })
  }
  return (
    <Frame
      chip={
        <>
          {facts.solo === true ? null : open ? (
            <>
              <Chip icon={EyeOff}>{desk.board.private}</Chip>
              <output className="chip chip-accent figures">{words.inCount(n, of)}</output>
            </>
          ) : (
            <Chip icon={Eye} tone="accent">
              {estimate.revealedOf(mostGiven(results), facts.live.ready?.of ?? 0)}
            </Chip>
          )}
          {revealed && (
            <Button kind="soft" className={styles.copy ?? ''} onClick={() => void copy()}>
              <Table2 size={15} strokeWidth={1.75} aria-hidden="true" />
              {estimate.copyTable}
            </Button>
          )}
        </>
      }
      sub={
        open && <Privacy of={of} refused={refused !== null} observer={you.role === 'observer'} />
      }
    >
      <div className={revealed ? styles.both : ''}>
        <div className={styles.scroll}>
          <table className={styles.table} aria-labelledby="question">
            <thead>
              <tr>
                {revealed && (
                  <th scope="col">
                    <span className="unseen">{words.rank}</span>
                  </th>
                )}
                <th scope="col">{words.category}</th>
                {matrix.axes.map((axis) => (
                  <th key={axis.id} scope="col">
                    {axis.title}
                    <span className={styles.range}>
                      {words.range(
                        formatStep(matrix.scale.min),
                        formatStep(matrix.scale.max),
                        axis.low,
                        axis.high,
                      )}
                    </span>
                  </th>
                ))}
                {revealed && (
                  <th scope="col" className={styles.end}>
                    {productTitle(matrix)}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ item, rank, tied }) => (
                <EstimateRow
                  key={item}
                  lane={item}
                  index={lanes.indexOf(item)}
                  round={found.id}
                  open={open}
                  matrix={matrix}
                  result={results.get(item) ?? null}
                  rank={revealed ? phoneEstimate.rank(rank, tied) : null}
                  mayEstimate={refused === null}
                />
              ))}
            </tbody>
          </table>
          {revealed && <Legend />}
        </div>
        {revealed && matrix.axes.length === 2 && (
          <RiskChart matrix={matrix} lanes={lanes} results={results} />
        )}
      </div>
    </Frame>
  )
}

/** How many people gave a number somewhere. */
function mostGiven(results: ReadonlyMap<string, EstimateResult | null>): number {
  const counts = [...results.values()].flatMap((result) =>
    result === null ? [] : Object.values(result.axes).map((axis) => axis.n),
  )
  return Math.max(0, ...counts)
}

/** Who sees the numbers, and why one gives none. */
function Privacy({ of, refused, observer }: { of: number; refused: boolean; observer: boolean }) {
  return (
    <>
      <p>{of === 2 ? phoneEstimate.twoPeople : phoneEstimate.private}</p>
      {refused && (
        <p className={panel.quiet}>{observer ? phoneEstimate.watch : phoneEstimate.neutral}</p>
      )}
    </>
  )
}

/** What the strips are made of. */
function Legend() {
  return (
    <div className={styles.legend}>
      <span aria-hidden="true">
        <span className={styles.person} />
        {estimate.onePerson}
      </span>
      <span aria-hidden="true">
        <span className={styles.bar} />
        {estimate.average}
      </span>
      <span className={styles.rest}>{estimate.noNames}</span>
      <p className={styles.note}>{words.note}</p>
    </div>
  )
}
