import { useState } from 'react'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { onShow, readable } from '../look/show.ts'
import { useRemovedCards } from '../look/removed-cards.ts'
import { useToTalkAbout } from '../look/talk.ts'
import { AsideList } from '../phone/AsideList.tsx'
import { CardsEach } from '../phone/CardsEach.tsx'
import { RemovedList } from '../phone/RemovedList.tsx'
import { TalkList } from '../discuss/TalkList.tsx'
import { useClient, useUnplaced, useView } from '../sync/hooks.ts'
import { groups } from '../words/groups.ts'
import { hands } from '../words/hands.ts'
import { states } from '../words/states.ts'
import styles from './Console.module.css'

/** Reading out, and the cards that are set aside. */
export default function CardControls() {
  const { facts, phase } = useView()
  // One person alone needs neither a limit nor a reader.
  const alone = facts.solo === true
  return (
    <>
      {!alone && phase?.opens.includes('drafts') === true && <CardsEach />}
      {!alone && phase?.activity === 'sort' && <ReadOut section={phase.section} />}
      {phase?.activity === 'sort' && <TalkControls section={phase.section} />}
      <AsideControls />
      <RemovedControls />
    </>
  )
}

/** Reading out begins with the first card, and steps through the board. */
function ReadOut({ section }: { section: string }) {
  const client = useClient()
  const { facts } = useView()
  useUnplaced(section)
  const [first = null] = readable(client, section)
  if (facts.show !== null) return <Steps card={facts.show} section={section} />
  if (first === null) return null
  return (
    <div className={styles.row}>
      <p className={`${styles.grow} ${styles.hint}`}>{groups.showHint}</p>
      <Button kind="line" onClick={() => void client.ask({ type: 'card.show', card: first })}>
        {groups.showStart}
      </Button>
    </div>
  )
}

function Steps({ card, section }: { card: string; section: string }) {
  const client = useClient()
  const { at, of, before, after } = onShow(client, card, section)
  const show = (to: string | null) => void client.ask({ type: 'card.show', card: to })
  return (
    <div className={styles.fields}>
      <div className={styles.head}>
        <h2>{groups.showTitle}</h2>
        {at > 0 && <span className="figures">{groups.showOf(at, of)}</span>}
      </div>
      <div className={styles.row}>
        <span className={styles.grow}>
          <Button kind="quiet" onClick={() => show(null)}>
            {groups.showEnd}
          </Button>
        </span>
        <Button
          kind="quiet"
          icon
          aria-label={groups.showBefore}
          aria-disabled={before === null}
          onClick={() => before !== null && show(before)}
        >
          <ArrowLeft size={17} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Button
          kind="quiet"
          icon
          aria-label={groups.showNext}
          aria-disabled={after === null}
          onClick={() => after !== null && show(after)}
        >
          <ArrowRight size={17} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
    </div>
  )
}

/** How many cards are to be talked about, and which. */
function TalkControls({ section }: { section: string }) {
  const cards = useToTalkAbout(section)
  const [looks, setLooks] = useState(false)
  if (cards.length === 0) return null
  return (
    <div className={styles.row}>
      <p className={`figures ${styles.grow}`}>{states.talkCount(cards.length)}</p>
      <Button kind="line" aria-haspopup="dialog" onClick={() => setLooks(true)}>
        {states.talkLook}
      </Button>
      {looks && (
        <Sheet title={states.talkTitle} onClose={() => setLooks(false)}>
          <TalkList section={section} onShow={() => setLooks(false)} />
        </Sheet>
      )}
    </div>
  )
}

/** How many are set aside; their words only behind a press, since this screen may be on the wall. */
function AsideControls() {
  const { facts } = useView()
  const [looks, setLooks] = useState(false)
  const count = Object.keys(facts.aside).length
  if (count === 0) return null
  return (
    <div className={styles.row}>
      <p className={`figures ${styles.grow}`}>{groups.asideCount(count)}</p>
      <Button kind="line" aria-haspopup="dialog" onClick={() => setLooks(true)}>
        {groups.asideLook}
      </Button>
      {looks && (
        <Sheet title={groups.asideTitle} onClose={() => setLooks(false)}>
          <AsideList />
        </Sheet>
      )}
    </div>
  )
}

/** How many were removed, and each with its way back. */
function RemovedControls() {
  const count = useRemovedCards().length
  const [looks, setLooks] = useState(false)
  if (count === 0 && !looks) return null
  return (
    <div className={styles.row}>
      <p className={`figures ${styles.grow}`}>{hands.removedCount(count)}</p>
      <Button kind="line" aria-haspopup="dialog" onClick={() => setLooks(true)}>
        {hands.removedLook}
      </Button>
      {looks && (
        <Sheet title={hands.removedTitle} onClose={() => setLooks(false)}>
          <RemovedList />
        </Sheet>
      )}
    </div>
  )
}
