import { useState } from 'react'
import { Sheet } from '../look/Sheet.tsx'
import { SureButtons, useSure } from '../look/Sure.tsx'
import { useClient } from '../sync/hooks.ts'
import { wayBackFrom } from '../sync/past-board.ts'
import { past as words } from '../words/past.ts'
import type { PastBoard } from './fetch-past.ts'
import styles from './HistoryPage.module.css'

interface BringBackProps {
  past: PastBoard
  onNo: () => void
  onDone: () => void
}

/** Asks before the board goes back, and says what will be another. */
export function BringBack({ past: { point, entries }, onNo, onDone }: BringBackProps) {
  const client = useClient()
  const [way] = useState(() => wayBackFrom(client, entries))
  const sure = useSure({ type: 'history.restore', point: point.id }, onNo, (ok) =>
    ok ? onDone() : onNo(),
  )
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
    <Sheet title={words.sure} onClose={sure.no}>
      <ul className={styles.lines}>
        {lines.map(({ ids = [], say }) =>
          ids.length === 0 ? null : <li key={say(1, 0)}>{say(...counted(ids))}</li>,
        )}
      </ul>
      <p>{words.stays}</p>
      <SureButtons sure={sure} labels={{ no: words.no, yes: words.yes }} />
    </Sheet>
  )
}
