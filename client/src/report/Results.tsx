import type { EstimateResult } from '@plenary/shared/estimate'
import { Glyph } from '../look/Glyph.tsx'
import { productTitle } from '../look/matrix.ts'
import { RiskChart } from '../look/RiskChart.tsx'
import { estimateOf } from '../look/estimate-round.ts'
import { useView } from '../sync/hooks.ts'
import { figure } from '../words/figure.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import { report as words } from '../words/report.ts'
import { DocumentPart } from './DocumentPart.tsx'
import type { EstimatesView, ReportView } from './report-schema.ts'
import styles from './Document.module.css'

/** Every round of estimates as a table, highest first, and as a picture where there are two axes. */
export function Estimates({ report }: { report: ReportView }) {
  // A lane keeps the glyph it has on the board.
  const lanes = report.sections.flatMap((section) => section.lanes.map((lane) => lane.id))
  return report.estimates.map((round) => (
    <DocumentPart key={round.round} id={`estimates-${round.round}`} title={round.title}>
      <EstimateTable round={round} lanes={lanes} />
      <p className={styles.quiet}>{words.estimatesOf(answersOf(round))}</p>
      <Picture round={round} lanes={lanes} />
    </DocumentPart>
  ))
}

function EstimateTable({ round, lanes }: { round: EstimatesView; lanes: readonly string[] }) {
  const { format } = useView()
  const matrix = format.sections.find((section) => section.id === round.section)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.rank}</th>
          <th scope="col">{words.category}</th>
          {round.rows[0]?.axes.map((axis) => (
            <th key={axis.id} scope="col" className={styles.number}>
              {axis.title}
            </th>
          ))}
          <th scope="col" className={styles.number}>
            {matrix?.kind === 'matrix' ? productTitle(matrix) : words.product}
          </th>
          <th scope="col">{words.agreement}</th>
        </tr>
      </thead>
      <tbody>
        {round.rows.map((row) => (
          <tr key={row.laneId}>
            <td data-label={words.rank} className="figures">
              {phoneEstimate.rank(row.rank, row.tied)}
            </td>
            <th scope="row" data-label={words.category}>
              <span className={styles.lane}>
                <Glyph index={Math.max(0, lanes.indexOf(row.laneId))} />
                {row.lane}
              </span>
            </th>
            {row.axes.map((axis) => (
              <td key={axis.id} data-label={axis.title} className={`figures ${styles.number}`}>
                {axis.shown === null ? '–' : figure(axis.shown)}
                {axis.agreed !== null && <span className={styles.quiet}> {words.agreed}</span>}
              </td>
            ))}
            <td data-label={words.product} className={`figures ${styles.number} ${styles.strong}`}>
              {row.product === null ? '–' : figure(row.product)}
            </td>
            <td data-label={words.agreement} className={styles.agreement}>
              {agreementOf(row.agreement)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function agreementOf(agreement: EstimatesView['rows'][number]['agreement']): string {
  if (agreement === null) return '–'
  switch (agreement.is) {
    case 'agreed':
      return words.allAgreed
    case 'mostly':
      return words.mostlyAgreed
    case 'split':
      return words.splitOn(agreement.on)
  }
}

/** How many people gave numbers, at most. */
function answersOf({ rows }: EstimatesView): number {
  return Math.max(0, ...rows.flatMap((row) => row.axes.map((axis) => axis.n ?? 0)))
}

function Picture({ round, lanes }: { round: EstimatesView; lanes: readonly string[] }) {
  const { format, facts } = useView()
  const matrix = format.sections.find((section) => section.id === round.section)
  if (matrix?.kind !== 'matrix' || matrix.axes.length !== 2) return null
  const results = new Map<string, EstimateResult | null>(
    lanes.map((lane) => [lane, estimateOf(facts, round.round, lane)]),
  )
  return (
    <div className={styles.picture}>
      <RiskChart
        matrix={matrix}
        lanes={lanes}
        results={results}
        title={words.picture(matrix.axes.map((axis) => axis.title))}
      />
    </div>
  )
}

/** Questions that everybody answered once. */
export function Polls({ report }: { report: ReportView }) {
  return report.polls.map(({ round, title, answered, of, rows }) => (
    <DocumentPart key={round} id={`poll-${round}`} title={title}>
      <p className={`figures ${styles.quiet}`}>
        {answered === null ? words.hidden : words.answeredOf(answered, of ?? answered)}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.answer}</th>
            <th scope="col" className={styles.number}>
              {words.answeredBy}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, text, answers }) => (
            <tr key={id}>
              <td data-label={words.answer}>{text}</td>
              <td
                data-label={words.answeredBy}
                className={`figures ${styles.number} ${styles.strong}`}
              >
                {answers ?? words.hidden}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DocumentPart>
  ))
}

/** Every round of dots, most dots first. */
export function Votes({ report }: { report: ReportView }) {
  return report.votes.map((round) => (
    <DocumentPart key={round.round} id={`votes-${round.round}`} title={words.votesOn(round.title)}>
      <p className={`figures ${styles.quiet}`}>
        {words.voteRules(round.rules.budget, round.rules.cap)}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.card}</th>
            <th scope="col" className={styles.number}>
              {words.dots}
            </th>
          </tr>
        </thead>
        <tbody>
          {round.rows.map((row) => (
            <tr key={row.id}>
              <td data-label={words.rank} className="figures">
                {phoneEstimate.rank(row.rank, row.tied)}
              </td>
              <td data-label={words.card}>{row.text || words.unnamed}</td>
              <td data-label={words.dots} className={`figures ${styles.number} ${styles.strong}`}>
                {row.dots ?? words.hidden}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DocumentPart>
  ))
}
