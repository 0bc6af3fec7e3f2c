import { Eye } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { seat as words } from '../words/seat.ts'
import styles from './Seat.module.css'

/** For whoever watches: what that means, and how to ask to take part. The hand says it; who leads gives the role. */
export default function WatchStrip() {
  const client = useClient()
  const { mine } = useView()
  const mayAsk = useRefusal('hand') === null
  return (
    <section className={styles.strip} aria-label={mine.hand ? words.askedPart : words.watching}>
      <span className={styles.watch}>
        <Eye size={18} strokeWidth={1.75} aria-hidden="true" />
        {mine.hand ? words.askedPart : words.watching}
      </span>
      {mayAsk && (
        <Button
          kind="line"
          onClick={() => void client.ask({ type: mine.hand ? 'hand.lower' : 'hand.raise' })}
        >
          {mine.hand ? words.stopAskingPart : words.askPart}
        </Button>
      )}
    </section>
  )
}
