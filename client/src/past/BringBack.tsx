import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient } from '../sync/hooks.ts'
import { wayBackFrom } from '../sync/past-board.ts'
import { past as words } from '../words/past.ts'
import type { PastBoard } from './fetch-past.ts'
import styles from './HistoryPage.module.css'

export interface BringBackProps {
  past: PastBoard
  onNo: () => void
  onDone: () => void
}

/** Asks before the board goes back, and says what will be another. */
export function BringBack({ past: { point, entries }, onNo, onDone }: BringBackProps) {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [way] = useState(() => wayBackFrom(client, entries))
  const counted = (ids: readonly string[] = []): [number, number] => {
    const cards = ids.filter((id) => client.entry(id)?.kind === 'card').length
    return [cards, ids.length - cards]
  }
  const lines = [
    { ids: way?.changed, say: words.changed },
    { ids: way?.gone, say: words.gone },
    { ids: way?.back, say: words.returns },
  ]
  return (
    <Sheet title={words.sure} onClose={onNo}>
      <ul className={styles.lines}>
        {lines.map(({ ids = [], say }) =>
          ids.length === 0 ? null : <li key={say(1, 0)}>{say(...counted(ids))}</li>,
        )}
      </ul>
      <p>{words.stays}</p>
      <div className={styles.choices}>
        <Button large onClick={onNo}>
          {words.no}
        </Button>
        <Button
          kind="primary"
          large
          busy={busy}
          onClick={() => {
            setBusy(true)
            void client.ask({ type: 'history.restore', point: point.id }).then(({ ok }) => {
              setBusy(false)
              if (ok) onDone()
              else onNo()
            })
          }}
        >
          {words.yes}
        </Button>
      </div>
    </Sheet>
  )
}
