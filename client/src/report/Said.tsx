import { Glyph } from '../look/Glyph.tsx'
import { report as words } from '../words/report.ts'
import { DocumentPart } from './DocumentPart.tsx'
import type { ReportCardView, ReportView } from './report-schema.ts'
import styles from './Document.module.css'

/** All cards as they stand, by category and group. */
export function Said({ report }: { report: ReportView }) {
  return report.sections.map((section) => (
    <DocumentPart
      key={section.id}
      id={`said-${section.id}`}
      title={report.sections.length === 1 ? words.said : words.saidIn(section.title)}
    >
      {section.lanes.map((lane, index) => (
        <div key={lane.id} className={styles.group}>
          <h3 className={styles.lane}>
            <Glyph index={index} />
            {lane.name}
            <span className={`figures ${styles.quiet}`} aria-hidden="true">
              {lane.cards.length}
            </span>
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
      {section.links.length > 0 && (
        <div className={styles.group}>
          <h3>{words.tables.links}</h3>
          <ul className={styles.bullets}>
            {section.links.map(({ id, from, to, text }) => (
              <li key={id}>
                <bdi>{from}</bdi> → <bdi>{to}</bdi>
                {text !== '' && <span className={styles.quiet}>: {text}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </DocumentPart>
  ))
}

/** Cards that belong together stand together under their name, where the first of them stands. */
function Cards({ cards }: { cards: readonly ReportCardView[] }) {
  const seen = new Set<string>()
  return (
    <ul className={styles.bullets}>
      {cards.map((card) => {
        if (card.group === null) return <Card key={card.id} card={card} />
        const { id, name } = card.group
        if (seen.has(id)) return null
        seen.add(id)
        return (
          <li key={id}>
            <b>{name || words.unnamed}</b>
            <ul className={styles.bullets}>
              {cards
                .filter((one) => one.group?.id === id)
                .map((one) => (
                  <Card key={one.id} card={one} />
                ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

function Card({ card }: { card: ReportCardView }) {
  return (
    <li dir="auto">
      {card.text}
      {card.by !== null && <span className={styles.quiet}>, {card.by}</span>}
    </li>
  )
}
