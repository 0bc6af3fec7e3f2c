import { useUnplaced, useView } from '../sync/hooks.ts'
import { phone } from '../words/phone.ts'
import { AddCard } from './AddCard.tsx'
import { CardRow } from './CardRow.tsx'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { ReadyButton } from './Write.tsx'
import styles from './List.module.css'

/** Proposing in the open: one list of cards, and a place to add to it. */
export function OpenCards({ section }: { section: string }) {
  const { facts } = useView()
  const cards = useUnplaced(section)
  return (
    <Screen
      bar={
        <>
          <div className={styles.wide}>
            <AddCard section={section} />
          </div>
          <output className={styles.status}>
            {phone.write.own(cards.length)}
            {(facts.live.ready?.n ?? 0) > 0 &&
              `, ${phone.write.peopleDone(facts.live.ready?.n ?? 0)}`}
          </output>
          <ReadyButton />
        </>
      }
    >
      <Question />
      <WhoSees hidden={false}>
        {facts.anonymous ? phone.list.everyoneSeesNameless : phone.list.everyoneSees}
      </WhoSees>
      {cards.length === 0 ? (
        <p className={styles.empty}>{phone.list.empty}</p>
      ) : (
        <ul className={styles.list}>
          {cards.map((id) => (
            <li key={id}>
              <CardRow id={id} section={section} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}
