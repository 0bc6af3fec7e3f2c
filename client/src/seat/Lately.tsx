import { History, Undo2 } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { undoLast } from '../look/undo-last.ts'
import { tellChanges } from '../look/what-changed.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { removed } from '../words/removed.ts'
import { whatChanged } from '../words/what-changed.ts'
import styles from './Seat.module.css'

/** What one did last, to take back, and what others did, to hear of; nothing while no session runs. */
export function Lately({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts } = useView()
  if (facts.status !== 'running') return null
  return (
    <div className={styles.stack}>
      {client.lastDeed() !== undefined && (
        <Button
          onClick={() => {
            void undoLast(client)
            onDone()
          }}
        >
          <Undo2 size={18} strokeWidth={1.75} aria-hidden="true" />
          {removed.undoLast}
        </Button>
      )}
      <Button
        onClick={() => {
          tellChanges(client)
          onDone()
        }}
      >
        <History size={18} strokeWidth={1.75} aria-hidden="true" />
        {whatChanged.button}
      </Button>
    </div>
  )
}
