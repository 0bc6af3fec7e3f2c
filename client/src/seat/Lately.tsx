import { History, Redo2, Undo2 } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { useUndo } from '../look/undo-last.ts'
import { tellChanges } from '../look/what-changed.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { removed } from '../words/removed.ts'
import { whatChanged } from '../words/what-changed.ts'
import styles from './Seat.module.css'

/** What one did last, to take back, and what others did, to hear of; nothing while no session runs. */
export function Lately({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts } = useView()
  const { canUndo, canRedo, undo, redo } = useUndo()
  if (facts.status !== 'running') return null
  return (
    <div className={styles.stack}>
      {canUndo && (
        <Button
          onClick={() => {
            undo()
            onDone()
          }}
        >
          <Undo2 size={18} strokeWidth={1.75} aria-hidden="true" />
          {removed.undoLast}
        </Button>
      )}
      {canRedo && (
        <Button
          onClick={() => {
            redo()
            onDone()
          }}
        >
          <Redo2 size={18} strokeWidth={1.75} aria-hidden="true" />
          {removed.redoLast}
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
