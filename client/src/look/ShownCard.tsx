import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useClient, useEntry, useIds, useRefusal, useView } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { paperColour } from './paper.ts'
import { onShow } from './show.ts'
import styles from './ShownCard.module.css'

/** The card that is read out, large and said once; whoever leads steps through the board with it. */
export default function ShownCard({ section }: { section: string }) {
  const { facts } = useView()
  const card = facts.show ?? ''
  const entry = useEntry(card)
  const lanes = useIds(section, 'lane')
  const shows = facts.show !== null && entry !== null && !entry.removed
  return (
    <section
      className={shows ? styles.shown : ''}
      style={shows ? { backgroundColor: paperColour(lanes.indexOf(entry.parent)) } : undefined}
      aria-label={shows ? words.showTitle : undefined}
    >
      <output className={styles.words} dir="auto">
        {shows && entry.text}
      </output>
      {shows && <Foot card={card} section={section} lane={entry.parent} />}
    </section>
  )
}

function Foot({ card, section, lane }: { card: string; section: string; lane: string }) {
  const client = useClient()
  const leads = useRefusal('lead') === null
  const { at, of, before, after } = onShow(client, card, section)
  const step = (to: string | null) => {
    if (to !== null) void client.ask({ type: 'card.show', card: to })
  }
  return (
    <div className={styles.foot}>
      <p className={`figures ${styles.where}`}>
        {[client.entry(lane)?.text ?? '', at > 0 ? words.showOf(at, of) : '']
          .filter((part) => part !== '')
          .join(', ')}
      </p>
      {leads && (
        <>
          <button
            type="button"
            className={styles.step}
            aria-label={words.showBefore}
            aria-disabled={before === null}
            onClick={() => step(before)}
          >
            <ChevronLeft size={20} strokeWidth={2} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={styles.step}
            aria-label={words.showNext}
            aria-disabled={after === null}
            onClick={() => step(after)}
          >
            <ChevronRight size={20} strokeWidth={2} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={styles.end}
            onClick={() => void client.ask({ type: 'card.show', card: null })}
          >
            {words.showEnd}
          </button>
        </>
      )}
    </div>
  )
}
