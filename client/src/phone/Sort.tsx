import { useState } from 'react'
import { List, SquareStack } from 'lucide-react'
import { isToTalkAbout } from '@plenary/shared/entry'
import { Button } from '../look/Button.tsx'
import { markToTalk } from '../look/talk.ts'
import ShownCard from '../look/ShownCard.tsx'
import { useClient, useIds, useRefusal, useUnplaced } from '../sync/hooks.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { DealtCard } from './DealtCard.tsx'
import { LaneChoices } from './LaneChoices.tsx'
import { NewLane } from './NewLane.tsx'
import { Question } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { SeeAll } from './SeeAll.tsx'
import { useCardsIn } from '../look/useCardsIn.ts'
import { useUnread } from '../look/useUnread.ts'
import { place } from './place.ts'
import { useDealt } from './useDealt.ts'
import list from '../look/List.module.css'
import styles from './Sort.module.css'

const words = phoneSort

/** Sorting: one card at a time is dealt to this phone; or all of them as a list. */
export default function Sort({ section }: { section: string }) {
  const mayMove = useRefusal('move') === null
  const [all, setAll] = useState(false)
  const total = useCardsIn(section).length
  // Without a card there is nothing to deal, and not every card has a place.
  if (!mayMove || total === 0) return <SeeAll section={section} />
  if (all) return <SeeAll section={section} onBack={() => setAll(false)} />
  return <OneByOne section={section} onAll={() => setAll(true)} />
}

function OneByOne({ section, onAll }: { section: string; onAll: () => void }) {
  const client = useClient()
  const unplaced = useUnplaced(section)
  const lanes = useIds(section, 'lane')
  const mayLanes = useRefusal('lanes') === null
  const { card, next } = useDealt(section)
  const unread = useUnread(card)
  const [making, setMaking] = useState(false)
  const total = useCardsIn(section).length

  const choose = (lane: string) => {
    const entry = card === null ? null : client.entry(card)
    if (entry === null) return
    place(client, entry, lane)
    next(false)
  }
  /** Goes back marked, and comes again after all others. */
  const notHere = () => {
    const entry = card === null ? null : client.entry(card)
    if (entry === null) return
    if (!isToTalkAbout(entry)) markToTalk(client, entry)
    next(true)
  }
  return (
    <Screen
      bar={
        <>
          <Button kind="quiet" onClick={onAll}>
            <List size={18} strokeWidth={1.75} aria-hidden="true" />
            {words.seeAll}
          </Button>
          <span className={list.status} />
          {card !== null && (
            <Button {...unread} onClick={() => next(true)}>
              {words.leave}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.sort} {...unread}>
        <ShownCard section={section} />
        <Question {...(card === null ? {} : { text: words.question })} />
        <p className={styles.left}>
          {unplaced.length > 0 ? words.left(unplaced.length, total) : words.allPlaced}
        </p>
        {card === null ? (
          <div className={list.empty}>
            <p>{unplaced.length > 0 ? words.othersHold : words.allPlacedBody}</p>
            <Button onClick={onAll}>
              <SquareStack size={18} strokeWidth={1.75} aria-hidden="true" />
              {words.seeAll}
            </Button>
          </div>
        ) : (
          <DealtCard
            key={card}
            id={card}
            section={section}
            left={unplaced.length}
            onNext={() => next(false)}
          />
        )}
        {card !== null && (
          <LaneChoices
            section={section}
            label={words.question}
            onChoose={choose}
            onNotHere={notHere}
            onNew={mayLanes ? () => setMaking(true) : undefined}
          />
        )}
      </div>
      {making && (
        <NewLane
          section={section}
          count={lanes.length}
          label={words.newLaneYes}
          onMade={choose}
          onClose={() => setMaking(false)}
        />
      )}
    </Screen>
  )
}
