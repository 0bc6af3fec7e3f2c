import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { readable } from '../look/show.ts'
import { AsideList } from '../phone/AsideList.tsx'
import { CardsEach } from '../phone/CardsEach.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { groups } from '../words/groups.ts'
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
      <AsideControls />
    </>
  )
}

/** Reading out begins with the first card; the card itself has the steps. */
function ReadOut({ section }: { section: string }) {
  const client = useClient()
  const { facts } = useView()
  const [first = null] = readable(client, section)
  if (facts.show !== null || first === null) return null
  return (
    <div className={styles.row}>
      <p className={`${styles.grow} ${styles.hint}`}>{groups.showHint}</p>
      <Button kind="line" onClick={() => void client.ask({ type: 'card.show', card: first })}>
        {groups.showStart}
      </Button>
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
