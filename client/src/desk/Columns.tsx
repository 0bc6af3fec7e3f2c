import { useState } from 'react'
import { Plus } from 'lucide-react'
import { NAME_MAX } from '@plenary/shared/kinds'
import { Composer } from '../look/Composer.tsx'
import { COMPOSER } from '../look/composer-id.ts'
import { AddCard } from '../phone/AddCard.tsx'
import { NoCards } from '../phone/NoCards.tsx'
import { useClient, useIds, useRefusal, useUnplaced, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { Lane } from './Lane.tsx'
import { Zone } from './Zone.tsx'
import { RightsContext, useRights } from './rights.ts'
import { useCardsIn } from '../look/useCardsIn.ts'
import styles from './Columns.module.css'

const words = desk.board
/** A board that is drawn this soon after its phase began shows the reveal. Milliseconds. */
const TURNING_FOR = 2_500

/** The cards of a section: those still to place, and its lanes; without lanes one field of cards. */
export function Columns({ section }: { section: string }) {
  const rights = useRights()
  const lanes = useIds(section, 'lane')
  const mayLanes = useRefusal('lanes') === null
  const sorts = lanes.length > 0
  return (
    <RightsContext value={rights}>
      <div className={sorts ? styles.columns : ''}>
        {sorts ? <Unplaced section={section} /> : <Field section={section} />}
        {sorts && (
          <div className={styles.lanes}>
            {lanes.map((lane, index) => (
              <Lane key={lane} id={lane} index={index} section={section} />
            ))}
            {mayLanes && <NewLane section={section} />}
          </div>
        )}
      </div>
      {!sorts && mayLanes && (
        <div className={styles.lanes}>
          <NewLane section={section} />
        </div>
      )}
    </RightsContext>
  )
}

function Unplaced({ section }: { section: string }) {
  const ids = useUnplaced(section)
  const total = useCardsIn(section).length
  const turning = useTurning(section)
  return (
    <Zone
      parent={section}
      section={section}
      ids={ids}
      lane={-1}
      name={phoneSort.unplaced}
      flow="list"
      className={`${styles.unplaced} ${turning ? styles.turning : ''}`}
      onWrite={focusComposer}
      head={
        <>
          <header className={styles.head}>
            <h2 className={styles.name}>{phoneSort.unplaced}</h2>
            <span className={`figures ${styles.count}`} aria-hidden="true">
              {words.countOf(ids.length, total)}
            </span>
          </header>
          <AddCard section={section} />
        </>
      }
      foot={
        <div className={styles.foot}>
          {total > 0 ? (
            <p className={styles.hint}>{ids.length === 0 ? words.allPlaced : words.takesColour}</p>
          ) : (
            <NoCards section={section} />
          )}
        </div>
      }
    />
  )
}

function focusComposer(): void {
  document.getElementById(COMPOSER)?.focus()
}

/** Cards turn over when the board is drawn right after their reveal, and not when somebody comes back to it. */
function useTurning(section: string): boolean {
  const client = useClient()
  const { facts } = useView()
  const [turning] = useState(
    () => facts.poured.includes(section) && client.now() - (facts.phase?.since ?? 0) < TURNING_FOR,
  )
  return turning
}

function Field({ section }: { section: string }) {
  const ids = useUnplaced(section)
  return (
    <>
      <div className={styles.adding}>
        <AddCard section={section} />
      </div>
      {ids.length === 0 && <NoCards section={section} />}
      <Zone
        parent={section}
        section={section}
        ids={ids}
        lane={-1}
        name={words.cards}
        flow="rows"
        className={styles.field}
        onWrite={focusComposer}
      />
    </>
  )
}

function NewLane({ section }: { section: string }) {
  const client = useClient()
  const [naming, setNaming] = useState(false)
  if (naming)
    return (
      <div
        className={`${styles.new} ${styles.naming}`}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setNaming(false)
        }}
      >
        <Composer
          look="plain"
          label={words.newLaneName}
          sendLabel={words.newLaneYes}
          max={NAME_MAX}
          keepAs={`lane/${section}`}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to name one
          autoFocus
          onSubmit={(name) => {
            client.add('lane', section, name)
            setNaming(false)
          }}
        />
      </div>
    )
  return (
    <button type="button" className={styles.new} onClick={() => setNaming(true)}>
      <span className={styles.plus}>
        <Plus size={18} strokeWidth={1.75} aria-hidden="true" />
      </span>
      {words.newLane}
    </button>
  )
}
