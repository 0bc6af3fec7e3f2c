import { useState } from 'react'
import { Plus, SquareStack } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import ShownCard from '../look/ShownCard.tsx'
import { useCardsIn } from '../look/useCardsIn.ts'
import { useTargets } from '../look/useTargets.ts'
import { useIds, useRefusal, useUnplaced, useView } from '../sync/hooks.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { AddCard } from './AddCard.tsx'
import { CardRow } from './CardRow.tsx'
import { GroupRow } from './GroupRow.tsx'
import { LaneHead } from './LaneHead.tsx'
import { Locked } from './Locked.tsx'
import { NewLane } from './NewLane.tsx'
import { NoCards, NotSent } from './NoCards.tsx'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import styles from '../look/List.module.css'

const words = phoneSort

/** Every lane with its cards, those still to place first. */
export function SeeAll({ section, onBack }: { section: string; onBack?: () => void }) {
  const lanes = useIds(section, 'lane')
  const unplaced = useUnplaced(section)
  const lanesRefused = useRefusal('lanes')
  const mayLanes = lanesRefused === null
  const [making, setMaking] = useState(false)
  const { facts } = useView()
  const total = useCardsIn(section).length
  return (
    <Screen
      bar={
        <>
          <div className={styles.wide}>
            <AddCard section={section} />
          </div>
          {onBack !== undefined && (
            <Button kind="quiet" onClick={onBack}>
              <SquareStack size={18} strokeWidth={1.75} aria-hidden="true" />
              {words.oneByOne}
            </Button>
          )}
          <span className={styles.fill} />
          {mayLanes && (
            <Button kind="quiet" onClick={() => setMaking(true)}>
              <Plus size={18} strokeWidth={1.75} aria-hidden="true" />
              {words.newLaneTitle}
            </Button>
          )}
        </>
      }
    >
      <Question />
      <ShownCard section={section} />
      {onBack !== undefined && <WhoSees hidden={false}>{words.openMove}</WhoSees>}
      {facts.cardsLocked && <Locked />}
      {total === 0 && <NoCards section={section} />}
      <NotSent section={section} />
      {lanesRefused === 'lanes-led' && <p className={styles.quiet}>{words.lanesLed}</p>}
      {unplaced.length > 0 && (
        <section>
          <h2 className={styles.heading}>
            {words.unplaced} <span className={styles.count}>{unplaced.length}</span>
          </h2>
          <Cards ids={unplaced} section={section} lane={-1} />
        </section>
      )}
      {lanes.map((lane, index) => (
        <Lane key={lane} id={lane} index={index} section={section} />
      ))}
      {making && (
        <NewLane
          section={section}
          count={lanes.length}
          label={words.newLaneOnly}
          onMade={() => undefined}
          onClose={() => setMaking(false)}
        />
      )}
    </Screen>
  )
}

function Lane({ id, index, section }: { id: string; index: number; section: string }) {
  const cards = useIds(id, 'card')
  return (
    <section>
      <LaneHead id={id} index={index} section={section} count={cards.length} />
      {cards.length === 0 ? (
        <p className={styles.quiet}>{words.emptyLane}</p>
      ) : (
        <Cards ids={cards} section={section} lane={index} />
      )}
    </section>
  )
}

interface CardsProps {
  ids: readonly string[]
  section: string
  lane: number
}

function Cards({ ids, section, lane }: CardsProps) {
  const targets = useTargets(section, ids)
  const one = (id: string) => (
    <li key={id}>
      <CardRow id={id} section={section} lane={lane} sorts />
    </li>
  )
  return (
    <ul className={styles.list}>
      {targets.map(({ id, grouped, cards }) =>
        grouped ? (
          <li key={id}>
            <GroupRow id={id} section={section} cards={cards}>
              {cards.map(one)}
            </GroupRow>
          </li>
        ) : (
          one(id)
        ),
      )}
    </ul>
  )
}
