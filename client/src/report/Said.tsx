import { Glyph } from '../look/Glyph.tsx'
import { report as words } from '../words/report.ts'
import { Part } from './Part.tsx'
import type { ReportCardView, ReportView } from './report-schema.ts'
import styles from './Document.module.css'

/** All cards as they stand, by category. */
export function Said({ report }: { report: ReportView }) {
  return report.sections.map((section) => (
    <Part
      key={section.id}
      title={report.sections.length === 1 ? words.said : `${words.said}: ${section.title}`}
    >
      {section.lanes.map((lane, index) => (
        <div key={lane.id} className={styles.group}>
          <h3 className={styles.lane}>
            <Glyph index={index} />
            {lane.name}
          </h3>
          {lane.cards.length === 0 ? (
            <p className={styles.quiet}>{words.noCards}</p>
          ) : (
            <Cards cards={lane.cards} />
          )}
        </div>
      ))}
      {section.toPlace.length > 0 && (
        <div className={styles.group}>
          {section.lanes.length > 0 && <h3>{words.toPlace}</h3>}
          <Cards cards={section.toPlace} />
        </div>
      )}
      {section.lanes.length === 0 && section.toPlace.length === 0 && (
        <p className={styles.quiet}>{words.noCards}</p>
      )}
    </Part>
  ))
}

function Cards({ cards }: { cards: readonly ReportCardView[] }) {
  return (
    <ul className={styles.bullets}>
      {cards.map((card) => (
        <li key={card.id} dir="auto">
          {card.text}
          {card.by !== null && <span className={styles.quiet}>, {card.by}</span>}
        </li>
      ))}
    </ul>
  )
}
