import { Glyph } from '../look/Glyph.tsx'
import { phone } from '../words/phone.ts'
import { report as words } from '../words/report.ts'
import { figure } from '../words/figure.ts'
import { Part } from './Part.tsx'
import type { ReportView } from './report-schema.ts'
import styles from './Document.module.css'

/** Every round of estimates as a table, highest first. */
export function Estimates({ report }: { report: ReportView }) {
  // A lane keeps the glyph it has on the board.
  const lanes = report.sections.flatMap((section) => section.lanes.map((lane) => lane.id))
  return report.estimates.map((round) => (
    <Part key={round.round} title={round.title}>
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
              {words.product}
            </th>
          </tr>
        </thead>
        <tbody>
          {round.rows.map((row) => (
            <tr key={row.laneId}>
              <td data-label={words.rank} className="figures">
                {phone.estimate.rank(row.rank, row.tied)}
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
              <td
                data-label={words.product}
                className={`figures ${styles.number} ${styles.strong}`}
              >
                {row.product === null ? '–' : figure(row.product)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{words.estimatesNote}</p>
    </Part>
  ))
}

/** Every round of dots, most dots first. */
export function Votes({ report }: { report: ReportView }) {
  return report.votes.map((round) => (
    <Part key={round.round} title={`${words.votes}: ${round.title}`}>
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
                {phone.estimate.rank(row.rank, row.tied)}
              </td>
              <td data-label={words.card}>{row.text}</td>
              <td data-label={words.dots} className={`figures ${styles.number} ${styles.strong}`}>
                {row.dots ?? words.hidden}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  ))
}
