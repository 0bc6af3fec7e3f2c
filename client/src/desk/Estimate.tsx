import { Eye, EyeOff } from 'lucide-react'
import { ranked } from '@plenary/shared/estimate'
import { sectionOf } from '@plenary/shared/format'
import { formatStep } from '../look/clock.ts'
import { estimateOf, estimateRoundOf } from '../look/rounds.ts'
import { useQuestionFocus } from '../look/useQuestionFocus.ts'
import { useIds, useRefusal, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import { Chip } from './Chip.tsx'
import { EstimateRow } from './EstimateRow.tsx'
import { Frame } from './Frame.tsx'
import { RiskChart } from './RiskChart.tsx'
import styles from './Estimate.module.css'
import panel from './Panel.module.css'

const words = desk.estimate

/** Blind numbers for every category; together revealed, ranked and settled. */
export default function Estimate() {
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
          {lanes.length === 0 ? phone.estimate.noLanes : phone.estimate.noRound}
        </p>
      </Frame>
    )
  const results = new Map(lanes.map((lane) => [lane, estimateOf(facts, found.id, lane)]))
  const rows = ranked(lanes, (lane) => results.get(lane)?.product ?? null)
  const revealed = [...results.values()].some((result) => result !== null)
  const { n = 0, of = 0 } = facts.live.voted ?? {}
  return (
    <Frame
      chip={
        found.round.is === 'open' ? (
          <>
            <Chip icon={EyeOff}>{desk.board.private}</Chip>
            <output className="chip chip-accent figures">{words.inCount(n, of)}</output>
          </>
        ) : (
          <Chip icon={Eye} tone="accent">
            {words.revealed}
          </Chip>
        )
      }
      sub={<Privacy of={of} refused={refused !== null} observer={you.role === 'observer'} />}
    >
      <div className={revealed ? styles.both : ''}>
        <div className={styles.scroll}>
          <table className={styles.table}>
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
                    {matrix.axes.length === 1
                      ? matrix.axes[0]?.title
                      : matrix.axes.map((axis) => axis.title.slice(0, 1)).join(' × ')}
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
                  matrix={matrix}
                  result={results.get(item) ?? null}
                  rank={revealed ? phone.estimate.rank(rank, tied) : null}
                  mayEstimate={refused === null}
                />
              ))}
            </tbody>
          </table>
          {revealed && (
            <p className={styles.legend}>
              {words.legend} {words.note}
            </p>
          )}
        </div>
        {revealed && matrix.axes.length === 2 && (
          <RiskChart matrix={matrix} lanes={lanes} results={results} />
        )}
      </div>
    </Frame>
  )
}

/** Who sees the numbers, and why one gives none. */
function Privacy({ of, refused, observer }: { of: number; refused: boolean; observer: boolean }) {
  return (
    <>
      <p>{phone.estimate.private}</p>
      {of === 2 && <p className={panel.quiet}>{phone.estimate.twoPeople}</p>}
      {refused && (
        <p className={panel.quiet}>{observer ? phone.estimate.watch : phone.estimate.neutral}</p>
      )}
    </>
  )
}
