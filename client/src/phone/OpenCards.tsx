import { sectionOf } from '@plenary/shared/format'
import ShownCard from '../look/ShownCard.tsx'
import { useTargets } from '../look/useTargets.ts'
import { useUnplaced, useView } from '../sync/hooks.ts'
import { phoneList } from '../words/phone-list.ts'
import { phoneWrite } from '../words/phone-write.ts'
import { AddCard } from './AddCard.tsx'
import { CardRow } from './CardRow.tsx'
import { GroupRow } from './GroupRow.tsx'
import { NoCards, NotSent } from './NoCards.tsx'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import styles from '../look/List.module.css'

/** Proposing in the open: one list of cards, and a place to add to it. */
export default function OpenCards({ section }: { section: string }) {
  const { facts, format } = useView()
  const cards = useUnplaced(section)
  const targets = useTargets(section, cards)
  const one = (id: string) => (
    <li key={id}>
      <CardRow id={id} section={section} sorts />
    </li>
  )
  return (
    <Screen
      bar={
        <>
          <div className={styles.wide}>
            <AddCard section={section} />
          </div>
          <output className={styles.status}>
            {phoneWrite.own(cards.length)}
            {(facts.live.ready?.n ?? 0) > 0 &&
              `, ${phoneWrite.peopleDone(facts.live.ready?.n ?? 0)}`}
          </output>
          <ReadyButton />
        </>
      }
    >
      <Question />
      <ShownCard section={section} />
      <WhoSees hidden={false}>
        {facts.anonymous ? phoneList.everyoneSeesNameless : phoneList.everyoneSees}
      </WhoSees>
      {targets.some(({ grouped }) => grouped) && (
        <h2 className="unseen">{sectionOf(format, section)?.title}</h2>
      )}
      {cards.length === 0 ? (
        <NoCards section={section} />
      ) : (
        <ul className={styles.list}>
          {targets.map(({ id, grouped, cards: own }) =>
            grouped ? (
              <li key={id}>
                <GroupRow id={id} section={section} cards={own}>
                  {own.map(one)}
                </GroupRow>
              </li>
            ) : (
              one(id)
            ),
          )}
        </ul>
      )}
      <NotSent section={section} />
    </Screen>
  )
}
